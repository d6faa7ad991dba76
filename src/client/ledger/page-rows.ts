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
  const { first, count } = page;
  const from = columns.extend(count, textsOf);
  columns.amounts.set(page.amounts, from);
  columns.days.set(page.days, from);
  columns.vouchers.set(page.vouchers, from);
  columns.recorded.set(page.at, from);
  placeRows(columns, page, from);
  // Few have any.
  for (const no of Object.keys(page.rest)) {
    const row = from + Number(no) - first;
    if (row < from || row >= from + count) continue;
    const rare = page.rest[no]!;
    columns.rare.set(row, rare);
    const back = rare.reverses;
    if (back === undefined) continue;
    columns.flags[row]! |= bits.reverses;
    if (back <= row) columns.flags[back - 1]! |= bits.reversed;
  }
  balanceRows(columns, from);
}

/** What they are, when they were, and what for. */
function placeRows(columns: LedgerColumns, page: PackedEntries, from: number): void {
  const { flags, months, category } = columns;
  const places = page.categories.map((id) => columns.place(id));
  let day = NaN;
  let month = 0;
  for (let at = 0; at < page.count; at++) {
    // Entries of one day follow each other.
    if (page.days[at] !== day) {
      day = page.days[at]!;
      month = monthOf(day);
    }
    flags[from + at] = flagsOf[page.bits[at]!]!;
    months[from + at] = month;
    const place = page.category[at]!;
    category[from + at] = place < 0 ? 0 : places[place]!;
  }
}

/** What they do to the balance. */
function balanceRows(columns: LedgerColumns, from: number): void {
  const { flags, amounts, balances, count } = columns;
  let { money, goods } = columns;
  for (let row = from; row < count; row++) {
    const is = flags[row]!;
    if (is & (bits.receipt | bits.payment)) {
      const adds = ((is & bits.receipt) !== 0) !== ((is & bits.reverses) !== 0);
      const effect = adds ? amounts[row]! : -amounts[row]!;
      if (is & bits.goods) goods += effect;
      else money += effect;
    }
    balances[row] = money;
  }
  columns.money = money;
  columns.goods = goods;
}
