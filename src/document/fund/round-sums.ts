import { addDong } from '../../domain/fund/dong.js';
import { signOf } from '../../domain/fund/effect.js';
import type { Entry } from '../../domain/fund/entry.schema.js';

/** What was paid in a round: how much, to how many as far as the entries say, and the last entry that paid. */
export interface RoundSum {
  id: string;
  count: number;
  amount: number;
  last: Entry;
}

/**
 * The payments of rounds, summed; what was taken back is taken off.
 *
 * @throws RangeError beyond exact sums.
 */
export function sumRounds(entries: readonly Entry[]): RoundSum[] {
  const sums = new Map<string, RoundSum>();
  for (const entry of entries) {
    const { round, kind, amount, count = 0 } = entry;
    if (round === undefined || kind !== 'payment') continue;
    const known = sums.get(round);
    const sign = signOf(entry);
    sums.set(round, {
      id: round,
      count: (known?.count ?? 0) + sign * count,
      amount: addDong(known?.amount ?? 0, sign * amount),
      last: sign < 0 && known ? known.last : entry,
    });
  }
  return [...sums.values()];
}
