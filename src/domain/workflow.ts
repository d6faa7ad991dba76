import type { AssessmentState } from './assessment.schema.js';
import type { CommandKind } from './command.schema.js';

export interface Transition {
  /** States in which the command is allowed; `null`: the assessment does not exist yet. */
  from: readonly (AssessmentState | null)[];
  /** State afterwards; `same` leaves it as it is. */
  to: AssessmentState | 'same';
}

/** The commands that lead an assessment on; the badge of a recognition concerns the assessment no more. */
export type AssessmentCommandKind = Exclude<
  Extract<CommandKind, `assessment.${string}` | `recognition.${string}`>,
  'recognition.attach'
>;

/** The whole state machine of an assessment. Everything that is not listed here is refused. */
export const transitions: Readonly<Record<AssessmentCommandKind, Transition>> = {
  'assessment.open': { from: [null], to: 'draft' },
  'assessment.answer': { from: ['draft', 'returned'], to: 'same' },
  'assessment.submit': { from: ['draft', 'returned'], to: 'submitted' },
  // Only until a reviewer has taken it up.
  'assessment.withdraw': { from: ['submitted'], to: 'draft' },
  'assessment.review': { from: ['submitted'], to: 'in-review' },
  'assessment.mark': { from: ['in-review'], to: 'same' },
  'assessment.return': { from: ['in-review'], to: 'returned' },
  'assessment.verify': { from: ['in-review'], to: 'verified' },
  'recognition.grant': { from: ['verified'], to: 'recognised' },
  'recognition.refuse': { from: ['verified'], to: 'not-recognised' },
  'recognition.expire': { from: ['recognised'], to: 'expired' },
  'recognition.revoke': { from: ['recognised'], to: 'revoked' },
};

/** The state that a command leads to, or undefined where it is not allowed from here. */
export function nextState(
  kind: AssessmentCommandKind,
  from: AssessmentState | null,
): AssessmentState | undefined {
  const { from: allowed, to } = transitions[kind];
  if (!allowed.includes(from)) return undefined;
  return to === 'same' ? (from ?? undefined) : to;
}

/** What can be done from a state, apart from who may do it. */
export function commandsFrom(state: AssessmentState | null): AssessmentCommandKind[] {
  return (Object.keys(transitions) as AssessmentCommandKind[]).filter(
    (kind) => nextState(kind, state) !== undefined,
  );
}
