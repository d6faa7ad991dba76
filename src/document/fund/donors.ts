import { addDong } from '../../domain/fund/dong.js';
import { signOf } from '../../domain/fund/effect.js';
import { isGift } from '../../domain/fund/is-gift.js';
import { fold } from '../../i18n/fold.js';
import { clean } from '../wording.js';
import { openLinesOf, type FundBook } from './fund-input.js';

/** What one donor gave over a time, in đồng; goods by their value. */
export interface Donor {
  name: string;
  money: number;
  goods: number;
}

export interface Donors {
  /** Who may be named, the largest gift first. */
  named: Donor[];
  /** All gifts of those who may not, or who asked not to be: how many and how much. */
  unnamed: { count: number; money: number; goods: number };
}

/**
 * Who gave to a fund in a year, or ever. Named are only those whom anybody may read in the public ledger, even where the
 * pages tell more. Transfers between funds are no gifts, nor is what the fund's categories say is none, as interest, nor
 * what nobody paid in; what was taken back is taken off. Names that differ in capitals only are one donor.
 *
 * @throws RangeError beyond exact sums.
 */
export function donorsOf({ fund, pages }: FundBook, year?: string): Donors {
  const others = new Set(fund.categories.filter((one) => !isGift(one)).map(({ id }) => id));
  const named = new Map<string, Donor>();
  const unnamed = { count: 0, money: 0, goods: 0 };
  const keys = new Map<number, string | undefined>();
  for (const { entry, party } of openLinesOf(pages, fund.categories)) {
    if (entry.kind !== 'receipt' || others.has(entry.category ?? '')) continue;
    const original = entry.reverses;
    if (original === undefined && entry.party === undefined) continue;
    if (original !== undefined && !keys.has(original)) continue;
    const key = original === undefined ? keyOf(party?.name) : keys.get(original);
    keys.set(entry.no, key);
    if (year !== undefined && !entry.date.startsWith(year)) continue;
    const side = entry.account === 'kind' ? 'goods' : 'money';
    const amount = signOf(entry) * entry.amount;
    if (key === undefined) {
      unnamed[side] = addDong(unnamed[side], amount);
      unnamed.count += signOf(entry);
      continue;
    }
    const donor = named.get(key) ?? { name: clean(party?.name ?? ''), money: 0, goods: 0 };
    donor[side] = addDong(donor[side], amount);
    named.set(key, donor);
  }
  return {
    named: [...named.values()]
      .filter(({ money, goods }) => money > 0 || goods > 0)
      .sort(
        (a, b) => b.money + b.goods - (a.money + a.goods) || (sortKey(a.name) < sortKey(b.name) ? -1 : 1),
      ),
    unnamed,
  };
}

function keyOf(name: string | undefined): string | undefined {
  return name === undefined ? undefined : clean(name).toLocaleLowerCase('vi');
}

const sortKey = (name: string): string => fold(name).toLowerCase();
