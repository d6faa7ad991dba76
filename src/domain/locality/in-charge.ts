import type { Gazetteer, Locality } from './locality.schema.js';
import { createPlaces, keyOf, type Places } from './places.js';

/** Codes of all places that lie in what a scope names, today and by their history. */
export type CodesInCharge = (scope: readonly string[]) => string[];

/** The word of a scope that names the whole nation. */
const everywhere = 'nation';

/**
 * What codes in a scope reach on a day (`2026-12-31`), where of a household or a fund nothing is known but the code of its
 * place. A code means the place that bears it that day, else the one that bore it last. Whoever is in charge of a place is so
 * of all that lies in it, and of what was merged into any of these.
 */
export function codesInCharge(
  { localities, events }: Pick<Gazetteer, 'localities' | 'events'>,
  day: string,
): CodesInCharge {
  const above = placesAbove(createPlaces({ localities, events }), day);
  const bearers = new Map<string, Locality>();
  for (const one of localities) {
    const other = bearers.get(one.code);
    if (!other || bearsRather(one, other, day)) bearers.set(one.code, one);
  }
  /** Codes by the key of each place that they lie in. */
  const below = new Map<string, string[]>();
  for (const [code, one] of bearers) {
    for (const key of above(keyOf(one))) {
      const codes = below.get(key);
      if (codes) codes.push(code);
      else below.set(key, [code]);
    }
  }
  return (scope) => {
    if (scope.includes(everywhere)) return [...bearers.keys()];
    const found = new Set<string>();
    for (const code of scope) {
      const one = bearers.get(code);
      for (const lower of (one && below.get(keyOf(one))) ?? []) found.add(lower);
    }
    return [...found];
  };
}

/** Of two places of one code, the later one that has begun. */
export function bearsRather(one: Locality, other: Locality, day: string): boolean {
  if (one.from <= day !== other.from <= day) return one.from <= day;
  return one.from > other.from;
}

/**
 * Tells of a place, by its key, the keys of those that somebody may be in charge of to be so of it: its own, what it lies in,
 * and what became of it until a day. What went over into several lies in what all of these lie in: nobody knows to which of them
 * a household belongs.
 */
export function placesAbove(places: Places, day: string): (key: string) => ReadonlySet<string> {
  const known = new Map<string, Set<string>>();

  function above(key: string): ReadonlySet<string> {
    const before = known.get(key);
    if (before) return before;
    const found = new Set([key]);
    // Where parents or events go round in a circle, it ends here.
    known.set(key, found);
    for (const one of upwards(key)) found.add(one);
    return found;
  }

  function upwards(key: string): Iterable<string> {
    const one = places.get(key);
    if (!one) return [];
    const event = places.became(key);
    if (event && event.on <= day) return shared(event.after);
    // What ended without a word of what became of it lies where it lay on its last day.
    const last = one.to !== undefined && one.to < day ? one.to : one.from > day ? one.from : day;
    const parent = one.parent === undefined ? undefined : places.at(one.parent, last);
    return parent ? above(keyOf(parent)) : [];
  }

  function shared(keys: readonly string[]): string[] {
    const [first, ...others] = keys.map((key) => (places.get(key) ? above(key) : new Set<string>()));
    return [...(first ?? [])].filter((key) => others.every((other) => other.has(key)));
  }

  return above;
}
