import type { Model } from '../../domain/text.schema.js';
import { formatNumber, type Lang } from '../../i18n/translate.js';
import { asciiName } from '../file-name.js';
import { margins } from '../layout.js';
import { officialDate } from '../official-date.js';
import { cell, paragraph, text, type OfficialDocument, type Row } from '../official-document.js';
import type { Sheet } from '../sheet/sheet.js';
import { clean, upper } from '../wording.js';
import { registerWording, type RegisterWording } from './register-wording.js';

/** A subject whose result was verified. */
export interface ProposedSubject {
  model: Model;
  name: string;
  place: string;
  head: string;
  score?: number;
  max?: number;
  /** Class or level that is proposed. */
  title: string;
}

/** What stands around the list; what is empty is left to be written by hand. */
export interface ProposalSettings {
  organisation: string;
  parentOrganisation: string;
  place: string;
  /** Position of the one who signs. */
  signer: string;
}

export interface ProposalInput {
  cycle: string;
  /** In the order of the list. */
  rows: readonly ProposedSubject[];
  settings: ProposalSettings;
  lang: Lang;
}

const models: readonly Model[] = ['family', 'clan', 'community', 'unit', 'citizen'];

/** The rows by model, numbered through within each. */
function groupsOf(rows: readonly ProposedSubject[]): { model: Model; rows: ProposedSubject[] }[] {
  return models
    .map((model) => ({ model, rows: rows.filter((row) => row.model === model) }))
    .filter((group) => group.rows.length > 0);
}

/** The list of those proposed for a title, marked as a sample: no official layout of it is known. */
export function proposalList(input: ProposalInput): OfficialDocument {
  const { rows, settings, lang, cycle } = input;
  const words = registerWording(lang);
  const { t } = words;
  const parent = clean(settings.parentOrganisation);
  const organisation = clean(settings.organisation);
  const place = clean(settings.place) || '..........';
  return {
    lang,
    title: `${t('register-paper.proposal')} ${cycle}`,
    margins: { ...margins, left: 20 },
    landscape: true,
    header: {
      ...(parent && { parentOrganisation: upper(parent, lang) }),
      ...(organisation && { organisation: upper(organisation, lang) }),
      nation: t('document.nation'),
      motto: t('document.motto'),
      placeDate: t('document.place-date', { place, date: officialDate('', lang) }),
    },
    notice: { title: t('document.sample'), text: t('register-paper.sample') },
    typeName: t('register-paper.proposal.type'),
    abstract: t('register-paper.proposal.about', { year: cycle }),
    bases: [],
    body: [
      table(rows, words),
      paragraph(text(t('register-paper.proposal.sum', { n: rows.length }), { bold: true }), 'plain'),
    ],
    closing: {
      signatures: [
        { title: upper(t('register-paper.maker'), lang), hint: t('document.sign-here') },
        {
          title: upper(clean(settings.signer) || t('register-paper.signer'), lang),
          hint: t('document.sign-here'),
        },
      ],
    },
    appendices: [],
  };
}

function table(
  rows: readonly ProposedSubject[],
  { t, lang }: RegisterWording,
): OfficialDocument['body'][number] {
  const bold = { bold: true, align: 'center' } as const;
  const names = ['no', 'name', 'head', 'place', 'score', 'title'] as const;
  const groups = groupsOf(rows);
  return {
    kind: 'table',
    columns: [
      { width: 14, align: 'center' },
      { width: 62, align: 'left' },
      { width: 50, align: 'left' },
      { width: 68, align: 'left' },
      { width: 26, align: 'center' },
      { width: 42, align: 'left' },
    ],
    head: [{ cells: names.map((name) => cell(t(`register-paper.${name}`), bold)) }],
    rows: groups.flatMap((group): Row[] => [
      ...(groups.length > 1
        ? [
            {
              keepWithNext: true,
              cells: [
                cell(
                  t('register-paper.group', {
                    title: t(`document.title.${group.model}`),
                    n: group.rows.length,
                  }),
                  {
                    bold: true,
                    colSpan: names.length,
                    align: 'left' as const,
                  },
                ),
              ],
            },
          ]
        : []),
      ...group.rows.map((row, index) => ({
        cells: [
          cell(formatNumber(index + 1, lang)),
          cell(clean(row.name)),
          cell(clean(row.head)),
          cell(clean(row.place)),
          cell(points(row, lang)),
          cell(clean(row.title)),
        ],
      })),
    ]),
  };
}

function points({ score, max }: ProposedSubject, lang: Lang): string {
  if (score === undefined) return '';
  return max === undefined
    ? formatNumber(score, lang)
    : `${formatNumber(score, lang)}/${formatNumber(max, lang)}`;
}

/** The same as a table to go on with. */
export function proposalSheet({ rows, cycle, lang }: ProposalInput): Sheet {
  const { t } = registerWording(lang);
  return {
    name: t('register-paper.proposal.tab', { year: cycle }),
    columns: [
      { header: t('register-paper.no'), width: 6, kind: 'count' },
      { header: t('register-paper.name'), width: 36, kind: 'text' },
      { header: t('register-paper.model'), width: 18, kind: 'text' },
      { header: t('register-paper.head'), width: 28, kind: 'text' },
      { header: t('register-paper.place'), width: 36, kind: 'text' },
      { header: t('register-paper.score'), width: 10, kind: 'text' },
      { header: t('register-paper.title'), width: 28, kind: 'text' },
    ],
    rows: groupsOf(rows).flatMap((group) =>
      group.rows.map((row, index) => [
        index + 1,
        clean(row.name),
        t(`document.title.${row.model}`),
        clean(row.head),
        clean(row.place),
        points(row, lang),
        clean(row.title),
      ]),
    ),
  };
}

/** Name of its file without the ending. */
export function proposalFileName({ cycle, settings, lang }: ProposalInput): string {
  return asciiName([
    registerWording(lang).t('register-paper.file.proposal'),
    cycle,
    clean(settings.organisation),
  ]);
}
