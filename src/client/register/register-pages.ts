import type { RegisterParams, RegisterRow } from '../../domain/area/area-query.schema.js';
import { searchable } from '../../domain/area/searchable.js';
import type { Client } from '../client.types.js';
import { breathe } from '../ledger/slices.js';

/** Most rows that are kept in memory; a longer register is read by turning pages of so many. */
export const MOST_KEPT = 20_000;
/** Rows on a page of the back end: the first ones are on the screen as soon as they are here. */
const perPage = 500;
/** Rows of one answer where nobody waits for the first ones; in another order than that of the names all that are shown. */
export const MOST_ON_PAGE = 2_000;

/** Rows of one question, read page by page. Places and sets that many rows name are kept once. */
export class RegisterPages {
  rows: RegisterRow[] = [];
  /** How many were read before these and let go. */
  before = 0;
  /** When the oldest of the rows was read, where some are what this device kept. */
  keptAt: string | undefined;
  readonly #client: Client;
  readonly #params: RegisterParams;
  readonly #most: number;
  readonly #perPage: number;
  readonly #shared = new Map<string, object>();
  /** Where each subject stands among the rows. */
  readonly #places = new Map<string, number>();
  /** Where the pages of `most` rows begin, the first one included. */
  readonly #starts: (string | undefined)[] = [undefined];
  #next: string | undefined;
  #begun = false;
  /** Name, place, organisation and head of each row, as they are searched. */
  #folded: string[] = [];
  /** What was found last, as places among the rows: whoever types on looks among these alone. */
  #last: { words: readonly string[]; found: Uint32Array; of: number } | undefined;

  constructor(
    client: Client,
    params: RegisterParams,
    most = MOST_KEPT,
    asked = most === Infinity ? MOST_ON_PAGE : perPage,
  ) {
    this.#client = client;
    this.#params = params;
    this.#most = most;
    this.#perPage = asked;
  }

  /** Everything was read, and is here. */
  get complete(): boolean {
    return this.#begun && this.#next === undefined && this.before === 0;
  }

  /** Memory is full, and there is more. */
  get more(): boolean {
    return this.#next !== undefined && this.rows.length >= this.#most;
  }

  /** Reads on until everything is here or memory is full. Errors: those of the query. */
  async read(signal: AbortSignal, came: () => void): Promise<void> {
    while ((!this.#begun || this.#next !== undefined) && this.rows.length < this.#most) {
      const params = {
        ...this.#params,
        limit: Math.min(this.#perPage, this.#most - this.rows.length),
        ...(this.#next !== undefined && { cursor: this.#next }),
      };
      const page = await this.#client.query('register.list', params, { signal });
      if (signal.aborted) return;
      this.#begun = true;
      // A cursor that comes again would lead round in a circle.
      this.#next = page.next === this.#next ? undefined : page.next;
      const { keptAt } = page;
      if (keptAt !== undefined && !(this.keptAt !== undefined && this.keptAt < keptAt)) this.keptAt = keptAt;
      for (const row of page.items) this.#take(this.#packed(row));
      // While pages come, so that the first key finds everything ready; nobody types in what is read for a file.
      if (this.#most < Infinity) this.#fold();
      came();
      // A back end on this device answers at once: what came is to be seen before the rest is read.
      await breathe();
      if (signal.aborted) return;
      // A browser makes a loop quick while it runs: it is done before somebody waits for the first key.
      if (this.#most < Infinity) this.find('~');
    }
  }

  /** One that was renamed between two pages comes again under its new name: it counts once, as it was read last. */
  #take(row: RegisterRow): void {
    const at = this.#places.get(row.subject);
    if (at === undefined) {
      this.#places.set(row.subject, this.rows.push(row) - 1);
      return;
    }
    this.rows[at] = row;
    this.#folded.length = Math.min(this.#folded.length, at);
    this.#last = undefined;
  }

  /** Lets go of the rows that are here, to read those after them, or those before. */
  turn(to: 'next' | 'previous' | 'first'): void {
    if (to === 'next') {
      if (this.#next === undefined) return;
      this.#starts.push(this.#next);
      this.before += this.rows.length;
    } else {
      this.#starts.length = to === 'first' ? 1 : Math.max(1, this.#starts.length - 1);
      this.before = (this.#starts.length - 1) * this.#most;
      this.#next = this.#starts.at(-1);
      this.#begun = this.#next !== undefined;
    }
    this.rows = [];
    this.#places.clear();
    this.#folded = [];
    this.#last = undefined;
  }

  /** Those of the rows that have all the words in name, place, organisation or head, whatever their accents. */
  find(text: string): readonly RegisterRow[] {
    const words = searchable(text).split(' ').filter(Boolean);
    const { rows } = this;
    if (words.length === 0) return rows;
    this.#fold();
    const last = this.#last;
    // Each word of before stands within one of now.
    const narrowed =
      last?.of === rows.length && last.words.every((word) => words.some((one) => one.includes(word)));
    let found = narrowed && last ? last.found : numbersTo(rows.length);
    for (const word of words)
      if (!(narrowed && last?.words.includes(word))) found = having(word, this.#folded, found);
    this.#last = { words, found, of: rows.length };
    return picked(rows, found);
  }

  #fold(): void {
    const { rows } = this;
    for (let at = this.#folded.length; at < rows.length; at += 1) {
      const { name, place, parent = '', head } = rows[at]!;
      this.#folded.push(searchable(`${name}\n${place.name}\n${parent}\n${head?.name ?? ''}`));
    }
  }

  #packed(row: RegisterRow): RegisterRow {
    const { place, criteria } = row;
    return {
      ...row,
      place: this.#share(`p\n${place.code ?? ''}\n${place.name}`, place),
      ...(criteria && { criteria: this.#share(`c\n${criteria.id}\n${criteria.version}`, criteria) }),
    };
  }

  #share<T extends object>(key: string, one: T): T {
    const known = this.#shared.get(key) as T | undefined;
    if (!known) this.#shared.set(key, one);
    return known ?? one;
  }
}

// Short loops, each over the same kinds of values whatever is asked: what a browser has made quick at the first key serves
// the second. One loop for all cases, with a function for each row, was made anew there.

function numbersTo(count: number): Uint32Array {
  const numbers = new Uint32Array(count);
  for (let at = 0; at < count; at += 1) numbers[at] = at;
  return numbers;
}

/** Those of the numbered texts that hold the word. */
function having(word: string, texts: readonly string[], among: Uint32Array): Uint32Array {
  const found = new Uint32Array(among.length);
  let count = 0;
  for (let place = 0; place < among.length; place += 1) {
    const number = among[place]!;
    if (texts[number]!.includes(word)) {
      found[count] = number;
      count += 1;
    }
  }
  return found.subarray(0, count);
}

function picked(rows: readonly RegisterRow[], numbers: Uint32Array): RegisterRow[] {
  const found: RegisterRow[] = [];
  for (let place = 0; place < numbers.length; place += 1) found.push(rows[numbers[place]!]!);
  return found;
}
