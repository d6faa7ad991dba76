import { bits, type LedgerColumns } from './ledger-columns.js';

/** What one giver gave. */
export interface Donor {
  readonly name: string;
  money: number;
  /** Estimated value of goods. */
  goods: number;
  /** Times, those that were taken back not counted. */
  times: number;
  /** Day of the last gift, since 1970-01-01. */
  last: number;
}

/**
 * Those who gave and whose names may be read, the largest first, equal ones as they came. `isGift` tells of a category
 * whether what comes in under it is a gift, and not interest or money of another fund.
 */
export function donorsOf(
  columns: LedgerColumns,
  year: number | undefined,
  isGift: (category: string) => boolean,
): Donor[] {
  const { flags: all, parties, category, months, pool } = columns;
  const gifts = columns.categories.map((id) => id !== '' && isGift(id));
  const donors: Donor[] = [];
  /** By number of the name + 1. */
  const known = new Array<Donor | undefined>(pool.size + 1);
  for (let row = 0; row < columns.count; row++) {
    const flags = all[row]!;
    // Who is taken back from is named at the gift alone.
    const gift = flags & bits.reverses ? columns.rare.get(row)!.reverses! - 1 : row;
    const party = parties[gift]!;
    if (!party || !(flags & bits.receipt) || !gifts[category[row]!]) continue;
    if (year !== undefined && Math.floor(months[row]! / 12) !== year) continue;
    let donor = known[party];
    if (!donor) {
      donor = { name: pool.texts[party - 1]!, money: 0, goods: 0, times: 0, last: 0 };
      donors.push(donor);
      known[party] = donor;
    }
    if (flags & bits.goods) donor.goods += columns.signed(row);
    else donor.money += columns.signed(row);
    donor.times += flags & bits.reverses ? -1 : 1;
    donor.last = Math.max(donor.last, columns.days[row]!);
  }
  return donors
    .filter(({ money, goods }) => money > 0 || goods > 0)
    .sort((a, b) => b.money + b.goods - (a.money + a.goods));
}
