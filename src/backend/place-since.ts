import { NATION, type PlacesPart } from '../domain/area/area-record.schema.js';
import { isThere, createPlaces } from '../domain/locality/places.js';
import { placeSince, type PlaceSince } from '../domain/locality/place-since.js';
import { throwIfAborted } from './abort.js';
import type { QueryContext, Scan } from './answer-query.js';

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
  const built = (await context.catalog?.references?.())?.places ?? [];
  const reader = (await context.reader.funds?.()) ?? context.reader;
  const entered: PlacesPart[] = [];
  let after: string | undefined;
  do {
    throwIfAborted(context.signal);
    const scan: Scan<'places'> = await reader.scan('places', { after });
    entered.push(...scan.records);
    after = scan.last;
  } while (after !== undefined);
  // What was entered stands before what came along.
  const parts = [...entered, ...built.filter(({ id }) => !entered.some((one) => one.id === id))];
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
