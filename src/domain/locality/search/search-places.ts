import type { Locality } from '../locality.schema.js';
import { lettersOf } from './letters.js';
import type { IndexedPlace, PlaceIndex } from './index-places.js';
import { queryWords, withoutKind, type QueryWord, type SearchWords } from './query-words.js';

export interface PlaceHit {
  readonly place: Locality;
  /** Places that it lies, or lay, in, the nearest first. */
  readonly above: readonly Locality[];
  /** It is no more; `successors` are what it went over into. */
  readonly former: boolean;
  readonly successors: readonly Pick<PlaceHit, 'place' | 'above'>[];
}

export interface FoundPlaces {
  readonly hits: readonly PlaceHit[];
  /** How many there are, of which `hits` are the best. */
  readonly total: number;
}

export interface SearchOptions {
  readonly limit?: number;
  /** Levels that are looked for; all by default. */
  readonly levels?: readonly Locality['level'][];
  /** Code of a place that they have to lie in. */
  readonly within?: string;
}

/** How well a place fits, the best first; none: `no`. */
const same = 0;
const begins = 1;
const ownWords = 2;
const withParent = 3;
const parentOnly = 4;
const inside = 5;
const no = 6;

/** Words that were looked for, and all that fitted them. */
interface Before {
  readonly words: readonly string[];
  readonly fitting: readonly IndexedPlace[];
}

/** A word as it is compared: at the beginning of one, and inside. */
interface Sought {
  readonly begin: string;
  readonly inside: string;
}

/** Searches an index; ask again with every key. */
export function createPlaceSearch(
  { entries, successors }: PlaceIndex,
  words: SearchWords,
): (query: string, options?: SearchOptions) => FoundPlaces {
  // What fitted the words before, as they were typed and without their kind: whoever types on looks among these alone.
  const before: { whole?: Before; bare?: Before } = {};

  const look = (
    asked: readonly QueryWord[],
    { limit = 20, levels, within }: SearchOptions,
    as: keyof typeof before,
  ): FoundPlaces => {
    if (asked.length === 0) return { hits: [], total: 0 };
    const phrase = asked.map(({ loose }) => ` ${loose}`).join('');
    // The longest word rules out most.
    const sought = asked
      .map(({ loose }): Sought => ({ begin: ` ${loose}`, inside: loose }))
      .sort((a, b) => b.inside.length - a.inside.length);
    const marked = asked.some(({ exact }) => exact !== undefined);
    const last = before[as];
    const narrowed = last?.words.every(
      // A single letter fits at the beginning of words only, two of them inside, too.
      (word, index) => word.length > 1 && asked[index]?.loose.startsWith(word),
    );
    const fitting: IndexedPlace[] = [];
    // In the order of the index within each: what fits alike stays as it was.
    const buckets: IndexedPlace[][] = Array.from({ length: no * 2 }, () => []);
    let total = 0;
    const letters = lettersOf(phrase);
    for (const entry of narrowed && last ? last.fitting : entries) {
      // Most places lack one of the letters, and need not be looked through.
      if ((entry.letters & letters) !== letters) continue;
      const fit = fitOf(entry, sought, phrase);
      if (fit === no) continue;
      fitting.push(entry);
      if (levels && !levels.includes(entry.place.level)) continue;
      if (within !== undefined && !entry.above.some(({ code }) => code === within)) continue;
      total++;
      buckets[fit + (marked && !hasAccents(entry, asked) ? no : 0)]!.push(entry);
    }
    before[as] = { words: asked.map(({ loose }) => loose), fitting };
    const hits: PlaceHit[] = [];
    for (const bucket of buckets) {
      for (const { place, above, former } of bucket) {
        if (hits.length >= limit) return { hits, total };
        hits.push({ place, above, former, successors: former ? successors(place) : [] });
      }
    }
    return { hits, total };
  };

  return (query, options = {}) => {
    const asked = queryWords(query, words);
    const found = look(asked, options, 'whole');
    const bare = found.total > 0 ? asked : withoutKind(asked);
    return bare.length < asked.length ? look(bare, options, 'bare') : found;
  };
}

function fitOf(
  { own, around, name, full, short }: IndexedPlace,
  sought: readonly Sought[],
  phrase: string,
): number {
  let mine = 0;
  let within = false;
  for (const { begin, inside: letters } of sought) {
    // Its own words first; those around may begin with them where it has them inside.
    const at = own.indexOf(letters);
    if (at > 0 && (own[at - 1] === ' ' || own.includes(begin))) mine++;
    else if (around.includes(begin)) continue;
    // A single letter stands in nearly every name.
    else if (letters.length > 1 && (at > 0 || around.includes(letters))) within = true;
    else return no;
  }
  if (within) return inside;
  if (mine === 0) return parentOnly;
  if (mine < sought.length) return withParent;
  if (name === phrase || full === phrase || short === phrase) return same;
  return name.startsWith(phrase) || full.startsWith(phrase) || short.startsWith(phrase) ? begins : ownWords;
}

/** Every word that was written with accents stands there with them. */
function hasAccents({ exact }: IndexedPlace, words: readonly QueryWord[]): boolean {
  return words.every((word) => word.exact === undefined || exact.includes(word.exact));
}
