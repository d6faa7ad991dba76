import { criteriaKey } from '../criteria-key.js';
import type { Command } from '../command.schema.js';
import type { CriteriaSet } from '../criteria-set.schema.js';
import { readCriteriaSet } from '../lint.js';
import { localise as merge } from '../overlay.js';
import type { DecisionContext } from '../reader.types.js';
import type { StoredRecord } from '../receipt.schema.js';
import type { Decider, Deciders } from './decider.types.js';
import { expectNew, knownSet } from './guards.js';
import { refuse } from './refusal.js';

/** A version of a set is written once and never again, because finished assessments rest on it. */
async function publishOnce(set: CriteriaSet, command: Command, context: DecisionContext): Promise<StoredRecord[]> {
  expectNew(command);
  if (command.record !== criteriaKey(set)) refuse('invalid', ['record']);
  if (await context.read('criteria', criteriaKey(set))) refuse('already-exists');
  return [{ type: 'criteria', value: set }];
}

const publish: Decider<'criteria.publish'> = async (command, context) => {
  const read = readCriteriaSet(command.payload.set);
  if (!read.set) return refuse('criteria-invalid');
  return publishOnce(read.set, command, context);
};

const localise: Decider<'criteria.localise'> = async (command, context) => {
  const { overlay } = command.payload;
  const merged = merge(await knownSet(overlay.base, context), overlay);
  const read = readCriteriaSet(merged.set);
  if (!read.set) return refuse('criteria-invalid');
  return publishOnce(read.set, command, context);
};

export const criteriaDeciders: Deciders<'criteria.publish' | 'criteria.localise'> = {
  'criteria.publish': publish,
  'criteria.localise': localise,
};
