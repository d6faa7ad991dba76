/** The page inside a frame, where it has something to say itself. */
export const frameVi = {
  'frame.none': 'Địa chỉ của khung chưa ghi phải hiện thành phần nào. Xin báo cho người quản trị cổng.',
  'frame.unknown': 'Khung này không có thành phần nào tên là “{name}”. Xin báo cho người quản trị cổng.',
  'frame.barred':
    'Trang {origin} chưa được phép hiện khung này. Người quản trị máy chủ cần thêm địa chỉ đó vào danh sách cho phép.',
  'frame.apart':
    'Khung này nằm trong trang của đơn vị khác. Phần đang nhập mà chưa nộp chỉ giữ trên thiết bị này và chỉ thấy lại khi mở từ chính trang đó.',
  'frame.apart.server': 'Phần đã nộp nằm trên máy chủ, mở từ đâu cũng thấy.',
  'frame.open': 'Mở ở trang riêng',
  'frame.waiting': 'Đang tải…',
} as const;
