import type { FoundRows, LedgerFilter } from '../../../../src/client/ledger/row-search.js';
import type { LedgerBook, LedgerQuestion } from '../../../../src/client/ledger/ledger-book.js';
import { isAbort } from '../../../../src/client/problem.js';
import { painted } from '../../../../src/client/ledger/slices.js';
import type { SortColumn } from '../../../../src/client/ledger/row-keys.js';
import { ledgerColumns, makeLedgerRow, type RowSource } from '../ledger-window/ledger-row.js';
import { RowWindow } from '../../../base/row-window.js';

export interface DeskOptions {
  readonly book: LedgerBook;
  readonly source: RowSource;
  /** Something to draw outside the window changed. */
  readonly changed: () => void;
  readonly report: (error: unknown) => void;
  readonly onOpen: (row: number) => void;
}

/** Newest first: what happened last is what people come for. */
const first: LedgerQuestion = { sort: 'no', descending: true, filter: {}, search: '' };

/** The searchable ledger: what a person asks for, what was found, and the window that shows it. */
export class LedgerDesk {
  question: LedgerQuestion = first;
  found: FoundRows | undefined;
  readonly window: RowWindow<SortColumn>;
  readonly #options: DeskOptions;
  #book: LedgerBook;

  constructor(options: DeskOptions) {
    const { source, onOpen } = options;
    const { l } = source;
    this.#options = options;
    this.#book = options.book;
    this.window = new RowWindow(l.t('fund.ledger'), {
      columns: ledgerColumns(l),
      makeRow: () => makeLedgerRow(source),
      onSort: (column) => this.sort(column),
      onOpen,
      printNote: (printed, all) =>
        l.t(printed < all ? 'fund.print.some' : 'fund.print.all', { printed, all }),
    });
  }

  /** Shows everything; resolves once the first rows are on the screen, which is what the person waits for. */
  async start(): Promise<void> {
    this.window.connect();
    await this.#ask();
    await painted();
  }

  /** Goes on with another reading of the ledger: the same question, where the reader is. */
  async renew(book: LedgerBook): Promise<void> {
    this.#book = book;
    await this.#ask(true);
  }

  search(text: string): void {
    this.#change({ search: text });
  }

  filter(changes: LedgerFilter): void {
    this.#change({ filter: { ...this.question.filter, ...changes } });
  }

  /** Back to everything of the year. */
  clear(): void {
    this.#change({ search: '', filter: { year: this.question.filter.year } });
  }

  /** Back to everything of all years. */
  everything(): Promise<void> {
    this.question = first;
    return this.#ask();
  }

  /** By this column; pressed again, the other way round. Figures and dates begin with the largest. */
  sort(sort: SortColumn): void {
    const { question } = this;
    const again = question.sort === sort;
    this.#change({ sort, descending: again ? !question.descending : sort !== 'content' });
  }

  #change(changes: Partial<LedgerQuestion>): void {
    this.question = { ...this.question, ...changes };
    void this.#ask();
  }

  async #ask(stay = false): Promise<void> {
    const { question } = this;
    try {
      this.found = await this.#book.ask(question);
      this.window.sorted(question.sort, question.descending);
      this.window.show(this.found.rows, { stay });
      this.#options.changed();
    } catch (error) {
      if (!isAbort(error)) this.#options.report(error);
    }
  }

  dispose(): void {
    this.window.dispose();
  }
}
