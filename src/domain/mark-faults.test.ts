import { describe, expect, it } from 'vitest';
import type { Assessment } from './assessment.schema.js';
import { markFaults } from './mark-faults.js';
import { submitted } from './test-helpers/stages.js';
import { smallSet } from './test-helpers/world.js';

async function inReview(): Promise<Assessment> {
  const world = await submitted('in-review');
  const found = await world.read('assessment', 'a');
  if (!found) throw new Error('No assessment');
  return found;
}

describe('the faults of a mark', () => {
  it('are its answer, its reason, or both, as the rule itself says', async () => {
    const assessment = await inReview();
    const faults = (points: string, reason: string) =>
      markFaults(assessment, smallSet, 'c1', { answer: { points }, reason }).map(({ path }) =>
        path?.join('.'),
      );
    expect(faults('3', 'Thiếu')).toEqual([]);
    expect(faults('3', ' ')).toEqual(['marks.c1.reason']);
    expect(faults('9999', 'Thiếu')).toEqual(['marks.c1.answer']);
    expect(faults('9999', '')).toEqual(['marks.c1.answer', 'marks.c1.reason']);
  });

  it('are none where it says the same as the author, and name what the set does not know', async () => {
    const assessment = await inReview();
    const same = { answer: { points: '5,0' }, reason: '' };
    expect(markFaults(assessment, smallSet, 'c1', same)).toEqual([]);
    expect(markFaults(assessment, smallSet, 'khong-co', same).map(({ code }) => code)).toEqual([
      'criterion-unknown',
    ]);
  });
});
