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

/** What is added up while the ledger is read: everything, each month, each category of each year. */
export class LedgerSums {
  readonly all = noSums();
  /** By year × 12 + month from 0. */
  readonly months = new Map<number, Sums>();
  /** By year, then by category; '' for none. */
  readonly categories = new Map<number, Map<string, CategorySum>>();
  readonly #columns: LedgerColumns;
  #done = 0;

  constructor(columns: LedgerColumns) {
    this.#columns = columns;
  }

  /** Adds the rows that came since. Rows of a month follow each other, so that what they go to is looked up once. */
  catchUp(): void {
    const columns = this.#columns;
    let month = -1;
    let sums = noSums();
    let byPlace: (CategorySum | undefined)[] = [];
    let year = -1;
    for (; this.#done < columns.count; this.#done++) {
      const row = this.#done;
      if (columns.months[row] !== month) {
        month = columns.months[row]!;
        sums = this.#ofMonth(month);
        const of = Math.floor(month / 12);
        if (of !== year) byPlace = [];
        year = of;
      }
      addRow(this.all, columns, row);
      addRow(sums, columns, row);
      if (columns.flags[row]! & bits.move) continue;
      const sum = (byPlace[columns.category[row]!] ??= this.#ofCategory(year, row));
      if (columns.flags[row]! & bits.goods) sum.goods += columns.signed(row);
      else sum.money += columns.signed(row);
      sum.count += 1;
    }
  }

  #ofMonth(month: number): Sums {
    let sums = this.months.get(month);
    if (!sums) this.months.set(month, (sums = noSums()));
    return sums;
  }

  /** The sum that the row belongs to. */
  #ofCategory(year: number, row: number): CategorySum {
    const columns = this.#columns;
    const category = columns.categoryOf(row) ?? '';
    const kind = columns.flags[row]! & bits.receipt ? 'receipt' : 'payment';
    let ofYear = this.categories.get(year);
    if (!ofYear) this.categories.set(year, (ofYear = new Map<string, CategorySum>()));
    let sum = ofYear.get(category);
    if (!sum) ofYear.set(category, (sum = { category, kind, money: 0, goods: 0, count: 0 }));
    return sum;
  }

  /** Years that have entries, the last first. */
  years(): number[] {
    return [...new Set([...this.months.keys()].map((month) => Math.floor(month / 12)))].sort((a, b) => b - a);
  }

  /** Sums of a year, or of all. */
  of(year: number | undefined): Sums {
    if (year === undefined) return this.all;
    const sums = noSums();
    for (const [month, some] of this.months) {
      if (Math.floor(month / 12) !== year) continue;
      for (const key of Object.keys(sums) as (keyof Sums)[]) sums[key] += some[key];
    }
    return sums;
  }

  /** Categories of a year, or of all, the largest first. */
  byCategory(year: number | undefined, kind: CategorySum['kind']): CategorySum[] {
    const found = new Map<string, CategorySum>();
    for (const [of, sums] of this.categories) {
      if (year !== undefined && of !== year) continue;
      for (const sum of sums.values()) {
        if (sum.kind !== kind) continue;
        const known = found.get(sum.category);
        if (!known) found.set(sum.category, { ...sum });
        else {
          known.money += sum.money;
          known.goods += sum.goods;
          known.count += sum.count;
        }
      }
    }
    return [...found.values()].sort((a, b) => b.money + b.goods - (a.money + a.goods));
  }

  /** Money at the beginning and the end of a year by the dates of the entries, or of all. */
  line(opening: number, year: number | undefined): { opening: number; closing: number } & Sums {
    let before = opening;
    if (year !== undefined) {
      for (const [month, sums] of this.months)
        if (Math.floor(month / 12) < year) before += sums.receipts - sums.payments;
    }
    const sums = this.of(year);
    return { ...sums, opening: before, closing: before + sums.receipts - sums.payments };
  }
}
