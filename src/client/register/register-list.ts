import type { RegisterParams, RegisterRow } from '../../domain/area/area-query.schema.js';
import type { Client } from '../client.types.js';
import { followChanges } from '../follow-changes.js';
import { isAbort, toProblem } from '../problem.js';
import { MOST_ON_PAGE, RegisterPages } from './register-pages.js';
import type { RegisterFilter, RegisterView } from './register.types.js';
import { inOrder } from './row-order.js';

/** Milliseconds after the last key until the back end is asked, and after the last change until the list is read again. */
const quiet = 250;
const settle = 600;

/** Records by which it changes. */
const listed = new Set(['subject', 'assessment', 'recognition']);

export interface RegisterListOptions {
  filter: RegisterFilter;
  /** Codes of a place and all in it; the whole register without them. */
  places?: readonly string[] | undefined;
  /** Most rows in memory; for tests. */
  most?: number;
}

/**
 * The register of a year as one person sees it. The whole of it is read page by page; once it is here, filters, words and
 * sorts ask nobody any more. Where it is longer than memory, each question goes to the back end.
 */
export class RegisterList {
  readonly #client: Client;
  readonly #most: number | undefined;
  readonly #listeners = new Set<() => void>();
  readonly #gone = new AbortController();
  #places: readonly string[] | undefined;
  #base: RegisterPages;
  /** What is read where the base alone cannot answer. */
  #asked: { filter: RegisterFilter; pages: RegisterPages } | undefined;
  #work = new AbortController();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #again: ReturnType<typeof setTimeout> | undefined;
  #view: RegisterView;
  /** Something else was asked for than the rows on the screen are of. */
  #other = false;
  readonly #unfollow: () => void;

  constructor(client: Client, { filter, places, most }: RegisterListOptions) {
    this.#client = client;
    this.#most = most;
    this.#places = places;
    this.#base = this.#pages(this.#plain(filter));
    this.#view = Object.freeze({ filter, rows: [], complete: false, before: 0, more: false, busy: true });
    this.#unfollow = followChanges(client, listed, () => this.refresh());
    this.#read();
  }

  getState(): RegisterView {
    return this.#view;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** Shows something else. Typed words wait for a pause where the back end has to be asked. */
  choose(change: Partial<RegisterFilter>): void {
    const before = this.#view.filter;
    const filter = { ...before, ...change };
    clearTimeout(this.#timer);
    this.#other = true;
    this.#put({ filter });
    if (filter.cycle !== before.cycle) {
      this.#base = this.#pages(this.#plain(filter));
      this.#asked = undefined;
      this.#put({ rows: [], complete: false, before: 0, more: false });
      this.#read();
    } else if (this.#base.complete) this.#show();
    else if (change.text === undefined) this.#read();
    else this.#timer = setTimeout(() => this.#read(), quiet);
  }

  /** Shows another place and all in it. */
  within(places: readonly string[] | undefined): void {
    this.#places = places;
    this.#other = true;
    this.refresh();
  }

  /** Reads the rows after these or before them, where the register is longer than memory. */
  turn(to: 'next' | 'previous' | 'first'): void {
    this.#current().turn(to);
    this.#put({ rows: [] });
    this.#read(false);
  }

  /** Something was changed: what is shown is read again when the changes pause. */
  touch(): void {
    clearTimeout(this.#again);
    this.#again = setTimeout(() => this.refresh(), settle);
  }

  /** Reads everything again; what is shown stays until the new rows are here. */
  refresh(): void {
    clearTimeout(this.#again);
    this.#base = this.#pages(this.#plain(this.#view.filter));
    this.#asked = undefined;
    this.#read();
  }

  /** Every row that fits, however long the register is; nothing of it is kept. Errors: those of the query. */
  async readAll(signal: AbortSignal): Promise<readonly RegisterRow[]> {
    const { filter } = this.#view;
    // By name, which any back end goes through once for all pages, and then in the order that is shown.
    const byName = this.#question({ ...filter, sort: 'name', descending: false });
    const pages = new RegisterPages(this.#client, byName, Infinity);
    await pages.read(signal, () => undefined);
    return inOrder(pages.rows, filter);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    clearTimeout(this.#again);
    this.#unfollow();
    this.#listeners.clear();
    this.#work.abort();
    this.#gone.abort();
  }

  #pages(params: RegisterParams): RegisterPages {
    return new RegisterPages(this.#client, params, this.#most);
  }

  /** The question for the whole register of the year. */
  #plain({ cycle }: Pick<RegisterFilter, 'cycle'>): RegisterParams {
    return { cycle, ...(this.#places && { places: [...this.#places] }) };
  }

  #question(filter: RegisterFilter): RegisterParams {
    const { model, state, text, sort, descending } = filter;
    return {
      ...this.#plain(filter),
      ...(model && { model }),
      ...(state && { state: [state] }),
      ...(text.trim() !== '' && { text: text.slice(0, 200) }),
      ...(sort !== 'name' && { sort }),
      ...(descending && { descending }),
    };
  }

  /** The pages that answer what is asked now. */
  #current(): RegisterPages {
    const { filter } = this.#view;
    const { text, model, state, sort, descending } = filter;
    const plain = text.trim() === '' && !model && !state && sort === 'name' && !descending;
    if (plain || this.#base.complete) return this.#base;
    if (this.#asked?.filter !== filter) {
      // A back end may have to go through the whole register for each page of another order: one at a time is shown.
      const sorted = sort !== 'name' || descending;
      const most = sorted ? Math.min(this.#most ?? Infinity, MOST_ON_PAGE) : this.#most;
      const pages = new RegisterPages(this.#client, this.#question(filter), most, sorted ? most : undefined);
      this.#asked = { filter, pages };
    }
    return this.#asked.pages;
  }

  #read(keep = true): void {
    clearTimeout(this.#timer);
    this.#work.abort();
    const { signal } = (this.#work = new AbortController());
    const pages = this.#current();
    this.#put({ busy: true });
    if (pages.rows.length > 0) this.#show();
    // While a register is read again, fewer rows than there were would jump under the reader's eyes.
    const least = keep ? Math.min(this.#view.rows.length, 500) : 0;
    const came = (): void => {
      if (pages.rows.length >= least || pages.complete) this.#show();
    };
    pages.read(signal, came).then(
      () => {
        if (signal.aborted) return;
        this.#show();
        this.#put({ busy: false, problem: undefined });
      },
      (error: unknown) => {
        if (signal.aborted || isAbort(error)) return;
        // Rows of another place or filter would be taken for those that were asked for.
        if (this.#other) this.#show();
        this.#put({ busy: false, problem: toProblem(error) });
      },
    );
  }

  #show(): void {
    const { filter } = this.#view;
    const pages = this.#current();
    this.#other = false;
    this.#put({
      rows: pages === this.#base ? this.#fitting(filter) : pages.rows.slice(),
      complete: pages.complete,
      before: pages.before,
      more: pages.more,
      keptAt: pages.keptAt,
    });
  }

  /** What of the whole register fits, without asking anybody. */
  #fitting(filter: RegisterFilter): readonly RegisterRow[] {
    const { model, state, text } = filter;
    const found = this.#base.find(text);
    const some =
      model || state
        ? found.filter((row) => (!model || row.model === model) && (!state || row.state === state))
        : found;
    return inOrder(some, filter);
  }

  #put(patch: Partial<RegisterView>): void {
    if (this.#gone.signal.aborted) return;
    this.#view = Object.freeze({ ...this.#view, ...patch });
    for (const listener of [...this.#listeners]) listener();
  }
}
