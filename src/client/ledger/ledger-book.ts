import type { PackedEntries } from '../../domain/fund/fund-query.schema.js';
import { LedgerColumns, type PageTexts } from './ledger-columns.js';
import { LedgerSums } from './ledger-sums.js';
import { appendPage } from './page-rows.js';
import { keysFor, type SortColumn } from './row-keys.js';
import { orderBy } from './row-order.js';
import { allRows, findRows, type FoundRows, type LedgerFilter, type SharedTexts } from './row-search.js';
import { readTerms } from './search-terms.js';
import { inSlices } from './slices.js';

/** What a person wants to see of the ledger. */
export interface LedgerQuestion {
  readonly sort: SortColumn;
  readonly descending: boolean;
  readonly filter: LedgerFilter;
  readonly search: string;
}

/** Names that rows share: of categories by id, of rounds by id, of their levels by `round/level`. */
export interface Headings {
  readonly categories: ReadonlyMap<string, string>;
  readonly rounds: ReadonlyMap<string, string>;
}

/** A ledger that was read: its rows, what they add up to, and which of them a person wants to see in which order. */
export class LedgerBook {
  readonly columns: LedgerColumns;
  readonly sums: LedgerSums;
  readonly opening: { readonly money: number; readonly goods: number };
  readonly #headings: Headings;
  readonly #orders = new Map<SortColumn, Uint32Array>();
  #shared: SharedTexts | undefined;
  #asking: AbortController | undefined;

  constructor(opening: { money: number; goods: number }, headings: Headings, expected = 0) {
    this.opening = opening;
    this.columns = new LedgerColumns(opening, expected);
    this.sums = new LedgerSums(this.columns);
    this.#headings = headings;
  }

  /** Puts the entries of a page at the end. */
  add(page: PackedEntries, textsOf: PageTexts): void {
    appendPage(this.columns, page, textsOf);
    this.sums.catchUp();
    this.#orders.clear();
    this.#shared = undefined;
  }

  /** Reads who is on the other side of the rows, without holding up a frame. */
  readTexts(signal?: AbortSignal): Promise<void> {
    return inSlices(this.columns.readTexts(), { signal });
  }

  /** Makes what searching needs, so that the first letter typed does not wait for it. */
  async prepare(signal?: AbortSignal): Promise<void> {
    await this.readTexts(signal);
    this.#texts();
    await inSlices(this.columns.pool.prepare(), { signal });
  }

  /**
   * Finds, filters and sorts without holding up a frame. A new question ends the one before, which then rejects with an
   * `AbortError`.
   */
  async ask({ sort, descending, filter, search }: LedgerQuestion): Promise<FoundRows> {
    this.#asking?.abort();
    const { signal } = (this.#asking = new AbortController());
    const order = sort === 'no' ? undefined : await this.#order(sort, signal);
    const terms = readTerms(search);
    const all = terms.length === 0 && Object.values(filter).every((wanted) => wanted === undefined);
    const found = all
      ? allRows(this.columns.count, order, descending, this.sums.all)
      : await inSlices(findRows(this.columns, filter, terms, this.#texts(), order, descending), { signal });
    // Small ledgers are done before the next question can end them.
    if (signal.aborted) throw new DOMException('Another question came', 'AbortError');
    return found;
  }

  async #order(sort: Exclude<SortColumn, 'no'>, signal: AbortSignal): Promise<Uint32Array> {
    const known = this.#orders.get(sort);
    if (known) return known;
    const keys = await inSlices(keysFor(sort, this.columns, this.#texts()), { signal });
    const order = await inSlices(orderBy(keys, keys.length), { signal });
    if (keys.length === this.columns.count) this.#orders.set(sort, order);
    return order;
  }

  #texts(): SharedTexts {
    const { pool, categories } = this.columns;
    const number = (text: string | undefined): number | undefined =>
      text === undefined ? undefined : pool.add(text);
    this.#shared ??= {
      categories: categories.map((id) => number(this.#headings.categories.get(id))),
      rounds: new Map([...this.#headings.rounds].map(([id, text]) => [id, pool.add(text)])),
    };
    return this.#shared;
  }
}
