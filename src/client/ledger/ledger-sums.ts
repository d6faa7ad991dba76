import { bits, type LedgerColumns } from './ledger-columns.js';

/** Đồng that came in and went out; reversals count against their own side. */
export interface Sums {
  receipts: number;
  payments: number;
  kindIn: number;
  kindOut: number;
  /** Entries, moves between accounts too. */
  count: number;
}

export const noSums = (): Sums => ({ receipts: 0, payments: 0, kindIn: 0, kindOut: 0, count: 0 });

/** A category's sum in a year; goods apart. */
export interface CategorySum {
  readonly category: string;
  readonly kind: 'receipt' | 'payment';
  money: number;
  goods: number;
  count: number;
}

/** Adds the row to the sums. */
export function addRow(sums: Sums, columns: LedgerColumns, row: number): void {
  const flags = columns.flags[row]!;
  const amount = columns.signed(row);
  sums.count += 1;
  if (flags & bits.goods) {
    if (flags & bits.receipt) sums.kindIn += amount;
    else sums.kindOut += amount;
  } else if (flags & bits.receipt) sums.receipts += amount;
  else if (flags & bits.payment) sums.payments += amount;
}

/** Numbers of a category in the cells of a month: of moves, receipts and payments đồng and entries, goods apart. */
const perCategory = 16;
const kinds = { receipt: bits.receipt, payment: bits.payment } as const;

/** What is added up while the ledger is read: everything, each month, each category of each year. */
export class LedgerSums {
  readonly #columns: LedgerColumns;
  /** By year × 12 + month from 0: what that month came to. */
  readonly #cells = new Map<number, Float64Array>();
  #done = 0;

  constructor(columns: LedgerColumns) {
    this.#columns = columns;
  }

  /**
   * Adds the rows that came since, as little a row as there can be: who opens a ledger waits for it, before the engine has
   * made anything quick. What people ask for is added up from these cells.
   */
  catchUp(): void {
    const { count, flags, amounts, months, category } = this.#columns;
    let month = -1;
    let cells: Float64Array = new Float64Array(0);
    for (let row = this.#done; row < count; row++) {
      // Rows of a month follow each other.
      if (months[row] !== month) cells = this.#of((month = months[row]!));
      const is = flags[row]!;
      const cell = category[row]! * perCategory + ((is & 3) << 2) + ((is >> 2) & 2);
      cells[cell]! += is & bits.reverses ? -amounts[row]! : amounts[row]!;
      cells[cell + 1]! += 1;
    }
    this.#done = count;
  }

  /** The cells of a month, for all categories that are known. */
  #of(month: number): Float64Array {
    const size = this.#columns.categories.length * perCategory;
    const known = this.#cells.get(month);
    if (known && known.length >= size) return known;
    const cells = new Float64Array(size);
    if (known) cells.set(known);
    this.#cells.set(month, cells);
    return cells;
  }

  /** Everything together. */
  get all(): Sums {
    return this.#sum(() => true);
  }

  /** By year × 12 + month from 0. */
  get months(): Map<number, Sums> {
    return new Map([...this.#cells.keys()].map((month) => [month, this.#sum((one) => one === month)]));
  }

  #sum(wanted: (month: number) => boolean): Sums {
    const sums = noSums();
    for (const [month, cells] of this.#cells) {
      if (!wanted(month)) continue;
      for (let at = 0; at < cells.length; at += perCategory) {
        sums.receipts += cells[at + 4]!;
        sums.kindIn += cells[at + 6]!;
        sums.payments += cells[at + 8]!;
        sums.kindOut += cells[at + 10]!;
        for (let of = 1; of < perCategory; of += 2) sums.count += cells[at + of]!;
      }
    }
    return sums;
  }

  /** Years that have entries, the last first. */
  years(): number[] {
    return [...new Set([...this.#cells.keys()].map((month) => Math.floor(month / 12)))].sort((a, b) => b - a);
  }

  /** Sums of a year, or of all. */
  of(year: number | undefined): Sums {
    return this.#sum((month) => year === undefined || Math.floor(month / 12) === year);
  }

  /** Categories of a year, or of all, the largest first. */
  byCategory(year: number | undefined, kind: CategorySum['kind']): CategorySum[] {
    const sums = this.#columns.categories.map((category): CategorySum => {
      return { category, kind, money: 0, goods: 0, count: 0 };
    });
    for (const [month, cells] of this.#cells) {
      if (year !== undefined && Math.floor(month / 12) !== year) continue;
      for (let at = kinds[kind] << 2, place = 0; at < cells.length; at += perCategory, place++) {
        const sum = sums[place]!;
        sum.money += cells[at]!;
        sum.goods += cells[at + 2]!;
        sum.count += cells[at + 1]! + cells[at + 3]!;
      }
    }
    return sums.filter(({ count }) => count > 0).sort((a, b) => b.money + b.goods - (a.money + a.goods));
  }

  /** Money at the beginning and the end of a year by the dates of the entries, or of all. */
  line(opening: number, year: number | undefined): { opening: number; closing: number } & Sums {
    const { receipts, payments } = this.#sum((month) => year !== undefined && Math.floor(month / 12) < year);
    const before = opening + receipts - payments;
    const sums = this.of(year);
    return { ...sums, opening: before, closing: before + sums.receipts - sums.payments };
  }
}
