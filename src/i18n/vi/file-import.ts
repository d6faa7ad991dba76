import type { Dictionary } from '../translate.js';

/** Every import of files: choosing them, how far it is, how it is stopped. */
export const fileImportVi = {
  'file-import.choose': 'Chọn tệp',
  'file-import.choose.other': 'Chọn tệp khác',
  'file-import.names': 'Tệp: {names}',
  'file-import.progress': 'Tiến độ',
  'file-import.stop': 'Dừng',
  'file-import.close': 'Đóng',
  'file-import.more': 'và {n} dòng nữa',
} satisfies Dictionary;
