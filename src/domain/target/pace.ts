import { ceilDivide, measured, meets, shownAs, type Fraction } from './share.js';
import type { Figure, Target } from './target.schema.js';

/** `reached`, `on-track`, `behind`; `unknown` where the figures do not allow a judgement. */
export type TargetStatus = 'reached' | 'on-track' | 'behind' | 'unknown';

/**
 * Why it stands as it does. `no-figure`: nothing was counted; `stale`: not within a year; `no-total`: a share of nothing;
 * `over-total`: more counted than there are; `partial`: too few parts have reported; `no-base`: no path to judge by;
 * `met-before`: it was reached once and is not any more; `overdue`: its day has passed; `at-base`: it was met when it was
 * set; `nothing-asked`: a target of zero.
 */
export type TargetReason =
  | 'no-figure'
  | 'stale'
  | 'no-total'
  | 'over-total'
  | 'partial'
  | 'no-base'
  | 'met-before'
  | 'overdue'
  | 'at-base'
  | 'nothing-asked';

/** Where somebody stands against a target on a day. */
export interface TargetStanding {
  readonly status: TargetStatus;
  readonly reasons: readonly TargetReason[];
  /** The figure that was judged: the latest one of the day or before. */
  readonly figure?: Figure;
  /** What it says: hundredths of one per cent, or a number. */
  readonly value?: number;
  /** Where the straight path from base to target is on the figure's day, in the same measure. */
  readonly expected?: number;
  /** How many more are needed, or how many too many there are where less is better; 0 once it is reached. */
  readonly missing?: number;
  /** Quarters that are left, begun ones included, and how many are needed in each. */
  readonly pace?: { readonly quarters: number; readonly perQuarter: number };
}

export interface PaceOptions {
  /** Least part of the expected reports for a judgement, in hundredths of one per cent. Default 8000. */
  enough?: number;
  /** Days after which a figure says nothing about today any more. Default 366. */
  freshFor?: number;
}

const dayMs = 86_400_000;
const dayOf = (date: string): number => Date.parse(date) / dayMs;

/** Quarters between two dates, a begun one counting whole; 0 where the second is not later. */
export function quartersBetween(from: string, to: string): number {
  if (to <= from) return 0;
  const [y1 = 0, m1 = 0, d1 = 0] = from.split('-').map(Number);
  const [y2 = 0, m2 = 0, d2 = 0] = to.split('-').map(Number);
  const months = (y2 - y1) * 12 + m2 - m1 + (d2 > d1 ? 1 : 0);
  return Math.max(1, Math.ceil(months / 3));
}

/**
 * Judges a target on a day by a straight path from its base: exact, with whole numbers only.
 * `figures`: what was counted, in any order; those after `on` are not looked at.
 */
export function standingOf(
  target: Target,
  figures: readonly Figure[],
  on: string,
  { enough = 8_000, freshFor = 366 }: PaceOptions = {},
): TargetStanding {
  const { kind, falling = false } = target;
  const known = figures.filter(({ asOf }) => asOf <= on).sort((a, b) => (a.asOf < b.asOf ? -1 : 1));
  const figure = known.at(-1);
  if (!figure) return { status: 'unknown', reasons: ['no-figure'] };
  const value = measured(kind, figure);
  if (!value) return { status: 'unknown', reasons: ['no-total'], figure };
  const bound: Fraction = { top: BigInt(target.value), bottom: 1n };
  const told = { figure, value: shownAs(value, falling) };

  const doubts: TargetReason[] = [];
  if (kind === 'share' && figure.count > figure.of!) doubts.push('over-total');
  const { coverage } = figure;
  if (coverage && coverage.reported * 10_000 < coverage.expected * enough) doubts.push('partial');
  if (dayOf(on) - dayOf(figure.asOf) > freshFor) doubts.push('stale');
  if (doubts.length > 0) return { status: 'unknown', reasons: doubts, ...told };

  const path = pathOf(target, figure.asOf);
  const expected = path && shownAs(path.at, falling);
  const reasons: TargetReason[] = [];
  if (path?.flat) reasons.push('at-base');
  if (target.value === 0 && !falling) reasons.push('nothing-asked');
  const shown = { ...told, ...(expected !== undefined && { expected }) };
  if (meets(value, bound, falling)) return { status: 'reached', reasons, ...shown, missing: 0 };

  const missing = missingOf(target, figure);
  const quarters = quartersBetween(figure.asOf, target.by);
  const more = {
    ...shown,
    missing,
    ...(quarters > 0 && { pace: { quarters, perQuarter: Math.ceil(missing / quarters) } }),
  };
  const before = known.slice(0, -1).some((one) => {
    const then = measured(kind, one);
    return then !== undefined && meets(then, bound, falling);
  });
  if (before) reasons.push('met-before');
  if (on > target.by || quarters === 0)
    return { status: 'behind', reasons: [...reasons, 'overdue'], ...more };
  if (!path) return { status: 'unknown', reasons: [...reasons, 'no-base'], ...more };
  return { status: meets(value, path.at, falling) ? 'on-track' : 'behind', reasons, ...more };
}

/**
 * The straight path's height on a day. `flat`: the base was as good as the target already, which is then to be kept, not
 * sunk down to. None without a base, or where the base's day is not before the target's.
 */
function pathOf(
  { kind, value, by, base, falling }: Target,
  day: string,
): { at: Fraction; flat: boolean } | undefined {
  const start = base && measured(kind, base);
  if (!base || !start || base.asOf >= by) return undefined;
  const bound: Fraction = { top: BigInt(value), bottom: 1n };
  if (meets(start, bound, falling)) return { at: bound, flat: true };
  const whole = BigInt(dayOf(by) - dayOf(base.asOf));
  const gone = BigInt(Math.min(Math.max(dayOf(day) - dayOf(base.asOf), 0), Number(whole)));
  // start + (value - start) * gone / whole
  return {
    at: {
      top: start.top * (whole - gone) + bound.top * start.bottom * gone,
      bottom: start.bottom * whole,
    },
    flat: false,
  };
}

/** Things that are missing, counted with the total as it is now. */
function missingOf({ kind, value, falling }: Target, { count, of }: Figure): number {
  const [top, bottom] = kind === 'share' ? [BigInt(value) * BigInt(of!), 10_000n] : [BigInt(value), 1n];
  return falling ? count - Number(top / bottom) : Number(ceilDivide(top, bottom)) - count;
}
