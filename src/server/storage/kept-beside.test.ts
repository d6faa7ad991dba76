import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RegisterEntry } from '../../domain/area/area-record.schema.js';
import { compareStandings } from './kept-beside.js';
import { standingsOf, type Standing } from './standings.js';

const criteria = { id: 'mau', version: '1.0.0' };
const at = fc.constantFrom('2026-01-01T00:00:00.000Z', '2026-02-01T00:00:00.000Z');
const year = fc.record({
  state: fc.constantFrom('registered', 'draft', 'verified', 'recognised'),
  criteria: fc.constant(criteria),
  registered: fc.boolean(),
  updatedAt: at,
  score: fc.constantFrom(undefined, 60, 70.5),
});
/** Few values of each, so that two lines often differ in one thing alone. */
const line = fc.record({
  id: fc.constant('s1'),
  version: fc.nat(9),
  subjectVersion: fc.constant(1),
  model: fc.constantFrom('family', 'unit'),
  subjectGroup: fc.constantFrom(undefined, 'school'),
  name: fc.constant('Nhà ông Hoà'),
  place: fc.record({ name: fc.constantFrom('Xã Mẫu', 'Xã Sen'), code: fc.constantFrom(undefined, '07210') }),
  owner: fc.constantFrom('lan', 'hung'),
  closedAt: fc.constantFrom(undefined, undefined, '2026-03-01T00:00:00.000Z'),
  updatedAt: at,
  search: fc.constantFrom('nha ong hoa\nxa mau\n\n', 'nha ong hoa\nxa sen\n\n'),
  years: fc.dictionary(fc.constantFrom('2024', '2025', '2026'), year, { maxKeys: 3 }),
}) as unknown as fc.Arbitrary<RegisterEntry>;

/** A line, and the same with a part of it taken from another. */
const change = fc
  .tuple(line, line, fc.subarray(['owner', 'place', 'closedAt', 'updatedAt', 'search', 'years', 'model']))
  .map(([before, other, names]) => {
    const taken = names.map((name) => [name, other[name as keyof RegisterEntry]]);
    return [before, { ...before, version: before.version + 1, ...Object.fromEntries(taken) }] as const;
  });

const nothing = () => ({
  standings: [] as Standing[],
  newStandings: [] as Standing[],
  noStandings: [] as Pick<Standing, 'id' | 'cycle'>[],
});

const table = (rows: readonly Standing[]): Map<string, Standing> =>
  new Map(rows.map((one) => [one.cycle, one]));

describe('compareStandings', () => {
  it('leaves the rows that a line has, whatever of it is different', () => {
    fc.assert(
      fc.property(change, ([before, after]) => {
        const found = nothing();
        compareStandings(before, after as RegisterEntry, found);
        const kept = table(standingsOf(before));
        for (const { cycle } of found.noStandings) kept.delete(cycle);
        for (const one of found.standings) kept.set(one.cycle, one);
        expect(found.newStandings).toEqual([]);
        expect(kept).toEqual(table(standingsOf(after as RegisterEntry)));
      }),
      { numRuns: 500 },
    );
  });

  it('leaves all rows of a line that is new', () => {
    fc.assert(
      fc.property(line, (after) => {
        const found = nothing();
        compareStandings(undefined, after, found);
        expect(found).toEqual({ ...nothing(), newStandings: standingsOf(after) });
      }),
    );
  });

  it('writes one row where somebody types', () => {
    const [before] = fc.sample(line, { seed: 1, numRuns: 1 });
    const draft = (updatedAt: string) => ({ state: 'draft', criteria, registered: true, updatedAt }) as const;
    const one = { ...before!, closedAt: undefined, updatedAt: '2025-01-01T00:00:00.000Z' };
    const [first, second] = ['2026-01-01T00:00:00.000Z', '2026-01-02T00:00:00.000Z'].map((updated) => ({
      ...one,
      years: { 2025: draft('2025-03-01T00:00:00.000Z'), 2026: draft(updated) },
    })) as unknown as [RegisterEntry, RegisterEntry];
    const found = nothing();
    compareStandings(first, second, found);
    expect(found.standings.map(({ cycle, updated }) => [cycle, updated])).toEqual([
      ['2026', '2026-01-02T00:00:00.000Z'],
    ]);
    expect({ ...found, standings: [] }).toEqual(nothing());
  });
});
