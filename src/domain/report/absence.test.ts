import { describe, expect, it } from 'vitest';
import type { Locality, LocalityEvent } from '../locality/locality.schema.js';
import { createPlaces } from '../locality/places.js';
import { findPlace } from './absence.js';

const place = (code: string, from: string, to?: string): Locality => ({
  code,
  from,
  ...(to !== undefined && { to }),
  level: 'province',
  name: { vi: code },
  fullName: { vi: `Tỉnh ${code}` },
});
const event = (
  on: string,
  kind: LocalityEvent['kind'],
  before: string[],
  after: string[],
): LocalityEvent => ({
  on,
  kind,
  before,
  after,
});
// 25 and 26 became another 25, which later was called otherwise; 30 was divided.
const localities = [
  place('25', '2000-01-01', '2025-06-30'),
  place('26', '2000-01-01', '2025-06-30'),
  place('25', '2025-07-01', '2026-04-29'),
  place('25', '2026-04-30'),
  place('30', '2000-01-01', '2025-06-30'),
  place('31', '2025-07-01'),
  place('32', '2025-07-01'),
];
const places = createPlaces({
  localities,
  events: [
    event('2025-07-01', 'merge', ['25@2000-01-01', '26@2000-01-01'], ['25@2025-07-01']),
    event('2026-04-30', 'rename', ['25@2025-07-01'], ['25@2026-04-30']),
    event('2025-07-01', 'divide', ['30@2000-01-01'], ['31@2025-07-01', '32@2025-07-01']),
  ],
});
const find = (locality: string, year: number): unknown => {
  const found = findPlace(places, localities, { locality, year }, `${year}-12-31`);
  if (!found) return undefined;
  if ('place' in found) return `${found.place.code}@${found.place.from}`;
  const { code, date, others } = found.absence;
  return [code, date, others.map(({ key }) => key)];
};

describe('the place of a report', () => {
  it('is the one that bears the code on the last day of the year', () => {
    expect(find('25', 2024)).toBe('25@2000-01-01');
    expect(find('25', 2025)).toBe('25@2025-07-01');
    expect(find('25', 2026)).toBe('25@2026-04-30');
    expect(find('25@2000-01-01', 2024)).toBe('25@2000-01-01');
  });

  it('is the same under another name, and not another into which it went over', () => {
    expect(find('25@2025-07-01', 2026)).toBe('25@2026-04-30');
    expect(find('25@2000-01-01', 2025)).toEqual(['ended', '2025-06-30', ['25@2025-07-01']]);
    expect(find('26', 2026)).toEqual(['ended', '2025-06-30', ['25@2026-04-30']]);
    const [code, date, others] = find('30', 2025) as [string, string, string[]];
    expect([code, date, others.sort()]).toEqual(['ended', '2025-06-30', ['31@2025-07-01', '32@2025-07-01']]);
  });

  it('is not there before it began, and is told of what it came from', () => {
    expect(find('31', 2024)).toEqual(['not-yet', '2025-07-01', ['30@2000-01-01']]);
    expect(find('99', 2024)).toBeUndefined();
  });
});
