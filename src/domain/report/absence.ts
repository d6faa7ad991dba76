import type { Locality } from '../locality/locality.schema.js';
import { isThere, keyOf, type Places } from '../locality/places.js';
import { nameOf } from './coverage.js';
import type { Absence } from './report.types.js';

/** The place that is asked for, or why a report of it cannot be; nothing where no such place is known. */
export type Found = { readonly place: Locality } | { readonly absence: Absence };

/**
 * The place of a code, or of `code@from`, on the last day of a year. One that was only renamed, or moved as a whole, is the
 * same; one that began later or went over into another is not there, and nobody else is put in its place.
 */
export function findPlace(
  places: Places,
  localities: readonly Locality[],
  { locality, year }: { readonly locality: string; readonly year: number },
  day: string,
): Found | undefined {
  const code = locality.replace(/@.*$/, '');
  const mine = localities.filter((one) => (locality === code ? one.code === code : keyOf(one) === locality));
  const there = mine.find((one) => isThere(one, day)) ?? sameLater(places, mine, day);
  if (there) return { place: there };
  const inOrder = [...mine].sort((a, b) => (a.from < b.from ? -1 : 1));
  const ended = inOrder.filter(({ from }) => from <= day).at(-1);
  if (ended?.to !== undefined) {
    const others = places.successors(keyOf(ended), day).map(nameOf);
    return { absence: { place: nameOf(ended), year, code: 'ended', date: ended.to, others } };
  }
  const [first] = inOrder;
  if (!first) return undefined;
  const others = places
    .origins(keyOf(first))
    .flatMap(({ before }) => before.flatMap((key) => places.get(key) ?? []))
    .map(nameOf);
  return { absence: { place: nameOf(first), year, code: 'not-yet', date: first.from, others } };
}

/** What a place is called later: the only one that it became, under the same code. */
function sameLater(places: Places, mine: readonly Locality[], day: string): Locality | undefined {
  for (const one of mine) {
    const [next, ...more] = places.successors(keyOf(one), day);
    if (next?.code === one.code && more.length === 0 && onlyNamed(places, one, next)) return next;
  }
  return undefined;
}

/** All that happened to it between was another name or another place around it. */
function onlyNamed(places: Places, one: Locality, last: Locality): boolean {
  for (let key = keyOf(one); key !== keyOf(last);) {
    const event = places.became(key);
    const [next] = event?.after ?? [];
    if (!event || next === undefined || (event.kind !== 'rename' && event.kind !== 'move')) return false;
    key = next;
  }
  return true;
}
