/** Official papers: made from an assessment, drawn as HTML for printing and as DOCX. */
import type { OfficialDocument } from './official-document.js';
import type { ReadSheet, ReadSheetOptions } from './sheet/read/read-sheet.js';
import type { Sheet } from './sheet/sheet.js';

export { blankForm } from './blank-form.js';
export { recognitionCertificate } from './certificate.js';
export { certificateFileName, decisionFileName, fileName } from './file-name.js';
export { fillWithPaper, openPreview, printDocument } from './print.js';
export { renderOfficialDocument } from './html.js';
export { recognitionDecision } from './recognition-decision.js';
export { resultsTable } from './results-table.js';
export { selfAssessmentReport } from './self-assessment-report.js';
export type { CertificateInput, DecisionInput, DecisionSettings, PrintedTitle } from './decision-input.js';
export type { DocumentInput, PaperSettings } from './document-input.js';
export type * from './official-document.js';
export type { Margins } from './layout.js';
export { csvText, toCsv } from './sheet/csv.js';
export type { Sheet, SheetColumn, SheetRow } from './sheet/sheet.js';
export type * from './fund/index.js';
export type * from './register/index.js';
export type * from './report/index.js';
export type { PrintOptions } from './print.js';
export type { ReadSheet, ReadSheetOptions } from './sheet/read/read-sheet.js';
export type * from './sheet/read/sheet-file.types.js';
export type { Letters } from './sheet/read/syllables.js';

/** Writes a paper as DOCX. The library behind it is large and loads with the first call. */
export async function toDocx(paper: OfficialDocument): Promise<Blob> {
  const { toDocx: write } = await import('./docx.js');
  return write(paper);
}

/** Writes sheets as XLSX. The library behind it loads with the first call. */
export async function toXlsx(sheets: readonly Sheet[]): Promise<Blob> {
  const { toXlsx: write } = await import('./sheet/xlsx.js');
  return write(sheets);
}

/** Everything that a study-promotion fund leaves on paper or as a file; it loads with the first call. */
export function fundPapers(): Promise<typeof import('./fund/index.js')> {
  return import('./fund/index.js');
}

/** What the register leaves on paper or as a file; it loads with the first call. */
export function registerPapers(): Promise<typeof import('./register/index.js')> {
  return import('./register/index.js');
}

/** What a yearly report leaves on paper or as a file; it loads with the first call. */
export function reportPapers(): Promise<typeof import('./report/index.js')> {
  return import('./report/index.js');
}

/**
 * Reads an XLSX or CSV file into tables, in slices that keep the page alive; what the file is, its bytes tell. What cannot
 * be read is answered as a problem, `sheet.problem.<code>`, and what should be known of a file that was as notes,
 * `sheet.note.<code>`. Rejects with an `AbortError` when the signal says so. The reader loads with the first call.
 */
export async function readSheet(
  file: Blob & { readonly name?: string },
  options: ReadSheetOptions = {},
): Promise<ReadSheet> {
  const { readSheet: read } = await import('./sheet/read/read-sheet.js');
  return read(file, options);
}
