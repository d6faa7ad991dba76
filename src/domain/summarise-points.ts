import type { Criterion, ScoreClass } from './criteria-set.schema.js';
import { fromHundredths, rescale, toHundredths } from './hundredths.js';
import { bestPoints, minimumOf, type PointsRules } from './score-points.js';
import { isApplicable, isOpen, printedNumbers, type Scored, type Summary } from './score-summary.js';
import type { Reason } from './score.types.js';

/**
 * Total, class and pass of a points set. Open criteria and gaps count 0 for now. Where the set says `reweight`, what is
 * left (after excluded and not applicable criteria) is scaled to the set's maximum; otherwise the maximum shrinks.
 */
export function summarisePoints(scoring: PointsRules, items: readonly Scored[]): Summary {
  let earned = 0;
  let best = 0;
  let applicable = 0;
  let gaps = 0;
  let minimumLost = false;
  const short: Criterion[] = [];
  for (const { criterion, result } of items) {
    if (!isApplicable(result)) continue;
    const points = toHundredths(result.points);
    const bestHere = isOpen(result) ? toHundredths(bestPoints(criterion)) : points;
    applicable += toHundredths(result.max);
    earned += points;
    best += bestHere;
    // Nobody can answer a gap, so its minimum is held against nobody; `conclusive` says that it is missing.
    if (result.status === 'gap') gaps += 1;
    else {
      const min = toHundredths(minimumOf(criterion, scoring));
      if (points < min) short.push(criterion);
      if (bestHere < min) minimumLost = true;
    }
  }
  const printedMax = toHundredths(scoring.max);
  const reweighted = scoring.notApplicable === 'reweight' && applicable > 0 && applicable !== printedMax;
  const scale = (points: number) => (reweighted ? rescale(points, printedMax, applicable) : points);
  const max = scoring.notApplicable === 'reweight' ? printedMax : applicable;
  const total = scale(earned);
  const reached = applicable > 0 ? classFor(scoring, total, short.length === 0) : undefined;
  const reachable = applicable > 0 ? classFor(scoring, scale(best), !minimumLost) : undefined;

  const reasons: Reason[] =
    applicable === 0
      ? [{ code: 'nothing-applicable', params: {} }]
      : explain(scoring, total, max, reached, short);
  if (reweighted)
    reasons.push({
      code: 'reweighted',
      params: {
        earned: fromHundredths(earned),
        applicable: fromHundredths(applicable),
        max: scoring.max,
        total: fromHundredths(total),
      },
    });
  if (gaps > 0) reasons.push({ code: 'gaps-open', params: { n: gaps } });
  return {
    total: fromHundredths(total),
    max: fromHundredths(max),
    outcome: reached?.id ?? null,
    passed: reached !== undefined && isTitle(reached),
    reachable: reachable?.id ?? null,
    reasons,
  };
}

const isTitle = (candidate: ScoreClass): boolean => candidate.recognised !== false;

/** The total that a class really takes: a title also needs the pass mark. */
function threshold(scoring: PointsRules, candidate: ScoreClass): number {
  return toHundredths(isTitle(candidate) ? Math.max(candidate.min, scoring.passMark ?? 0) : candidate.min);
}

function classFor(scoring: PointsRules, total: number, minimumsHold: boolean): ScoreClass | undefined {
  let found: ScoreClass | undefined;
  for (const candidate of scoring.classes) {
    if (total < threshold(scoring, candidate) || (isTitle(candidate) && !minimumsHold)) continue;
    if (!found || candidate.min > found.min) found = candidate;
  }
  return found;
}

function explain(
  scoring: PointsRules,
  total: number,
  max: number,
  reached: ScoreClass | undefined,
  short: readonly Criterion[],
): Reason[] {
  const figures = { total: fromHundredths(total), max: fromHundredths(max) };
  const reasons: Reason[] = [
    reached
      ? { code: 'total-class', params: { ...figures, outcome: reached.id, min: reached.min } }
      : { code: 'total-no-class', params: figures },
  ];
  const { passMark } = scoring;
  if (passMark !== undefined && total < toHundredths(passMark)) {
    const missing = fromHundredths(toHundredths(passMark) - total);
    reasons.push({ code: 'pass-mark-missed', params: { total: figures.total, passMark, missing } });
  }
  if (short.length > 0)
    reasons.push({ code: 'min-per-item-missed', params: { n: short.length, items: printedNumbers(short) } });
  let next: ScoreClass | undefined;
  for (const candidate of scoring.classes)
    if (threshold(scoring, candidate) > total && (!next || candidate.min < next.min)) next = candidate;
  if (next) {
    const missing = fromHundredths(threshold(scoring, next) - total);
    reasons.push({ code: 'next-outcome', params: { outcome: next.id, missing, items: '' } });
  }
  return reasons;
}
