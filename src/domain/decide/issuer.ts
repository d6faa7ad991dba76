import { mayGrant } from '../competence.js';
import type { DecisionContext } from '../reader.types.js';
import type { DecisionFacts } from '../recognition.schema.js';
import type { Subject } from '../subject.schema.js';
import { refuse } from './refusal.js';

/**
 * Refuses what a body may not grant by the operator's registry: it is not in it, or not for that place, day or model.
 * A sample of a registry refuses nobody, because it was made up.
 */
export async function issuerMay(
  decision: Pick<DecisionFacts, 'issuer' | 'date'>,
  subject: Pick<Subject, 'place' | 'model'>,
  context: Pick<DecisionContext, 'registry'>,
): Promise<void> {
  const found = mayGrant(await context.registry?.(), decision, subject);
  if (found && !found.competent && !found.sample) refuse('not-competent', undefined, { why: found.why });
}
