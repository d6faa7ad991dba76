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
  const { count, rest } = page;
  const from = columns.extend(count, textsOf);
  columns.amounts.set(page.amounts, from);
  columns.days.set(page.days, from);
  columns.vouchers.set(page.vouchers, from);
  columns.recorded.set(page.at, from);
  const { flags, amounts, days, months } = columns;
  const places = page.categories.map((id) => columns.place(id));
  const { category } = columns;
  for (let at = 0, row = from; at < count; at++, row++) {
    flags[row] = flagsOf[page.bits[at]!]!;
    category[row] = places[page.category[at]!] ?? 0;
    // Entries of one day follow each other.
    months[row] = at > 0 && days[row] === days[row - 1] ? months[row - 1]! : monthOf(days[row]!);
  }
  // Few rows have more than that: to look for it in each would take the longest of all.
  for (const [no, rare] of Object.entries(rest)) {
    const row = Number(no) - 1;
    columns.rare.set(row, rare);
    const back = rare.reverses;
    if (back === undefined) continue;
    flags[row]! |= bits.reverses;
    if (back <= row) flags[back - 1]! |= bits.reversed;
  }
  const { balances } = columns;
  let { money } = columns;
  for (let row = from; row < from + count; row++) {
    const is = flags[row]!;
    const signed = is & bits.reverses ? -amounts[row]! : amounts[row]!;
    const effect = is & bits.receipt ? signed : is & bits.payment ? -signed : 0;
    if (is & bits.goods) columns.goods += effect;
    else money += effect;
    balances[row] = money;
  }
  columns.money = money;
}
