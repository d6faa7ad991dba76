import { describe, expect, it } from 'vitest';
import type { Locality, LocalityEvent } from '../locality/locality.schema.js';
import type { Figure, Indicator, Target } from './target.schema.js';
import { indicators } from '../../presets/targets/indicators.js';
import { nationalTargets, vinhPhucTargets } from '../../presets/targets/national.js';
import { communes, place, sample, shareOf, tally } from './test-helpers/places.js';
import type { TargetAnswers } from './target-answers.types.js';
import { createTargetWorld, targetView } from './target-world.js';

const ask = (given: Partial<TargetAnswers>, today = '2026-11-26') =>
  createTargetWorld({ places: [], indicators, targets: [], figures: [], tallies: [], ...given }, today);
const indicator = (id: string): Indicator => indicators.find((one) => one.id === id)!;
const families = indicator('gia-dinh');
const parts = [{ localities: communes, events: [] }];
const report = (code: string, figure: Figure, id = 'gia-dinh') => ({
  indicator: id,
  place: `${code}@2025-07-01`,
  figure,
});
const figure = (count: number, of?: number, asOf = '2026-06-30'): Figure => ({
  asOf,
  count,
  ...(of !== undefined && { of }),
});
const at = (world: ReturnType<typeof ask>, code: string, year = 2026): Locality => world.find(code, year)!;

describe('Vĩnh Phúc in 2022, as the press told it', () => {
  const vinhPhuc = place('26', { from: '2004-01-01', to: '2025-06-30', level: 'province' });
  const targets = [...nationalTargets, ...vinhPhucTargets];
  const told = (id: string, count: number) => ({
    indicator: id,
    place: '26@2004-01-01',
    figure: { asOf: '2022-08-17', count, source: 'Báo Vĩnh Phúc, 17/8/2022' },
  });
  const world = ask({
    places: [{ localities: [vinhPhuc], events: [] }],
    targets,
    figures: [
      told('gia-dinh', 200_000),
      told('dong-ho', 1_660),
      told('cong-dong', 1_000),
      told('don-vi', 500),
    ],
  });

  it('is judged by its own target before the national one, and by no total that nobody told', () => {
    const view = world.view(families, at(world, '26', 2022), 2022);
    expect(view.now?.target.id).toBe('vinh-phuc.gia-dinh.2025');
    expect(view.now?.target.value).toBe(7_500);
    expect(view.now?.wider?.map(({ value, source }) => [value, source.number])).toEqual([
      [7_000, '387/QĐ-TTg'],
    ]);
    expect(view.now?.standing).toMatchObject({ status: 'unknown', reasons: ['no-total'] });
    expect(view.years).toEqual([{ year: 2022, figure: told('gia-dinh', 200_000).figure, how: 'report' }]);
    // It set none of its own for 2030.
    expect(view.next?.target.id).toBe('qd-387.gia-dinh.2030');
    expect(view.next?.wider).toBeUndefined();
  });

  it('leaves what it set for itself to itself: the province that it went over into has the national target', () => {
    const today = place('25', { level: 'province' });
    const event: LocalityEvent = {
      on: '2025-07-01',
      kind: 'merge',
      before: ['26@2004-01-01', '17@2004-01-01'],
      after: ['25@2025-07-01'],
    };
    const merged = ask({
      places: [{ localities: [vinhPhuc, today], events: [event] }],
      targets,
      figures: [told('gia-dinh', 200_000)],
    });
    const view = merged.view(families, at(merged, '26', 2025), 2025);
    expect(view.place.code).toBe('25');
    expect(view.now?.target.id).toBe('qd-387.gia-dinh.2025');
    // Of the other province that is in it nobody told a figure.
    expect(view.years.at(-1)?.lack).toMatchObject({ code: 'no-figure' });
  });

  it('has the national target where it set none', () => {
    const view = world.view(indicator('don-vi'), at(world, '26', 2022), 2022);
    expect(view.now?.target.id).toBe('qd-387.don-vi.2025');
  });

  it('fills a card with all indicators that are aimed at or counted', () => {
    const card = world.card(at(world, '26', 2022), 2022);
    const aimed = indicators.filter(({ id }) => nationalTargets.some((target) => target.indicator === id));
    const ids = card.map((view) => view.indicator.id);
    expect(ids.toSorted()).toEqual(aimed.map(({ id }) => id).toSorted());
    expect(ids.slice(0, 5)).toEqual(['gia-dinh', 'dong-ho', 'cong-dong', 'don-vi', 'cong-dan-lao-dong']);
    expect(card.map(({ years }) => years.length > 0).lastIndexOf(true)).toBe(3);
  });
});

describe('the target that holds', () => {
  const pick = (targets: Target[], code = 'A', year = 2026) => {
    const world = ask({ places: parts, targets });
    return world.view(families, at(world, code, year), year).now;
  };
  const national = sample({ id: 'nation', value: 8_000 });

  it('is that of the place, else of the next around it, else the national one', () => {
    const province = sample({ id: 'province', locality: '01', value: 8_500 });
    const own = sample({ id: 'own', locality: 'A@2025-07-01', value: 9_000 });
    expect(pick([national, province, own])?.target.id).toBe('own');
    expect(pick([own, province, national], 'B')?.target.id).toBe('province');
    expect(pick([national, sample({ id: 'else', locality: '99' })])?.target.id).toBe('nation');
  });

  it('is that for its kind of area, where there is one', () => {
    const hard = sample({ id: 'hard', area: 'kho-khan', value: 6_000 });
    expect(pick([national, hard], 'C')?.target.id).toBe('hard');
    expect(pick([hard, national], 'A')?.target.id).toBe('nation');
    // What the province says for all comes before what the nation says for some.
    expect(pick([hard, sample({ id: 'province', locality: '01' })], 'C')?.target.id).toBe('province');
  });

  it('is that of the year or the next after it, and the last one where all are over', () => {
    const late = sample({ id: 'late', by: '2030-12-31' });
    const early = sample({ id: 'early', by: '2025-12-31' });
    expect(pick([late, early], 'A', 2025)?.target.id).toBe('early');
    expect(pick([late, early], 'A', 2026)?.target.id).toBe('late');
    expect(pick([early], 'A', 2026)?.target.id).toBe('early');
  });

  it('keeps what another source of the same rank says', () => {
    const other = sample({ id: 'other', value: 7_000, source: { name: { vi: 'Một văn bản khác' } } });
    expect(pick([national, other])?.others).toEqual([{ value: 7_000, source: other.source }]);
    expect(pick([national])?.others).toBeUndefined();
  });

  it('is never a number that was set for another place', () => {
    const centres: Indicator = { ...families, id: 'trung-tam', kind: 'number', origin: 'report' };
    const aim = sample({ indicator: 'trung-tam', kind: 'number', value: 136, locality: '01' });
    const world = ask({ places: parts, targets: [aim], indicators: [centres] });
    expect(world.view(centres, at(world, '01'), 2026).now?.target.value).toBe(136);
    expect(world.view(centres, at(world, 'A'), 2026).now).toBeUndefined();
  });
});

describe('figures of the register', () => {
  const world = ask({
    places: parts,
    targets: [sample({ value: 7_500, base: { asOf: '2020-12-31', count: 1, of: 2 }, locality: 'A' })],
    figures: [report('A', figure(5, 200))],
    tallies: [
      tally('A', '2025', { recognised: 60, registered: 90 }),
      tally('A', '2026', { recognised: 100, registered: 150 }),
      tally('A.1', '2026', { recognised: 20, registered: 20 }),
      tally('A', undefined, { subjects: 180 }),
      tally('A.1', undefined, { subjects: 40 }),
      tally('A', '2026', { recognised: 7 }, { model: 'clan' }),
      tally('', '2026', { recognised: 3, registered: 3 }),
    ],
  });

  it('are recognised out of the reported total of that year, and of the register where none was reported', () => {
    const { years, now } = world.view(families, at(world, 'A'), 2026);
    expect(years).toEqual([
      {
        year: 2025,
        figure: { asOf: '2025-12-31', count: 60, of: 220 },
        value: 2_727,
        how: 'records',
        registered: 90,
        liveTotal: true,
      },
      {
        year: 2026,
        figure: { asOf: '2026-11-26', count: 120, of: 200 },
        value: 6_000,
        how: 'records',
        registered: 170,
      },
    ]);
    expect(now?.standing.figure?.count).toBe(120);
  });

  it('are those of a hamlet alone', () => {
    const [only] = world.view(families, at(world, 'A.1'), 2026).years;
    expect(only?.figure).toEqual({ asOf: '2026-11-26', count: 20, of: 40 });
  });

  it('tell how many recognised are in no place', () => {
    expect(world.view(families, at(world, '01'), 2026).unplaced).toBe(3);
    expect(world.view(families, at(world, 'A'), 2026).unplaced).toBeUndefined();
  });

  it('count one group where the indicator is of one', () => {
    const workers: Indicator = { ...families, id: 'nhom', model: 'citizen', subjectGroup: 'nong-dan' };
    const groups = ask({
      places: parts,
      indicators: [workers],
      tallies: ['nong-dan', 'can-bo'].map((subjectGroup, index) =>
        tally('A', '2026', { recognised: index + 1 }, { model: 'citizen', subjectGroup }),
      ),
    });
    expect(groups.view(workers, at(groups, 'A'), 2026).years[0]?.figure?.count).toBe(1);
  });
});

describe('the parts of a place', () => {
  const world = ask({
    places: parts,
    targets: [sample({ value: 7_500 })],
    figures: [
      report('A', figure(70, 100)),
      report('B', figure(150, 200)),
      report('A', figure(40, 100, '2025-12-31')),
      report('B', figure(100, 200, '2025-12-31')),
      // Before there was such a place.
      report('C', figure(9, 9, '2024-12-31')),
      // After the day that is looked at.
      report('C', figure(9, 9, '2027-12-31')),
    ],
  });

  it('are added up, with those that are missing by name', () => {
    const { years, now } = world.view(families, at(world, '01'), 2026);
    expect(years.at(-1)).toEqual({
      year: 2026,
      figure: { asOf: '2026-06-30', count: 220, of: 300, coverage: { reported: 2, expected: 3 } },
      value: 7_333,
      how: 'sum',
      missing: [{ vi: 'Xã C', en: 'C Commune' }],
    });
    expect(now?.standing).toMatchObject({ status: 'unknown', reasons: ['partial'] });
  });

  it('are told the farthest from the target first, and at the end those that cannot be told', () => {
    const list = world.parts(families, at(world, '01'), 2026);
    expect(list.map(({ view, distance }) => [view.place.code, distance])).toEqual([
      ['A', -500],
      ['B', 0],
      ['C', undefined],
    ]);
    expect(world.view(families, at(world, '01'), 2026).parts).toEqual({ level: 'commune', count: 3 });
    expect(world.path(at(world, 'A.1'), 2026).map(({ code }) => code)).toEqual(['01', 'A', 'A.1']);
  });

  it('begin their path at their own first figure where the target tells none, and say so', () => {
    const { now } = world.view(families, at(world, 'A'), 2026);
    expect(now?.ownBase).toEqual(figure(40, 100, '2025-12-31'));
    expect(now?.standing.status).toBe('on-track');
    // The base of a province says nothing of its commune.
    const passed = ask({
      places: parts,
      targets: [sample({ locality: '01', base: { asOf: '2020-12-31', count: 1, of: 100 } })],
      figures: [report('A', figure(70, 100))],
    });
    expect(passed.view(families, at(passed, 'A'), 2026).now?.standing.reasons).toEqual(['no-base']);
  });

  it('do not judge a year by what came after it', () => {
    const view = world.view(families, at(world, 'A'), 2025);
    expect(view.on).toBe('2025-12-31');
    expect(view.years.map(({ year }) => year)).toEqual([2025]);
  });
});

describe('changes of boundaries', () => {
  const day = '2025-07-01';
  const old = (code: string) => place(code, { from: '2000-01-01', to: '2025-06-30', parent: '01' });
  const localities = [
    place('01', { from: '2000-01-01', level: 'province' }),
    ...['X', 'Y', 'Z'].map(old),
    ...['M', 'E', 'F'].map((code) => place(code, { from: day, parent: '01' })),
  ];
  const merge: LocalityEvent = {
    on: day,
    kind: 'merge',
    before: ['X@2000-01-01', 'Y@2000-01-01'],
    after: [`M@${day}`],
  };
  const divide: LocalityEvent = {
    on: day,
    kind: 'divide',
    before: ['Z@2000-01-01'],
    after: [`E@${day}`, `F@${day}`],
  };
  const before = (code: string, count: number, of: number) => ({
    indicator: 'gia-dinh',
    place: `${code}@2000-01-01`,
    figure: figure(count, of, '2024-12-31'),
  });
  const open = (events: LocalityEvent[]) =>
    ask({
      places: [{ localities, events }],
      figures: [before('X', 30, 100), before('Y', 45, 50), before('Z', 7, 11)],
      tallies: [
        tally('X', '2026', { recognised: 4, registered: 4 }),
        tally('X', undefined, { subjects: 10 }),
      ],
    });
  const world = open([merge, divide]);

  it('add what was merged and say what it was', () => {
    const [first, last] = world.view(families, at(world, 'M'), 2026).years;
    expect(first).toMatchObject({
      year: 2024,
      figure: { count: 75, of: 150 },
      how: 'carried',
      from: [{ vi: 'Xã X' }, { vi: 'Xã Y' }],
    });
    // A subject that still bears the former code counts where that went over to.
    expect(last).toMatchObject({ year: 2026, figure: { count: 4, of: 10 }, how: 'records' });
  });

  it('say of a divided place without shares that it cannot be compared, and with shares divide it', () => {
    const [first] = world.view(families, at(world, 'E'), 2026).years;
    expect(first).toEqual({
      year: 2024,
      lack: { code: 'no-share', places: [{ vi: 'Xã Z', en: 'Z Commune' }] },
    });
    const source = { name: { vi: 'Mẫu' } };
    const shared = open([
      merge,
      { ...divide, shares: [{ parts: { [`E@${day}`]: 60, [`F@${day}`]: 40 }, source }] },
    ]);
    expect(shared.view(families, at(shared, 'E'), 2026).years[0]).toMatchObject({
      figure: { count: 4, of: 6 },
      how: 'carried',
    });
  });

  it('leave the years before them in the boundaries of then', () => {
    expect(world.view(families, at(world, 'X', 2024), 2024).years).toMatchObject([{ figure: { count: 30 } }]);
    const province = world.view(families, at(world, '01', 2024), 2024);
    expect(province.years).toMatchObject([
      { figure: { count: 82, of: 161, coverage: { reported: 3, expected: 3 } }, how: 'sum' },
    ]);
  });

  it('lead from a former code to where it went over to, and not further than is known', () => {
    expect(at(world, 'X', 2026).code).toBe('M');
    expect(at(world, 'X@2000-01-01', 2026).code).toBe('M');
    expect(at(world, 'Z', 2026).code).toBe('Z');
    expect(world.find('99', 2026)).toBeUndefined();
  });
});

describe('a view made by hand', () => {
  it('is judged like any other', () => {
    const view = targetView({
      indicator: families,
      place: place('01', { level: 'province' }),
      figures: [figure(100_000, 200_000, '2020-12-31'), figure(150_000, 200_000, '2025-12-31')],
      targets: nationalTargets,
      year: 2025,
    });
    expect(view.place.key).toBe('01@2025-07-01');
    expect(view.now?.standing).toMatchObject({ status: 'reached', value: 7_500 });
    expect(view.next?.standing).toMatchObject({ missing: 10_000, pace: { quarters: 20, perQuarter: 500 } });
    expect(shareOf(view)).toBe('150000/200000');
  });
});
