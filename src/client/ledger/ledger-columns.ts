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

/** What is written beside the entries of a page: who is on the other side, and what for. By place in the page. */
export type PageTexts = (
  place: number,
) => { party?: string | undefined; purpose?: string | undefined } | undefined;

/** Rows whose texts are still where they came from. */
interface Unread {
  readonly from: number;
  readonly end: number;
  readonly textsOf: PageTexts;
}

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
  /** Number of a text + 1, 0 for none. Whole once the texts are read. */
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
  /** In the order of their rows. */
  #unread: Unread[] = [];

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

  /** Room for rows at the end; answers the first of them. Their texts are read when somebody asks for them. */
  extend(rows: number, textsOf: PageTexts): number {
    const from = this.count;
    this.count += rows;
    if (this.count > this.flags.length) this.#grow(Math.max(512, from * 2, this.count));
    this.#unread.push({ from, end: this.count, textsOf });
    return from;
  }

  /** All texts are in the pool. */
  get textsRead(): boolean {
    return this.#unread.length === 0;
  }

  /**
   * Takes the texts into the pool, page by page. Which ones are the same takes longer to find out than everything else,
   * and the rows on a screen show theirs without.
   */
  *readTexts(): Generator<void, void, undefined> {
    for (let page = this.#unread.shift(); page; page = this.#unread.shift()) {
      for (let row = page.from; row < page.end; row++) {
        const { party, purpose } = page.textsOf(row - page.from) ?? {};
        if (party !== undefined) this.parties[row] = this.pool.add(party) + 1;
        if (purpose !== undefined) this.purposes[row] = this.pool.add(purpose) + 1;
      }
      yield;
    }
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

  #textsOf(row: number): ReturnType<PageTexts> {
    const page = this.#unread.find(({ from, end }) => row >= from && row < end);
    if (page) return page.textsOf(row - page.from);
    const { texts } = this.pool;
    return { party: texts[this.parties[row]! - 1], purpose: texts[this.purposes[row]! - 1] };
  }

  partyOf(row: number): string | undefined {
    return this.#textsOf(row)?.party;
  }

  purposeOf(row: number): string | undefined {
    return this.#textsOf(row)?.purpose;
  }

  categoryOf(row: number): string | undefined {
    return this.categories[this.category[row]!] || undefined;
  }
}
