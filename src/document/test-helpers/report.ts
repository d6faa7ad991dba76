import type {
  Cell,
  Measure,
  MeasureId,
  Report,
  ReportLine,
  ReportSection,
} from '../../domain/report/report.types.js';
import type { Milestone, PlaceName } from '../../domain/target/year-figure.types.js';

const place = (code: string, vi: string, level: PlaceName['level'] = 'commune'): PlaceName => ({
  key: `${code}@2025-07-01`,
  code,
  name: { vi },
  level,
});
const cell = (value?: number): Cell =>
  value === undefined ? { lack: { code: 'not-reported', places: [] } } : { value, how: 'sum' };
const measure = (id: MeasureId, now?: number, before?: number): Measure => ({
  id,
  now: cell(now),
  before: cell(before),
  ...(now !== undefined && before !== undefined && { change: now - before }),
});
const line = (id: string, measures: readonly Measure[], more: Partial<ReportLine> = {}): ReportLine => ({
  id,
  depth: 0,
  measures,
  series: [],
  remarks: [],
  ...more,
});
const aim: Milestone = {
  target: {
    id: 'mau',
    indicator: 'gia-dinh',
    kind: 'share',
    value: 7_500,
    by: '2026-12-31',
    source: {
      name: { vi: 'Chương trình mẫu' },
      number: '387/QĐ-TTg',
      date: '2022-03-25',
      issuer: { vi: 'Thủ tướng Chính phủ' },
    },
    provenance: 'sourced',
  },
  standing: { status: 'behind', reasons: [] },
};
const missing = [place('00003', 'Xã Yên Lạc'), place('00004', 'Xã =Tam Đảo')];
const section = (
  id: ReportSection['id'],
  measures: readonly MeasureId[],
  lines: readonly ReportLine[],
  more: Partial<ReportSection> = {},
): ReportSection => ({ id, measures, lines, remarks: [], ...more });

/** The report of a province of four communes, two of which have not reported. */
export const sampleReport: Report = {
  kind: 'year',
  place: place('25', 'Tỉnh Phú Thọ', 'province'),
  path: [place('25', 'Tỉnh Phú Thọ', 'province')],
  parts: [place('00001', 'Xã Vĩnh Tường'), place('00002', 'Xã Bình Xuyên'), ...missing],
  year: 2026,
  from: 2026,
  before: 2025,
  on: '2026-12-31',
  running: false,
  coverage: { reported: 2, expected: 4, level: 'commune', missing },
  sections: [
    section(
      'models',
      ['total', 'registered', 'achieved'],
      [
        line(
          'family',
          [
            measure('total', 200_000, 198_000),
            measure('registered', 190_000, 180_000),
            measure('achieved', 150_000, 140_000),
          ],
          {
            share: {
              now: { count: 150_000, of: 200_000, value: 7_500 },
              before: { count: 140_000, of: 198_000, value: 7_070 },
              change: 430,
            },
            aim,
            coverage: { reported: 2, expected: 4, level: 'commune', missing },
            remarks: [{ code: 'live-total' }],
          },
        ),
        line('clan', [
          measure('total'),
          measure('registered'),
          {
            id: 'achieved',
            now: { value: 1_660 },
            before: { lack: { code: 'no-share', places: [{ vi: 'Xã Cũ' }] } },
          },
        ]),
        line('citizen', [measure('total', 9, 8), measure('registered', 9, 8), measure('achieved', 7, 8)]),
        line('citizen.farmers', [measure('achieved', 4, 8)], { depth: 1 }),
        line('citizen.khac', [measure('achieved', 2, 0)], { depth: 1 }),
        line('citizen.', [measure('achieved', 1, 0)], { depth: 1 }),
      ],
    ),
    section(
      'organisation',
      ['number', 'total'],
      [
        line('chi-hoi', [measure('number', 1_990)], {
          label: { vi: 'Chi hội khuyến học', en: 'Branches' },
          unit: { vi: 'chi hội', en: 'branches' },
        }),
      ],
    ),
    section(
      'activities',
      ['number', 'participants'],
      [line('seminar', [measure('number', 145, 100), measure('participants', 11_000, 9_000)])],
    ),
    section('funds', ['amount'], [line('opening', [measure('amount', 42_000_000_000, 41_000_000_000)])], {
      remarks: [{ code: 'public-only' }],
    }),
    section('centres', ['number', 'total'], [], { pending: true }),
  ],
};

/** The same over three years. */
export const sampleReview: Report = {
  ...sampleReport,
  kind: 'midterm',
  from: 2024,
  before: 2024,
  sections: sampleReport.sections.slice(0, 1).map((one) => ({
    ...one,
    lines: one.lines.slice(0, 1).map((family) => ({
      ...family,
      series: [
        { year: 2024, cell: cell() },
        { year: 2025, cell: cell(140_000), share: { value: 7_070 } },
        { year: 2026, cell: cell(150_000), share: { value: 7_500 } },
      ],
    })),
  })),
};
