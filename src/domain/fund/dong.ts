/**
 * The sum of whole đồng, exact.
 *
 * @throws RangeError where it would no longer be.
 */
export function addDong(...amounts: readonly number[]): number {
  let sum = 0;
  for (const amount of amounts) {
    sum += amount;
    if (!Number.isSafeInteger(sum)) throw new RangeError(`no exact sum of đồng: ${sum}`);
  }
  return sum;
}
