/** Said by the offline worker's page alone: a newer version lies ready on the device. */
export const updateVi = {
  'update.ready': 'Đã có phiên bản mới của trang. Tải lại để dùng; những gì đã nhập vẫn được giữ.',
  'update.take': 'Tải lại',
  'update.later': 'Để sau',
} as const;
