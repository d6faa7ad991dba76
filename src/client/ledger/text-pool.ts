import { exactWords, looseWords } from '../../i18n/search-words.js';
import { sortKey } from '../../i18n/sort-key.js';

/** How well a text answers a search: not at all, without regard to accents, with them, with them and in one piece. */
export const ranks = { none: 0, loose: 1, exact: 2, phrase: 3 } as const;

/** Texts looked at between two breaths. */
const step = 256;

/**
 * The different texts of a ledger, each kept once under a small number, however many entries bear it: what is searched
 * and sorted is a few thousand names instead of 100,000 entries. The forms to search in are made when they are needed.
 */
export class TextPool {
  readonly texts: string[] = [];
  readonly #ids = new Map<string, number>();
  /** Texts without accents, a line each: gone through as one, which takes a third of the time of 20,000 texts. */
  #loose = '';
  /** Where each line begins. */
  readonly #lines: number[] = [];
  readonly #exact: string[] = [];
  readonly #keys: string[] = [];

  get size(): number {
    return this.texts.length;
  }

  /** Number of a text; a new one gets the next. */
  add(text: string): number {
    const known = this.#ids.get(text);
    if (known !== undefined) return known;
    const id = this.texts.push(text) - 1;
    this.#ids.set(text, id);
    return id;
  }

  /** Makes the forms to search in that are still missing. */
  *prepare(): Generator<void, void, undefined> {
    // Asked each time how far it is: two may prepare in turns.
    for (let id; (id = this.#exact.length) < this.size;) {
      const text = this.texts[id]!;
      this.#exact.push(exactWords(text));
      this.#lines.push(this.#loose.length);
      this.#loose += `${looseWords(text)}\n`;
      if (id % step === step - 1) yield;
    }
  }

  /** How well each text answers a term, which is one or several words in one piece, of which the last may be half typed. */
  *rank(term: string): Generator<void, Uint8Array, undefined> {
    yield* this.prepare();
    const found = new Uint8Array(this.size);
    const loose = looseWords(term);
    const exact = exactWords(term);
    // "hoà" may be the whole word "hòa" or the beginning of "hoàn".
    const typed = ` ${term.normalize('NFC').toLowerCase().trim()}`;
    const lines = this.#lines;
    const all = this.#loose;
    let next = 0;
    for (let at = all.indexOf(loose); at >= 0; at = all.indexOf(loose, lines[next] ?? all.length)) {
      while (next < found.length && lines[next]! <= at) next++;
      const form = this.#exact[next - 1]!;
      found[next - 1] = form.includes(exact) || form.includes(typed) ? ranks.exact : ranks.loose;
    }
    return found;
  }

  /** Place of each text in the Vietnamese order of all of them. */
  *places(): Generator<void, Uint32Array, undefined> {
    for (let id = this.#keys.length; id < this.size; id++) {
      this.#keys.push(sortKey(this.texts[id]!));
      if (id % step === step - 1) yield;
    }
    const keys = this.#keys;
    let from = Uint32Array.from(keys, (_, id) => id);
    let into = new Uint32Array(from.length);
    const inOrder = (a: number, b: number): number =>
      keys[a]! < keys[b]! ? -1 : keys[a]! > keys[b]! ? 1 : a - b;
    for (let left = 0; left < from.length; left += step) {
      from.subarray(left, left + step).sort(inOrder);
      yield;
    }
    // Bottom-up merging can pause anywhere, which `sort` cannot.
    for (let width = step; width < from.length; width *= 2) {
      for (let left = 0; left < from.length; left += 2 * width) {
        const middle = Math.min(left + width, from.length);
        const right = Math.min(left + 2 * width, from.length);
        let [a, b] = [left, middle];
        for (let at = left; at < right; at++) {
          const takeLeft = a < middle && (b >= right || keys[from[a]!]! <= keys[from[b]!]!);
          into[at] = takeLeft ? from[a++]! : from[b++]!;
          if (at % 4096 === 4095) yield;
        }
        if (left % 8192 === 0) yield;
      }
      [from, into] = [into, from];
    }
    const places = new Uint32Array(from.length);
    for (const [place, id] of from.entries()) places[id] = place;
    return places;
  }
}
