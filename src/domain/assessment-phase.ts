import type { AssessmentState } from './assessment.schema.js';

// Two questions that a page asks before it needs the whole state machine; a test holds them to it.

/** The author can type in it. */
export const isEditable = (state: AssessmentState): boolean => state === 'draft' || state === 'returned';

const over: ReadonlySet<AssessmentState> = new Set(['not-recognised', 'expired', 'revoked']);

/** It holds the one place that a subject has in a cycle: no other assessment may be opened beside it. */
export function isOpen(state: AssessmentState): boolean {
  return !over.has(state);
}
