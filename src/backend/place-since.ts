import { NATION } from '../domain/area/nation.js';
import { isThere, createPlaces } from '../domain/locality/places.js';
import { placeSince, type PlaceSince } from '../domain/locality/place-since.js';
import type { QueryContext } from './answer-query.js';
import { knownParts } from './known-parts.js';

/**
 * What became of the place that bore a code on a day, by the places that are known here; undefined where they do not tell. Of
 * the parts only that of the nation and the one in which the place lies are gone through.
 */
export async function findPlaceSince(
  code: string,
  then: string,
  today: string,
  context: QueryContext,
): Promise<PlaceSince | undefined> {
  const parts = await knownParts(context);
  const own = parts.find(({ localities }) =>
    localities.some((one) => one.code === code && isThere(one, then)),
  );
  if (!own) return undefined;
  const some = parts.filter((one) => one === own || one.id === NATION);
  const places = createPlaces({
    localities: some.flatMap(({ localities }) => localities),
    events: some.flatMap(({ events }) => events),
  });
  return placeSince(places, code, then, today);
}
