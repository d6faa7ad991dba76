/** All the loader ever says: its component could not be fetched. */
export const loaderVi = {
  'loader.failed':
    'Chưa tải được phần này. Khi có mạng, trang sẽ tự thử lại; nếu vẫn chưa được, xin tải lại trang.',
  'loader.reload': 'Tải lại trang',
} as const;
