import type {
  Cell,
  Coverage,
  Lack,
  MeasureId,
  Ratio,
  Remark,
  Report,
  ReportLine,
  ReportSection,
} from '../../../src/domain/report/report.types.js';
import type { LocalText } from '../../../src/domain/text.schema.js';
import { formatNumber } from '../../../src/i18n/translate.js';
import type { LanguageController } from '../../base/language.js';
import { percent } from '../../../src/i18n/target-words.js';

/** Names that are told in one line. */
const namesAtOnce = 3;

export const titleOf = ({ kind, year, from }: Report, l: LanguageController): string =>
  l.t(`report.title.${kind}`, { year: String(year), from: String(from) });

/** What a line is called; those of a model's groups bear the group's name. */
export function lineLabel({ id, label }: ReportLine, l: LanguageController): string {
  if (label) return l.text(label);
  const [model, group] = id.split('.');
  const isGroup = group !== undefined && model !== 'goods';
  return isGroup ? l.t(`report.group.${group || 'none'}`) : l.t(`report.line.${id}`);
}

/** Of what is counted, as after a number: "gia đình"; nothing where the line's name says it. */
export function unitLabel(line: ReportLine, l: LanguageController): string {
  const { unit } = line;
  const word = unit ? l.text(unit) : '';
  return lineLabel(line, l).toLowerCase().includes(word.toLowerCase()) ? '' : word;
}

/** The measure that a section is about. */
export const leadOf = ({ measures }: ReportSection): MeasureId =>
  measures.includes('achieved') ? 'achieved' : (measures[0] ?? 'number');

export const shareLabel = (section: ReportSection, l: LanguageController): string =>
  l.t(leadOf(section) === 'achieved' ? 'report.column.share' : 'report-page.share');

export const measureLabel = (id: MeasureId, l: LanguageController): string => l.t(`report.column.${id}`);

/** The place was not there in the year that is compared with: said once instead of at each number. */
export const wasNotThere = ({ sections }: Report): boolean =>
  sections.some(({ lines }) =>
    lines.some(({ measures }) => measures.some(({ before }) => before?.lack?.code === 'not-there')),
  );

/** A few names, and how many more there are. */
export function some(names: readonly LocalText[], l: LanguageController): string {
  const told = names.slice(0, namesAtOnce).map(l.text).join(', ');
  const n = names.length - namesAtOnce;
  return n > 0 ? l.t('report.names.more', { names: told, n }) : told;
}

export const lackText = ({ code, places }: Lack, l: LanguageController): string =>
  l.t(`report.lack.${code}`, { places: some(places, l) });

export const remarkText = ({ code, n, names = [] }: Remark, l: LanguageController): string =>
  l.t(`report.remark.${code}`, { ...(n !== undefined && { n }), names: some(names, l) });

/** A whole number, or why there is none. */
export function cellText({ value, lack }: Cell, l: LanguageController): string {
  if (value !== undefined) return formatNumber(value, l.lang, 0);
  return lack ? lackText(lack, l) : '–';
}

export const ratioText = ({ value }: Ratio, l: LanguageController): string =>
  value === undefined ? '–' : percent(value, l.lang);

/** More or less than before, with its sign: "+1.200". */
export function changeText(change: number, l: LanguageController): string {
  if (change === 0) return l.t('report.change.same');
  return (change > 0 ? '+' : '\u2212') + formatNumber(Math.abs(change), l.lang);
}

/** The same for shares, in percentage points. */
export const pointsText = (change: number, l: LanguageController): string =>
  change === 0 ? l.t('report.change.same') : l.t('report.points', { value: changeText(change / 100, l) });

export const partsWord = ({ level }: Coverage, l: LanguageController): string =>
  l.t(`target.parts.${level === 'nation' ? 'mixed' : level}`);

/** Which parts have not told a line's number. */
export const lineCoverage = (coverage: Coverage, l: LanguageController): string =>
  l.t('report-page.line.coverage', {
    reported: coverage.reported,
    expected: coverage.expected,
    parts: partsWord(coverage, l),
    names: some(
      coverage.missing.map(({ name }) => name),
      l,
    ),
  });
