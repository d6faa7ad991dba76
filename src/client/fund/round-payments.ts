import { bits, type LedgerColumns } from '../ledger/ledger-columns.js';

/** What was paid in a round: whole đồng, and to how many as far as the entries say. */
export interface RoundPayment {
  readonly amount: number;
  readonly count: number;
}

/** What was paid in each round by its id; what was taken back is taken off. Takes as long as there are payments of rounds. */
export function roundPayments(columns: LedgerColumns): Map<string, RoundPayment> {
  const paid = new Map<string, RoundPayment>();
  for (const [row, { round, count = 0 }] of columns.rare) {
    if (round === undefined || !(columns.flags[row]! & bits.payment)) continue;
    const before = paid.get(round);
    const sign = columns.flags[row]! & bits.reverses ? -1 : 1;
    paid.set(round, {
      amount: (before?.amount ?? 0) + columns.signed(row),
      count: (before?.count ?? 0) + sign * count,
    });
  }
  return paid;
}
