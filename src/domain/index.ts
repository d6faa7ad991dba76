/** The domain as a library: schemas with their types, and the pure functions over them. */
export * from './actor.schema.js';
export * from './answer.schema.js';
export * from './assessment.schema.js';
export * from './command.schema.js';
export * from './consent.schema.js';
export * from './criteria-set.schema.js';
export * from './query.schema.js';
export * from './receipt.schema.js';
export * from './subject.schema.js';
export * from './text.schema.js';

export type * from './lint.types.js';
export type * from './score.types.js';
export type { Decision as CommandDecision, DecisionContext, ReadRecord, Rejection } from './reader.types.js';

export { holds } from './condition.js';
export { CHILD_CONSENT_AGE, emptyChoices, hasConsent, isInForce, missingConsents } from './consent.js';
export type { ConsentQuestion } from './consent.js';
export { decide } from './decide.js';
export { lintCriteriaSet } from './lint.js';
export { mergeAnswers } from './merge-answers.js';
export type { MergedAnswers } from './merge-answers.js';
export { uuidv7 } from './new-id.js';
export { LARGEST_NUMBER, parseCount, parsePoints } from './number.js';
export type { NumberProblem, ReadNumber } from './number.js';
export { localise } from './overlay.js';
export type { Localised } from './overlay.js';
export { MOST_CRITERIA, MOST_TEXT, readCriteriaSet } from './read-criteria-set.js';
export type { ReadCriteriaSet } from './read-criteria-set.js';
export { snapshot } from './score-snapshot.js';
export { score } from './score.js';
export { isEditable } from './assessment-phase.js';
export { commandsFrom, nextState } from './workflow.js';
