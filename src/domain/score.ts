import type { Answers, Facts } from './answer.schema.js';
import type { CriteriaSet, Section } from './criteria-set.schema.js';
import { fromHundredths, toHundredths } from './hundredths.js';
import { scoreCriterion } from './score-criterion.js';
import { isApplicable, isOpen, type Scored } from './score-summary.js';
import type { CriterionResult, ScoreResult, SectionResult } from './score.types.js';
import { summariseChecklist } from './summarise-checklist.js';
import { summarisePoints } from './summarise-points.js';

/** A score and what it was made of. */
export interface Scoring {
  set: CriteriaSet;
  facts: Facts;
  answers: Answers;
  result: ScoreResult;
}

/**
 * Scores answers against a criteria set and explains the result. The same on a phone, in a tab and on a server: it
 * depends on its three arguments alone.
 *
 * Points are added as whole hundredths. Criteria whose condition does not hold leave the maximum; the total is scaled
 * back to the set's maximum only where `scoring.notApplicable` is `reweight`, as with criteria declared not applicable.
 * Evidence that is missing is reported and takes no points away.
 *
 * `before` is an earlier score and what it was made of: criteria whose answer is the very same object keep their result,
 * and sections of which all criteria do keep theirs, the same objects too. That makes a keystroke in a set of 500 cheap
 * and tells a page what to draw again. It never changes what comes out.
 *
 * The set must have passed the lint. Answers may hold anything, also for criteria that the set does not know:
 * it never throws on them.
 */
export function score(set: CriteriaSet, facts: Facts, answers: Answers, before?: Scoring): ScoreResult {
  const { scoring } = set;
  const known = before?.set === set && before.facts === facts ? before : undefined;
  const items: Scored[] = [];
  const criteria: Record<string, CriterionResult> = {};
  const sections = set.sections.map((section, index) => {
    let same = known?.result.sections[index];
    const results = section.criteria.map((criterion) => {
      const { id } = criterion;
      const kept = known?.answers[id] === answers[id] ? known?.result.criteria[id] : undefined;
      const result = kept ?? scoreCriterion(criterion, section.id, scoring, facts, answers);
      if (!kept) same = undefined;
      items.push({ criterion, result });
      criteria[id] = result;
      return result;
    });
    return same ?? sumSection(section, scoring.mode, results);
  });
  const idsWhere = (test: (result: CriterionResult) => boolean): string[] =>
    items.filter(({ result }) => test(result)).map(({ result }) => result.id);
  const open = idsWhere(isOpen);
  const gaps = idsWhere(({ status }) => status === 'gap');
  return {
    mode: scoring.mode,
    ...(scoring.mode === 'points' ? summarisePoints(scoring, items) : summariseChecklist(scoring, items)),
    complete: open.length === 0,
    conclusive: gaps.length === 0,
    order: items.map(({ result }) => result.id),
    criteria,
    sections,
    open,
    evidence: idsWhere(({ evidenceMissing }) => evidenceMissing === true),
    gaps,
  };
}

/** Sums of a section before re-weighting. In a checklist its points are the targets met, out of those that apply. */
function sumSection(
  { id }: Section,
  mode: ScoreResult['mode'],
  results: readonly CriterionResult[],
): SectionResult {
  const sum = { id, points: 0, max: 0, asked: 0, answered: 0, met: 0 };
  for (const result of results) {
    if (result.status === 'excluded') continue;
    sum.points += toHundredths(result.points);
    sum.max += toHundredths(result.max);
    if (result.status === 'gap') continue;
    sum.asked += 1;
    if (!isOpen(result)) sum.answered += 1;
    if (result.status === 'met') sum.met += 1;
  }
  if (mode === 'points') return { ...sum, points: fromHundredths(sum.points), max: fromHundredths(sum.max) };
  const applicable = results.filter((result) => isApplicable(result) && result.status !== 'gap').length;
  return { ...sum, points: sum.met, max: applicable };
}
