/** Everything that a yearly report or a review leaves on paper or as a file. */
export { reportDocument, reportFileName } from './report-document.js';
export { reportSheets, reportTable } from './report-sheets.js';
export type { ReportPaperInput, ReportPaperSettings } from './report-input.js';
