import type { Locality } from './locality.schema.js';
import { keyOf, type Places } from './places.js';

type Named = { name: string; code?: string | undefined };

/** What became of a place that a title names: the place as it was then, and what it went over into, itself where it is still there. */
export interface PlaceSince {
  then: Named;
  now: readonly Named[];
}

const named = ({ fullName, code }: Locality): Named => ({ name: fullName.vi, code });

/** Looks up by the code and the day of then; undefined where no such place is known. */
export function placeSince(
  places: Places,
  code: string,
  then: string,
  today: string,
): PlaceSince | undefined {
  const found = places.at(code, then);
  return found && { then: named(found), now: places.successors(keyOf(found), today).map(named) };
}
