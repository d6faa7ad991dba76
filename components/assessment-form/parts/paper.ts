import type { DocumentInput } from '../../../src/document/document-input.js';
import { dateInVietnam } from '../../../src/domain/civil-date.js';
import type { Model } from '../../../src/domain/text.schema.js';
import { saveFile } from '../../base/files.js';
import type { LanguageController } from '../../base/language.js';
import type { HtsdAssessmentForm } from '../assessment-form.js';
import { furtherSigners, type PaperSettings } from './dialogs.js';

export { drawImage, saveFile } from '../../base/files.js';

/** What can be known for the paper before the person looks at it. */
export function paperSettings(form: HtsdAssessmentForm): PaperSettings {
  const subject = form.view?.subject;
  return {
    parentOrganisation: subject?.parent ?? form.parentOrganisation,
    organisation: subject?.name ?? form.subjectName,
    place: (subject?.place.name ?? form.place).split(/[,;]/).at(-1)?.trim() ?? '',
    number: '',
    symbol: 'BC',
    date: dateInVietnam((form.client?.now() ?? new Date()).toISOString()),
    authority: '',
    signerTitle: subject?.head?.position ?? form.headPosition,
    name: subject?.head?.name ?? (ofPeople(form.model) ? subject?.name : undefined) ?? form.headName,
    addressees: '',
    recipients: form.l.t('paper.recipients.default'),
  };
}

/** Those who sign for themselves and not for a body. */
const ofPeople = (model: Model): boolean => model === 'family' || model === 'citizen';

/**
 * Who else signs a form that is filled in by hand: publishing the name or picture of a child from the age of 7 needs
 * the child's own consent, too (Law 91/2025/QH15, art. 24).
 */
export const extraSignatures = (model: Model, l: Pick<LanguageController, 't'>): { title: string }[] =>
  ofPeople(model) ? [{ title: l.t('paper.child') }] : [];

/** Makes the paper that the dialog asked for, and prints it or hands it over as a DOCX file. */
export async function makePaper(
  form: HtsdAssessmentForm,
  as: 'print' | 'docx',
  fields: FormData,
): Promise<void> {
  const { view, l } = form;
  const { set, subject } = view ?? {};
  if (!view || !set || !subject) return;
  const paper = await import('../../../src/document/index.js');
  const field = (name: string): string => ((fields.get(name) as string | null) ?? '').trim();
  const lines = (name: keyof PaperSettings): string[] =>
    field(name)
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean);
  const blank = fields.get('kind') === 'blank';
  const input: DocumentInput = {
    set,
    subject,
    cycle: view.assessment?.cycle ?? view.cycle,
    facts: view.facts,
    answers: blank ? {} : view.answers,
    result: blank ? null : (view.result ?? null),
    settings: {
      parentOrganisation: field('parentOrganisation'),
      organisation: field('organisation'),
      place: field('place'),
      number: field('number'),
      symbol: field('symbol'),
      date: field('date'),
      ...(field('addressees') ? { addressees: lines('addressees') } : {}),
      recipients: lines('recipients'),
      signatures: [
        ...(blank ? extraSignatures(subject.model, l) : []),
        ...furtherSigners
          .map((n) => ({ title: field(`further-title-${n}`), name: field(`further-name-${n}`) }))
          .filter(({ title: position, name: signer }) => position || signer)
          .map((one) => ({ ...one, title: one.title || l.t('paper.further.signer') })),
        { authority: field('authority'), title: field('signerTitle'), name: field('name') },
      ],
    },
    lang: l.lang,
  };
  const document = blank ? paper.blankForm(input) : paper.selfAssessmentReport(input);
  const name = paper.fileName(input, blank ? 'blank' : 'report');
  if (as === 'docx') saveFile(await paper.toDocx(document), `${name}.docx`);
  else if (!(await paper.printDocument(document, { window, title: name }))) {
    form.trouble = { code: 'unsupported', params: { reason: 'print' }, retryable: false };
  }
}
