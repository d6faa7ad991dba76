import type { Gazetteer, Locality, LocalityEvent } from '../locality/locality.schema.js';
import { createPlaces, keyOf } from '../locality/places.js';
import { NATION } from './area-record.schema.js';

/** What lies in one part of the gazetteer. */
export interface GazetteerPart {
  readonly localities: readonly Locality[];
  readonly events: readonly LocalityEvent[];
}

/**
 * A gazetteer as the back end keeps it: the nation's part with the provinces, and one for each province with all that lies
 * in it, by the code that the province had when the place began. An event lies where the first place lies that came of it.
 */
export function gazetteerParts(
  gazetteer: Pick<Gazetteer, 'localities' | 'events'>,
): Map<string, GazetteerPart> {
  const places = createPlaces(gazetteer);
  const parts = new Map<string, { localities: Locality[]; events: LocalityEvent[] }>();
  const partOf = (one: Locality | undefined): string => {
    if (!one || one.level === 'nation' || one.level === 'province') return NATION;
    const way = places.path(keyOf(one), one.from);
    return way.find(({ level }) => level === 'province')?.code ?? NATION;
  };
  const part = (id: string): { localities: Locality[]; events: LocalityEvent[] } => {
    const known = parts.get(id) ?? { localities: [], events: [] };
    parts.set(id, known);
    return known;
  };
  for (const one of gazetteer.localities) part(partOf(one)).localities.push(one);
  for (const event of gazetteer.events)
    part(partOf(places.get(event.after[0] ?? event.before[0] ?? ''))).events.push(event);
  return parts;
}
