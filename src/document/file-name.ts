import { fold } from '../i18n/fold.js';
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
  const parts = [
    t(`file.${kind}`),
    t(`document.title.${input.subject.model}`),
    input.cycle,
    organisationOf(input),
  ];
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
