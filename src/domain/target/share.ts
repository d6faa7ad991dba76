import type { Figure, Target } from './target.schema.js';

/** A fraction of whole numbers, `bottom` above zero. Big, because two counts and two days are multiplied on the way. */
export interface Fraction {
  readonly top: bigint;
  readonly bottom: bigint;
}

const whole = 10_000n;

/** -1, 0 or 1 as the first is below, equal to or above the second; exact. */
export function compare(a: Fraction, b: Fraction): -1 | 0 | 1 {
  const [left, right] = [a.top * b.bottom, b.top * a.bottom];
  return left < right ? -1 : left > right ? 1 : 0;
}

/**
 * What a figure says in the target's own measure: hundredths of one per cent, or things counted. Undefined where a share
 * has no total, or a total of nothing.
 */
export function measured(
  kind: Target['kind'],
  { count, of }: Pick<Figure, 'count' | 'of'>,
): Fraction | undefined {
  if (kind === 'number') return { top: BigInt(count), bottom: 1n };
  return of ? { top: BigInt(count) * whole, bottom: BigInt(of) } : undefined;
}

/** The value lies on the right side of the bound: at or above it; at or below it where less is better. */
export function meets(value: Fraction, bound: Fraction, falling = false): boolean {
  const order = compare(value, bound);
  return falling ? order <= 0 : order >= 0;
}

/**
 * Whole hundredths to show. Cut off towards the worse side, so that what reads as 75 % has reached 75 %: down, and up
 * where less is better.
 */
export function shownAs({ top, bottom }: Fraction, falling = false): number {
  return Number(falling ? ceilDivide(top, bottom) : top / bottom);
}

/** The least whole number at or above `top / bottom`, for a `top` of zero and more. */
export const ceilDivide = (top: bigint, bottom: bigint): bigint => (top + bottom - 1n) / bottom;
