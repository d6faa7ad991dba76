import { describe, expect, it } from 'vitest';
import { criterion } from '../../test/fixtures/criteria-sets.js';
import type { AchievementNote } from './achievement.schema.js';
import { isWithinYear, suggestPoints } from './suggest-points.js';

const course = (on: string): AchievementNote => ({ kind: 'course', on });
const three = [course('2026-01-01'), course('2026-06-30'), course('2026-12-31')];
const asks = (points: number, more = {}) =>
  criterion('c', { input: 'points', max: 10, suggest: { count: 'course', points }, ...more });

describe('points that achievements come to', () => {
  it('are so many for each of the kind that was achieved in the year', () => {
    const others = [course('2025-12-31'), course('2027-01-01'), { kind: 'badge', on: '2026-05-05' } as const];
    expect(suggestPoints(asks(2), [...three, ...others], '2026')).toEqual({ n: 3, points: 6 });
    expect(suggestPoints(asks(2), [], '2026')).toEqual({ n: 0, points: 0 });
  });

  it('are no more than the criterion gives, and fit its step', () => {
    expect(suggestPoints(asks(4), three, '2026')).toEqual({ n: 3, points: 10 });
    expect(suggestPoints(asks(0.7, { step: 0.5 }), three, '2026')).toEqual({ n: 3, points: 2 });
    expect(suggestPoints(asks(0.1), three, '2026')).toEqual({ n: 3, points: 0.3 });
    // All of an item's points can be given, whatever its step.
    expect(suggestPoints(asks(3, { step: 4, max: 9 }), three, '2026')).toEqual({ n: 3, points: 9 });
  });

  it('are none where the criterion says nothing, or no points are typed', () => {
    expect(suggestPoints(criterion('c', { input: 'points', max: 10 }), three, '2026')).toBeUndefined();
    expect(suggestPoints({ ...asks(1), input: 'yesno' }, three, '2026')).toBeUndefined();
  });

  it('look at the part of the year that the data must cover', () => {
    const period = { from: '02-01', to: '11-30' };
    expect(suggestPoints(asks(1), three, '2026', period)).toEqual({ n: 1, points: 1 });
    expect(isWithinYear('2026-02-01', '2026', period)).toBe(true);
    expect(isWithinYear('2026-12-01', '2026', period)).toBe(false);
  });
});
