import type { Model } from '../../domain/text.schema.js';
import type { Lang } from '../../i18n/translate.js';
import { asciiName } from '../file-name.js';
import type { Sheet } from '../sheet/sheet.js';
import { clean } from '../wording.js';
import { registerWording, type RegisterPaperKey } from './register-wording.js';

/** A subject of the register in a year. */
export interface SheetSubject {
  id: string;
  model: Model;
  subjectGroup?: string;
  name: string;
  head: string;
  /** How many members were declared, and how many of them as learning citizens. */
  members?: number;
  citizens?: number;
  parent: string;
  place: string;
  code: string;
  /** Empty where it is not registered. */
  cycle: string;
  state: string;
  score?: number;
  title: string;
}

export interface RegisterSheetInput {
  cycle: string;
  rows: readonly SheetSubject[];
  lang: Lang;
}

const groups: ReadonlySet<string> = new Set([
  'farmers',
  'workers',
  'officials',
  'learners',
  'village',
  'agencies',
  'schools',
  'enterprises',
  'commune',
]);

/**
 * The register as a table. Its columns are those that the import knows, and the number of each subject stands in front, so
 * that the file can be worked on and read again.
 */
export function registerSheet({ rows, cycle, lang }: RegisterSheetInput): Sheet {
  const { t } = registerWording(lang);
  const column = (key: RegisterPaperKey, width: number): Sheet['columns'][number] => ({
    header: t(key),
    width,
    kind: 'text',
  });
  return {
    name: t('register-paper.tab', { year: cycle }),
    columns: [
      column('register-paper.id', 38),
      column('register-paper.subject', 36),
      column('register-paper.model', 14),
      column('register-paper.subject-group', 16),
      column('register-paper.head', 28),
      column('register-paper.members', 12),
      column('register-paper.citizens', 12),
      column('register-paper.parent', 28),
      column('register-paper.place', 36),
      column('register-paper.code', 12),
      column('register-paper.year', 8),
      column('register-paper.state', 18),
      { header: t('register-paper.score'), width: 10, kind: 'text' },
      column('register-paper.title', 28),
    ],
    rows: rows.map((row) => [
      row.id,
      clean(row.name),
      t(`register-paper.model.${row.model}`),
      row.subjectGroup === undefined
        ? null
        : groups.has(row.subjectGroup)
          ? t(`register-paper.group.${row.subjectGroup}` as RegisterPaperKey)
          : row.subjectGroup,
      clean(row.head) || null,
      row.members ?? null,
      row.citizens ?? null,
      clean(row.parent) || null,
      clean(row.place),
      row.code || null,
      row.cycle || null,
      row.state,
      row.score ?? null,
      clean(row.title) || null,
    ]),
  };
}

/** Name of its file without the ending. */
export function registerFileName({ cycle, lang }: Pick<RegisterSheetInput, 'cycle' | 'lang'>): string {
  return asciiName([registerWording(lang).t('register-paper.file.register'), cycle]);
}
