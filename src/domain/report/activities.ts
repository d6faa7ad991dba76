import type { ActivityItem } from '../area/area-query.schema.js';
import type { Locality } from '../locality/locality.schema.js';
import { keyOf } from '../locality/places.js';
import type { Cell, Measure, Remark, ReportLine } from './report.types.js';
import type { ReportWorld } from './report-world.types.js';

export type ActivityKind = ActivityItem['kind'];
type Recorded = Pick<ActivityItem, 'kind' | 'date' | 'place' | 'sessions' | 'participants'>;

/** Years from the first to the last, told in the boundaries of `within`. */
export interface Stretch {
  readonly place: Locality;
  readonly from: number;
  readonly to: number;
  readonly within: number;
}

/** Kinds that every report tells of, and those that it tells of where there were any. */
const usual: readonly ActivityKind[] = ['seminar', 'training', 'learning-week'];
const others: readonly ActivityKind[] = ['award', 'other'];

/**
 * Whether an activity was in a place, as its boundaries are in another year. `divided`: in one that went over into several,
 * of which only some are in it, so that nobody can tell.
 */
export function whereIn(
  world: Pick<ReportWorld, 'places' | 'lastOf' | 'dayOf'>,
  { place: code, date }: Pick<Recorded, 'place' | 'date'>,
  { place, within }: Pick<Stretch, 'place' | 'within'>,
): 'in' | 'out' | 'divided' {
  const { places } = world;
  const day = world.dayOf(within);
  const then = places.at(code, date) ?? world.lastOf(code, date);
  if (!then) return 'out';
  const key = keyOf(place);
  const now = places.successors(keyOf(then), day);
  const inside = now.filter((one) => places.path(keyOf(one), day).some((above) => keyOf(above) === key));
  if (inside.length === 0) return 'out';
  return inside.length === now.length ? 'in' : 'divided';
}

const isWithin = ({ date }: Pick<Recorded, 'date'>, { from, to }: Stretch): boolean =>
  date >= String(from) && date < String(to + 1);

/** The activities of a place and time, and how many more may belong there. Each counts once. */
export function activitiesOf<T extends Recorded>(
  world: ReportWorld,
  items: readonly T[],
  stretch: Stretch,
): { readonly items: readonly T[]; readonly divided: readonly T[] } {
  const found: T[] = [];
  const divided: T[] = [];
  for (const item of items) {
    if (!isWithin(item, stretch)) continue;
    const where = whereIn(world, item, stretch);
    if (where === 'in') found.push(item);
    else if (where === 'divided') divided.push(item);
  }
  return { items: found, divided };
}

/** One line a kind: how many there were, and how many people came. */
export function activityLines(
  world: ReportWorld,
  items: readonly Recorded[],
  now: Stretch,
  before: Stretch | undefined,
): ReportLine[] {
  const here = activitiesOf(world, items, now);
  const then = before && activitiesOf(world, items, before);
  const kinds = [...usual, ...others.filter((kind) => here.items.some((one) => one.kind === kind))];
  return kinds.map((kind): ReportLine => {
    const of = (some: readonly Recorded[]): readonly Recorded[] => some.filter((one) => one.kind === kind);
    const silent = of(here.items).filter(({ participants }) => participants === undefined).length;
    const divided = of(here.divided).length;
    const remarks: Remark[] = [
      ...(silent > 0 ? [{ code: 'partly', n: silent } as const] : []),
      ...(divided > 0 ? [{ code: 'divided', n: divided } as const] : []),
    ];
    const number = ({ sessions = 1 }: Recorded): number => sessions;
    const people = ({ participants = 0 }: Recorded): number => participants;
    const tell = (id: 'number' | 'participants', count: (one: Recorded) => number): Measure =>
      compared(
        id,
        cellOf(of(here.items), here.items.length > 0, count, { kind, ...now }),
        then && before
          ? cellOf(of(then.items), then.items.length > 0, count, { kind, ...before })
          : undefined,
      );
    const years =
      now.to > now.from ? Array.from({ length: now.to - now.from + 1 }, (_, at) => now.from + at) : [];
    return {
      id: kind,
      depth: 0,
      measures: [tell('number', number), tell('participants', people)],
      series: years.map((year) => {
        const stretch = { ...now, from: year, to: year };
        const some = activitiesOf(world, items, stretch).items;
        return { year, cell: cellOf(of(some), some.length > 0, number, { kind, ...stretch }) };
      }),
      remarks,
    };
  });
}

/** Nothing recorded of one kind is none of it where others were recorded; where nothing was, nobody has told. */
function cellOf(
  items: readonly Recorded[],
  told: boolean,
  count: (one: Recorded) => number,
  { kind, place, from, to, within }: Stretch & { readonly kind: ActivityKind },
): Cell {
  if (!told) return { lack: { code: 'not-reported', places: [] } };
  const value = items.reduce((sum, one) => sum + count(one), 0);
  const params = { activity: kind, place: keyOf(place), from, to, within };
  return { value, how: 'activities', ...(items.length > 0 && { trace: { kind: 'activities', params } }) };
}

/** A number beside what it is compared with. */
export function compared(id: Measure['id'], now: Cell, before: Cell | undefined): Measure {
  const both = now.value !== undefined && before?.value !== undefined;
  return { id, now, ...(before && { before }), ...(both && { change: now.value - before.value }) };
}
