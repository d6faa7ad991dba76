import type { DecisionInput, DecisionSettings } from '../../src/document/decision-input.js';
import type { DecisionRecord, Recognition } from '../../src/domain/recognition.schema.js';
import type { Lang } from '../../src/i18n/translate.js';
import { saveFile } from '../base/files.js';

/** A decision with its titles, in the order of its list. */
export interface WholeDecision {
  decision: DecisionRecord;
  titles: readonly Recognition[];
}

/** Prints a decision with its list, or hands it over as DOCX. False where the browser prints nothing. */
export async function decisionPaper(
  { decision, titles }: WholeDecision,
  settings: DecisionSettings,
  lang: Lang,
  as: 'print' | 'docx',
): Promise<boolean> {
  const paper = await import('../../src/document/index.js');
  const points = titles.some(({ score }) => score !== undefined);
  const input: DecisionInput = { decision, titles, settings: { points, ...settings }, lang };
  const name = paper.decisionFileName(input);
  const document = paper.recognitionDecision(input);
  if (as === 'print') return paper.printDocument(document, { window, title: name });
  saveFile(await paper.toDocx(document), `${name}.docx`);
  return true;
}

/** Prints the certificate of one title. */
export async function certificatePaper(
  title: Recognition,
  settings: DecisionSettings,
  lang: Lang,
): Promise<boolean> {
  const paper = await import('../../src/document/index.js');
  const input = { title, settings, lang };
  return paper.printDocument(paper.recognitionCertificate(input), {
    window,
    title: paper.certificateFileName(input),
  });
}
