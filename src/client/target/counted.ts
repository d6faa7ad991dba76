import type { Locality } from '../../domain/locality/locality.schema.js';
import { keyOf, type Places } from '../../domain/locality/places.js';
import type { Indicator } from '../../domain/target/target.schema.js';
import type { IndicatorWorld } from './indicator-book.js';

/** What the register counts of a place with all that lies in it. */
export interface PlaceCount {
  readonly recognised: number;
  readonly registered: number;
  /** Subjects that there are now. */
  readonly live: number;
}

/** One year of the register. */
export interface Counted {
  /** The day of its figures: the year's last, or the day that is looked at. */
  readonly day: string;
  /** By key of the place. Communes hold their hamlets; what is wider than a commune is added up elsewhere, with coverage. */
  readonly byPlace: ReadonlyMap<string, PlaceCount>;
  readonly unplaced: number;
}

/** The register's tallies by year and place, for an indicator that is derived from it. */
export function countedIn(
  world: Pick<IndicatorWorld, 'places' | 'tallies' | 'lastOf'>,
  { origin, model, subjectGroup }: Indicator,
  on: string,
): ReadonlyMap<number, Counted> {
  const { places, tallies } = world;
  const years = new Map<number, Counted>();
  if (origin !== 'records') return years;
  const ours = tallies.filter(
    (one) => one.model === model && (subjectGroup === undefined || one.subjectGroup === subjectGroup),
  );
  const live = ours.filter(({ cycle }) => !cycle);
  const cycles = new Set(ours.flatMap(({ cycle }) => (cycle && cycle <= on.slice(0, 4) ? [cycle] : [])));
  for (const cycle of cycles) {
    const last = `${cycle}-12-31`;
    const day = last < on ? last : on;
    const byPlace = new Map<string, PlaceCount>();
    let unplaced = 0;
    const add = (code: string, more: Partial<PlaceCount>): boolean => {
      const place = homeOf(world, code, day);
      for (let one = place; one; one = aroundIt(places, one, day)) {
        const key = keyOf(one);
        const { recognised = 0, registered = 0, live: now = 0 } = byPlace.get(key) ?? {};
        byPlace.set(key, {
          recognised: recognised + (more.recognised ?? 0),
          registered: registered + (more.registered ?? 0),
          live: now + (more.live ?? 0),
        });
      }
      return place !== undefined;
    };
    for (const { cycle: of, place, counts } of ours)
      if (of === cycle && !add(place, counts)) unplaced += counts.recognised;
    for (const { place, counts } of live) add(place, { live: counts.subjects });
    years.set(Number(cycle), { day, byPlace, unplaced });
  }
  return years;
}

/** The place of a code on a day. A subject may still bear the code of a place that went over into one other. */
export function homeOf(
  { places, lastOf }: Pick<IndicatorWorld, 'places' | 'lastOf'>,
  code: string,
  day: string,
): Locality | undefined {
  const there = places.at(code, day);
  if (there || code === '') return there;
  const former = lastOf(code, day);
  if (!former) return undefined;
  const after = places.successors(keyOf(former), day);
  return after.length === 1 ? after[0] : undefined;
}

/** The hamlet's commune; nothing around what is as wide as that. */
export function aroundIt(places: Places, { level, parent }: Locality, day: string): Locality | undefined {
  if (level !== 'hamlet' || parent === undefined) return undefined;
  return places.at(parent, day);
}
