import type { DecisionInput, DecisionSettings } from '../../src/document/decision-input.js';
import type { OfficialDocument } from '../../src/document/official-document.js';
import type { DecisionRecord, Recognition } from '../../src/domain/recognition.schema.js';
import type { Lang } from '../../src/i18n/translate.js';
import { saveFile } from '../base/files.js';

/** Whether a paper is printed or handed over as a file. */
export type PaperAs = 'print' | 'docx';

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
  as: PaperAs,
): Promise<boolean> {
  const paper = await import('../../src/document/index.js');
  const points = titles.some(({ score }) => score !== undefined);
  const input: DecisionInput = { decision, titles, settings: { points, ...settings }, lang };
  const name = paper.decisionFileName(input);
  return handOver(paper, paper.recognitionDecision(input), name, as);
}

/**
 * Prints the certificate of one title, or hands it over as DOCX. False where the browser prints nothing. `gone` hears of a
 * title that was revoked since the signer saw it: nobody gets a paper that says what does not hold.
 */
export async function certificatePaper(
  standing: Promise<Recognition>,
  gone: (title: Recognition) => void,
  settings: DecisionSettings,
  lang: Lang,
  as: PaperAs,
): Promise<boolean> {
  const [title, paper] = await Promise.all([standing, import('../../src/document/index.js')]);
  if (title.revokedAt !== undefined) {
    gone(title);
    return true;
  }
  const input = { title, settings, lang };
  return handOver(paper, paper.recognitionCertificate(input), paper.certificateFileName(input), as);
}

async function handOver(
  paper: typeof import('../../src/document/index.js'),
  document: OfficialDocument,
  name: string,
  as: PaperAs,
): Promise<boolean> {
  if (as === 'print') return paper.printDocument(document, { window, title: name });
  saveFile(await paper.toDocx(document), `${name}.docx`);
  return true;
}
