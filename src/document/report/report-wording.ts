import type {
  Cell,
  Coverage,
  MeasureId,
  Ratio,
  Remark,
  ReportLine,
  ReportSection,
} from '../../domain/report/report.types.js';
import type { Milestone } from '../../domain/target/year-figure.types.js';
import { reportPaperEn } from '../../i18n/en/report-paper.js';
import { reportEn } from '../../i18n/en/report.js';
import { targetEn } from '../../i18n/en/target.js';
import { fill, formatNumber, type Dictionary, type Lang } from '../../i18n/translate.js';
import { reportPaperVi } from '../../i18n/vi/report-paper.js';
import { reportVi } from '../../i18n/vi/report.js';
import { targetVi } from '../../i18n/vi/target.js';
import { wording, type DocumentKey, type Wording } from '../wording.js';

export type ReportKey = keyof typeof reportVi | keyof typeof reportPaperVi | keyof typeof targetVi;

/** The sentences of a report in one language. */
export interface ReportWording extends Pick<Wording, 'lang' | 'text'> {
  t: (key: ReportKey | DocumentKey, params?: Parameters<typeof fill>[1]) => string;
}

const dictionaries: Readonly<Record<Lang, Dictionary>> = {
  vi: { ...reportVi, ...reportPaperVi, ...targetVi },
  en: { ...reportEn, ...reportPaperEn, ...targetEn },
};

export function reportWording(lang: Lang): ReportWording {
  const shared = wording(lang);
  return {
    lang,
    text: shared.text,
    t: (key, params = {}) => {
      const own = dictionaries[lang][key];
      return own === undefined ? shared.t(key as DocumentKey, params) : fill(own, params, lang);
    },
  };
}

/** What a line is called; those of a model's groups bear the name of the group, or its id where that is not a usual one. */
export function lineName({ id, label, depth }: ReportLine, words: ReportWording): string {
  if (label) return words.text(label);
  const group = depth === 1 ? id.slice(id.indexOf('.') + 1) : undefined;
  if (group === undefined) return words.t(`report.line.${id}` as ReportKey);
  const key = `report.group.${group || 'none'}`;
  return key in reportVi ? words.t(key as ReportKey) : group;
}

/** The same by itself, away from the lines around it: "Công dân học tập - Nông dân". */
export function wholeName(line: ReportLine, words: ReportWording): string {
  const name = lineName(line, words);
  const [model = ''] = line.id.split('.');
  return line.depth === 1 ? `${words.t(`report.line.${model}` as ReportKey)} - ${name}` : name;
}

export const measureName = (id: MeasureId, { t }: ReportWording): string => t(`report.column.${id}`);

/** A whole number in a column, or in few words why there is none. */
export function cellText({ value, lack }: Cell, { t, lang }: ReportWording): string {
  if (value !== undefined) return formatNumber(value, lang, 0);
  if (!lack || lack.code === 'not-reported') return t('report-paper.missing');
  const boundary = lack.code === 'no-share' || lack.code === 'no-figure' || lack.code === 'mixed';
  return t(boundary ? 'report-paper.not-comparable' : 'report-paper.none');
}

/** Per cent without its sign, with two decimals at most. */
export const shareText = (ratio: Ratio | undefined, lang: Lang): string =>
  ratio?.value === undefined ? '' : formatNumber(ratio.value / 100, lang);

/** More or less than before, with its sign. */
export const changeText = (change: number | undefined, lang: Lang): string =>
  change === undefined ? '' : (change > 0 ? '+' : '') + formatNumber(change, lang, 0);

/** What is to be reached and by when: "75 % (năm 2025)". */
export function aimText({ target }: Milestone, { t, lang }: ReportWording): string {
  const number = formatNumber(target.kind === 'share' ? target.value / 100 : target.value, lang);
  const value = target.kind !== 'share' ? number : lang === 'vi' ? `${number}\u00a0%` : `${number}%`;
  return t('report.aim', {
    value: target.falling ? t('target.at-most', { value }) : value,
    year: target.by.slice(0, 4),
  });
}

/** How the place stands against it, and where that has no answer why. */
export const standingText = ({ standing }: Milestone, { t }: ReportWording): string =>
  t(`target.status.${standing.status}`);

export function remarkText({ code, n, names = [] }: Remark, { t, text }: ReportWording): string {
  return t(`report.remark.${code}`, {
    ...(n !== undefined && { n }),
    names: names.map(text).join(', '),
  });
}

/** How many parts have reported, and which have not: all of them, by name. */
export function coverageText(coverage: Coverage, { t, text }: ReportWording): string {
  const { reported, expected, level, missing } = coverage;
  return t('report-paper.line-coverage', {
    reported,
    expected,
    parts: t(`target.parts.${level === 'nation' ? 'mixed' : level}`),
    names: missing.map(({ name }) => text(name)).join(', '),
  });
}

/** Everything that has to be known of a line beside its numbers, as sentences. */
export function lineNotes(line: ReportLine, words: ReportWording): string[] {
  const { t, text } = words;
  const lacks = line.measures
    .flatMap(({ now, before }) => [now.lack, before?.lack])
    .flatMap((lack) => lack ?? []);
  const told = lacks
    .filter(({ code }) => code === 'no-share' || code === 'no-figure' || code === 'mixed')
    .map(({ code, places }) => `${t(`report.lack.${code}`, { places: places.map(text).join(', ') })}.`);
  const { coverage } = line;
  return [
    ...new Set([
      ...told,
      ...(coverage && coverage.missing.length > 0 ? [coverageText(coverage, words)] : []),
      ...line.remarks.map((remark) => remarkText(remark, words)),
    ]),
  ];
}

/** The measure that a section's lines are about. */
export const leadOf = ({ measures }: Pick<ReportSection, 'measures'>): MeasureId =>
  measures.includes('achieved') ? 'achieved' : (measures[0] ?? 'number');
