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
});
