import { describe, expect, it } from 'vitest';
import type { Entry, EntrySecret } from '../../domain/fund/entry.schema.js';
import { findingsOf } from './inspect-ledger.js';

const hash = 'a'.repeat(64);
const entry: Entry = {
  id: 'quy.2',
  fund: 'quy',
  no: 2,
  kind: 'payment',
  account: 'cash',
  category: 'quan-ly',
  amount: 1_000,
  date: '2026-03-01',
  recordedAt: '2026-03-31T02:00:00.000Z',
  details: hash,
  previous: hash,
  hash,
};
const person = { id: 'thu-quy', name: 'Lê Thu Cúc' };
const link = {
  id: 'b1',
  kind: 'link' as const,
  name: 'Hoá đơn',
  url: 'https://xa.vn/1',
  addedAt: entry.recordedAt,
};
const secret: EntrySecret = {
  id: 'quy.2',
  version: 1,
  fund: 'quy',
  details: { salt: 'ab'.repeat(16), evidence: [link] },
  by: person,
};
const found = (change: Partial<Entry> = {}, of: Partial<EntrySecret> = {}) =>
  findingsOf({ ...entry, ...change }, { ...secret, ...of }, { lateAfterDays: 30 });

describe('what the inspection finds in an entry', () => {
  it('is nothing where it has its papers and came in time', () => {
    expect(found()).toEqual([]);
  });

  it('is each thing by itself', () => {
    expect(found({ reverses: 1 })).toEqual(['reversal']);
    expect(found({}, { reversedBy: 3 })).toEqual(['reversed']);
    expect(found({ approved: true })).toEqual(['approved']);
    expect(found({ recordedAt: '2026-04-01T02:00:00.000Z' })).toEqual(['late']);
    const at = entry.recordedAt;
    expect(found({}, { erased: [{ what: 'party', at, by: person }] })).toEqual(['erased']);
    expect(found({}, { details: { salt: 'ab'.repeat(16) } })).toEqual(['bare']);
  });

  it('is also that nothing private is there any more', () => {
    expect(findingsOf(entry, undefined, { lateAfterDays: 30 })).toEqual(['erased', 'bare']);
  });

  it('asks no papers of a move, nor of a reversal', () => {
    const bare = { details: { salt: 'ab'.repeat(16) } };
    expect(found({ kind: 'move', to: 'bank' }, bare)).toEqual([]);
    expect(found({ reverses: 1 }, bare)).toEqual(['reversal']);
  });

  it('is everything at once, in the order of the list', () => {
    expect(
      found(
        { approved: true, recordedAt: '2026-05-01T02:00:00.000Z' },
        { reversedBy: 3, details: undefined },
      ),
    ).toEqual(['reversed', 'approved', 'late', 'bare']);
  });
});
