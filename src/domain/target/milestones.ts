import type { Locality } from '../locality/locality.schema.js';
import { keyOf } from '../locality/places.js';
import { standingOf } from './pace.js';
import { measured } from './share.js';
import type { Figure, Indicator, Target } from './target.schema.js';
import type { Milestone } from './target-view.types.js';

/** Least part of the parts that must have reported for a figure that a path may begin at. */
const enough = 0.8;

/** A target is of that place: named by its code, or by code and first day. */
const isOf = ({ locality }: Target, place: Locality): boolean =>
  locality === place.code || locality === keyOf(place);

/**
 * How near a target is to a place: the nearer the place that set it, and among equals the one for its kind of area.
 * Negative where it does not hold there. A number is never passed on: what a province is to reach is no commune's aim.
 */
function nearness(target: Target, path: readonly Locality[]): number {
  const place = path.at(-1)!;
  if (target.area !== undefined && target.area !== place.area) return -1;
  const set = target.locality === undefined ? 0 : path.findIndex((one) => isOf(target, one)) + 1;
  if (target.locality !== undefined && set === 0) return -1;
  const own = target.locality === undefined ? place.level === 'nation' : set === path.length;
  if (target.kind === 'number' && !own) return -1;
  return set * 2 + (target.area === undefined ? 0 : 1);
}

/** A target that holds, with others of the same rank, and those of lower rank that it stands before, the nearest first. */
export interface HoldingTarget {
  readonly target: Target;
  readonly others: readonly Target[];
  readonly wider: readonly Target[];
}

/** Targets that hold in a place, one for each year, the earliest first. `path`: from the widest place down to it. */
export function targetsFor(
  targets: readonly Target[],
  { id, kind }: Indicator,
  path: readonly Locality[],
): readonly HoldingTarget[] {
  const byYear = new Map<string, { rank: number; target: Target }[]>();
  for (const target of targets) {
    if (target.indicator !== id || target.kind !== kind) continue;
    const rank = nearness(target, path);
    const year = target.by.slice(0, 4);
    if (rank >= 0) byYear.set(year, [...(byYear.get(year) ?? []), { rank, target }]);
  }
  return [...byYear.values()]
    .map((list): HoldingTarget => {
      const [first, ...rest] = list.sort((a, b) => b.rank - a.rank);
      const of = (same: boolean) =>
        rest.filter(({ rank }) => (rank === first!.rank) === same).map((one) => one.target);
      return { target: first!.target, others: of(true), wider: of(false) };
    })
    .sort((a, b) => (a.target.by < b.target.by ? -1 : 1));
}

/**
 * Judges a place against a target. A base that the target tells counts for the place that it was set for; any other place
 * begins at its own first figure, if that is older than the one that is judged.
 */
export function milestone(
  { target, others, wider }: HoldingTarget,
  place: Locality,
  figures: readonly Figure[],
  on: string,
): Milestone {
  const { base, ...rest } = target;
  const own = target.locality === undefined ? place.level === 'nation' : isOf(target, place);
  const given = own ? base : undefined;
  const known = figures.filter(({ asOf }) => asOf <= on);
  const first = given ? undefined : known.slice(0, -1).find((one) => fitsAsBase(one, target));
  const start = given ?? first;
  return {
    target,
    standing: standingOf({ ...rest, ...(start && { base: start }) }, known, on),
    ...(others.length > 0 && { others: others.map(({ value, source }) => ({ value, source })) }),
    ...(wider.length > 0 && { wider: wider.map(({ value, source }) => ({ value, source })) }),
    ...(first && { ownBase: first }),
  };
}

function fitsAsBase(figure: Figure, { kind, by }: Target): boolean {
  const { coverage, count, of } = figure;
  return (
    figure.asOf < by &&
    measured(kind, figure) !== undefined &&
    !(kind === 'share' && count > of!) &&
    !(coverage && coverage.reported < coverage.expected * enough)
  );
}
