import type { TargetView } from './target-view.types.js';

/** A part of a place beside the others: how far it is from its target; below zero is short of it. */
export interface PartView {
  readonly view: TargetView;
  readonly distance?: number;
}

/**
 * How far a place is from its target: in hundredths of a percentage point, or for a number in hundredths of one per cent of
 * it. Nothing where value or target are not known.
 */
export function distanceOf({ now }: TargetView): number | undefined {
  const { target, standing } = now ?? {};
  if (!target || standing?.value === undefined) return undefined;
  const gap = (standing.value - target.value) * (target.falling ? -1 : 1);
  return target.kind === 'share' ? gap : Math.round((gap * 10_000) / Math.max(1, target.value));
}

/** The farthest from its target first, at the end those of which that cannot be said, in the order in which they came. */
export function ranked(views: readonly TargetView[]): PartView[] {
  const parts = views.map((view): PartView => {
    const distance = distanceOf(view);
    return { view, ...(distance !== undefined && { distance }) };
  });
  const rank = ({ distance = Number.MAX_SAFE_INTEGER }: PartView): number => distance;
  return parts.sort((a, b) => rank(a) - rank(b));
}
