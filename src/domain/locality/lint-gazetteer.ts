import { isRealDate } from '../civil-date.js';
import { localityLevels, type Gazetteer, type Locality, type LocalityEvent } from './locality.schema.js';
import { createPlaces, isThere, keyOf, type Places } from './places.js';

/** What is wrong with a gazetteer, and with which place (by key) or event (by its place in the list). */
export interface PlaceFault {
  readonly code:
    | 'twice'
    | 'overlap'
    | 'reused'
    | 'day'
    | 'orphan'
    | 'circle'
    | 'level'
    | 'unknown-place'
    | 'event-day'
    | 'event-shape'
    | 'shares-place'
    | 'shares-sum';
  /** A warning leaves the gazetteer usable: the code of a place that ended was given to another. */
  readonly severity: 'error' | 'warning';
  readonly key?: string;
  readonly event?: number;
  /** The other place, the code, or the sum that was found. */
  readonly other?: string;
}

/** Checks places and events against each other; an empty list where all is sound. Time grows with their number only. */
export function lintGazetteer(gazetteer: Gazetteer): PlaceFault[] {
  const places = createPlaces(gazetteer);
  return [
    ...lintCodes(gazetteer.localities, places),
    ...gazetteer.localities.flatMap((one) => lintPlace(one, places)),
    ...gazetteer.events.flatMap((event, index) => lintEvent(event, index, places)),
  ];
}

function lintCodes(localities: readonly Locality[], places: Places): PlaceFault[] {
  const faults: PlaceFault[] = [];
  const byCode = new Map<string, Locality[]>();
  for (const one of localities) byCode.set(one.code, [...(byCode.get(one.code) ?? []), one]);
  for (const list of byCode.values()) {
    list.sort((a, b) => (a.from < b.from ? -1 : 1));
    for (const [index, one] of list.entries()) {
      const before = list[index - 1];
      if (!before) continue;
      const about = { key: keyOf(one), other: keyOf(before) };
      if (before.from === one.from) faults.push({ code: 'twice', severity: 'error', ...about });
      else if (before.to === undefined || before.to >= one.from)
        faults.push({ code: 'overlap', severity: 'error', ...about });
      else if (!places.origins(about.key).some(({ before }) => before.includes(about.other)))
        faults.push({ code: 'reused', severity: 'warning', ...about });
    }
  }
  return faults;
}

function lintPlace(one: Locality, places: Places): PlaceFault[] {
  const key = keyOf(one);
  const fault = (code: PlaceFault['code'], other?: string): PlaceFault[] => [
    { code, severity: 'error', key, ...(other !== undefined && { other }) },
  ];
  const { from, to, parent } = one;
  if (!isRealDate(from) || (to !== undefined && (!isRealDate(to) || to < from))) return fault('day');
  if (parent === undefined) return [];
  // In a place at its first day: what happens to that place later is an event of this one's, too, or leaves it there.
  const above = places.at(parent, from);
  if (!above) return fault('orphan', parent);
  const way = places.path(key, from);
  // A way that does not begin at a place without a parent came round to itself.
  if (way[0]?.parent !== undefined && places.at(way[0].parent, from)) return fault('circle', keyOf(way[0]));
  if (localityLevels.indexOf(above.level) >= localityLevels.indexOf(one.level))
    return fault('level', keyOf(above));
  return [];
}

function lintEvent(event: LocalityEvent, index: number, places: Places): PlaceFault[] {
  const { on, kind, before, after, shares = [] } = event;
  const fault = (code: PlaceFault['code'], key?: string, other?: string): PlaceFault => ({
    code,
    severity: 'error',
    event: index,
    ...(key !== undefined && { key }),
    ...(other !== undefined && { other }),
  });
  const unknown = [...before, ...after].filter((key) => !places.get(key));
  if (unknown.length > 0) return unknown.map((key) => fault('unknown-place', key));
  const faults: PlaceFault[] = [];
  const shape =
    kind === 'merge'
      ? // Or a whole one that a part of another joined on that day.
        (before.length > 1 ||
          places.origins(after[0]!).some((other) => other !== event && other.on === on)) &&
        after.length === 1
      : kind === 'divide'
        ? before.length === 1 && after.length > 1
        : before.length === 1 && after.length === 1;
  // A place ends once: what became of it stands in one event.
  const again = before.find((key) => places.became(key) !== event);
  if (!shape || again !== undefined) faults.push(fault('event-shape', again));
  // What ends does so on the day before; what begins does so on the day.
  for (const key of before) if (isThere(places.get(key)!, on)) faults.push(fault('event-day', key, on));
  for (const key of after) if (places.get(key)!.from !== on) faults.push(fault('event-day', key, on));
  for (const { parts, sum } of shares) {
    const stray = Object.keys(parts).find((key) => !after.includes(key));
    if (stray !== undefined) faults.push(fault('shares-place', stray));
    const found = Object.values(parts).reduce((all, part) => all + part, 0);
    if (found === 0 || (sum !== undefined && sum > 0 && found !== sum))
      faults.push(fault('shares-sum', before[0], String(found)));
  }
  return faults;
}
