import type { Measure, Ratio, Report, ReportLine, ReportSection } from '../../domain/report/report.types.js';
import type { Sheet, SheetColumn } from '../sheet/sheet.js';
import type { ReportPaperInput } from './report-input.js';
import {
  aimText,
  leadOf,
  lineNotes,
  measureName,
  reportWording,
  standingText,
  wholeName,
  type ReportWording,
} from './report-wording.js';

/** A column of a sheet: what stands in it of a line. */
type Field = SheetColumn & { of: (line: ReportLine) => string | number | null };

const percentOf = (ratio: Ratio | undefined): number | null =>
  ratio?.value === undefined ? null : ratio.value / 100;

/** One sheet a section, numbers as numbers, and one of who has not reported. */
export function reportSheets({ report, lang }: Pick<ReportPaperInput, 'report' | 'lang'>): Sheet[] {
  const words = reportWording(lang);
  const sections = report.sections.filter(({ lines }) => lines.length > 0);
  return [
    ...sections.map((section) => sectionSheet(report, section, words)),
    ...(report.coverage ? [missingSheet(report, words)] : []),
  ];
}

function sectionSheet(report: Report, section: ReportSection, words: ReportWording): Sheet {
  const fields = fieldsOf(report, section, words);
  return {
    name: words.t(`report.section.${section.id}`),
    columns: fields.map(({ of: _of, ...column }) => column),
    rows: section.lines.map((line) => fields.map(({ of }) => of(line))),
  };
}

function fieldsOf(report: Report, section: ReportSection, words: ReportWording): Field[] {
  const { t } = words;
  const { lines, measures } = section;
  const year = String(report.before);
  const lead = leadOf(section);
  const find = (line: ReportLine, id: string): Measure | undefined =>
    line.measures.find((one) => one.id === id);
  const kind = section.id === 'funds' ? 'money' : 'count';
  const number = (header: string, of: Field['of']): Field => ({ header, width: 16, kind, of });
  const share = (header: string, of: Field['of']): Field => ({ header, width: 12, kind: 'decimal', of });
  const text = (header: string, width: number, of: Field['of']): Field => ({
    header,
    width,
    kind: 'text',
    of,
  });
  const shares = lines.some((line) => line.share);
  const used = measures.filter((id) => lines.some((line) => find(line, id)));
  const years = lines.find(({ series }) => series.length > 1)?.series ?? [];
  return [
    text(t('report.column.line'), 48, (line) => wholeName(line, words)),
    text(t('report.column.unit'), 14, (line) => unitOf(line, section, words)),
    ...used.map((id) => number(measureName(id, words), (line) => find(line, id)?.now.value ?? null)),
    ...(shares ? [share(t('report-paper.share'), (line) => percentOf(line.share?.now))] : []),
    ...used.map((id) =>
      number(
        t('report-paper.before', { measure: measureName(id, words), year }),
        (line) => find(line, id)?.before?.value ?? null,
      ),
    ),
    ...(shares
      ? [share(t('report-paper.before.share', { year }), (line) => percentOf(line.share?.before))]
      : []),
    number(t('report.column.change', { year }), (line) => find(line, lead)?.change ?? null),
    text(t('report.column.target'), 18, ({ aim }) => (aim ? aimText(aim, words) : null)),
    text(t('report.column.standing'), 18, ({ aim }) => (aim ? standingText(aim, words) : null)),
    ...years.map(({ year: of }) =>
      number(String(of), ({ series }) => series.find((point) => point.year === of)?.cell.value ?? null),
    ),
    number(t('report.column.coverage'), ({ coverage }) => coverage?.reported ?? null),
    number(t('report-paper.column.expected'), ({ coverage }) => coverage?.expected ?? null),
    text(t('report-paper.column.missing'), 40, ({ coverage }) => namesOf(coverage, words) || null),
    text(t('report.column.reason'), 60, (line) => noteOf(line, words) || null),
  ];
}

const namesOf = (coverage: ReportLine['coverage'], { text }: ReportWording): string =>
  (coverage?.missing ?? []).map(({ name }) => text(name)).join(', ');

/** The remarks of a line, and why its leading numbers are not there. */
function noteOf(line: ReportLine, words: ReportWording): string {
  const missing = line.measures.some(({ now }) => now.lack?.code === 'not-reported');
  const { coverage: _told, ...rest } = line;
  const notes = lineNotes(rest, words);
  return [...(missing ? [`${words.t('report.lack.not-reported')}.`] : []), ...notes].join(' ');
}

function unitOf(
  { id, unit }: ReportLine,
  { id: section }: ReportSection,
  words: ReportWording,
): string | null {
  if (unit) return words.text(unit) || null;
  const model = id.split('.')[0] as 'family' | 'clan' | 'community' | 'unit' | 'citizen';
  if (section === 'models') return words.t(`report.unit.${model}`);
  return section === 'funds' ? words.t('report.unit.amount') : null;
}

function missingSheet({ coverage }: Report, words: ReportWording): Sheet {
  const { t, text } = words;
  return {
    name: t('report-paper.sheet.missing'),
    columns: [
      { header: t('report-paper.column.code'), width: 14, kind: 'text' },
      { header: t('report-paper.column.place'), width: 40, kind: 'text' },
    ],
    rows: (coverage?.missing ?? []).map(({ code, name }) => [code, text(name)]),
  };
}

/** The whole report as one table, a number a line: for a file of one sheet. */
export function reportTable({ report, lang }: Pick<ReportPaperInput, 'report' | 'lang'>): Sheet {
  const words = reportWording(lang);
  const { t } = words;
  const year = String(report.before);
  const column = (header: string, kind: SheetColumn['kind'] = 'text'): SheetColumn => ({
    header,
    width: 18,
    kind,
  });
  return {
    name: t(`report.kind.${report.kind}`),
    columns: [
      column(t('report.column.section')),
      column(t('report.column.line')),
      column(t('report-paper.column.measure')),
      column(t('report.column.unit')),
      column(t('report-paper.column.value'), 'count'),
      column(t('report.column.before', { year }), 'count'),
      column(t('report.column.change', { year }), 'count'),
      column(t('report-paper.share'), 'decimal'),
      column(t('report-paper.before.share', { year }), 'decimal'),
      column(t('report.column.target')),
      column(t('report.column.standing')),
      column(t('report.column.coverage'), 'count'),
      column(t('report-paper.column.expected'), 'count'),
      column(t('report-paper.column.missing')),
      column(t('report.column.reason')),
    ],
    rows: report.sections.flatMap((section) =>
      section.lines.flatMap((line) =>
        line.measures.map(({ id, now, before, change }) => {
          const leads = id === leadOf(section);
          const { share, aim, coverage } = leads ? line : ({} as Partial<ReportLine>);
          return [
            t(`report.section.${section.id}`),
            wholeName(line, words),
            measureName(id, words),
            unitOf(line, section, words),
            now.value ?? null,
            before?.value ?? null,
            change ?? null,
            percentOf(share?.now),
            percentOf(share?.before),
            aim ? aimText(aim, words) : null,
            aim ? standingText(aim, words) : null,
            coverage?.reported ?? null,
            coverage?.expected ?? null,
            namesOf(coverage, words) || null,
            (leads && noteOf(line, words)) || null,
          ];
        }),
      ),
    ),
  };
}
