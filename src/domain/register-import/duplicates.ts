import { holdsWords, plainWords } from '../fund/import/words.js';
import type { Model } from '../text.schema.js';

/** What is compared to tell whether two lines are about the same subject. */
export interface Alike {
  model?: Model | undefined;
  name: string;
  place: string;
  head?: string | undefined;
}

/** "Hộ gia đình ông Nguyễn Văn An" is listed as "Nguyễn Văn An" elsewhere. */
const before = /^(ho gia dinh|gia dinh|ho|gd|hgd)(?= )/;
const courtesy = /^(ong ba|ong|ba|anh|chi|co|chu|bac)(?= )/;

/** A name as it is compared: without accents, signs and courtesies. */
export function nameKey(name: string, model: Model | undefined): string {
  const words = plainWords(name);
  if (model !== 'family' && model !== 'citizen') return words;
  const bare = (text: string, start: RegExp): string => text.replace(start, '').trim() || text;
  return bare(bare(words, before), courtesy);
}

interface Entry<T> {
  place: string;
  head: string;
  item: T;
}

/** Lines by model and name, so that ten thousand are compared with ten thousand in one pass. */
export class AlikeIndex<T> {
  readonly #entries = new Map<string, Entry<T>[]>();

  add(one: Alike, item: T): void {
    const key = keyOf(one);
    const entry = { place: plainWords(one.place), head: nameKey(one.head ?? '', 'citizen'), item };
    const list = this.#entries.get(key);
    if (list) list.push(entry);
    else this.#entries.set(key, [entry]);
  }

  /** Those that are likely the same: the same name in the same place, or with the same head. Likeliest first. */
  find(one: Alike): T[] {
    const place = plainWords(one.place);
    const head = nameKey(one.head ?? '', 'citizen');
    const found = (this.#entries.get(keyOf(one)) ?? []).flatMap((entry) => {
      const likeness = likenessOf(entry, place, head);
      return likeness > 0 ? [{ likeness, item: entry.item }] : [];
    });
    return found.sort((a, b) => b.likeness - a.likeness).map(({ item }) => item);
  }
}

function keyOf({ model, name }: Alike): string {
  return `${model ?? ''}\n${nameKey(name, model)}`;
}

/** "Xóm 3" and "Xóm 3, xã Hợp Tiến" are the same place as far as anybody can tell. */
function likenessOf(entry: { place: string; head: string }, place: string, head: string): number {
  const samePlace =
    entry.place === place ? 2 : holdsWords(entry.place, place) || holdsWords(place, entry.place) ? 1 : 0;
  const sameHead = head !== '' && entry.head === head ? 1 : 0;
  return samePlace + sameHead;
}
