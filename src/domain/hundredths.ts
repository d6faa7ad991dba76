/**
 * Points are added as whole hundredths, so that ten steps of 0.1 make exactly 1. Exact up to 100,000 points a set,
 * which the lint enforces.
 */
export const toHundredths = (points: number | undefined): number => Math.round((points ?? 0) * 100);

export const fromHundredths = (hundredths: number): number => hundredths / 100;

/** `earned * max / applicable`, rounded half up, all in hundredths and without a fraction on the way. */
export function rescale(earned: number, max: number, applicable: number): number {
  const doubled = 2 * earned * max + applicable;
  const unit = 2 * applicable;
  return (doubled - (doubled % unit)) / unit;
}
