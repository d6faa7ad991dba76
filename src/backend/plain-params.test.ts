import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { QueryName } from '../domain/query.schema.js';
import { queries } from '../domain/whole.schema.js';
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
  ),
  fc.string(),
);
const params = fc.dictionary(fc.constantFrom(...keys), value, { maxKeys: 2 });

describe('arePlain', () => {
  it('never takes what the schema refuses', () => {
    let taken = 0;
    fc.assert(
      fc.property(fc.constantFrom(...names), params, (name, given) => {
        if (!arePlain(name, given)) return;
        taken += 1;
        expect(queries[name].params.safeParse(given).success).toBe(true);
      }),
      { numRuns: 5000 },
    );
    // Otherwise nothing was tried.
    expect(taken).toBeGreaterThan(100);
  });

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
