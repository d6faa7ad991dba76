import { fold } from '../i18n/fold.js';
import { printedDecisionNumber, type CertificateInput, type DecisionInput } from './decision-input.js';
import type { DocumentInput } from './document-input.js';
import { organisationOf } from './paper-frame.js';
import { wording } from './wording.js';

/** Characters of a name without its ending: some file systems and mail gateways cut longer ones. */
const longest = 100;

/**
 * Name of a paper's file without its ending, in plain ASCII:
 * `bao-cao-tu-danh-gia-don-vi-hoc-tap-2026-truong-thpt-nguyen-du`.
 */
export function fileName(input: DocumentInput, kind: 'report' | 'blank'): string {
  const { t } = wording(input.lang);
  return asciiName([
    t(`file.${kind}`),
    t(`document.title.${input.subject.model}`),
    input.cycle,
    organisationOf(input),
  ]);
}

/** The same for a decision: `quyet-dinh-cong-nhan-05-qd-hkh-2026-12-05`. */
export function decisionFileName({ decision, lang }: Pick<DecisionInput, 'decision' | 'lang'>): string {
  return asciiName([wording(lang).t('file.decision'), printedDecisionNumber(decision.number), decision.date]);
}

/** The same for a certificate: `giay-cong-nhan-gia-dinh-hoc-tap-2026-nguyen-van-a`. */
export function certificateFileName({ title, lang }: Pick<CertificateInput, 'title' | 'lang'>): string {
  const { t } = wording(lang);
  return asciiName([
    t('file.certificate'),
    t(`document.title.${title.model}`),
    title.cycle,
    title.subjectName,
  ]);
}

/** Parts joined to a name of plain letters, figures and hyphens, not too long. */
export function asciiName(parts: readonly string[]): string {
  return parts
    .map((part) =>
      fold(part)
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^-+|-+$/g, ''),
    )
    .filter((part) => part !== '')
    .join('-')
    .slice(0, longest)
    .replace(/-+$/, '');
}
