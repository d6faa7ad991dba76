import type { Dictionary } from '../translate.js';

/**
 * What a person reads when something goes wrong: what happened, what is kept, what to do next. `error.<code>`, or
 * `error.<code>.<reason>` where the reason is known; `rejection.<code>` where the rules refused what was sent.
 */
export const errorVi = {
  'error.invalid.criteria':
    'Bộ tiêu chí nhận được có {n} chỗ sai nên chưa thể dùng để chấm. Những gì đã nhập vẫn được giữ; đề nghị báo cho người quản trị.',
  'error.unsupported.print': 'Trình duyệt hoặc trang này không cho in. Có thể lưu DOCX rồi in từ máy tính.',
  'error.invalid.too-many':
    'Mỗi tiêu chí chỉ đính kèm được tối đa {limit} minh chứng. Những minh chứng đã có vẫn được giữ.',
  'error.invalid.unreadable': 'Không đọc được tệp này. Đề nghị kiểm tra tệp rồi chọn lại.',
  'error.unsupported.files':
    'Hệ thống này không nhận tệp đính kèm. Có thể ghi minh chứng bằng liên kết hoặc ghi chú.',
  'error.offline':
    'Chưa có kết nối mạng. Những gì đã nhập vẫn được giữ trên thiết bị này và sẽ được gửi khi có mạng trở lại.',
  'error.offline.part':
    'Chưa tải được một phần của trang. Xin kiểm tra mạng rồi thử lại; nếu vẫn chưa được, hãy tải lại trang. Những gì đã nhập vẫn được giữ.',
  'error.timeout': 'Máy chủ không trả lời. Những gì đã nhập vẫn được giữ trên thiết bị này; xin thử lại sau.',
  'error.timeout.blocked':
    'Kho dữ liệu trên thiết bị đang bị một thẻ khác giữ. Xin đóng các thẻ khác của trang này rồi thử lại; những gì đã nhập vẫn còn.',
  'error.unauthenticated':
    'Phiên đăng nhập đã hết. Những gì đã nhập vẫn được giữ trên thiết bị này; xin đăng nhập lại rồi tiếp tục.',
  'error.forbidden':
    'Tài khoản này không có quyền làm việc đó. Đề nghị dùng tài khoản của đơn vị hoặc liên hệ người quản trị.',
  'error.not-found': 'Không tìm thấy nội dung này; có thể đã bị gỡ hoặc chuyển đi. Xin tải lại trang.',
  'error.invalid':
    'Nội dung gửi đi chưa hợp lệ nên chưa được ghi nhận. Những gì đã nhập vẫn còn; xin kiểm tra lại rồi thử lại.',
  'error.invalid.type':
    'Tệp này không phải ảnh JPEG, PNG, WebP hoặc PDF nên chưa được nhận. Đuôi tệp có thể không đúng với nội dung; xin chọn tệp khác.',
  'error.invalid.empty': 'Tệp này không có nội dung nên chưa được nhận. Xin chọn tệp khác.',
  'error.invalid.image':
    'Không đọc được ảnh này; có thể ảnh bị hỏng hoặc quá lớn. Xin chụp lại hoặc chọn ảnh khác.',
  'error.invalid.damaged':
    'Một phần dữ liệu đã lưu bị hỏng và không đọc được. Phần còn đọc được vẫn được giữ; xin kiểm tra lại và nhập bổ sung.',
  'error.invalid.link':
    'Địa chỉ này không dùng được. Xin nhập địa chỉ trang bắt đầu bằng http:// hoặc https://.',
  'error.conflict':
    'Bản này vừa được sửa ở nơi khác. Cả hai bản đều được giữ; xin xem lại rồi chọn bản dùng tiếp.',
  'error.too-large':
    'Nội dung quá lớn nên chưa được nhận. Những phần đã lưu trước đó không bị ảnh hưởng; xin giảm dung lượng rồi thử lại.',
  'error.too-large.pdf':
    'Tệp PDF lớn hơn {limit} MB nên chưa được nhận. Xin giảm dung lượng hoặc chia thành nhiều tệp.',
  'error.too-large.image': 'Ảnh quá lớn nên chưa được nhận. Xin chụp hoặc chọn ảnh có dung lượng nhỏ hơn.',
  'error.quota':
    'Thiết bị hết chỗ lưu. Nội dung đang nhập vẫn còn trên màn hình: đừng đóng trang, hãy xóa bớt tệp trên thiết bị rồi thử lại.',
  'error.rate-limited':
    'Máy chủ đang nhận quá nhiều yêu cầu. Những gì đã nhập vẫn được giữ trên thiết bị này; xin thử lại sau ít phút.',
  'error.unsupported': 'Hệ thống ở đây chưa hỗ trợ việc này. Những gì đã nhập vẫn được giữ.',
  'error.unsupported.moodle-plugin':
    'Moodle này chưa có gói HTSD, hoặc gói quá cũ. Những gì đã nhập vẫn được giữ trên thiết bị này; xin báo cho người quản trị.',
  'error.unsupported.web-services':
    'Moodle này đang tắt dịch vụ web. Những gì đã nhập vẫn được giữ trên thiết bị này; xin báo cho người quản trị.',
  'error.unsupported.storage':
    'Trình duyệt không cho lưu dữ liệu trên thiết bị (có thể đang ở chế độ riêng tư). Nội dung chỉ còn trên màn hình: hãy in hoặc nộp trước khi đóng trang, hoặc mở lại ở cửa sổ thường.',
  'error.unsupported.storage-newer':
    'Dữ liệu trên thiết bị được lưu bằng phiên bản mới hơn của trang này và vẫn còn nguyên. Xin tải lại trang.',
  'error.unsupported.disposed': 'Phần này của trang đã đóng. Xin tải lại trang; những gì đã lưu vẫn còn.',
  'error.server':
    'Máy chủ gặp trục trặc. Những gì đã nhập vẫn được giữ trên thiết bị này; xin thử lại sau ít phút.',
  'error.server.malformed':
    'Máy chủ trả lời không đúng quy cách nên chưa dùng được. Những gì đã nhập vẫn được giữ trên thiết bị này; xin thử lại sau hoặc báo cho người quản trị.',
  'error.server.busy': 'Hệ thống đang bận. Những gì đã nhập vẫn được giữ; xin thử lại sau ít phút.',
  'error.server.storage':
    'Kho dữ liệu trên thiết bị gặp trục trặc. Nội dung đang nhập vẫn còn trên màn hình: đừng đóng trang và thử lại.',
  'rejection.forbidden': 'Tài khoản này không có quyền làm việc đó. Những gì đã nhập vẫn được giữ.',
  'rejection.not-found': 'Không tìm thấy bản đăng ký hoặc bản tự đánh giá này. Xin tải lại trang.',
  'rejection.own-assessment':
    'Không thể thẩm định hoặc quyết định công nhận bản tự đánh giá của chính mình. Đề nghị chuyển cho người khác.',
  'rejection.wrong-state':
    'Bản tự đánh giá đã chuyển sang bước khác nên không làm được việc này nữa. Xin tải lại trang để xem tình trạng mới.',
  'rejection.already-exists': 'Năm này đã có bản đăng ký hoặc bản tự đánh giá. Xin mở bản đã có để làm tiếp.',
  'rejection.closed': 'Đối tượng này đã ngừng theo dõi nên không nhận đăng ký hoặc bản tự đánh giá mới.',
  'rejection.criteria-unknown':
    'Không tìm thấy bộ tiêu chí đã chọn. Xin tải lại trang hoặc chọn bộ tiêu chí khác.',
  'rejection.criteria-not-applicable':
    'Bộ tiêu chí đã chọn không áp dụng cho năm hoặc đối tượng này. Xin chọn bộ tiêu chí khác.',
  'rejection.criteria-invalid': 'Bộ tiêu chí có lỗi nên chưa được ban hành. Xin sửa các lỗi được nêu.',
  'rejection.criterion-unknown':
    'Có câu trả lời cho mục không có trong bộ tiêu chí. Những gì đã nhập vẫn được giữ; xin tải lại trang.',
  'rejection.incomplete':
    'Chưa nộp được vì còn mục chưa trả lời, cần sửa hoặc thiếu minh chứng. Xin bổ sung rồi nộp lại.',
  'rejection.not-competent': 'Theo danh mục, cơ quan công nhận không có thẩm quyền đối với danh hiệu này.',
  'rejection.members-missing':
    'Bộ tiêu chí yêu cầu đủ tỷ lệ thành viên đạt danh hiệu mới được công nhận; chưa có quyết định nào được ghi nhận. Xin rà soát danh sách thành viên rồi thử lại.',
  'rejection.invalid':
    'Nội dung gửi đi chưa hợp lệ nên chưa được ghi nhận. Những gì đã nhập vẫn được giữ; xin kiểm tra lại.',
  'rejection.insufficient':
    'Số dư không đủ cho khoản này nên chưa được ghi vào sổ. Xin kiểm tra số tiền, tài khoản và thứ tự các khoản thu, chi.',
  'rejection.own-entry':
    'Người lập khoản chi không tự duyệt được khoản đó. Đề nghị người khác có thẩm quyền duyệt.',
  'rejection.rows':
    'Có dòng chưa hợp lệ nên chưa dòng nào được nhập vào sổ. Xin sửa các dòng được nêu rồi nhập lại.',
  'rejection.id-reused': 'Lần gửi này trùng mã với một lần gửi khác nên chưa được ghi nhận. Xin gửi lại.',
} satisfies Dictionary;
