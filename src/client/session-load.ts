import type { Assessment } from '../domain/assessment.schema.js';
import type { CriteriaSet } from '../domain/criteria-set.schema.js';
import type { Subject } from '../domain/subject.schema.js';
import { isOpen } from '../domain/assessment-phase.js';
import { lazily } from './lazily.js';
import type { SessionContext } from './session-context.js';
import type { AssessmentView } from './view.types.js';

/** What the back end says about year and subject: something to show, to fill in or to register. */
export interface Found {
  view: Partial<AssessmentView> & Pick<AssessmentView, 'phase'>;
  /** The assessment, and its set, which is still on its way: what else it needs can be fetched meanwhile. */
  open?: { assessment: Assessment; set: Promise<CriteriaSet> };
}

/**
 * Asks the back end who is there and what he has for the year. `chosen`: a subject's id, null for a new subject,
 * undefined for the one that fits best. Errors: those of the queries.
 */
export async function findAssessment(
  context: SessionContext,
  cycle: string,
  chosen: string | null | undefined,
  signal: AbortSignal,
): Promise<Found> {
  const { client, options } = context;
  const { model } = options;
  const call = { signal };
  const given = options.subject;
  const [{ actor, tenant }, subjects, page] = await Promise.all([
    client.session(call),
    given === undefined
      ? client.queryAll('subjects.list', { model, mine: true }, call)
      : oneSubject(context, given, signal),
    given === undefined
      ? client.query('assessments.list', { model, cycle, mine: true }, call)
      : client.query('assessments.list', { subject: given, cycle }, call),
  ]);
  if (!actor)
    return {
      view: { phase: 'forbidden', problem: { code: 'unauthenticated', params: {}, retryable: false } },
    };
  context.actor = actor;
  context.tenant = tenant;

  const live = subjects.filter((subject) => !subject.closedAt || subject.id === given);
  let { items } = page;
  const subject = chosen === null ? undefined : pickSubject(live, items, cycle, chosen ?? given);
  // Whoever looks after a village has more than a page: what is of this subject may stand further on.
  if (subject && page.next)
    items = await client.queryAll('assessments.list', { subject: subject.id, cycle }, call);
  const view = {
    subjects: live,
    ...(subject && { subject }),
  };
  const assessment = pickAssessment(items.filter(({ subjectId }) => subjectId === subject?.id));
  if (assessment) {
    const set = client.query('criteria.get', assessment.criteria, call).then(({ items }) => items[0]!);
    return { view: { ...view, phase: 'editing', assessment }, open: { assessment, set } };
  }
  const [sets, { offer }] = await Promise.all([
    client.queryAll('criteria.list', { model, cycle }, call),
    offering(),
  ]);
  return { view: await offer(context, cycle, view, sets, signal) };
}

/** The register step is loaded where there is something to register. */
export const offering = lazily(() => import('./session-offer.js'));

/** A host may name a subject that is yet to be registered, or that cannot be read any more. */
async function oneSubject(context: SessionContext, id: string, signal: AbortSignal): Promise<Subject[]> {
  try {
    return (await context.client.query('subject.get', { id }, { signal })).items;
  } catch (error) {
    return (await offering()).unread(context, id, error);
  }
}

function pickSubject(
  subjects: readonly Subject[],
  assessments: readonly Assessment[],
  cycle: string,
  wanted: string | undefined,
): Subject | undefined {
  return (
    subjects.find(({ id }) => id === wanted) ??
    subjects.find(({ id }) => assessments.some(({ subjectId }) => subjectId === id)) ??
    subjects.find(({ registrations }) => registrations.some((each) => each.cycle === cycle)) ??
    subjects[0]
  );
}

/** The one that is going on, else the latest one. */
function pickAssessment(assessments: readonly Assessment[]): Assessment | undefined {
  const latest = [...assessments].sort((a, b) => b.createdAt.localeCompare(a.createdAt));
  return latest.find(({ state }) => isOpen(state)) ?? latest[0];
}
