import type { Command, CommandKind } from './command.schema.js';
import { assessmentDeciders } from './decide/assessment.js';
import type { Deciders } from './decide/decider.types.js';
import { Refusal } from './decide/refusal.js';
import { subjectDeciders } from './decide/subject.js';
import { mayUse } from './permissions.js';
import type { Decision, DecisionContext } from './reader.types.js';

const fundRules = async () => (await import('./fund/decide/deciders.js')).fundDeciders;

const areaRules = async () => (await import('./area/decide/deciders.js')).areaDeciders;

type Group = Partial<Deciders<CommandKind>>;

/** What an author needs is at hand; what a reviewer, a signer or an editor of criteria needs is loaded when he acts. */
const loaders: Record<string, (kind: CommandKind) => Group | Promise<Group>> = {
  subject: (kind) => (kind in subjectDeciders ? subjectDeciders : areaRules()),
  assessment: (kind) =>
    kind in assessmentDeciders
      ? assessmentDeciders
      : import('./decide/review.js').then(({ reviewDeciders }) => reviewDeciders),
  recognition: async () => (await import('./decide/recognition.js')).recognitionDeciders,
  criteria: async () => (await import('./decide/criteria.js')).criteriaDeciders,
  consent: async () => (await import('./decide/consent.js')).consentDeciders,
  fund: fundRules,
  round: fundRules,
  award: fundRules,
  locality: areaRules,
  target: areaRules,
  indicator: areaRules,
  activity: areaRules,
};

/**
 * What a command comes to, given who acts, when, and the current records. Every back end runs this very
 * function, so that no rule is written twice. Checks in this order: role, existence, reach, own assessment,
 * version, state, content. Rejects only where `context.read` does, or a part of the code cannot be loaded.
 */
export async function decide(command: Command, context: DecisionContext): Promise<Decision> {
  const { actor } = context;
  if (!actor || !mayUse(actor, command.kind)) return { status: 'rejected', rejection: { code: 'forbidden' } };
  const { kind } = command;
  const group = await loaders[kind.slice(0, kind.indexOf('.'))]?.(kind);
  // Bound to the kind, which no type tells.
  const decider = group?.[kind] as
    | ((...args: [Command, DecisionContext, typeof actor]) => ReturnType<Deciders<CommandKind>[CommandKind]>)
    | undefined;
  if (!decider) return { status: 'rejected', rejection: { code: 'invalid', path: ['kind'] } };
  try {
    return { status: 'applied', writes: await decider(command, context, actor) };
  } catch (error) {
    if (error instanceof Refusal) return error.decision;
    throw error;
  }
}
