import type { PlacesPart } from '../domain/area/area-record.schema.js';
import { throwIfAborted } from './abort.js';
import type { QueryContext, Scan } from './answer-query.js';

/** All parts of the places that are known: those entered, and of those that come along the others. */
export async function knownParts({
  reader,
  catalog,
  signal,
}: Pick<QueryContext, 'reader' | 'catalog' | 'signal'>): Promise<PlacesPart[]> {
  const built = (await catalog?.references?.())?.places ?? [];
  const areas = (await reader.funds?.()) ?? reader;
  const entered: PlacesPart[] = [];
  let after: string | undefined;
  do {
    throwIfAborted(signal);
    const scan: Scan<'places'> = await areas.scan('places', { after });
    entered.push(...scan.records);
    after = scan.last;
  } while (after !== undefined);
  return [...entered, ...built.filter(({ id }) => !entered.some((one) => one.id === id))];
}
