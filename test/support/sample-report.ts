/** A report as plain data: a province of three communes, one of which has not reported. */
import type {
  Cell,
  Coverage,
  Measure,
  MeasureId,
  Report,
  ReportLine,
  ReportSection,
  ShareOf,
  Trace,
} from '../../src/domain/report/report.types.js';
import type { Milestone, PlaceName } from '../../src/domain/target/year-figure.types.js';

export const named = (code: string, vi: string, level: PlaceName['level'] = 'commune'): PlaceName => ({
  key: `${code}@2025-07-01`,
  code,
  name: { vi },
  level,
});

export const province = named('25', 'Tỉnh Phú Thọ', 'province');
export const places = [named('A', 'Xã Sen Hồ'), named('B', 'Phường Việt Trì'), named('C', 'Xã Tam Đảo')];

const coverage: Coverage = { reported: 2, expected: 3, level: 'commune', missing: [places[2]!] };

export const parts = (line: string, measure: MeasureId, year = 2025): Trace => ({
  kind: 'parts',
  params: { line, measure, place: province.key, year, within: 2025 },
});

export const told = (id: MeasureId, now: number, before: number | undefined, trace?: Trace): Measure => ({
  id,
  now: { value: now, how: trace ? 'sum' : 'report', ...(trace && { trace }) },
  before:
    before === undefined ? { lack: { code: 'not-reported', places: [] } } : { value: before, how: 'report' },
  ...(before !== undefined && { change: now - before }),
});

export const shareOf = (count: number, of: number, count2?: number, of2?: number): ShareOf => {
  const value = (a: number, b: number): number => Math.floor((a * 10_000) / b);
  const before = count2 === undefined || of2 === undefined ? undefined : value(count2, of2);
  return {
    now: { count, of, value: value(count, of) },
    ...(before !== undefined && {
      before: { count: count2!, of: of2!, value: before },
      change: value(count, of) - before,
    }),
  };
};

const aim = (status: Milestone['standing']['status'], value = 7_500): Milestone => ({
  target: {
    id: 'mau',
    indicator: 'gia-dinh',
    kind: 'share',
    value,
    by: '2025-12-31',
    source: { name: { vi: 'Chương trình 387', en: 'Programme 387' } },
    provenance: 'sourced',
  },
  standing: { status, reasons: [], value: 7_500, figure: { asOf: '2025-12-31', count: 1 } },
});

const model = (
  id: string,
  numbers: readonly [number, number, number],
  old: readonly [number, number, number] | undefined,
  more: Partial<ReportLine> = {},
): ReportLine => ({
  id,
  depth: id.includes('.') ? 1 : 0,
  measures: (['total', 'registered', 'achieved'] as const).map((one, at) =>
    told(one, numbers[at]!, old?.[at], parts(id, one)),
  ),
  share: shareOf(numbers[2], numbers[0], old?.[2], old?.[0]),
  series: [],
  remarks: [],
  ...more,
});

const single = (id: string, label: string, unit: string, now: number, before?: number): ReportLine => ({
  id,
  depth: 0,
  label: { vi: label },
  unit: { vi: unit },
  measures: [told('number', now, before, parts(id, 'number'))],
  series: [],
  remarks: [],
});

const none: Cell = { lack: { code: 'not-reported', places: [] } };

const sections: readonly ReportSection[] = [
  {
    id: 'models',
    measures: ['total', 'registered', 'achieved'],
    remarks: [{ code: 'unplaced', n: 12 }],
    lines: [
      model('family', [200_000, 180_000, 150_000], [198_000, 170_000, 138_600], {
        aim: aim('reached'),
        coverage,
      }),
      model('clan', [1_660, 900, 700], [1_650, 800, 600], { aim: aim('behind', 6_000) }),
      model('community', [1_000, 870, 780], undefined, { aim: aim('on-track', 8_000) }),
      model('unit', [500, 480, 505], [490, 400, 300], {
        share: { now: { count: 505, of: 500, value: 10_100, over: true } },
        remarks: [{ code: 'over-total' }],
        aim: aim('unknown', 6_000),
      }),
      model('citizen', [90_000, 70_000, 41_000], [88_000, 60_000, 30_000]),
      model('citizen.farmers', [50_000, 40_000, 27_000], [49_000, 33_000, 20_000], { aim: aim('behind') }),
      model('citizen.workers', [30_000, 22_000, 9_000], undefined),
      model('citizen.', [10_000, 8_000, 5_000], undefined),
    ],
  },
  {
    id: 'organisation',
    measures: ['number'],
    remarks: [],
    lines: [
      single('hoi-xa', 'Hội Khuyến học cấp xã', 'hội', 136, 136),
      single('chi-hoi', 'Chi hội khuyến học', 'chi hội', 1_990, 1_950),
      {
        ...single('hoi-vien', 'Hội viên', 'người', 300_000, 288_000),
        measures: [told('number', 300_000, 288_000), told('total', 1_150_000, 1_140_000)],
        share: shareOf(300_000, 1_150_000, 288_000, 1_140_000),
      },
      { ...single('ban', 'Ban khuyến học', 'ban', 0), measures: [{ id: 'number', now: none, before: none }] },
    ],
  },
  {
    id: 'centres',
    measures: ['number'],
    remarks: [],
    lines: [single('trung-tam', 'Trung tâm học tập cộng đồng', 'trung tâm', 136, 137)],
  },
  {
    id: 'activities',
    measures: ['number', 'participants'],
    remarks: [],
    lines: [
      {
        id: 'seminar',
        depth: 0,
        measures: [
          told('number', 145, 120, {
            kind: 'activities',
            params: { activity: 'seminar', place: province.key, from: 2025, to: 2025, within: 2025 },
          }),
          told('participants', 11_000, 9_500),
        ],
        series: [],
        remarks: [{ code: 'partly', n: 3 }],
      },
    ],
  },
  {
    id: 'funds',
    measures: ['amount'],
    remarks: [
      { code: 'public-only' },
      { code: 'no-place', names: [{ vi: 'Quỹ khuyến học dòng họ Nguyễn' }] },
    ],
    lines: (
      [
        ['opening', 12_450_000_000, 11_020_000_000],
        ['raised', 8_300_500_000, 7_900_000_000],
        ['spent', 7_120_000_000, 6_470_000_000],
        ['closing', 13_630_500_000, 12_450_000_000],
      ] as const
    ).map(([id, now, before]) => ({
      id,
      depth: 0,
      measures: [
        told('amount', now, before, {
          kind: 'funds',
          params: { side: id, goods: false, place: province.key, from: 2025, to: 2025, within: 2025 },
        }),
      ],
      series: [],
      remarks: [],
    })),
  },
];

export const sampleReport: Report = {
  kind: 'year',
  place: province,
  path: [named('', 'Việt Nam', 'nation'), province],
  parts: places,
  year: 2025,
  from: 2025,
  before: 2024,
  on: '2025-11-26',
  running: true,
  coverage,
  sections,
};

/** The same place over five years. */
export const sampleReview: Report = {
  ...sampleReport,
  kind: 'midterm',
  from: 2021,
  before: 2021,
  sections: sections.map((section) => ({
    ...section,
    lines: section.lines.map((line) => ({
      ...line,
      series: [2021, 2022, 2023, 2024, 2025].map((year, at) => {
        const { value } = line.measures.at(-1)!.now;
        const count = value === undefined ? undefined : Math.round(value * (0.6 + at * 0.1));
        const cell: Cell =
          count === undefined || (at === 1 && section.id === 'organisation') ? none : { value: count };
        const of = line.share?.now.of;
        return {
          year,
          cell,
          ...(line.share &&
            of &&
            count !== undefined && {
              share: { count, of, value: Math.floor((count * 10_000) / of) },
            }),
        };
      }),
    })),
  })),
};
