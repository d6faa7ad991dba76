import type { Criterion, CriteriaSet } from './criteria-set.schema.js';
import { lintReach } from './lint-reach.js';
import type { Located, Report } from './lint.types.js';
import { bestPoints, minimumOf, type PointsRules } from './score-points.js';

/** Sums of products of such numbers stay exact integers. */
export const LARGEST_POINTS = 100_000;

/** Everything about numbers in a points set. */
export function lintPoints(
  set: CriteriaSet,
  scoring: PointsRules,
  located: readonly Located[],
  report: Report,
): void {
  const number = numberChecker(report);
  number(scoring.max, ['scoring', 'max']);
  number(scoring.minPerItem, ['scoring', 'minPerItem']);
  number(scoring.passMark, ['scoring', 'passMark']);
  set.sections.forEach((section, index) => number(section.max, ['sections', index, 'max']));
  for (const { criterion, path } of located) {
    const { id, max, levels, suggest } = criterion;
    for (const field of ['max', 'min', 'step'] as const) number(criterion[field], [...path, field]);
    // What is counted becomes a number that is typed.
    if (suggest && criterion.input !== 'points') report('mode-mismatch', [...path, 'suggest'], { id });
    number(suggest?.points, [...path, 'suggest', 'points']);
    if (levels) report('mode-mismatch', [...path, 'levels'], { id });
    if (max === undefined || max <= 0) {
      report('max-missing', [...path, 'max'], { id });
      continue;
    }
    if (criterion.provenance === 'missing') continue;
    lintScale(criterion, max, path, report);
    const min = minimumOf(criterion, scoring);
    const best = bestPoints(criterion);
    if (min > best) report('min-over-max', [...path, 'min'], { id, actual: min, max: best });
  }
  lintClasses(scoring, report);
  lintReach(set, scoring, located, report);
}

function lintScale(criterion: Criterion, max: number, path: Located['path'], report: Report): void {
  const { id, input, options = [], bands = [] } = criterion;
  const number = numberChecker(report);
  if ((input === 'options' && options.length === 0) || (input === 'percent' && bands.length === 0))
    report('scale-missing', [...path, input === 'options' ? 'options' : 'bands'], { id });
  const steps = { options, bands };
  for (const field of ['options', 'bands'] as const)
    steps[field].forEach(({ points }, index) => {
      const where = [...path, field, index, 'points'];
      if (points > max || points < 0) report('option-over-max', where, { id, actual: points, max });
      else number(points, where);
    });
  bands.forEach(({ atLeast }, index) => lintPercent(atLeast, [...path, 'bands', index, 'atLeast'], report));
  const rising = [...bands].sort((a, b) => a.atLeast - b.atLeast);
  rising.forEach((band, index) => {
    const lower = rising[index - 1];
    if (lower && (lower.atLeast === band.atLeast || lower.points > band.points))
      report('band-order', [...path, 'bands'], { id, actual: band.atLeast });
  });
}

/** A threshold in per cent: 0 to 100, at most two decimals. */
export function lintPercent(percent: number, path: Located['path'], report: Report): void {
  if (percent < 0 || percent > 100) report('percent-out-of-range', path, { actual: percent });
  else if (!isHundredths(percent)) report('number-too-precise', path, { actual: percent });
}

function lintClasses({ classes, max, passMark, minPerItem }: PointsRules, report: Report): void {
  const where = ['scoring', 'classes'];
  if (classes.length === 0) report('no-outcome', where);
  const seen = new Set<number>();
  const lowest = Math.min(...classes.filter(({ recognised }) => recognised !== false).map(({ min }) => min));
  classes.forEach(({ id, min, recognised }, index) => {
    const path = [...where, index, 'min'];
    // Above a title there must be titles only, or more points would take it away.
    if (recognised === false && min > lowest) report('class-order', path, { outcome: id, actual: min, max });
    if (seen.has(min) || min < 0 || min > max) report('class-order', path, { outcome: id, actual: min, max });
    else if (!isHundredths(min)) report('number-too-precise', path, { actual: min });
    seen.add(min);
  });
  if (passMark !== undefined && passMark > max)
    report('pass-mark-over-max', ['scoring', 'passMark'], { actual: passMark, max });
  // Reaching the mark alone would bring no title, which nobody who reads the mark would expect.
  if (passMark !== undefined && classes.length > 0 && lowest > passMark)
    report('pass-mark-without-class', ['scoring', 'passMark'], { actual: passMark }, 'warning');
  if (minPerItem !== undefined && minPerItem > max)
    report('min-over-max', ['scoring', 'minPerItem'], { actual: minPerItem, max });
}

function numberChecker(report: Report): (value: number | undefined, path: Located['path']) => void {
  return (value, path) => {
    if (value === undefined) return;
    if (value < 0 || value > LARGEST_POINTS)
      report('number-out-of-range', path, { actual: value, max: LARGEST_POINTS });
    else if (!isHundredths(value)) report('number-too-precise', path, { actual: value });
  };
}

function isHundredths(value: number): boolean {
  return Math.round(value * 100) / 100 === value;
}
