import { addDong } from './dong.js';
import { addBalances, addToTotals, effectOf, signOf, yearOf } from './effect.js';
import type { Entry } from './entry.schema.js';
import type { Fund } from './fund.schema.js';
import type { Balances } from './money.schema.js';

/** A fund with its whole ledger. */
export interface Ledger {
  fund: Pick<Fund, 'id' | 'opening' | 'categories'>;
  entries: Iterable<Entry>;
}

/** A transfer within the set that has left one fund and not reached the other, or not all of it. */
export interface InTransit {
  id: string;
  from: string;
  to: string;
  /** Đồng that left and have not arrived; negative where more arrived than left. */
  money: number;
  kind: number;
}

/** An entry of a category of transfers that does not say from or to which fund. */
export interface Unlinked {
  fund: string;
  no: number;
  /** Đồng that it brought into the fund; negative where it went out. */
  money: number;
  kind: number;
}

/** Several funds as if they were one. */
export interface RollUp {
  opening: Balances;
  /** From outside the set, and to outside; goods apart. */
  receipts: number;
  payments: number;
  kindIn: number;
  kindOut: number;
  /** Between funds of the set: what arrived on both sides. */
  internal: number;
  inTransit: InTransit[];
  /** Whether the other side is within the set nobody can tell: counted neither as from outside nor as to outside. */
  unlinked: Unlinked[];
  closing: Balances;
  /** Đồng from and to outside by category id, of money. */
  categories: Map<string, number>;
}

interface Transfer {
  id: string;
  out: { money: number; kind: number };
  in: { money: number; kind: number };
  from: string;
  to: string;
}

/**
 * Adds funds up from their raw entries. A transfer between two of them is neither received nor paid; where the two
 * sides do not match, the difference is on its way. `year` counts that year alone, by the dates of the entries. For
 * money and for goods: opening + from outside − to outside − on its way + unlinked = closing.
 *
 * @throws RangeError beyond exact sums.
 */
export function rollUp(ledgers: readonly Ledger[], { year }: { year?: string } = {}): RollUp {
  const members = new Set(ledgers.map(({ fund }) => fund.id));
  const none = { cash: 0, bank: 0, kind: 0 };
  const sum: RollUp = {
    opening: none,
    receipts: 0,
    payments: 0,
    kindIn: 0,
    kindOut: 0,
    internal: 0,
    inTransit: [],
    unlinked: [],
    closing: none,
    categories: new Map(),
  };
  const transfers = new Map<string, Transfer>();
  for (const { fund, entries } of ledgers) {
    const between = new Set(fund.categories.flatMap(({ id, transfer }) => (transfer ? [id] : [])));
    sum.opening = addBalances(sum.opening, fund.opening);
    sum.closing = addBalances(sum.closing, fund.opening);
    for (const entry of entries) {
      if (year !== undefined && yearOf(entry) > year) continue;
      sum.closing = addBalances(sum.closing, effectOf(entry));
      if (year !== undefined && yearOf(entry) < year) sum.opening = addBalances(sum.opening, effectOf(entry));
      else if (entry.transfer && members.has(entry.transfer.fund))
        addTransfer(transfers, entry, entry.transfer);
      else if (!entry.transfer && between.has(entry.category ?? '')) sum.unlinked.push(unlinked(entry));
      else addExternal(sum, entry);
    }
  }
  for (const transfer of transfers.values()) settle(sum, transfer);
  return sum;
}

function unlinked(entry: Entry): Unlinked {
  const { fund, no } = entry;
  const { cash, bank, kind } = effectOf(entry);
  return { fund, no, money: addDong(cash, bank), kind };
}

function addExternal(sum: RollUp, entry: Entry): void {
  const totals = { ...addToTotals(undefined, entry, undefined) };
  for (const side of ['receipts', 'payments', 'kindIn', 'kindOut'] as const)
    sum[side] = addDong(sum[side], totals[side]);
  if (entry.category === undefined || entry.account === 'kind') return;
  const signed = signOf(entry) * entry.amount;
  sum.categories.set(entry.category, addDong(sum.categories.get(entry.category) ?? 0, signed));
}

/** The id is the same on both sides, and what one fund says of the other must fit: else they are two transfers. */
function addTransfer(
  transfers: Map<string, Transfer>,
  entry: Entry,
  { id, fund }: { id: string; fund: string },
): void {
  const [from, to] = entry.kind === 'payment' ? [entry.fund, fund] : [fund, entry.fund];
  const key = JSON.stringify([id, from, to]);
  const found = transfers.get(key) ?? { id, from, to, out: { money: 0, kind: 0 }, in: { money: 0, kind: 0 } };
  const side = entry.kind === 'payment' ? found.out : found.in;
  const of = entry.account === 'kind' ? 'kind' : 'money';
  side[of] = addDong(side[of], signOf(entry) * entry.amount);
  transfers.set(key, found);
}

function settle(sum: RollUp, { id, from, to, out, in: arrived }: Transfer): void {
  const money = addDong(out.money, -arrived.money);
  const kind = addDong(out.kind, -arrived.kind);
  sum.internal = addDong(sum.internal, Math.min(out.money, arrived.money), Math.min(out.kind, arrived.kind));
  if (money !== 0 || kind !== 0) sum.inTransit.push({ id, from, to, money, kind });
}
