import type { TargetView } from './target-view.types.js';

/** What a scale shows, as parts of a hundred of its length. */
export interface GaugeScale {
  readonly value: number | undefined;
  readonly target: number | undefined;
  /** The target after it. */
  readonly next: number | undefined;
  /** Where the way to the target is by now. */
  readonly path: number | undefined;
  /** Where 100 % is, of a scale of shares. */
  readonly whole: number | undefined;
  /** What its end stands for: hundredths of one per cent, or a number. */
  readonly max: number;
}

/**
 * Fits value and targets into one scale; a share above 100 % makes it longer instead of being cut off.
 *
 * @param value what is looked at: hundredths of one per cent, or a number; undefined where it cannot be told
 */
export function gaugeScale({ indicator, now, next }: TargetView, value: number | undefined): GaugeScale {
  const goal = now?.target.value;
  const later = next?.target.value;
  const path = now?.standing.status === 'reached' ? undefined : now?.standing.expected;
  const most = Math.max(value ?? 0, goal ?? 0, later ?? 0);
  const max = indicator.kind === 'share' ? Math.max(10_000, most) : Math.max(1, most * 1.1);
  const at = (one: number | undefined): number | undefined =>
    one === undefined ? undefined : Math.round((one / max) * 10_000) / 100;
  return {
    value: at(value),
    target: at(goal),
    next: at(later),
    path: at(path),
    whole: indicator.kind === 'share' ? at(10_000) : undefined,
    max,
  };
}
