import type { Scoring } from './criteria-set.schema.js';

/**
 * `met`/`partial`/`unmet`: answered. `unanswered`, `invalid` (typed, does not parse or out of range): open.
 * `not-applicable`: declared so, with a reason. `excluded`: its condition does not hold for this subject.
 * `gap`: the official wording is not at hand, so nobody can answer it.
 */
export type CriterionStatus =
  | 'met'
  | 'partial'
  | 'unmet'
  | 'unanswered'
  | 'invalid'
  | 'not-applicable'
  | 'excluded'
  | 'gap';

/**
 * Explanation as key and values; the dictionary `reason.*` makes the sentence. Every code always carries the
 * values listed here, so that a sentence may name them. `field` is a field of `Answer`; `outcome` a class or level
 * id; `items` printed numbers of criteria ("1.2, 3.1"); `missing` in next-outcome counts points, in a checklist targets.
 *
 *   points-typed, points-option, points-yes {points, max} · points-no {max}
 *   points-band {percent, atLeast, points, max} · points-no-band {percent, max} · points-below-min {points, min}
 *   target-percent-met, target-percent-unmet {outcome, percent, atLeast, numerator, denominator}
 *   number-* {field}, number-over-max {field, max} · percent-over-100 {numerator, denominator}
 *   half-percent {field}: the one that is missing · denominator-zero, target-yes, target-no and the rest: none
 *   total-class {total, max, outcome, min} · total-no-class {total, max} · pass-mark-missed {total, passMark, missing}
 *   min-per-item-missed {n, items} · next-outcome {outcome, missing, items}; items is empty in points mode
 *   level-reached {outcome} · level-missed {outcome, n} · reweighted {earned, applicable, max, total} · gaps-open {n}
 */
export type ReasonCode =
  | 'points-typed'
  | 'points-option'
  | 'points-yes'
  | 'points-no'
  | 'points-band'
  | 'points-no-band'
  | 'points-below-min'
  | 'target-yes'
  | 'target-no'
  | 'target-percent-met'
  | 'target-percent-unmet'
  | 'unanswered'
  | 'not-applicable'
  | 'not-applicable-needs-reason'
  | 'not-applicable-not-allowed'
  | 'excluded'
  | 'gap'
  | 'number-unreadable'
  | 'number-negative'
  | 'number-not-whole'
  | 'number-too-precise'
  | 'number-over-max'
  | 'denominator-zero'
  | 'percent-over-100'
  | 'half-percent'
  | 'option-unknown'
  | 'evidence-missing'
  | 'total-class'
  | 'total-no-class'
  | 'pass-mark-missed'
  | 'min-per-item-missed'
  | 'level-reached'
  | 'level-missed'
  | 'next-outcome'
  | 'reweighted'
  | 'nothing-applicable'
  | 'gaps-open';

export interface Reason {
  code: ReasonCode;
  params: Record<string, string | number>;
}

export interface CriterionResult {
  id: string;
  section: string;
  status: CriterionStatus;
  /** Points mode: points given and the cap, both with at most two decimals. */
  points?: number;
  max?: number;
  /** Percent inputs: per cent with at most two decimals, rounded down so that 89,996 never reads as 90. */
  percent?: number;
  /** Checklist mode: per level id. `open` while unanswered or invalid. */
  levels?: Record<string, 'met' | 'unmet' | 'open'>;
  /** Evidence is asked for and none is attached. */
  evidenceMissing?: boolean;
  /** Why; the first one is the main reason. */
  reasons: Reason[];
}

export interface SectionResult {
  id: string;
  points: number;
  max: number;
  /** Criteria that ask for an answer, and how many of them have a valid one. */
  asked: number;
  answered: number;
  met: number;
}

/** The whole result, computed from nothing but set, facts and answers. */
export interface ScoreResult {
  mode: Scoring['mode'];
  /** Points mode: after re-weighting, two decimals, half up. Checklist mode: number of targets met. */
  total: number;
  max: number;
  /** Class or level id that is reached with what is answered so far. */
  outcome: string | null;
  /** The class or level brings the title. */
  passed: boolean;
  /** Best class or level still reachable if all open criteria were answered at their best. */
  reachable: string | null;
  /** Nothing is open: every asked criterion has a valid answer. */
  complete: boolean;
  /** False where targets are missing from the set, so that a level is only provisional. */
  conclusive: boolean;
  /** Ids in printed order. */
  order: string[];
  criteria: Record<string, CriterionResult>;
  sections: SectionResult[];
  /** Ids without a valid answer. */
  open: string[];
  /** Ids where required evidence is missing. */
  evidence: string[];
  /** Ids whose wording is not at hand. */
  gaps: string[];
  /** Why this outcome, and what is missing to the next one. */
  reasons: Reason[];
}
