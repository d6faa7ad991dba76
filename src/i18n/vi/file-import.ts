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
  'file-import.offline':
    'Chưa có kết nối mạng. Việc nhập không tự tiếp tục; xin làm lại khi có mạng, không dòng nào bị ghi hai lần.',
} satisfies Dictionary;
