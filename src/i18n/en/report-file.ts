import type { Translation } from '../translate.js';
import type { reportFileVi } from '../vi/report-file.js';

export const reportFileEn: Translation<typeof reportFileVi> = {
  'report-file.title': 'Print or download the report',
  'report-file.parentOrganisation': 'Superior body',
  'report-file.organisation': 'Reporting body',
  'report-file.place': 'Place',
  'report-file.number': 'Number',
  'report-file.symbol': 'Symbol',
  'report-file.date': 'Date',
  'report-file.date.wrong': 'This is no date; for example 31/12/2025.',
  'report-file.usual': "Left empty, it is the place's association for promoting learning.",
  'report-file.sample': 'The layout is a sample, not checked against a text.',
  'report-file.print': 'Print',
  'report-file.docx': 'Save DOCX',
  'report-file.xlsx': 'Save Excel',
  'report-file.csv': 'Save CSV',
  'report-file.data': 'Files of figures',
};
