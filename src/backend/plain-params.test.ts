import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { QueryName } from '../domain/query.schema.js';
import { queries } from '../domain/whole.schema.js';
import { arePlainLate } from './plain-late-params.js';
import { arePlain } from './plain-params.js';

const names = Object.keys(queries) as QueryName[];
const keys = [
  'id',
  'version',
  'model',
  'cycle',
  'mine',
  'subject',
  'state',
  'cursor',
  'limit',
  'other',
  'indicator',
  'places',
  '__proto__',
];
const value = fc.oneof(
  fc.constantFrom(
    'unit',
    'families',
    '2026',
    '2226',
    '26',
    true,
    false,
    undefined,
    null,
    50,
    '',
    'a b',
    'abc',
    'draft',
    [],
    ['24', '25'],
    [7],
    'gia-dinh',
  ),
  fc.string(),
);
const params = fc.dictionary(fc.constantFrom(...keys), value, { maxKeys: 2 });

describe.each([
  ['what a form opens with', arePlain],
  ['what is asked later', arePlainLate],
])('%s', (_, arePlain) => {
  it('never takes what the schema refuses, nor what it would change', () => {
    let taken = 0;
    fc.assert(
      fc.property(fc.constantFrom(...names), params, (name, given) => {
        if (!arePlain(name, given)) return;
        taken += 1;
        const read = queries[name].params.safeParse(given);
        expect(read.error).toBeUndefined();
        expect(read.data).toEqual(given);
      }),
      { numRuns: 5000 },
    );
    // Otherwise nothing was tried.
    expect(taken).toBeGreaterThan(100);
  });
});

describe('arePlain', () => {
  it('takes what the form asks, so that its page needs no schemas', () => {
    expect(arePlain('subjects.list', { model: 'unit', mine: true })).toBe(true);
    expect(arePlain('criteria.get', { id: 'don-vi-hoc-tap-24-2023', version: '1.0.0' })).toBe(true);
    expect(
      arePlain('assessments.list', { subject: '01890a5d-ac96-774b-bcce-b302099a8057', cycle: '2026' }),
    ).toBe(true);
    expect(arePlain('assessment.get', { id: '01890a5d-ac96-774b-bcce-b302099a8057' })).toBe(true);
  });

  it('refuses a missing parameter, one of another kind and one that nobody knows', () => {
    expect(arePlain('assessment.get', {})).toBe(false);
    expect(arePlain('assessment.get', { id: undefined })).toBe(false);
    expect(arePlain('assessment.get', { id: 7 })).toBe(false);
    expect(arePlain('subjects.list', { model: 'village' })).toBe(false);
    expect(arePlain('subjects.list', { mine: 'true' })).toBe(false);
    expect(arePlain('subjects.list', { other: 'x' })).toBe(false);
  });
});

it('takes what a gauge and a form in which somebody registers ask, so that their pages need no schemas', () => {
  expect(arePlainLate('criteria.list', { model: 'citizen', cycle: '2026' })).toBe(true);
  expect(arePlainLate('damaged.list', {})).toBe(true);
  expect(arePlainLate('figures.list', { indicator: 'gia-dinh' })).toBe(true);
  expect(arePlainLate('tallies.list', { model: 'family', places: ['24', '25'] })).toBe(true);
  expect(arePlainLate('consents.list', {})).toBe(false);
  expect(arePlainLate('tallies.list', { places: [24] })).toBe(false);
  expect(arePlainLate('constructor' as QueryName, {})).toBe(false);
});
