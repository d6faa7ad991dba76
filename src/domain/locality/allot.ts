/**
 * Divides a whole number in proportion to weights, into whole numbers that add up to it: each gets what is below its part,
 * and what is left goes to those with the largest remainders, the first among equals. All weights zero: undefined.
 * Exact for counts and weights up to 10⁹.
 */
export function allot(total: number, weights: readonly number[]): number[] | undefined {
  const sum = weights.reduce((all, one) => all + BigInt(one), 0n);
  if (sum === 0n) return undefined;
  const parts = weights.map((weight) => {
    const product = BigInt(total) * BigInt(weight);
    return { whole: Number(product / sum), rest: product % sum };
  });
  const left = total - parts.reduce((all, { whole }) => all + whole, 0);
  const order = parts
    .map(({ rest }, index) => ({ rest, index }))
    .sort((a, b) => (a.rest === b.rest ? a.index - b.index : a.rest > b.rest ? -1 : 1));
  for (const { index } of order.slice(0, left)) parts[index]!.whole++;
  return parts.map(({ whole }) => whole);
}
