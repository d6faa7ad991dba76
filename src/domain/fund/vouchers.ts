/** Numbers in use as ranges: first, last, first, last …, in order, without touching each other. */
export type Ranges = readonly number[];

/** The largest number that a voucher can have. */
export const LAST_VOUCHER = 999_999;

/** The key of a year's vouchers in a fund; moves between cash and bank have none. */
export function voucherSeries(date: string, kind: 'receipt' | 'payment'): string {
  return `${date.slice(0, 4)}-${kind}`;
}

/** Where the first range lies that ends at the number or after it: index of its first number. */
function rangeAt(ranges: Ranges, no: number): number {
  let [low, high] = [0, ranges.length / 2];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if ((ranges[2 * middle + 1] ?? 0) < no) low = middle + 1;
    else high = middle;
  }
  return 2 * low;
}

/** The number is in use. */
export function isUsed(ranges: Ranges, no: number): boolean {
  return (ranges[rangeAt(ranges, no)] ?? Infinity) <= no;
}

/** The number after the last one in use. */
export function nextVoucher(ranges: Ranges): number {
  return (ranges.at(-1) ?? 0) + 1;
}

/** The ranges with one more number, which is not in use yet. */
export function withVoucher(ranges: Ranges, no: number): number[] {
  const at = rangeAt(ranges, no);
  const touchesLeft = at > 0 && ranges[at - 1] === no - 1;
  const touchesRight = ranges[at] === no + 1;
  const from = touchesLeft ? at - 1 : at;
  const count = (touchesLeft ? 1 : 0) + (touchesRight ? 1 : 0);
  const between = [...(touchesLeft ? [] : [no]), ...(touchesRight ? [] : [no])];
  return [...ranges.slice(0, from), ...between, ...ranges.slice(from + count)];
}

/** Numbers that were passed over, from 1 to the last one in use: first and last of each gap. */
export function voucherGaps(ranges: Ranges): { from: number; to: number }[] {
  const gaps: { from: number; to: number }[] = [];
  let expected = 1;
  for (let index = 0; index < ranges.length; index += 2) {
    const [first = 0, last = 0] = ranges.slice(index, index + 2);
    if (first > expected) gaps.push({ from: expected, to: first - 1 });
    expected = last + 1;
  }
  return gaps;
}
