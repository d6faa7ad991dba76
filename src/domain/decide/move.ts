import type { Actor } from '../actor.schema.js';
import type { Assessment } from '../assessment.schema.js';
import type { StoredRecord } from '../receipt.schema.js';
import { nextState, type AssessmentCommandKind } from '../workflow.js';
import { refuse } from './refusal.js';

/** Refuses where the state machine does not allow the command in the assessment's state. */
export function inState(assessment: Assessment, kind: AssessmentCommandKind): void {
  if (nextState(kind, assessment.state) === undefined)
    refuse('wrong-state', undefined, { state: assessment.state });
}

/** The assessment after a command: one version on, in its new state, with the step in its history. */
export function move(
  assessment: Assessment,
  step: { kind: AssessmentCommandKind; at: string; actor: Actor; reason?: string | undefined },
  changes: Partial<Assessment> = {},
): StoredRecord {
  const { kind, at, actor, reason } = step;
  const to = nextState(kind, assessment.state);
  if (!to) return refuse('wrong-state', undefined, { state: assessment.state });
  const value: Assessment = {
    ...assessment,
    ...changes,
    version: assessment.version + 1,
    state: to,
    updatedAt: at,
    history: [
      ...assessment.history,
      {
        at,
        by: actor.id,
        byName: actor.name,
        kind,
        from: assessment.state,
        to,
        ...(reason !== undefined && { reason }),
      },
    ],
  };
  return { type: 'assessment', value };
}
