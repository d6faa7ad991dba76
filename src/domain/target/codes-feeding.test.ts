import { describe, expect, it } from 'vitest';
import type { LocalityEvent } from '../locality/locality.schema.js';
import { codesFeeding } from './codes-feeding.js';
import { communes, place } from './test-helpers/places.js';

const former = (code: string, parent = '01') => place(code, { from: '2020-01-01', to: '2025-06-30', parent });
const event = (before: string[], after: string[]): LocalityEvent => ({
  on: '2025-07-01',
  kind: before.length > 1 ? 'merge' : 'divide',
  before: before.map((code) => `${code}@2020-01-01`),
  after: after.map((code) => `${code}@2025-07-01`),
});
const parts = [
  {
    localities: [...communes, former('M'), former('N'), former('M.1', 'M')],
    events: [event(['M', 'N'], ['A']), event(['N'], ['A', 'B'])],
  },
];

describe('codes that feed a place', () => {
  it('are its own, those in it, and those that it came from with all that lay in them', () => {
    expect(codesFeeding(parts, 'A')?.toSorted()).toEqual(['A', 'A.1', 'M', 'M.1', 'N']);
    expect(codesFeeding(parts, 'A@2025-07-01')?.toSorted()).toEqual(['A', 'A.1', 'M', 'M.1', 'N']);
    expect(codesFeeding(parts, 'B')?.toSorted()).toEqual(['B', 'N']);
    expect(codesFeeding(parts, 'A.1')).toEqual(['A.1']);
  });

  it('are those of what a former place became', () => {
    expect(codesFeeding(parts, 'M')).toContain('A.1');
  });

  it('are told neither for a place that lies in no other, nor for one that is not there', () => {
    expect(codesFeeding(parts, '01')).toBeUndefined();
    expect(codesFeeding(parts, 'Z')).toBeUndefined();
  });

  it('are left out where they are too many to be asked by, and end in a circle', () => {
    const many = Array.from({ length: 2_500 }, (_, at) => place(`C.${at}`, { level: 'hamlet', parent: 'C' }));
    expect(codesFeeding([{ localities: [...communes, ...many], events: [] }], 'C')).toBeUndefined();
    const round = [place('P', { parent: 'Q' }), place('Q', { parent: 'P' })];
    expect(codesFeeding([{ localities: round, events: [] }], 'P')?.toSorted()).toEqual(['P', 'Q']);
  });
});
