/** Milliseconds of the first wait; each further one is twice as long. */
const first = 5_000;

/**
 * How many milliseconds to wait after so many failures in a row: between half and the whole of what has doubled so far, so
 * that copies that failed together do not come again together.
 * @param most milliseconds
 * @param random from 0 to 1
 */
export function backOff(failures: number, most: number, random: number): number {
  const whole = Math.min(most, first * 2 ** Math.min(failures - 1, 30));
  return whole * (0.5 + random / 2);
}
