import type { Figure } from './target.schema.js';

/** The figures of the parts as one, and what hinders it. */
export type SummedFigure =
  | { readonly ok: true; readonly figure: Figure; readonly missing: readonly string[] }
  /** `no-report`: nobody has counted; `mixed`: some tell a total and others none. */
  | { readonly ok: false; readonly code: 'no-report' | 'mixed'; readonly missing: readonly string[] };

/**
 * Adds the raw numbers of the parts, never their per cents. A part without a figure is missing and counts in the
 * coverage only; a part that is itself a sum brings its own coverage. `asOf` is the oldest day among them: the sum is
 * as old as its oldest part.
 */
export function sumFigures(
  parts: Iterable<readonly [place: string, figure: Figure | undefined]>,
): SummedFigure {
  const missing: string[] = [];
  const found: Figure[] = [];
  let [reported, expected] = [0, 0];
  for (const [place, figure] of parts) {
    reported += figure ? (figure.coverage?.reported ?? 1) : 0;
    expected += figure?.coverage?.expected ?? 1;
    if (figure) found.push(figure);
    else missing.push(place);
  }
  const [first] = found;
  if (!first) return { ok: false, code: 'no-report', missing };
  if (found.some(({ of }) => (of === undefined) !== (first.of === undefined)))
    return { ok: false, code: 'mixed', missing };
  const sum = (of: (figure: Figure) => number): number => found.reduce((total, one) => total + of(one), 0);
  const figure: Figure = {
    asOf: found.reduce((oldest, { asOf }) => (asOf < oldest ? asOf : oldest), first.asOf),
    count: sum(({ count }) => count),
    ...(first.of !== undefined && { of: sum(({ of }) => of!) }),
    coverage: { reported, expected },
  };
  return { ok: true, figure, missing };
}
