import { holds } from './condition.js';
import type { CriteriaSet } from './criteria-set.schema.js';
import { factCombinations } from './fact-combinations.js';
import { fromHundredths, rescale, toHundredths } from './hundredths.js';
import type { Located, Report } from './lint.types.js';
import { bestPoints, type PointsRules } from './score-points.js';

/** What the criteria that apply under one combination of facts come to, in hundredths. */
interface Sums {
  max: number;
  /** Most points anybody can get, with gaps at their cap; and without them. */
  best: number;
  bestNow: number;
  sections: number[];
}

/**
 * Points must add up, and every class must be within reach, whatever the facts are. Alternatives ("for schools" /
 * "for offices") are therefore summed per combination of facts, and the largest sum must be the printed one.
 */
export function lintReach(
  set: CriteriaSet,
  scoring: PointsRules,
  located: readonly Located[],
  report: Report,
): void {
  const combinations = factCombinations(set);
  if (!combinations) return report('conditions-unchecked', ['sections'], {}, 'warning');
  const used = new Set<Located>();
  const all = combinations.map((facts): Sums => {
    const sums: Sums = { max: 0, best: 0, bestNow: 0, sections: set.sections.map(() => 0) };
    for (const one of located) {
      const { criterion, section } = one;
      if (!holds(criterion.appliesIf, facts)) continue;
      used.add(one);
      const max = toHundredths(criterion.max);
      const gap = criterion.provenance === 'missing';
      const best = toHundredths(bestPoints(criterion));
      sums.max += max;
      sums.best += gap ? max : best;
      sums.bestNow += gap ? 0 : best;
      sums.sections[section] = (sums.sections[section] ?? 0) + max;
    }
    return sums;
  });
  for (const one of located)
    if (!used.has(one))
      report('never-applies', [...one.path, 'appliesIf'], { id: one.criterion.id }, 'warning');

  const differs = (path: (string | number)[], expected: number | undefined, sums: number[]): void => {
    const actual = sums.reduce((most, sum) => Math.max(most, sum), 0);
    if (expected !== undefined && actual !== toHundredths(expected))
      report('points-do-not-add-up', path, { expected, actual: fromHundredths(actual) });
  };
  set.sections.forEach(({ max }, index) =>
    differs(
      ['sections', index, 'max'],
      max,
      all.map(({ sections }) => sections[index] ?? 0),
    ),
  );
  differs(
    ['scoring', 'max'],
    scoring.max,
    all.map(({ max }) => max),
  );

  const printed = toHundredths(scoring.max);
  const attainable = (points: number, max: number): number => {
    // Where nothing applies there is no score, so that not even a class from 0 points is within reach.
    if (max === 0) return -1;
    return scoring.notApplicable === 'reweight' ? rescale(points, printed, max) : points;
  };
  const best = all.reduce((least, sums) => Math.min(least, attainable(sums.best, sums.max)), printed);
  const bestNow = all.reduce((least, sums) => Math.min(least, attainable(sums.bestNow, sums.max)), printed);
  scoring.classes.forEach(({ id, min }, index) => {
    // Over the printed maximum is another mistake and reported as such.
    if (min > scoring.max || toHundredths(min) <= bestNow) return;
    const beyond = toHundredths(min) > best;
    report(
      'unreachable-class',
      ['scoring', 'classes', index, 'min'],
      { outcome: id, expected: min, actual: Math.max(0, fromHundredths(beyond ? best : bestNow)) },
      // Only gaps stand in the way: an overlay that fills them brings it within reach.
      beyond ? 'error' : 'warning',
    );
  });
}
