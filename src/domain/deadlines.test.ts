import { describe, expect, it } from 'vitest';
import { dueDays } from './deadlines.js';

const label = { vi: 'Gửi hồ sơ' };
const before = { id: 'dossier', label, monthDay: '01-15', yearOffset: 1, before: true };
const by = { id: 'report', label, monthDay: '12-31', yearOffset: 0 };
const passed = (today?: string): boolean[] =>
  dueDays({ deadlines: [before, by] }, '2026', today).map((one) => one.passed);

describe('deadlines', () => {
  it('are days of the year assessed or of one after it, the earliest first', () => {
    expect(dueDays({ deadlines: [before, by] }, '2026').map(({ id, date }) => [id, date])).toEqual([
      ['report', '2026-12-31'],
      ['dossier', '2027-01-15'],
    ]);
    expect(dueDays({}, '2026')).toEqual([]);
  });

  it('have passed on the day itself only where it had to be done before', () => {
    expect(passed()).toEqual([false, false]);
    expect(passed('2026-12-31')).toEqual([false, false]);
    expect(passed('2027-01-01')).toEqual([true, false]);
    expect(passed('2027-01-14')).toEqual([true, false]);
    expect(passed('2027-01-15')).toEqual([true, true]);
  });

  it('on 29 February fall on the last day of February', () => {
    const leap = (cycle: string) =>
      dueDays({ deadlines: [{ ...by, monthDay: '02-29', yearOffset: 1 }] }, cycle)[0]?.date;
    expect([leap('2026'), leap('2027')]).toEqual(['2027-02-28', '2028-02-29']);
  });
});
