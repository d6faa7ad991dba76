import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ActivityItem } from '../../domain/area/area-query.schema.js';
import type { LocalityEvent } from '../../domain/locality/locality.schema.js';
import { communes, place, sample, tally } from '../../domain/target/test-helpers/places.js';
import type { ReportedFigure, Tally } from '../../domain/target/target-answers.types.js';
import { addedUp, lineOf, measureOf, numbers, scene } from './test-helpers/reports.js';

const told = (
  indicator: string,
  at: string,
  count: number,
  of?: number,
  asOf = '2026-06-30',
): ReportedFigure => ({
  indicator,
  place: `${at}@2025-07-01`,
  figure: { asOf, count, ...(of !== undefined && { of }), source: 'Mẫu' },
});
const activity = (more: Partial<ActivityItem>): ActivityItem => ({
  id: 'a',
  version: 1,
  kind: 'seminar',
  date: '2026-03-01',
  place: 'A',
  title: 'Mẫu',
  createdAt: '2026-03-01T00:00:00Z',
  updatedAt: '2026-03-01T00:00:00Z',
  ...more,
});
const citizens = (
  at: string,
  subjectGroup: string,
  counts: Partial<Tally['counts']>,
  cycle = '2026',
): Tally => tally(at, cycle, counts, { model: 'citizen', subjectGroup });

describe('models and groups', () => {
  const open = scene({
    targets: [sample({ value: 5_000 })],
    figures: [told('gia-dinh', 'A', 5, 200), told('gia-dinh', 'A', 5, 100, '2025-12-31')],
    tallies: [
      tally('A', '2026', { recognised: 60, registered: 90 }),
      tally('A.1', '2026', { recognised: 20, registered: 30 }),
      tally('B', '2026', { recognised: 40, registered: 50 }),
      tally('A', '2025', { recognised: 30, registered: 40 }),
      tally('B', undefined, { subjects: 80 }),
      citizens('A', 'farmers', { recognised: 5, registered: 6 }),
      citizens('B', 'officials', { recognised: 2, registered: 3 }),
      citizens('B', '', { recognised: 1, registered: 1 }),
    ],
  });
  const report = open.report();

  it('tell raw numbers of the parts, with who is missing', () => {
    expect(numbers(report, 'family')).toEqual([
      ['total', 280, 100],
      ['registered', 170, 40],
      ['achieved', 120, 30],
    ]);
    const { share, coverage, remarks } = lineOf(report, 'family');
    expect(share).toEqual({
      now: { count: 120, of: 280, value: 4_285 },
      before: { count: 30, of: 100, value: 3_000 },
      change: 1_285,
    });
    expect(coverage).toMatchObject({ reported: 2, expected: 3, level: 'commune' });
    expect(coverage?.missing.map(({ code }) => code)).toEqual(['C']);
    expect(remarks).toEqual([{ code: 'live-total' }]);
    expect(measureOf(report, 'family', 'achieved').change).toBe(90);
  });

  it('are told against the target that holds, and as not reported where nobody told them', () => {
    expect(lineOf(report, 'family').aim).toMatchObject({
      target: { value: 5_000 },
      standing: { value: 4_285 },
    });
    expect(measureOf(report, 'clan', 'achieved').now).toEqual({ lack: { code: 'not-reported', places: [] } });
    expect(lineOf(report, 'clan').share).toBeUndefined();
  });

  it('come to the whole by groups, also with those of none', () => {
    const groups = report.sections[0]!.lines.filter(({ id }) => id.startsWith('citizen.'));
    expect(groups.map(({ id }) => id)).toEqual([
      ...['citizen.farmers', 'citizen.workers', 'citizen.officials', 'citizen.learners', 'citizen.'],
    ]);
    const achieved = groups.map(({ id }) => measureOf(report, id, 'achieved').now.value);
    expect(achieved).toEqual([5, undefined, 2, undefined, 1]);
    expect(measureOf(report, 'citizen', 'achieved').now.value).toBe(8);
  });

  it('lead down to the parts, to the register and to the reports', () => {
    const { trace } = measureOf(report, 'family', 'achieved').now;
    expect(trace).toMatchObject({ kind: 'parts', params: { line: 'family', measure: 'achieved' } });
    const commune = open.report({ locality: 'A' });
    const traces = Object.fromEntries(
      lineOf(commune, 'family').measures.map((one) => [one.id, one.now.trace]),
    );
    expect(traces).toMatchObject({
      total: { kind: 'figures', params: { indicator: 'gia-dinh', place: 'A@2025-07-01', year: 2026 } },
      registered: { kind: 'register', params: { registered: true, places: ['A', 'A.1'] } },
      achieved: {
        kind: 'register',
        params: { cycle: '2026', model: 'family', state: ['recognised', 'expired'], places: ['A', 'A.1'] },
      },
    });
    expect(measureOf(open.report({ locality: 'B' }), 'family', 'total').now.trace).toEqual({
      kind: 'register',
      params: { cycle: '2026', model: 'family', places: ['B'] },
    });
    expect(
      measureOf(open.report({ locality: 'B' }), 'citizen.officials', 'achieved').now.trace,
    ).toMatchObject({
      params: { subjectGroup: 'officials' },
    });
  });

  it('take who registered from a report where the register has none', () => {
    const by = scene({ figures: [told('cong-dan-nong-dan.dang-ky', 'A', 87, 100)] });
    const line = numbers(by.report({ locality: 'A' }), 'citizen.farmers');
    expect(line).toEqual([
      ['total', 100, undefined],
      ['registered', 87, undefined],
      ['achieved', undefined, undefined],
    ]);
  });

  it('say of more than there are that they are, and of some with a total and some without that they are no sum', () => {
    const over = scene({ figures: [told('dong-ho', 'A', 12, 10)] }).report({ locality: 'A' });
    expect(lineOf(over, 'clan').share?.now).toEqual({ count: 12, of: 10, value: 12_000, over: true });
    expect(lineOf(over, 'clan').remarks).toEqual([{ code: 'over-total' }]);
    const mixed = scene({ figures: [told('dong-ho', 'A', 1, 10), told('dong-ho', 'B', 3)] }).report();
    const { now } = measureOf(mixed, 'clan', 'achieved');
    expect(now).toMatchObject({ lack: { code: 'mixed' }, trace: { kind: 'parts' } });
  });

  it('count what is in the province itself beside its parts, and once', () => {
    const own = scene({
      tallies: [
        tally('01', '2026', { recognised: 3, registered: 4 }),
        tally('01', undefined, { subjects: 5 }),
        tally('A', '2026', { recognised: 7, registered: 7 }),
        tally('A', undefined, { subjects: 10 }),
      ],
    });
    const line = lineOf(own.report(), 'family');
    expect(line.measures.map(({ id, now }) => [id, now.value])).toEqual([
      ['total', 15],
      ['registered', 11],
      ['achieved', 10],
    ]);
    expect(line.coverage).toMatchObject({ reported: 1, expected: 3 });
    expect(addedUp(own, line.measures[2]!.now.trace!, 10)).toBe(10);
  });
});

describe('a report', () => {
  it('counts who has reported down to those that are no sums themselves', () => {
    const wide = [
      place('vn', { level: 'nation' }),
      ...communes.map((one) => (one.code === '01' ? { ...one, parent: 'vn' } : one)),
      place('02', { level: 'province', parent: 'vn' }),
    ];
    const nation = scene({
      places: [{ localities: wide, events: [] }],
      figures: [told('chi-hoi', 'A', 12), told('chi-hoi', '02', 30)],
    });
    const { coverage, measures } = lineOf(nation.report({ locality: 'vn' }), 'chi-hoi');
    expect(measures[0]?.now.value).toBe(42);
    // A province and communes: no level has all of them.
    expect(coverage).toMatchObject({ reported: 2, expected: 4, level: 'nation' });
    expect(coverage?.missing.map(({ code }) => code)).toEqual(['B', 'C']);
  });

  it('names the parts of which nothing at all was told', () => {
    const { report } = scene({ figures: [told('chi-hoi', 'A', 12)] });
    const some = report({}, { activities: [activity({ place: 'C' })] });
    expect(some.coverage).toMatchObject({ reported: 2, expected: 3, level: 'commune' });
    expect(some.coverage?.missing.map(({ code }) => code)).toEqual(['B']);
    expect(report({ locality: 'B' }).coverage).toBeUndefined();
  });

  it('tells of the association, with members out of the population, and leaves out levels of before', () => {
    const { report } = scene({
      figures: [told('chi-hoi', '01', 1_990), told('hoi-vien', '01', 300_000, 1_150_000)],
    });
    const organisation = report().sections.find(({ id }) => id === 'organisation')!;
    expect(organisation.lines.map(({ id }) => id)).toEqual([
      'hoi-cap-xa',
      'chi-hoi',
      'ban-khuyen-hoc',
      'hoi-vien',
    ]);
    expect(numbers(report(), 'hoi-vien')).toEqual([
      ['number', 300_000, undefined],
      ['total', 1_150_000, undefined],
    ]);
    expect(lineOf(report(), 'hoi-vien').share?.now.value).toBe(2_608);
  });

  it('tells of every year of a review, compared with its first', () => {
    const { report } = scene({
      figures: [told('gia-dinh', 'A', 80, 100), told('gia-dinh', 'A', 50, 100, '2025-12-31')],
    });
    const review = report({ kind: 'midterm', locality: 'A', from: 2025 });
    const { series, measures } = lineOf(review, 'family');
    expect(series.map(({ year, cell, share }) => [year, cell.value, share?.value])).toEqual([
      [2025, 50, 5_000],
      [2026, 80, 8_000],
    ]);
    expect(measures.find(({ id }) => id === 'achieved')?.change).toBe(30);
    expect(review).toMatchObject({ from: 2025, before: 2025, year: 2026, running: true, on: '2026-11-26' });
    expect(lineOf(report({ locality: 'A' }), 'family').series).toEqual([]);
  });
});

describe('changed boundaries', () => {
  const day = '2025-07-01';
  const old = (code: string) => place(code, { from: '2000-01-01', to: '2025-06-30', parent: '01' });
  const localities = [
    place('01', { from: '2000-01-01', level: 'province' }),
    ...['X', 'Y', 'Z'].map(old),
    ...['M', 'E', 'F'].map((code) => place(code, { from: day, parent: '01' })),
    place('N', { from: '2026-01-01', parent: '01' }),
  ];
  const event = (kind: 'merge' | 'divide', before: string[], after: string[]): LocalityEvent => ({
    on: day,
    kind,
    before: before.map((code) => `${code}@2000-01-01`),
    after: after.map((code) => `${code}@${day}`),
  });
  const events = [event('merge', ['X', 'Y'], ['M']), event('divide', ['Z'], ['E', 'F'])];
  const open = scene({
    places: [{ localities, events }],
    tallies: ['X', 'Y', 'Z'].map((code) => tally(code, '2024', { recognised: 5, registered: 9 })),
  });

  it('add what was merged, who registered too, and say of what was divided why it cannot be compared', () => {
    const merged = open.report({ locality: 'M', year: 2025 });
    expect(numbers(merged, 'family').slice(1)).toEqual([
      ['registered', undefined, 18],
      ['achieved', undefined, 10],
    ]);
    expect(lineOf(merged, 'family').remarks).toMatchObject([
      { code: 'carried', names: [{ vi: 'Xã X' }, { vi: 'Xã Y' }] },
    ]);
    expect(measureOf(merged, 'family', 'achieved').before?.trace).toMatchObject({ params: { former: true } });
    const divided = measureOf(open.report({ locality: 'E', year: 2025 }), 'family', 'achieved').before;
    expect(divided?.lack).toMatchObject({ code: 'no-share', places: [{ vi: 'Xã Z' }] });
  });

  it('say that a place was not there', () => {
    const before = measureOf(open.report({ locality: 'N', year: 2026 }), 'family', 'achieved').before;
    expect(before?.lack?.code).toBe('not-there');
  });

  it('lead activities to where their place went over to, and tell how many cannot be', () => {
    const activities = [
      activity({ id: '1', place: 'X', date: '2024-05-01', participants: 30 }),
      activity({ id: '2', place: 'Y', date: '2024-06-01', sessions: 4 }),
      activity({ id: '3', place: 'Z', date: '2024-06-01' }),
      activity({ id: '4', place: 'M', date: '2025-08-01', participants: 7 }),
    ];
    const merged = open.report({ locality: 'M', year: 2025 }, { activities });
    expect(numbers(merged, 'seminar')).toEqual([
      ['number', 1, 5],
      ['participants', 7, 30],
    ]);
    expect(numbers(open.report({ year: 2025 }, { activities }), 'seminar')[0]).toEqual(['number', 1, 6]);
    const review = open.report({ locality: 'E', kind: 'final', year: 2025 }, { activities });
    expect(lineOf(review, 'seminar').remarks).toEqual([{ code: 'divided', n: 1 }]);
  });
});

describe('activities', () => {
  const { report } = scene();
  const activities = [
    activity({ id: '1', place: 'A', sessions: 3, participants: 100 }),
    activity({ id: '2', place: 'A.1' }),
    activity({ id: '3', place: 'B', kind: 'award' }),
    activity({ id: '4', place: 'A', date: '2027-01-01' }),
  ];

  it('are counted by kind, and people where they were told', () => {
    const some = report({}, { activities });
    expect(numbers(some, 'seminar')).toEqual([
      ['number', 4, undefined],
      ['participants', 100, undefined],
    ]);
    expect(lineOf(some, 'seminar').remarks).toEqual([{ code: 'partly', n: 1 }]);
    expect(measureOf(some, 'training', 'number').now).toEqual({ value: 0, how: 'activities' });
    expect(measureOf(some, 'seminar', 'number').before?.lack?.code).toBe('not-reported');
    expect(measureOf(some, 'award', 'number').now.trace).toMatchObject({
      params: { activity: 'award', from: 2026, to: 2026 },
    });
    expect(
      report({ locality: 'C' }, { activities })
        .sections.flatMap(({ lines }) => lines)
        .some(({ id }) => id === 'award'),
    ).toBe(false);
  });
});

describe('any figures', () => {
  const leaf = fc.constantFrom('01', 'A', 'A.1', 'B', 'C');
  const tallies = fc.array(
    fc.record({
      at: leaf,
      group: fc.constantFrom('', 'farmers', 'officials', 'khac'),
      n: fc.nat(50),
      more: fc.nat(50),
    }),
    { maxLength: 12 },
  );
  const seminars = fc.array(fc.record({ at: leaf, sessions: fc.nat(9) }), { maxLength: 8 });

  it('come to the same in any order, by parts and by groups, and count nothing twice', () => {
    fc.assert(
      fc.property(tallies, seminars, fc.nat(), (rows, held, seed) => {
        const some = rows.flatMap(({ at, group, n, more }) => [
          citizens(at, group, { recognised: n, registered: n + more }),
          tally(at, undefined, { subjects: n + more }, { model: 'citizen', subjectGroup: group }),
        ]);
        const activities = held.map(({ at, sessions }, index) =>
          activity({ id: String(index), place: at, sessions }),
        );
        const turn = <T>(list: readonly T[]): T[] =>
          list.length === 0 ? [] : [...list.slice(seed % list.length), ...list.slice(0, seed % list.length)];
        const one = scene({ tallies: some });
        const report = one.report({}, { activities });
        const other = scene({
          tallies: turn(some).reverse(),
          places: [{ localities: communes, events: [] }],
        }).report({}, { activities: turn(activities) });
        expect(other).toEqual(report);

        const sum = (of: (row: (typeof rows)[number]) => number): number =>
          rows.reduce((all, row) => all + of(row), 0);
        const whole = (id: string, measure: 'achieved' | 'registered'): number =>
          measureOf(report, id, measure).now.value ?? 0;
        expect(whole('citizen', 'achieved')).toBe(sum(({ n }) => n));
        expect(whole('citizen', 'registered')).toBe(sum(({ n, more }) => n + more));
        const groups = report.sections[0]!.lines.filter(({ id }) => id.startsWith('citizen.'));
        if (groups.some(({ id }) => id === 'citizen.') || rows.every(({ group }) => group !== ''))
          expect(groups.reduce((all, { id }) => all + whole(id, 'achieved'), 0)).toBe(
            whole('citizen', 'achieved'),
          );
        for (const measure of ['achieved', 'registered', 'total'] as const) {
          const { now } = measureOf(report, 'citizen', measure);
          if (now.trace && now.value !== undefined)
            expect(addedUp(one, now.trace, now.value)).toBe(now.value);
        }
        expect(measureOf(report, 'seminar', 'number').now.value ?? 0).toBe(
          held.reduce((all, { sessions }) => all + sessions, 0),
        );
      }),
      { numRuns: 30 },
    );
  });
});
