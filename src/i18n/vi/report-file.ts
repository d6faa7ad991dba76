import type { Dictionary } from '../translate.js';

/** Handing a report over: printed, or as a file. */
export const reportFileVi = {
  'report-file.title': 'In hoặc tải báo cáo',
  'report-file.parentOrganisation': 'Cơ quan, tổ chức cấp trên',
  'report-file.organisation': 'Tổ chức báo cáo',
  'report-file.place': 'Địa danh',
  'report-file.number': 'Số',
  'report-file.symbol': 'Ký hiệu',
  'report-file.date': 'Ngày',
  'report-file.date.wrong': 'Ngày chưa đúng; ví dụ 31/12/2025.',
  'report-file.usual': 'Để trống thì dùng “Hội Khuyến học” của địa bàn.',
  'report-file.sample': 'Bố cục là mẫu, chưa đối chiếu văn bản.',
  'report-file.print': 'In',
  'report-file.docx': 'Lưu DOCX',
  'report-file.xlsx': 'Lưu Excel',
  'report-file.csv': 'Lưu CSV',
  'report-file.data': 'Tệp số liệu',
} satisfies Dictionary;
