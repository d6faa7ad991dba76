import { TextPool } from './text-pool.js';

/** What a row is, as bits. */
export const bits = {
  receipt: 1,
  payment: 2,
  /** Cash to the bank and back: neither in nor out. */
  move: 4,
  /** Goods with an estimated value, which never mix with money. */
  goods: 8,
  /** Takes an earlier row back. */
  reverses: 16,
  /** Was taken back by a later row. */
  reversed: 32,
  approved: 64,
  bank: 128,
} as const;

/** What few rows have. */
export interface RareFields {
  readonly round?: string | undefined;
  readonly level?: string | undefined;
  /** Recipients that it paid. */
  readonly count?: number | undefined;
  readonly reverses?: number | undefined;
  readonly transfer?: { readonly id: string; readonly fund: string } | undefined;
}

/** One row on its way into the columns. */
export interface RowInput {
  flags: number;
  /** Đồng, above 0. */
  amount: number;
  /** Days since 1970-01-01. */
  day: number;
  /** Its place as `place` tells it, 0 for none. */
  category: number;
  /** 0 for none. */
  voucher: number;
  /** When it was recorded, milliseconds since 1970. */
  at: number;
  rare: RareFields | undefined;
  /** Who is on the other side, where it may be shown. */
  party: string | undefined;
  /** What for; only those in charge read it. */
  purpose: string | undefined;
}

const none = 0;
/** Months since the year 0, which fit into 16 bits. */
const monthOf = (day: number): number => {
  const date = new Date(day * 86_400_000);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
};

function grown<T extends Uint8Array | Uint16Array | Uint32Array | Int32Array | Float64Array>(
  column: T,
  size: number,
): T {
  const wider = new (column.constructor as new (size: number) => T)(size);
  wider.set(column);
  return wider;
}

/**
 * A ledger in memory, a column per field: 100,000 rows take a few megabytes and are added up in milliseconds. Row 0 is
 * entry number 1. Money and goods have a running balance each; `balances` is that of money, cash and bank together.
 */
export class LedgerColumns {
  count = 0;
  flags = new Uint8Array(0);
  amounts = new Float64Array(0);
  days = new Int32Array(0);
  /** Year × 12 + month from 0. */
  months = new Uint16Array(0);
  vouchers = new Uint32Array(0);
  /** Place in `categories`, 0 for none. */
  category = new Uint16Array(0);
  /** Number of a text + 1, 0 for none. */
  parties = new Uint32Array(0);
  purposes = new Uint32Array(0);
  /** Money in hand after the row. */
  balances = new Float64Array(0);
  recorded = new Float64Array(0);
  /** By row. */
  readonly rare = new Map<number, RareFields>();
  readonly pool = new TextPool();
  /** Ids of the categories in use; the first is no category. */
  readonly categories: string[] = [''];
  money: number;
  goods: number;

  readonly #places = new Map<string, number>();
  #lastDay = NaN;
  #lastMonth = 0;

  constructor(opening: { money: number; goods: number }, expected = 0) {
    this.money = opening.money;
    this.goods = opening.goods;
    if (expected > 0) this.#grow(expected);
  }

  #grow(size: number): void {
    this.flags = grown(this.flags, size);
    this.amounts = grown(this.amounts, size);
    this.days = grown(this.days, size);
    this.months = grown(this.months, size);
    this.vouchers = grown(this.vouchers, size);
    this.category = grown(this.category, size);
    this.parties = grown(this.parties, size);
    this.purposes = grown(this.purposes, size);
    this.balances = grown(this.balances, size);
    this.recorded = grown(this.recorded, size);
  }

  append(input: RowInput): void {
    const row = this.count++;
    if (row >= this.flags.length) this.#grow(Math.max(512, row * 2));
    if (input.day !== this.#lastDay) {
      this.#lastDay = input.day;
      this.#lastMonth = monthOf(input.day);
    }
    this.flags[row] = input.flags;
    this.amounts[row] = input.amount;
    this.days[row] = input.day;
    this.months[row] = this.#lastMonth;
    this.vouchers[row] = input.voucher;
    this.category[row] = input.category;
    this.parties[row] = input.party === undefined ? none : this.pool.add(input.party) + 1;
    this.purposes[row] = input.purpose === undefined ? none : this.pool.add(input.purpose) + 1;
    this.recorded[row] = input.at;
    if (input.rare) {
      this.rare.set(row, input.rare);
      const back = input.rare.reverses;
      if (back !== undefined && back <= row) this.flags[back - 1]! |= bits.reversed;
    }
    const effect = this.effect(row);
    if (input.flags & bits.goods) this.goods += effect;
    else this.money += effect;
    this.balances[row] = this.money;
  }

  /** Place of a category among those in use; a new one gets the next. */
  place(category: string): number {
    let place = this.#places.get(category);
    if (place === undefined) {
      place = this.categories.push(category) - 1;
      this.#places.set(category, place);
    }
    return place;
  }

  /** Amount with the sign of its own side: what a reversal takes back counts against it. */
  signed(row: number): number {
    const amount = this.amounts[row]!;
    return this.flags[row]! & bits.reverses ? -amount : amount;
  }

  /** What the row does to the balance. */
  effect(row: number): number {
    const flags = this.flags[row]!;
    return flags & bits.receipt ? this.signed(row) : flags & bits.payment ? -this.signed(row) : 0;
  }

  partyOf(row: number): string | undefined {
    const text = this.parties[row]!;
    return text === none ? undefined : this.pool.texts[text - 1];
  }

  purposeOf(row: number): string | undefined {
    const text = this.purposes[row]!;
    return text === none ? undefined : this.pool.texts[text - 1];
  }

  categoryOf(row: number): string | undefined {
    return this.categories[this.category[row]!] || undefined;
  }
}
