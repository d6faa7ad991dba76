import type { Answers, Facts } from '../domain/answer.schema.js';
import type { Assessment } from '../domain/assessment.schema.js';
import { mergeAnswers } from '../domain/merge-answers.js';
import { sameJson } from './same-json.js';
import { share } from './share-answers.js';
import type { AnswerPayload, Work } from './work.js';

/** The back end has taken the payload: it is the new base, whatever was typed meanwhile. */
export function confirmed(work: Work, payload: AnswerPayload, version: number): Work {
  const base = { ...work.base };
  for (const [id, answer] of Object.entries(payload.answers)) {
    if (answer === null) delete base[id];
    else base[id] = answer;
  }
  return { ...work, base, baseFacts: { ...work.baseFacts, ...payload.facts }, baseVersion: version };
}

/** Takes in what the back end has now. What both sides changed differently becomes a conflict and stays as typed here. */
export function rebase(work: Work, theirs: Assessment): Work {
  const merged = merge(work, work.base, theirs.answers, theirs.facts);
  return { ...merged, base: theirs.answers, baseFacts: theirs.facts, baseVersion: theirs.version };
}

/** Takes in what another tab had typed since `before`; the back end knows neither. */
export function merge(work: Work, before: Answers, theirs: Answers, theirFacts: Facts): Work {
  const { answers, conflicts: ids } = mergeAnswers(before, work.answers, theirs);
  const fresh = ids.map((id) => ({
    criterion: id,
    mine: answers[id],
    theirs: theirs[id],
    before: before[id],
  }));
  const old = work.conflicts.filter(
    ({ criterion, theirs: other }) => !ids.includes(criterion) && !sameJson(answers[criterion], other),
  );
  const mine = Object.entries(work.facts).filter(([id, value]) => work.baseFacts[id] !== value);
  return {
    ...work,
    answers: share(work.answers, answers),
    facts: { ...work.facts, ...theirFacts, ...Object.fromEntries(mine) },
    conflicts: fresh.length || old.length < work.conflicts.length ? [...old, ...fresh] : work.conflicts,
  };
}
