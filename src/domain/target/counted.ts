import type { Locality } from '../locality/locality.schema.js';
import { keyOf, type Places } from '../locality/places.js';
import type { Indicator } from './target.schema.js';
import type { IndicatorWorld } from './indicator-book.js';
import type { Tally } from './target-answers.types.js';

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

/** The register's tallies by year, for an indicator that is derived from it; each is added up by place when it is asked for. */
export function countedIn(
  world: Pick<IndicatorWorld, 'places' | 'tallies' | 'lastOf'>,
  { origin, model, subjectGroup }: Indicator,
  on: string,
): ReadonlyMap<number, () => Counted> {
  const years = new Map<number, () => Counted>();
  if (origin !== 'records') return years;
  const byCycle = new Map<string, Tally[]>();
  for (const one of ofModel(world.tallies, model))
    if (subjectGroup === undefined || one.subjectGroup === subjectGroup) push(byCycle, one.cycle ?? '', one);
  const live = byCycle.get('') ?? [];
  for (const [cycle, some] of byCycle) {
    if (cycle === '' || cycle > on.slice(0, 4)) continue;
    const last = `${cycle}-12-31`;
    let known: Counted | undefined;
    years.set(Number(cycle), () => (known ??= countedOn(world, last < on ? last : on, some, live)));
  }
  return years;
}

function countedOn(
  world: Pick<IndicatorWorld, 'places' | 'lastOf'>,
  day: string,
  some: readonly Tally[],
  live: readonly Tally[],
): Counted {
  const byPlace = new Map<string, { recognised: number; registered: number; live: number }>();
  let unplaced = 0;
  const keysOf = keysAbove(world, day);
  const add = (code: string, recognised: number, registered: number, now: number): void => {
    const keys = keysOf(code);
    if (keys.length === 0) unplaced += recognised;
    for (const key of keys) {
      const sum = byPlace.get(key) ?? { recognised: 0, registered: 0, live: 0 };
      sum.recognised += recognised;
      sum.registered += registered;
      sum.live += now;
      byPlace.set(key, sum);
    }
  };
  for (const { place, counts } of some) add(place, counts.recognised, counts.registered, 0);
  for (const { place, counts } of live) add(place, 0, 0, counts.subjects);
  return { day, byPlace, unplaced };
}

function push<K, T>(map: Map<K, T[]>, key: K, one: T): void {
  const list = map.get(key);
  if (list) list.push(one);
  else map.set(key, [one]);
}

/** Tallies by model: every indicator of a province asks for its own among a hundred thousand. */
const sorted = new WeakMap<readonly Tally[], Map<Tally['model'], Tally[]>>();
function ofModel(tallies: readonly Tally[], model: Indicator['model']): readonly Tally[] {
  let models = sorted.get(tallies);
  if (!models) {
    models = new Map();
    for (const one of tallies) push(models, one.model, one);
    sorted.set(tallies, models);
  }
  return model === undefined ? [] : (models.get(model) ?? []);
}

/** By day: looked up for every count of every indicator, and the same for all of them. */
const above = new WeakMap<Places, Map<string, (code: string) => readonly string[]>>();

/** Tells the keys of the places that a code counts in on a day, the nearest first; none where no such place is known. */
export function keysAbove(
  world: Pick<IndicatorWorld, 'places' | 'lastOf'>,
  day: string,
): (code: string) => readonly string[] {
  const { places } = world;
  const days = above.get(places) ?? new Map<string, (code: string) => readonly string[]>();
  above.set(places, days);
  const known = days.get(day);
  if (known) return known;
  const codes = new Map<string, readonly string[]>();
  const ask = (code: string): readonly string[] => {
    const before = codes.get(code);
    if (before) return before;
    const keys: string[] = [];
    let one = homeOf(world, code, day);
    // A circle of parents ends where it closes.
    while (one && !keys.includes(keyOf(one))) {
      keys.push(keyOf(one));
      one = aroundIt(places, one, day);
    }
    codes.set(code, keys);
    return keys;
  };
  days.set(day, ask);
  return ask;
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
function aroundIt(places: Places, { level, parent }: Locality, day: string): Locality | undefined {
  if (level !== 'hamlet' || parent === undefined) return undefined;
  return places.at(parent, day);
}
