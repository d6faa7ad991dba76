import { expect, it } from 'vitest';
import type { RegisterEntry, YearStanding } from './area-record.schema.js';
import { rowOf } from './register-entry.js';

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
