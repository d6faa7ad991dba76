/** Official papers: made from an assessment, drawn as HTML for printing and as DOCX. */
import type { OfficialDocument } from './official-document.js';

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
export type { PrintOptions } from './print.js';

/** Writes a paper as DOCX. The library behind it is large and loads with the first call. */
export async function toDocx(paper: OfficialDocument): Promise<Blob> {
  const { toDocx: write } = await import('./docx.js');
  return write(paper);
}
