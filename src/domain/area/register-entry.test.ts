import { expect, it } from 'vitest';
import type { RegisterEntry, YearStanding } from './area-record.schema.js';
import type { Subject } from '../subject.schema.js';
import { entryOf, rowOf } from './register-entry.js';

const year = (registered: boolean): YearStanding => ({
  state: 'draft',
  criteria: { id: 'mau', version: '1.0.0' },
  registered,
  updatedAt: '2026-02-01T00:00:00Z',
});
const entry: RegisterEntry = {
  id: 's',
  version: 1,
  subjectVersion: 1,
  model: 'family',
  name: 'Gia đình mẫu',
  place: { name: 'Thôn Đoài' },
  owner: 'o',
  updatedAt: '2026-01-01T00:00:00Z',
  search: '',
  years: { '2025': year(true), '2026': year(false) },
};

it('says of who was assessed without having registered that he had not', () => {
  expect(rowOf(entry, '2025')).not.toHaveProperty('registered');
  expect(rowOf(entry, '2026')).toHaveProperty('registered', false);
  expect(rowOf(entry, '2027')).toMatchObject({ state: 'none' });
});

it('is found by what the subject is called now, whatever of it was changed', () => {
  const subject: Subject = {
    ...{ id: 's', version: 1, model: 'family', owner: 'o', facts: {}, registrations: [] },
    ...{ name: 'Nhà ông Hoà', place: { name: 'Xã Đông' }, parent: 'Thôn Ấm', head: { name: 'Lê Hoà' } },
    ...{ createdAt: '2026-01-01T00:00:00Z', updatedAt: '2026-01-01T00:00:00Z' },
  };
  const before = entryOf(subject, [], 1);
  expect(before.search).toBe('nha ong hoa\nxa dong\nthon am\nle hoa');
  expect(entryOf({ ...subject, facts: { a: '1' } }, [], 2, before).search).toBe(before.search);
  const changes = [{ name: 'Ê' }, { place: { name: 'Ê' } }, { parent: 'Ê' }, { head: { name: 'Ê' } }];
  for (const [line, change] of changes.entries()) {
    const words = before.search.split('\n').with(line, 'e').join('\n');
    expect(entryOf({ ...subject, ...change }, [], 2, before).search).toBe(words);
  }
});

it('tells how many members were declared, and not who they are', () => {
  const subject: Subject = {
    id: 's',
    version: 1,
    model: 'family',
    name: 'Gia đình mẫu',
    place: { name: 'Thôn Đoài' },
    owner: 'o',
    facts: {},
    registrations: [],
    createdAt: '2026-01-01T00:00:00Z',
    updatedAt: '2026-01-01T00:00:00Z',
  };
  const counts = (members?: Subject['members']) => {
    const line = rowOf(entryOf({ ...subject, ...(members && { members }) }, [], 1), '2026');
    return line && 'memberCounts' in line ? line.memberCounts : 'none';
  };
  expect(counts({ total: 4, recognised: 0, ids: ['c'] })).toEqual({ total: 4, recognised: 0 });
  expect(counts({ total: 4 })).toEqual({ total: 4 });
  expect(counts({ ids: ['c'] })).toBe('none');
  expect(counts()).toBe('none');
});
