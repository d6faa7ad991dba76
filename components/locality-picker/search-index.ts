import type { Gazetteer } from '../../src/domain/locality/locality.schema.js';
import { indexPlaces, type PlaceIndex } from '../../src/domain/locality/search/index-places.js';
import {
  createPlaceSearch,
  type FoundPlaces,
  type SearchOptions,
} from '../../src/domain/locality/search/search-places.js';
import { exactWords, looseWords } from '../../src/i18n/search-words.js';

const words = { loose: looseWords, exact: exactWords };
/** Milliseconds of work at a time: a frame has sixteen. */
const slice = 8;

export interface ReadyIndex {
  readonly get: PlaceIndex['get'];
  readonly search: (query: string, options?: SearchOptions) => FoundPlaces;
}

/** Indexes places in slices, so that keys and scrolling are answered meanwhile. Rejects nothing; an abort ends it. */
export async function readyIndex(
  places: Pick<Gazetteer, 'localities' | 'events'>,
  day: string,
  signal: AbortSignal,
): Promise<ReadyIndex | undefined> {
  const steps = indexPlaces(places, words, day);
  let end = performance.now() + slice;
  while (!signal.aborted) {
    const step = steps.next();
    if (step.done) return { get: step.value.get, search: createPlaceSearch(step.value, words) };
    if (performance.now() < end) continue;
    await new Promise((next) => setTimeout(next));
    end = performance.now() + slice;
  }
  return undefined;
}
