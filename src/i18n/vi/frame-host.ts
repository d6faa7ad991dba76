/** What the portal's page says in the place of a frame that does not answer. */
export const frameHostVi = {
  'frame-host.silent': 'Phần này của trang chưa hiện được.',
  'frame-host.open': 'Mở ở trang riêng',
} as const;
