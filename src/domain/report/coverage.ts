import { keyOf } from '../locality/places.js';
import type { Locality } from '../locality/locality.schema.js';
import type { PlaceName } from '../target/year-figure.types.js';
import type { Spot } from './figure-cells.js';
import type { LineSpec } from './outline.js';
import type { Coverage } from './report.types.js';
import type { ReportWorld } from './report-world.types.js';

/** A place as it is named. */
export const nameOf = (place: Locality): PlaceName => ({
  key: keyOf(place),
  code: place.code,
  name: place.fullName,
  level: place.level,
});

/** Which parts have told their number, down to those that are no sums themselves; nothing where the number is no sum. */
export function coverageOf(world: ReportWorld, spec: LineSpec, spot: Spot): Coverage | undefined {
  const day = world.dayOf(spot.within);
  const tell = (place: Locality) => world.achieved(spec.indicator, keyOf(place), spot);
  if (tell(spot.place)?.how !== 'sum') return undefined;
  let reported = 0;
  const missing: Locality[] = [];
  const levels = new Set<PlaceName['level']>();
  const walk = (place: Locality): void => {
    for (const part of world.places.within(place.code, day)) {
      const told = tell(part);
      if (told?.how === 'sum') {
        walk(part);
        continue;
      }
      levels.add(part.level);
      if (told?.figure) reported += 1;
      else missing.push(part);
    }
  };
  walk(spot.place);
  const level = levels.size === 1 ? [...levels][0]! : 'nation';
  return { reported, expected: reported + missing.length, level, missing: missing.map(nameOf) };
}
