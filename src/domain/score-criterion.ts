import type { Answer, Answers, Facts } from './answer.schema.js';
import { holds } from './condition.js';
import type { Criterion, Scoring } from './criteria-set.schema.js';
import { judgePoints } from './score-points.js';
import { judgeTargets } from './score-checklist.js';
import type { CriterionResult, CriterionStatus, ReasonCode } from './score.types.js';

const nothing: Answer = {};

/** One criterion's result: first whether it asks for an answer at all, then what the answer is worth. */
export function scoreCriterion(
  criterion: Criterion,
  section: string,
  scoring: Scoring,
  facts: Facts,
  answers: Answers,
): CriterionResult {
  const settled = (status: CriterionStatus, code: ReasonCode): CriterionResult => ({
    id: criterion.id,
    section,
    status,
    reasons: [{ code, params: {} }],
  });
  if (!holds(criterion.appliesIf, facts)) return settled('excluded', 'excluded');
  const cap = scoring.mode === 'points' ? { points: 0, max: criterion.max ?? 0 } : {};
  if (criterion.provenance === 'missing') return { ...settled('gap', 'gap'), ...cap };

  const answer = answerTo(criterion.id, answers);
  let result: CriterionResult;
  if (answer.notApplicable === true) {
    const allowed = criterion.notApplicable === true && scoring.notApplicable !== undefined;
    if (allowed && !isBlank(answer.reason)) return settled('not-applicable', 'not-applicable');
    result = {
      ...settled('invalid', allowed ? 'not-applicable-needs-reason' : 'not-applicable-not-allowed'),
      ...cap,
      ...(scoring.mode === 'checklist' && { levels: judgeTargets(criterion, scoring, nothing).levels }),
    };
  } else {
    const judgement =
      scoring.mode === 'points'
        ? judgePoints(criterion, scoring, answer)
        : judgeTargets(criterion, scoring, answer);
    result = { id: criterion.id, section, ...judgement };
  }
  if (lacksEvidence(criterion, result.status, answer)) {
    result.evidenceMissing = true;
    result.reasons.push({ code: 'evidence-missing', params: {} });
  }
  return result;
}

/** Whatever lies under the id, as an answer: stored data may be damaged, and "constructor" finds a function. */
function answerTo(id: string, answers: Answers): Answer {
  const answer: unknown = answers[id];
  return typeof answer === 'object' && answer !== null ? answer : nothing;
}

function isBlank(text: unknown): boolean {
  return typeof text !== 'string' || text.trim() === '';
}

function lacksEvidence(criterion: Criterion, status: CriterionStatus, answer: Answer): boolean {
  const required = criterion.evidence?.required;
  if (!required || (required === 'when-met' && status !== 'met' && status !== 'partial')) return false;
  return !Array.isArray(answer.evidence) || answer.evidence.length === 0;
}
