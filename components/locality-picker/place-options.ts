import type { Locality } from '../../src/domain/locality/locality.schema.js';
import { keyOf } from '../../src/domain/locality/places.js';
import type { FoundPlaces, PlaceHit } from '../../src/domain/locality/search/search-places.js';

/** A line of the list: a place of today, perhaps found by the name of a former one. */
export interface PlaceOption {
  readonly key: string;
  readonly place: Locality;
  readonly above: readonly Locality[];
  /** What it was found by, where that is no more; the place itself where nothing is known of what it became. */
  readonly former?: PlaceHit | undefined;
}

/** Lines for what was found: a former place leads to each of those that it went over into. A place stands there once. */
export function placeOptions({ hits }: FoundPlaces): PlaceOption[] {
  const options = new Map<string, PlaceOption>();
  const add = (option: PlaceOption): void => {
    if (!options.has(option.key)) options.set(option.key, option);
  };
  for (const hit of hits) {
    const { place, above, former, successors } = hit;
    if (!former || successors.length === 0)
      add({ key: keyOf(place), place, above, ...(former && { former: hit }) });
    for (const after of former ? successors : [])
      add({ key: keyOf(after.place), place: after.place, above: after.above, former: hit });
  }
  return [...options.values()];
}

/** The first day on which a former place was no more. */
export function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}
