import { dateInVietnam } from '../../domain/civil-date.js';
import { createPlaces } from '../../domain/locality/places.js';
import type { Gazetteer } from '../../domain/locality/locality.schema.js';
import type { Client } from '../client.types.js';

/** Most parts of the gazetteer: the nation and its provinces. */
const parts = 200;

/** All places that the back end knows, and what became of them. Errors: those of the query. */
export async function placesOf(
  client: Client,
  signal: AbortSignal,
): Promise<Pick<Gazetteer, 'localities' | 'events'>> {
  const found = await client.queryAll('places.list', {}, { signal, max: parts });
  return {
    localities: found.flatMap(({ localities }) => localities),
    events: found.flatMap(({ events }) => events),
  };
}

/** Codes of a place and of all that lies in it today. Errors: those of the query. */
export async function codesWithin(client: Client, code: string, signal: AbortSignal): Promise<string[]> {
  const day = dateInVietnam(client.now().toISOString());
  const places = createPlaces(await placesOf(client, signal));
  const codes = new Set<string>([code]);
  // A set that grows while it is gone through ends when nothing new lies in what it holds.
  for (const one of codes) for (const inner of places.within(one, day)) codes.add(inner.code);
  return [...codes];
}
