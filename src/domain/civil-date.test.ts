import { describe, expect, it } from 'vitest';
import { addMonths, dateInVietnam, isRealDate } from './civil-date.js';

describe('civil dates', () => {
  it('adds months without leaving the month', () => {
    expect(addMonths('2026-12-05', 12)).toBe('2027-12-05');
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(addMonths('2024-02-29', 36)).toBe('2027-02-28');
    expect(addMonths('2026-11-30', 3)).toBe('2027-02-28');
  });

  it('turns the day at midnight in Viet Nam', () => {
    expect(dateInVietnam('2026-12-31T16:59:59.999Z')).toBe('2026-12-31');
    expect(dateInVietnam('2026-12-31T17:00:00.000Z')).toBe('2027-01-01');
  });

  it('knows which dates exist', () => {
    expect(['2024-02-29', '2026-02-29', '2026-04-31', '2026-12-31'].map(isRealDate)).toEqual([
      true,
      false,
      false,
      true,
    ]);
  });

  it('knows every day of the calendar, and nothing else', () => {
    const byEngine = (date: string): boolean => {
      const time = Date.parse(`${date}T00:00:00.000Z`);
      return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === date;
    };
    const two = (n: number): string => String(n).padStart(2, '0');
    for (const year of ['0004', '1900', '2000', '2023', '2024', '2100'])
      for (let month = 0; month <= 13; month += 1)
        for (let day = 0; day <= 32; day += 1) {
          const date = `${year}-${two(month)}-${two(day)}`;
          expect([date, isRealDate(date)]).toEqual([date, byEngine(date)]);
        }
    for (const text of [
      '',
      '2024',
      '2024-2-03',
      '24-02-03',
      '2024-02-03T',
      ' 2024-02-03',
      '02/03/2024',
      '2024-02-03\n',
    ])
      expect([text, isRealDate(text)]).toEqual([text, false]);
  });
});
