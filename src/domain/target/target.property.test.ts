import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quartersBetween, standingOf } from './pace.js';
import { compare, measured, meets, shownAs } from './share.js';
import { sumFigures } from './sum-figures.js';
import type { Figure, Target } from './target.schema.js';

const date = fc
  .integer({ min: 0, max: 3650 })
  .map((day) => new Date(Date.UTC(2020, 0, 1 + day)).toISOString().slice(0, 10));
const share = fc
  .tuple(fc.nat(1_000_000), fc.integer({ min: 1, max: 1_000_000 }))
  .map(([count, of]) => ({ count: Math.min(count, of), of }));
const figure: fc.Arbitrary<Figure> = fc.tuple(date, share).map(([asOf, it]) => ({ asOf, ...it }));
const target: fc.Arbitrary<Target> = fc
  .record({
    value: fc.nat(10_000),
    by: date,
    falling: fc.boolean(),
    base: fc.option(figure, { nil: undefined }),
  })
  .map((some) => ({
    ...some,
    id: 't',
    indicator: 'i',
    kind: 'share' as const,
    source: { name: { vi: 'Mẫu' } },
    provenance: 'sample' as const,
  }));

describe('standing of a target', () => {
  it('is reached exactly where nothing is missing, and the pace leads there', () => {
    fc.assert(
      fc.property(target, figure, (aim, now) => {
        const standing = standingOf(aim, [now], now.asOf);
        expect(standing.status === 'reached').toBe(standing.missing === 0);
        const { missing, pace } = standing;
        if (!missing) return;
        // With that many more, or fewer, it is reached; with one less than that it is not.
        const with_ = (more: number): string =>
          standingOf(aim, [{ ...now, count: now.count + (aim.falling ? -more : more) }], now.asOf).status;
        expect(with_(missing)).toBe('reached');
        expect(with_(missing - 1)).not.toBe('reached');
        if (pace) {
          expect(pace.perQuarter * pace.quarters).toBeGreaterThanOrEqual(missing);
          expect((pace.perQuarter - 1) * pace.quarters).toBeLessThan(missing);
        }
      }),
    );
  });

  it('shows no per cent that is not reached', () => {
    fc.assert(
      fc.property(share, fc.boolean(), (it, falling) => {
        const value = measured('share', it)!;
        const shown = shownAs(value, falling);
        expect(meets(value, { top: BigInt(shown), bottom: 1n }, falling)).toBe(true);
        expect(Math.abs(shown - (it.count / it.of) * 10_000)).toBeLessThan(1);
      }),
    );
  });

  it('never gets worse by more of what is wanted', () => {
    const rank = { behind: 0, unknown: 1, 'on-track': 2, reached: 3 };
    fc.assert(
      fc.property(target, figure, fc.nat(1000), (aim, now, more) => {
        const count = aim.falling ? Math.max(0, now.count - more) : Math.min(now.of!, now.count + more);
        const before = standingOf(aim, [now], now.asOf).status;
        const after = standingOf(aim, [{ ...now, count }], now.asOf).status;
        expect(rank[after]).toBeGreaterThanOrEqual(rank[before]);
      }),
    );
  });

  it('orders fractions as they are', () => {
    fc.assert(
      fc.property(share, share, (a, b) => {
        const [one, other] = [measured('share', a)!, measured('share', b)!];
        expect(compare(one, other)).toBe(Math.sign(a.count * b.of - b.count * a.of));
        expect(compare(one, other)).toBe(0 - compare(other, one));
      }),
    );
  });
});

describe('quarters', () => {
  it.each([
    ['2024-12-31', '2025-12-31', 4],
    ['2025-01-01', '2025-12-31', 4],
    ['2025-10-01', '2025-12-31', 1],
    ['2025-09-30', '2025-12-31', 2],
    ['2025-12-30', '2025-12-31', 1],
    ['2025-12-31', '2025-12-31', 0],
    ['2026-01-01', '2025-12-31', 0],
  ])('from %s to %s are %i', (from, to, count) => expect(quartersBetween(from, to)).toBe(count));
});

describe('the sum of parts', () => {
  it('adds raw numbers, in whatever order and grouping', () => {
    fc.assert(
      fc.property(
        fc.array(fc.option(figure, { nil: undefined }), { minLength: 2, maxLength: 12 }),
        fc.nat(10),
        (list, cut) => {
          const named = list.map((one, index) => [`p${index}`, one] as const);
          const whole = sumFigures(named);
          expect(sumFigures([...named].reverse())).toMatchObject(
            whole.ok ? { figure: whole.figure } : { ok: false },
          );
          const at = 1 + (cut % (list.length - 1));
          const [left, right] = [sumFigures(named.slice(0, at)), sumFigures(named.slice(at))];
          if (!whole.ok || !left.ok || !right.ok) return;
          const together = sumFigures([
            ['l', left.figure],
            ['r', right.figure],
          ]);
          expect(together).toMatchObject({ ok: true, figure: whole.figure });
          const found = list.filter((one) => one !== undefined);
          expect(whole.figure.count).toBe(found.reduce((sum, { count }) => sum + count, 0));
          expect(whole.figure.of).toBe(found.reduce((sum, { of }) => sum + of!, 0));
          expect(whole.figure.coverage).toEqual({ reported: found.length, expected: list.length });
        },
      ),
    );
  });

  it('is not the average of per cents', () => {
    const sum = sumFigures([
      ['a', { asOf: '2024-12-31', count: 9, of: 10 }],
      ['b', { asOf: '2024-06-30', count: 100, of: 1000 }],
      ['c', undefined],
    ]);
    expect(sum).toEqual({
      ok: true,
      figure: { asOf: '2024-06-30', count: 109, of: 1010, coverage: { reported: 2, expected: 3 } },
      missing: ['c'],
    });
  });

  it('says where there is nothing to add, and what cannot be added', () => {
    expect(sumFigures([['a', undefined]])).toEqual({ ok: false, code: 'no-report', missing: ['a'] });
    expect(
      sumFigures([
        ['a', { asOf: '2024-12-31', count: 9 }],
        ['b', { asOf: '2024-12-31', count: 9, of: 10 }],
      ]),
    ).toEqual({ ok: false, code: 'mixed', missing: [] });
  });
});
