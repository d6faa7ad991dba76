import { describe, expect, it } from 'vitest';
import { isCompetent } from './competence.js';
import { Registry } from './registry.schema.js';

const registry: Registry = {
  format: 1,
  status: 'operator',
  updated: '2026-11-01',
  bodies: [
    {
      ids: ['did:web:hkh.example.vn', 'hkh-xa-mau'],
      name: { vi: 'Hội Khuyến học xã Mẫu' },
      places: [{ name: 'Xã Mẫu', code: '00001' }, { name: 'Thôn Đông' }],
      models: ['family', 'clan'],
      from: '2025-07-01',
      to: '2026-12-31',
    },
    {
      ids: ['hkh-xa-mau'],
      name: { vi: 'Hội Khuyến học xã Mẫu' },
      places: [{ name: 'Xã Mẫu', code: '00001' }],
      models: ['community'],
      from: '2027-01-01',
    },
    { ids: ['bo'], name: { vi: 'Bộ' }, places: '*', models: ['community'], from: '2024-02-12' },
  ],
};
const here = { name: 'tên khác', code: '00001' };
const ask = (
  id: string,
  place: { name: string; code?: string },
  date: string,
  model: 'family' | 'community',
) => {
  const found = isCompetent(registry, id, place, date, model);
  return found.competent ? found.body.name.vi : found.why;
};

describe('a competent body', () => {
  it('is one for its places, its models and its time', () => {
    expect(Registry.safeParse(registry).success).toBe(true);
    expect(ask('did:web:hkh.example.vn', here, '2025-07-01', 'family')).toBe('Hội Khuyến học xã Mẫu');
    expect(ask('hkh-xa-mau', here, '2026-12-31', 'family')).toBe('Hội Khuyến học xã Mẫu');
    expect(ask('hkh-xa-mau', here, '2027-01-01', 'community')).toBe('Hội Khuyến học xã Mẫu');
    expect(ask('bo', { name: 'Bất kỳ' }, '2026-01-01', 'community')).toBe('Bộ');
  });

  it('is none otherwise, and the first thing that does not fit is named', () => {
    expect(ask('did:web:HKH.example.vn', here, '2026-01-01', 'family')).toBe('unlisted');
    expect(ask('hkh-xa-mau', { name: 'Xã Mẫu', code: '00002' }, '2026-01-01', 'family')).toBe('place');
    expect(ask('hkh-xa-mau', here, '2025-06-30', 'family')).toBe('time');
    expect(ask('hkh-xa-mau', here, '2027-01-01', 'family')).toBe('model');
    expect(ask('bo', here, '2026-01-01', 'family')).toBe('model');
  });

  it('knows a place without a code by its name, however it is typed', () => {
    expect(ask('hkh-xa-mau', { name: ' thôn  ĐÔNG'.normalize('NFD') }, '2026-01-01', 'family')).toBe(
      'Hội Khuyến học xã Mẫu',
    );
    expect(ask('hkh-xa-mau', { name: 'Xã Mẫu' }, '2026-01-01', 'family')).toBe('Hội Khuyến học xã Mẫu');
    expect(ask('hkh-xa-mau', { name: 'Thôn Tây' }, '2026-01-01', 'family')).toBe('place');
  });
});
