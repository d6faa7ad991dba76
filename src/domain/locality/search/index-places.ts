import type { Gazetteer, Locality } from '../locality.schema.js';
import { isThere, keyOf } from '../places.js';
import { lettersOf } from './letters.js';
import { kindSigns, type SearchWords } from './query-words.js';

/** What is looked in for one place: texts as words, each after one space. */
export interface IndexedPlace {
  readonly place: Locality;
  /** Places that it lies in, the nearest first, on its last day or on the day asked for. */
  readonly above: readonly Locality[];
  readonly former: boolean;
  /** Its name with its kind, without accents. */
  readonly full: string;
  /** The same without its kind, and with the sign for it, " p viet yen". */
  readonly name: string;
  readonly short: string;
  /** All words for it: name, kind, short signs, code. */
  readonly own: string;
  /** The words of those above it. */
  readonly around: string;
  /** Its words and those around, with accents. */
  readonly exact: string;
  /** The letters of its words and of those around. */
  readonly letters: number;
}

export interface PlaceIndex {
  readonly entries: readonly IndexedPlace[];
  /** Places of the day asked for that one went over into. */
  readonly successors: (place: Locality) => readonly IndexedPlace[];
  /** The entry of a place by its key. */
  readonly get: (key: string) => IndexedPlace | undefined;
}

interface Words {
  readonly full: string;
  readonly name: string;
  readonly short: string;
  readonly own: string;
  readonly exact: string;
  readonly letters: number;
}

/** The widest first. By hand: the schema's list would bring the whole schema into a page that only searches. */
const widest: readonly Locality['level'][] = ['nation', 'province', 'district', 'commune', 'hamlet'];
/** Places between two breaths: a millisecond of work on a slow phone. */
const breath = 20;

/**
 * Makes places searchable, those of the day and all of before. Yields many times, so that whoever runs it can let the page
 * breathe; what is returned at the end is the index.
 */
export function* indexPlaces(
  { localities, events }: Pick<Gazetteer, 'localities' | 'events'>,
  words: SearchWords,
  day: string,
): Generator<undefined, PlaceIndex> {
  const byCode = new Map<string, Locality[]>();
  const byKey = new Map<string, Locality>();
  for (const [index, one] of localities.entries()) {
    const list = byCode.get(one.code);
    if (list) list.push(one);
    else byCode.set(one.code, [one]);
    byKey.set(keyOf(one), one);
    if (index % (breath * 25) === 0) yield;
  }
  const became = new Map<string, readonly string[]>();
  for (const [index, { on, before, after }] of events.entries()) {
    if (on <= day) for (const key of before) became.set(key, after);
    if (index % (breath * 25) === 0) yield;
  }

  const known = new Map<Locality, Words>();
  const wordsOf = (place: Locality): Words => {
    let found = known.get(place);
    if (!found) known.set(place, (found = readWords(place, words)));
    return found;
  };
  const entries: IndexedPlace[] = [];
  const entryOf = new Map<Locality, IndexedPlace>();
  for (const [index, place] of localities.entries()) {
    // What has not begun yet is nobody's place.
    if (place.from <= day) {
      const at = place.to !== undefined && place.to < day ? place.to : day;
      const above = placesAbove(place, at, byCode);
      const own = wordsOf(place);
      const around = above.map(wordsOf);
      const entry: IndexedPlace = {
        place,
        above,
        former: !isThere(place, day),
        full: own.full,
        name: own.name,
        short: own.short,
        own: own.own,
        around: around.map((one) => one.own).join(''),
        exact: own.exact + around.map((one) => one.exact).join(''),
        letters: around.reduce((all, { letters }) => all | letters, own.letters),
      };
      entries.push(entry);
      entryOf.set(place, entry);
    }
    if (index % breath === 0) yield;
  }
  // Places of the day first, the widest of them first: where two fit alike, they stay in this order.
  const rank = ({ former, place }: IndexedPlace): number =>
    (former ? widest.length : 0) + widest.indexOf(place.level);
  const byRank: IndexedPlace[][] = [];
  for (const entry of entries) (byRank[rank(entry)] ??= []).push(entry);
  return {
    entries: byRank.flat(),
    successors: (place) => successorsOf(place, byKey, became, day).map((one) => entryOf.get(one)!),
    get: (key) => entryOf.get(byKey.get(key)!),
  };
}

function readWords({ name, fullName, code, level }: Locality, words: SearchWords): Words {
  const full = words.loose(fullName.vi);
  const bare = words.loose(name.vi);
  const kind = full.endsWith(bare) ? full.slice(0, full.length - bare.length) : '';
  const sign = kindSigns.find(([, whole]) => whole === kind)?.[0];
  const signed = sign === undefined ? '' : ` ${sign}`;
  const first = level === 'province' ? initials(bare) : '';
  const called = first && ` ${first} ${sign ?? ''}${first}`;
  const english = fullName.en === undefined ? '' : words.loose(fullName.en);
  const own = full + signed + called + english + words.loose(code);
  return {
    full,
    name: bare,
    short: signed + bare,
    own,
    letters: lettersOf(own),
    exact: words.exact(fullName.vi),
  };
}

/** "ho chi minh" → "hcm", as provinces are called in short. */
const initials = (name: string): string =>
  name
    .split(' ')
    .map((word) => word[0] ?? '')
    .join('');

function placesAbove(place: Locality, day: string, byCode: ReadonlyMap<string, Locality[]>): Locality[] {
  const way: Locality[] = [];
  let code = place.parent;
  while (code !== undefined) {
    const one: Locality | undefined = byCode.get(code)?.find((each) => isThere(each, day));
    if (!one || one === place || way.includes(one)) break;
    way.push(one);
    code = one.parent;
  }
  return way;
}

function successorsOf(
  place: Locality,
  byKey: ReadonlyMap<string, Locality>,
  became: ReadonlyMap<string, readonly string[]>,
  day: string,
): Locality[] {
  const found: Locality[] = [];
  const seen = new Set<string>();
  const open = [keyOf(place)];
  for (let key = open.shift(); key !== undefined; key = open.shift()) {
    if (seen.has(key)) continue;
    seen.add(key);
    const one = byKey.get(key);
    const after = became.get(key);
    if (after) open.push(...after);
    else if (one && isThere(one, day)) found.push(one);
  }
  return found;
}
