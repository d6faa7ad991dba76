import { readBits } from '../../domain/fund/pack-entries.js';
import type { PackedEntries } from '../../domain/fund/fund-query.schema.js';
import { bits, type LedgerColumns, type PageTexts } from './ledger-columns.js';

/** What each value of a page's bits means in our own. */
const flagsOf = Uint8Array.from({ length: 256 }, (_, value) => {
  const { kind, account, approved } = readBits(value);
  return (
    bits[kind] |
    (account === 'kind' ? bits.goods : account === 'bank' ? bits.bank : 0) |
    (approved ? bits.approved : 0)
  );
});

/** Months since the year 0, which fit into 16 bits. */
const monthOf = (day: number): number => {
  const date = new Date(day * 86_400_000);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
};

/** Puts the entries of a page into the columns, without making objects of them. The page must be whole. */
export function appendPage(columns: LedgerColumns, page: PackedEntries, textsOf: PageTexts): void {
  const { first, count, rest } = page;
  const from = columns.extend(count, textsOf);
  const { flags, amounts, days, months, vouchers, category, balances, recorded } = columns;
  const places = page.categories.map((id) => columns.place(id));
  // Few have any.
  const rare = Object.keys(rest).length > 0 ? rest : undefined;
  let { money, goods } = columns;
  let day = NaN;
  let month = 0;
  for (let at = 0, row = from; at < count; at++, row++) {
    const amount = page.amounts[at]!;
    const place = page.category[at]!;
    let is = flagsOf[page.bits[at]!]!;
    if (rare && columns.mark(row, rare[first + at])) is |= bits.reverses;
    // Entries of one day follow each other.
    if (page.days[at] !== day) {
      day = page.days[at]!;
      month = monthOf(day);
    }
    flags[row] = is;
    amounts[row] = amount;
    days[row] = day;
    months[row] = month;
    vouchers[row] = page.vouchers[at]!;
    category[row] = place < 0 ? 0 : places[place]!;
    recorded[row] = page.at[at]!;
    if (is & (bits.receipt | bits.payment)) {
      const adds = ((is & bits.receipt) !== 0) === ((is & bits.reverses) === 0);
      if (is & bits.goods) goods += adds ? amount : -amount;
      else money += adds ? amount : -amount;
    }
    balances[row] = money;
  }
  columns.money = money;
  columns.goods = goods;
}
