import { criteriaKey } from '../criteria-key.js';
import type { Command } from '../command.schema.js';
import { readCriteriaSet, type LintIssue } from '../lint.js';
import { localise as merge } from '../overlay.js';
import type { DecisionContext } from '../reader.types.js';
import type { StoredRecord } from '../receipt.schema.js';
import type { Decider, Deciders } from './decider.types.js';
import { expectNew, knownSet } from './guards.js';
import { refuse } from './refusal.js';

/** Names the first thing that is wrong; the editor's own lint shows them all. */
function refuseIssues(issues: readonly LintIssue[]): never {
  const errors = issues.filter((issue) => issue.severity === 'error');
  const [first] = errors;
  return refuse('criteria-invalid', first?.path, {
    ...(first && { issue: first.code }),
    count: errors.length,
  });
}

/** A version of a set is written once and never again, because finished assessments rest on it. */
async function publishOnce(
  input: unknown,
  command: Command,
  context: DecisionContext,
): Promise<StoredRecord[]> {
  const read = readCriteriaSet(input);
  if (!read.ok) return refuseIssues(read.issues);
  expectNew(command);
  if (command.record !== criteriaKey(read.set)) refuse('invalid', ['record']);
  if (await context.read('criteria', command.record)) refuse('already-exists');
  return [{ type: 'criteria', value: read.set }];
}

const publish: Decider<'criteria.publish'> = (command, context) =>
  publishOnce(command.payload.set, command, context);

const localise: Decider<'criteria.localise'> = async (command, context) => {
  const { overlay } = command.payload;
  const merged = merge(await knownSet(overlay.base, context), overlay);
  return merged.ok ? publishOnce(merged.set, command, context) : refuseIssues(merged.issues);
};

export const criteriaDeciders: Deciders<'criteria.publish' | 'criteria.localise'> = {
  'criteria.publish': publish,
  'criteria.localise': localise,
};
