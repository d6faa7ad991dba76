import type { CriteriaSetSummary } from '../domain/criteria-set.schema.js';
import { mayHaveLost } from './lost-signs.js';
import { offeredCycles } from './offered-cycles.js';
import type { SessionContext } from './session-context.js';
import type { Found } from './session-load.js';
import { setChoices } from './set-choices.js';
import type { AssessmentView } from './view.types.js';

export { unread } from './unread-subject.js';

/**
 * What the register step offers: years, sets, and a word about an assessment that is stored and cannot be read, whose
 * answers go into the next one. Errors: those of the queries.
 */
export async function offer(
  context: SessionContext,
  cycle: string,
  known: Pick<AssessmentView, 'subjects' | 'subject'>,
  sets: readonly CriteriaSetSummary[],
  signal: AbortSignal,
): Promise<Found['view']> {
  const { client, options } = context;
  const registrations = known.subject?.registrations ?? [];
  const registered = registrations.find((each) => each.cycle === cycle)?.criteria.id;
  const choices = setChoices(sets, options.model, cycle, registered ?? options.criteria);
  const cycles = offeredCycles(client.now(), cycle, ...registrations.map((each) => each.cycle));
  const phase = choices.length ? 'register' : 'empty';
  const signs = await mayHaveLost(context, signal);
  // Most people have lost nothing: what looks closer is fetched where there is something to look at.
  const found =
    signs &&
    (await (await import('./lost-work.js')).findLostWork(context, cycle, known.subject?.id, signs, signal));
  context.lost = undefined;
  if (!found) return { ...known, cycles, choices, phase };
  context.lost = found;
  const kind = found.subject ? 'subject' : 'assessment';
  const params = { ...found.subject, reason: 'damaged', kind, n: Object.keys(found.answers).length };
  return { ...known, cycles, choices, phase, problem: { code: 'invalid', params, retryable: false } };
}
