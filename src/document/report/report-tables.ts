import type { Report, ReportLine, ReportSection } from '../../domain/report/report.types.js';
import { formatNumber } from '../../i18n/translate.js';
import { cell, paragraph, type Block, type Column, type Row, type Table } from '../official-document.js';
import {
  aimText,
  cellText,
  changeText,
  leadOf,
  lineName,
  lineNotes,
  measureName,
  remarkText,
  shareText,
  standingText,
  type ReportWording,
} from './report-wording.js';

/** A column of a section: its head, and what stands in it. */
interface Field {
  head: string;
  /** Share of the width. */
  width: number;
  align: Column['align'];
  of: (line: ReportLine) => string;
}

/** Most years side by side. */
const mostYears = 10;

/** The table of a section, what has to be known of its lines, and each year of a review. */
export function sectionBlocks(report: Report, section: ReportSection, words: ReportWording): Block[] {
  const { lines } = section;
  const notes = [
    ...section.remarks.map((remark) => remarkText(remark, words)),
    ...lines.flatMap((line) =>
      lineNotes(line, words).map((text) =>
        words.t('report-paper.note', { line: lineName(line, words), text }),
      ),
    ),
  ];
  return [
    tableOf(lines, fieldsOf(report, section, words), words),
    ...(lines.some(({ series }) => series.length > 1) ? yearsBlocks(section, words) : []),
    ...notes.map((note) => paragraph(note, 'note')),
  ];
}

function fieldsOf(report: Report, section: ReportSection, words: ReportWording): Field[] {
  const { t, lang } = words;
  const { lines } = section;
  const year = String(report.before);
  const lead = leadOf(section);
  const measure = (line: ReportLine, id: string) => line.measures.find((one) => one.id === id);
  const number = (head: string, width: number, of: Field['of']): Field => ({
    head,
    width,
    align: 'right',
    of,
  });
  const used = section.measures.filter((id) => lines.some((line) => measure(line, id)));
  const shares = lines.some(({ share }) => share);
  const compares = lines.some(({ measures }) => measures.some(({ before }) => before));
  const aims = lines.some(({ aim }) => aim);
  return [
    ...used.map((id) =>
      number(measureName(id, words), id === 'amount' ? 40 : 24, (line) => {
        const found = measure(line, id);
        return found ? cellText(found.now, words) : '';
      }),
    ),
    ...(shares ? [number(t('report-paper.share'), 20, ({ share }) => shareText(share?.now, lang))] : []),
    ...(compares
      ? [
          number(
            t('report-paper.before', { measure: measureName(lead, words), year }),
            lead === 'amount' ? 40 : 24,
            (line) => {
              const before = measure(line, lead)?.before;
              return before ? cellText(before, words) : '';
            },
          ),
          ...(shares
            ? [
                number(t('report-paper.before.share', { year }), 20, ({ share }) =>
                  shareText(share?.before, lang),
                ),
              ]
            : []),
          number(t('report.column.change', { year }), lead === 'amount' ? 34 : 22, (line) =>
            changeText(measure(line, lead)?.change, lang),
          ),
        ]
      : []),
    ...(aims
      ? [
          number(t('report.column.target'), 26, ({ aim }) => (aim ? aimText(aim, words) : '')),
          {
            head: t('report.column.standing'),
            width: 26,
            align: 'left' as const,
            of: ({ aim }: ReportLine) => (aim ? standingText(aim, words) : ''),
          },
        ]
      : []),
  ];
}

/** Lines numbered through, their groups below them with a dash. */
function tableOf(lines: readonly ReportLine[], fields: readonly Field[], words: ReportWording): Table {
  const { t, lang } = words;
  const taken = fields.reduce((sum, { width }) => sum + width, 12);
  const bold = { bold: true, align: 'center' } as const;
  let no = 0;
  return {
    kind: 'table',
    columns: [
      { width: 12, align: 'center' },
      { width: Math.max(46, 262 - taken), align: 'left' },
      ...fields.map(({ width, align }): Column => ({ width, align })),
    ],
    head: [
      {
        cells: [t('report-paper.no'), t('report.column.line'), ...fields.map(({ head }) => head)].map(
          (head) => cell(head, bold),
        ),
      },
    ],
    rows: lines.map((line): Row => {
      const group = line.depth === 1;
      if (!group) no += 1;
      const name = lineName(line, words);
      return {
        cells: [
          cell(group ? '' : formatNumber(no, lang)),
          cell(group ? `- ${name}` : name),
          ...fields.map(({ of }) => cell(of(line))),
        ],
      };
    }),
  };
}

/** Each year of a review: its number, and its share in brackets. */
function yearsBlocks(section: ReportSection, words: ReportWording): Block[] {
  const { t, lang } = words;
  const lines = section.lines.filter(({ series }) => series.length > 1);
  const years = (lines[0]?.series ?? []).map(({ year }) => year).slice(-mostYears);
  const fields = years.map((year): Field => ({
    head: String(year),
    width: 216 / years.length,
    align: 'right',
    of({ series }) {
      const point = series.find((one) => one.year === year);
      if (!point) return '';
      const value = cellText(point.cell, words);
      const share = shareText(point.share, lang);
      return share === '' ? value : t('report-paper.years.share', { value, share });
    },
  }));
  const measure = measureName(leadOf(section), words);
  return [paragraph(t('report-paper.years', { measure }), 'plain', true), tableOf(lines, fields, words)];
}
