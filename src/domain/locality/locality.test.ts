import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Figure } from '../target/target.schema.js';
import { allot } from './allot.js';
import { carryFigures } from './carry-figures.js';
import { lintGazetteer } from './lint-gazetteer.js';
import type { Gazetteer, Locality, LocalityEvent } from './locality.schema.js';
import { createPlaces } from './places.js';

const place = (code: string, from: string, more: Partial<Locality> = {}): Locality => ({
  code,
  from,
  level: 'commune',
  name: { vi: code },
  fullName: { vi: `Xã ${code}` },
  ...more,
});
const source = { name: { vi: 'Mẫu, chưa đối chiếu văn bản' } };
const start = '2000-01-01';
const on = '2025-07-01';
const old = (code: string, more: Partial<Locality> = {}): Locality =>
  place(code, start, { to: '2025-06-30', parent: '01', ...more });
const province = place('01', start, { level: 'province' });
/** A and B became C; D was divided into E and F; G got another name. */
const sound = (): Gazetteer => ({
  format: 1,
  localities: [
    province,
    ...['A', 'B', 'D', 'G'].map((code) => old(code)),
    ...['C', 'E', 'F', 'G'].map((code) => place(code, on, { parent: '01' })),
  ],
  events: [
    { on, kind: 'merge', before: [`A@${start}`, `B@${start}`], after: [`C@${on}`] },
    {
      on,
      kind: 'divide',
      before: [`D@${start}`],
      after: [`E@${on}`, `F@${on}`],
      shares: [{ parts: { [`E@${on}`]: 60, [`F@${on}`]: 40 }, sum: 100, source }],
    },
    { on, kind: 'rename', before: [`G@${start}`], after: [`G@${on}`] },
  ],
});
const figure = (count: number, of: number): Figure => ({ asOf: '2024-12-31', count, of });

describe('a whole number divided', () => {
  it('adds up again, and no part is a whole thing away from its due', () => {
    fc.assert(
      fc.property(
        fc.nat(1_000_000_000),
        fc.array(fc.nat(1_000_000_000), { minLength: 1, maxLength: 9 }),
        (total, weights) => {
          const sum = weights.reduce((all, one) => all + one, 0);
          const parts = allot(total, weights);
          if (sum === 0) {
            expect(parts).toBeUndefined();
            return;
          }
          expect(parts!.reduce((all, one) => all + one, 0)).toBe(total);
          for (const [index, part] of parts!.entries())
            expect(Math.abs(part - (total * weights[index]!) / sum)).toBeLessThan(1 + 1e-6);
        },
      ),
    );
  });
});

describe('figures across boundary changes', () => {
  it('adds what was merged, divides by declared shares, and names where it came from', () => {
    const { events } = sound();
    const held = carryFigures(
      new Map([
        [`A@${start}`, figure(30, 100)],
        [`B@${start}`, figure(45, 50)],
        [`D@${start}`, figure(7, 11)],
        [`G@${start}`, figure(1, 2)],
      ]),
      events,
      '2025-12-31',
    );
    expect(held.get(`C@${on}`)).toMatchObject({ ok: true, figure: { count: 75, of: 150 } });
    // 7 × 0.6 = 4.2 and 2.8; the 4 others 2.4 and 1.6.
    expect(held.get(`E@${on}`)).toMatchObject({ figure: { count: 4, of: 6 } });
    expect(held.get(`F@${on}`)).toMatchObject({
      figure: { count: 3, of: 5 },
      from: [{ key: `D@${start}`, whole: false }],
    });
    expect(held.get(`G@${on}`)).toMatchObject({ figure: { count: 1, of: 2 }, from: [{ whole: true }] });
    expect([...held.keys()].some((key) => key.endsWith(start))).toBe(false);
  });

  it('adds what a part of one place and the whole of another became on the same day', () => {
    const { localities, events } = sound();
    // The rest of D went into C, which A and B became; further down A alone does.
    events[1]!.after.push(`C@${on}`);
    events[1]!.shares = [{ parts: { [`E@${on}`]: 50, [`F@${on}`]: 25, [`C@${on}`]: 25 }, sum: 100, source }];
    const counted = new Map([
      [`A@${start}`, figure(30, 100)],
      [`B@${start}`, figure(45, 50)],
      [`D@${start}`, figure(8, 40)],
    ]);
    for (const list of [events, [...events].reverse()]) {
      const held = carryFigures(counted, list, on);
      expect(held.get(`C@${on}`)).toMatchObject({ figure: { count: 77, of: 160 } });
      expect(held.get(`E@${on}`)).toMatchObject({ figure: { count: 4, of: 20 } });
    }
    expect(lintGazetteer({ format: 1, localities, events })).toEqual([]);
    events[0]!.before.pop();
    expect(lintGazetteer({ format: 1, localities, events })).toEqual([]);
    expect(createPlaces({ localities, events }).origins(`C@${on}`)).toEqual([events[0], events[1]]);
    counted.delete(`A@${start}`);
    expect(carryFigures(counted, events, on).get(`C@${on}`)).toEqual({
      ok: false,
      code: 'no-figure',
      keys: [`A@${start}`],
    });
  });

  it('says what cannot be compared', () => {
    const { events } = sound();
    delete events[1]!.shares;
    const held = carryFigures(new Map([[`D@${start}`, figure(7, 11)]]), events, on);
    expect(held.get(`E@${on}`)).toEqual({ ok: false, code: 'no-share', keys: [`D@${start}`] });
    const half = carryFigures(new Map([[`A@${start}`, figure(7, 11)]]), events, on);
    expect(half.get(`C@${on}`)).toEqual({ ok: false, code: 'no-figure', keys: [`B@${start}`] });
    const mixed = carryFigures(
      new Map([
        [`A@${start}`, figure(7, 11)],
        [`B@${start}`, { asOf: '2024-12-31', count: 3 }],
      ]),
      events,
      on,
    );
    expect(mixed.get(`C@${on}`)).toMatchObject({ ok: false, code: 'mixed' });
  });

  it('leaves everything as it is before the day, and takes the shares of the figure in question', () => {
    const { events } = sound();
    const before = new Map([[`D@${start}`, figure(8, 12)]]);
    expect(carryFigures(before, events, '2025-06-30').get(`D@${start}`)).toMatchObject({
      figure: { count: 8, of: 12 },
    });
    events[1]!.shares!.push({ indicator: 'dong-ho', parts: { [`E@${on}`]: 1, [`F@${on}`]: 3 }, source });
    expect(carryFigures(before, events, on, 'dong-ho').get(`F@${on}`)).toMatchObject({
      figure: { count: 6, of: 9 },
    });
  });

  it('neither creates nor loses anything, over any chain of merges and divisions', () => {
    const step = fc.record({
      merge: fc.boolean(),
      pick: fc.nat(),
      weights: fc.tuple(fc.integer({ min: 1, max: 99 }), fc.nat(99)),
    });
    const counted = fc
      .tuple(fc.nat(100_000), fc.nat(100_000))
      .map(([a, b]) => figure(Math.min(a, b), Math.max(a, b)));
    fc.assert(
      fc.property(
        fc.array(counted, { minLength: 2, maxLength: 6 }),
        fc.array(step, { maxLength: 8 }),
        (list, steps) => {
          const figures = new Map(list.map((one, index) => [`P${index}@${start}`, one]));
          let alive = [...figures.keys()];
          const events: LocalityEvent[] = steps.map(({ merge, pick, weights }, index) => {
            const day = `20${String(10 + index)}-01-01`;
            const first = alive[pick % alive.length]!;
            const others = alive.filter((key) => key !== first);
            const before = merge && others.length > 0 ? [first, others[pick % others.length]!] : [first];
            const after = before.length > 1 ? [`N${index}@${day}`] : [`N${index}@${day}`, `M${index}@${day}`];
            alive = [...alive.filter((key) => !before.includes(key)), ...after];
            const parts = Object.fromEntries(after.map((key, at) => [key, weights[at] ?? 0]));
            return {
              on: day,
              kind: before.length > 1 ? 'merge' : 'divide',
              before,
              after,
              shares: [{ parts, source }],
            };
          });
          const held = [...carryFigures(figures, events, '2030-01-01').values()];
          const sum = (of: (figure: Figure) => number): number =>
            held.reduce((all, one) => all + (one.ok ? of(one.figure) : 0), 0);
          expect(sum(({ count }) => count)).toBe(list.reduce((all, { count }) => all + count, 0));
          expect(sum(({ of }) => of!)).toBe(list.reduce((all, { of }) => all + of!, 0));
          for (const one of held) if (one.ok) expect(one.figure.count).toBeLessThanOrEqual(one.figure.of!);
        },
      ),
    );
  });
});

describe('places', () => {
  it('are found by code and day, downwards, upwards and through time', () => {
    const places = createPlaces(sound());
    expect(places.at('G', '2025-06-30')?.from).toBe(start);
    expect(places.at('G', on)?.from).toBe(on);
    expect(places.at('A', on)).toBeUndefined();
    expect(places.within('01', '2024-01-01').map(({ code }) => code)).toEqual(['A', 'B', 'D', 'G']);
    expect(places.within('01', on).map(({ code }) => code)).toEqual(['C', 'E', 'F', 'G']);
    expect(places.path(`C@${on}`, on).map(({ code }) => code)).toEqual(['01', 'C']);
    expect(places.successors(`D@${start}`, on).map(({ code }) => code)).toEqual(['F', 'E']);
    expect(places.successors(`A@${start}`, '2024-01-01').map(({ code }) => code)).toEqual(['A']);
    expect(places.cameFrom(`C@${on}`)?.before).toEqual([`A@${start}`, `B@${start}`]);
  });

  it('do not hang on a circle', () => {
    const places = createPlaces({
      localities: [place('X', start, { parent: 'Y' }), place('Y', start, { parent: 'X' })],
      events: [{ on, kind: 'rename', before: [`X@${start}`], after: [`X@${start}`] }],
    });
    expect(places.path(`X@${start}`, on).map(({ code }) => code)).toEqual(['Y', 'X']);
    expect(places.successors(`X@${start}`, on)).toEqual([]);
  });
});

describe('the lint of a gazetteer', () => {
  const codes = (change: (gazetteer: Gazetteer) => void): string[] => {
    const gazetteer = sound();
    change(gazetteer);
    return lintGazetteer(gazetteer).map(({ code }) => code);
  };
  const one = (gazetteer: Gazetteer, code: string, from = on): Locality =>
    gazetteer.localities.find((each) => each.code === code && each.from === from)!;

  it('finds nothing in a sound one', () => expect(codes(() => undefined)).toEqual([]));

  it.each<[string, string[], (gazetteer: Gazetteer) => void]>([
    ['a place listed twice', ['twice'], (g) => g.localities.push({ ...one(g, 'C') })],
    [
      'two places of one code at a time',
      ['overlap', 'event-day'],
      (g) => (one(g, 'G', start).to = '2025-12-31'),
    ],
    ['a code given to another place', ['reused'], (g) => g.events.splice(2, 1)],
    ['a day that is none', ['day'], (g) => (one(g, 'A', start).to = '2025-02-30')],
    ['an end before the beginning', ['day'], (g) => (one(g, 'A', start).to = '1999-12-31')],
    ['a parent that is not there', ['orphan'], (g) => (one(g, 'C').parent = '99')],
    ['a commune in a commune', ['level'], (g) => (one(g, 'C').parent = 'E')],
    [
      'a circle of parents',
      ['circle', 'circle'],
      (g) => {
        one(g, 'C').parent = 'E';
        one(g, 'E').parent = 'C';
      },
    ],
    ['an event about nowhere', ['unknown-place'], (g) => g.events[0]!.before.push(`Z@${start}`)],
    ['a merge of one', ['event-shape'], (g) => g.events[0]!.before.pop()],
    ['an event on another day', ['event-day'], (g) => (g.events[2]!.on = '2025-07-02')],
    [
      'a share for a stranger',
      ['shares-place', 'shares-sum'],
      (g) => (g.events[1]!.shares![0]!.parts[`C@${on}`] = 1),
    ],
    [
      'shares that do not come to one',
      ['shares-sum'],
      (g) => (g.events[1]!.shares![0]!.parts[`E@${on}`] = 61),
    ],
    ['shares of nothing', ['shares-sum'], (g) => (g.events[1]!.shares![0]!.parts = {})],
  ])('tells of %s', (_name, expected, change) => expect(codes(change)).toEqual(expected));
});
