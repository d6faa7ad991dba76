import type { Answer } from './answer.schema.js';
import { toHundredths } from './hundredths.js';
import { LARGEST_NUMBER, parseCount, type NumberProblem } from './number.js';
import type { Reason } from './score.types.js';

/** A share as two whole numbers; it stays a fraction so that no threshold is ever decided by a rounded per cent. */
export interface Share {
  numerator: number;
  denominator: number;
}

/** Reads numerator and denominator, or says the one thing that is wrong with them. */
export function readShare(answer: Answer): Share | Reason {
  const above = parseCount(answer.numerator);
  const below = parseCount(answer.denominator);
  const blankAbove = !above.ok && above.code === 'unanswered';
  const blankBelow = !below.ok && below.code === 'unanswered';
  if (blankAbove && blankBelow) return { code: 'unanswered', params: {} };
  if (!above.ok && !blankAbove) return problem(above.code, 'numerator');
  if (!below.ok && !blankBelow) return problem(below.code, 'denominator');
  if (!above.ok || !below.ok)
    return { code: 'half-percent', params: { field: blankAbove ? 'numerator' : 'denominator' } };
  const share = { numerator: above.value, denominator: below.value };
  if (share.denominator === 0) return { code: 'denominator-zero', params: {} };
  if (share.numerator > share.denominator) return { code: 'percent-over-100', params: { ...share } };
  return share;
}

function problem(code: NumberProblem, field: keyof Share): Reason {
  return { code, params: code === 'number-over-max' ? { field, max: LARGEST_NUMBER } : { field } };
}

/** By cross multiplication: exact for counts up to 10^9. */
export function reaches(share: Share, atLeast: number): boolean {
  return share.numerator * 10_000 >= toHundredths(atLeast) * share.denominator;
}

/** Per cent with two decimals, rounded down: what reads as 90 has reached 90. */
export function percentOf(share: Share): number {
  const parts = share.numerator * 10_000;
  return (parts - (parts % share.denominator)) / share.denominator / 100;
}
