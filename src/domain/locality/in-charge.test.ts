import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codesInCharge } from './in-charge.js';
import type { Gazetteer, Locality } from './locality.schema.js';

const start = '2004-01-01';
const on = '2025-07-01';
const day = '2026-11-26';

const place = (code: string, parent: string | undefined, more: Partial<Locality> = {}): Locality => ({
  ...{ code, from: start, level: 'commune', name: { vi: code }, fullName: { vi: `Xã ${code}` } },
  ...(parent !== undefined && { parent }),
  ...more,
});
const old = { to: '2025-06-30' };
const now = { from: on };
const [province, hamlet] = [{ level: 'province' as const }, { level: 'hamlet' as const }];

/**
 * Two provinces, 01 and 02. A and B became C, to which B gave its code away to another new commune; D was divided into E and F;
 * G moved from 02 to 01; H is a hamlet of A that ended with it, and K one of C.
 */
const gazetteer: Pick<Gazetteer, 'localities' | 'events'> = {
  localities: [
    ...[place('01', undefined, province), place('02', undefined, province)],
    ...[place('A', '01', old), place('B', '01', old), place('D', '01', old)],
    ...[place('H', 'A', { ...old, ...hamlet }), place('K', 'C', { ...now, ...hamlet })],
    ...[place('C', '01', now), place('B', '02', now), place('E', '01', now), place('F', '01', now)],
    ...[place('G', '02', old), place('G', '01', now), place('L', '01', { from: '2030-01-01' })],
  ],
  events: [
    { on, kind: 'merge', before: [`A@${start}`, `B@${start}`], after: [`C@${on}`] },
    { on, kind: 'divide', before: [`D@${start}`], after: [`E@${on}`, `F@${on}`] },
    { on, kind: 'move', before: [`G@${start}`], after: [`G@${on}`] },
  ],
};
const reached = (...scope: string[]): string[] => codesInCharge(gazetteer, day)(scope).sort();

describe('what a scope of places reaches', () => {
  it('is all that lies in them, and what was merged into any of it', () => {
    expect(reached('C')).toEqual(['A', 'C', 'H', 'K']);
    expect(reached('K')).toEqual(['K']);
    expect(reached('01')).toEqual(['01', 'A', 'C', 'D', 'E', 'F', 'G', 'H', 'K', 'L']);
    expect(reached('02', 'K')).toEqual(['02', 'B', 'K']);
  });

  it('is of a code what bears it today, whoever bore it before', () => {
    expect(reached('B')).toEqual(['B']);
    expect(reached('02')).not.toContain('G');
  });

  it('is of a place that was divided nothing to one of its parts alone', () => {
    expect(reached('E')).toEqual(['E']);
    expect(reached('D')).toEqual(['D']);
  });

  it('is, of a place that is no more, what was never anybody else’s', () => {
    expect(reached('A')).toEqual(['A', 'H']);
  });

  it('was something else before the merger', () => {
    const before = codesInCharge(gazetteer, '2025-06-30');
    expect(before(['A']).sort()).toEqual(['A', 'H']);
    expect(before(['C']).sort()).toEqual(['C', 'K']);
    expect(before(['02']).sort()).toEqual(['02', 'G']);
  });

  it('is nothing for words that name no place, and all of the nation for its own', () => {
    expect(reached('s1', 'quy', 'toString')).toEqual([]);
    expect(reached()).toEqual([]);
    expect(reached('nation')).toHaveLength(12);
  });

  it('ends where parents or events go round in a circle', () => {
    const round = codesInCharge(
      {
        localities: [
          place('X', 'Y'),
          place('Y', 'X'),
          place('V', undefined, old),
          place('W', undefined, old),
        ],
        events: [
          { on, kind: 'merge', before: [`V@${start}`], after: [`W@${start}`] },
          { on, kind: 'merge', before: [`W@${start}`], after: [`V@${start}`] },
        ],
      },
      day,
    );
    expect(round(['X', 'V'])).toContain('X');
  });

  it('never lets two communes of one day into each other, whatever was merged or divided', () => {
    const codes = ['P', 'Q', 'R', 'S'];
    const history = fc.record({
      kind: fc.constantFrom('merge' as const, 'divide' as const),
      before: fc.subarray(['a', 'b', 'c', 'd'], { minLength: 1 }),
      after: fc.subarray(codes, { minLength: 1 }),
    });
    fc.assert(
      fc.property(fc.array(history, { maxLength: 4 }), (events) => {
        const reach = codesInCharge(
          {
            localities: [
              ...['a', 'b', 'c', 'd'].map((code) => place(code, '01', old)),
              ...[place('01', undefined, province), ...codes.map((code) => place(code, '01', now))],
            ],
            events: events.map(({ kind, before, after }) => ({
              ...{ on, kind },
              before: before.map((code) => `${code}@${start}`),
              after: after.map((code) => `${code}@${on}`),
            })),
          },
          day,
        );
        const all = codes.flatMap((code) => reach([code]));
        expect(new Set(all).size).toBe(all.length);
        expect(reach(['01'])).toHaveLength(9);
      }),
    );
  });
});
