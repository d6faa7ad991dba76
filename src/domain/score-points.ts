import type { Answer } from './answer.schema.js';
import type { Criterion, Scoring } from './criteria-set.schema.js';
import { toHundredths } from './hundredths.js';
import { parsePoints } from './number.js';
import { percentOf, reaches, readShare } from './score-percent.js';
import type { CriterionResult, Reason } from './score.types.js';

export type PointsRules = Extract<Scoring, { mode: 'points' }>;
export type Judgement = Omit<CriterionResult, 'id' | 'section'>;

/** What an answer is worth in points mode. A yes earns the cap, a no nothing; a share earns its band. */
export function judgePoints(criterion: Criterion, scoring: PointsRules, answer: Answer): Judgement {
  const max = criterion.max ?? 0;
  const read = readPoints(criterion, max, answer);
  if (read.points === undefined) {
    const status = read.reason.code === 'unanswered' ? 'unanswered' : 'invalid';
    return { status, points: 0, max, reasons: [read.reason] };
  }
  const { points, percent } = read;
  const status = points >= max ? 'met' : points > 0 ? 'partial' : 'unmet';
  const reasons = [read.reason];
  const min = minimumOf(criterion, scoring);
  if (points < min) reasons.push({ code: 'points-below-min', params: { points, min } });
  return { status, points, max, ...(percent !== undefined && { percent }), reasons };
}

/** Points that the criterion must reach for passing: its own minimum, else that of the set, else none. */
export function minimumOf(criterion: Criterion, scoring: PointsRules): number {
  return criterion.min ?? scoring.minPerItem ?? 0;
}

/** The most points that any answer can bring. */
export function bestPoints(criterion: Criterion): number {
  const max = criterion.max ?? 0;
  if (criterion.input !== 'options' && criterion.input !== 'percent') return max;
  const steps = (criterion.input === 'options' ? criterion.options : criterion.bands) ?? [];
  return Math.min(
    max,
    steps.reduce((best, step) => Math.max(best, step.points), 0),
  );
}

interface Read {
  reason: Reason;
  points?: number;
  percent?: number;
}

function readPoints(criterion: Criterion, max: number, answer: Answer): Read {
  switch (criterion.input) {
    case 'points': {
      const number = parsePoints(answer.points);
      const { step = 0.01 } = criterion;
      if (number.ok ? number.value > max : number.code === 'number-over-max')
        return { reason: { code: 'number-over-max', params: { field: 'points', max } } };
      // All of an item's points can always be given, whatever its step.
      if (number.ok && (number.value === max || !(toHundredths(number.value) % toHundredths(step))))
        return {
          points: number.value,
          reason: { code: 'points-typed', params: { points: number.value, max } },
        };
      const code = number.ok ? 'number-too-precise' : number.code;
      if (code === 'unanswered') return { reason: { code, params: {} } };
      const params = { field: 'points', ...(code === 'number-too-precise' && { step }) };
      return { reason: { code, params } };
    }
    case 'options': {
      if (answer.option === undefined || answer.option === '')
        return { reason: { code: 'unanswered', params: {} } };
      const option = criterion.options?.find((candidate) => candidate.id === answer.option);
      if (!option) return { reason: { code: 'option-unknown', params: {} } };
      const points = Math.min(max, option.points);
      return { points, reason: { code: 'points-option', params: { points, max } } };
    }
    case 'yesno':
      if (answer.yes === true)
        return { points: max, reason: { code: 'points-yes', params: { points: max, max } } };
      if (answer.yes === false) return { points: 0, reason: { code: 'points-no', params: { max } } };
      return { reason: { code: 'unanswered', params: {} } };
    case 'percent': {
      const share = readShare(answer);
      if ('code' in share) return { reason: share };
      const percent = percentOf(share);
      let best: { atLeast: number; points: number } | undefined;
      for (const band of criterion.bands ?? [])
        if (reaches(share, band.atLeast) && (!best || band.atLeast > best.atLeast)) best = band;
      if (!best) return { points: 0, percent, reason: { code: 'points-no-band', params: { percent, max } } };
      const points = Math.min(max, best.points);
      return {
        points,
        percent,
        reason: { code: 'points-band', params: { percent, atLeast: best.atLeast, points, max } },
      };
    }
  }
}
