import type { Actor } from '../actor.schema.js';
import { addMonths, dateInVietnam, isRealDate } from '../civil-date.js';
import type { CommandOf } from '../command.schema.js';
import type { CriteriaSet } from '../criteria-set.schema.js';
import type { DecisionContext, Rejection } from '../reader.types.js';
import type { StoredRecord } from '../receipt.schema.js';
import type { DecisionRecord, Recognition, StatusEntry } from '../recognition.schema.js';
import { STATUS_COUNTER, takePlaces } from '../status-entry.js';
import type { Decider } from './decider.types.js';
import { assessmentToJudge, expectNew, knownSet } from './guards.js';
import { issuerMay } from './issuer.js';
import { membersAllow } from './members.js';
import { move } from './move.js';
import { conflict, refuse, Refusal } from './refusal.js';
import { grantable, labelOf } from '../titles.js';

/** Months that a title holds where the set says nothing: most models are assessed every year. */
const defaultMonths = 12;
/** Months that a decision may be dated ahead: it is prepared, and printed, before the day on which it is signed. */
const monthsAhead = 6;

type Grant = CommandOf<'recognition.grant'>['payload']['grants'][number];
type Prepared = (place: StatusEntry) => StoredRecord[];

/**
 * One decision, one act: every title is granted, or none and nothing is written. The refusal names the first reason and
 * every assessment that fails for it: `path` is `grants` and their ids, `params.count` how many fail for any reason.
 */
export const grant: Decider<'recognition.grant'> = async (command, context, actor) => {
  expectNew(command);
  const { decision, grants } = command.payload;
  if (!isRealDate(decision.date)) refuse('invalid', ['decision', 'date']);
  // A year that is mistyped, or of a wrong clock, would stand on every title of the decision for good.
  if (decision.date > addMonths(dateInVietnam(context.now), monthsAhead)) refuseFar();
  if (await context.read('decision', command.record)) refuse('already-exists', ['decision']);
  refuseTwice(grants);

  const record: DecisionRecord = {
    ...decision,
    id: command.record,
    version: 1,
    recognitions: grants.map(({ assessment }) => assessment),
    owner: actor.id,
    createdAt: context.now,
    updatedAt: context.now,
  };
  const one = preparing(command, record, context, actor);
  const prepared = await allOrNone(grants, one);
  const { counter, places } = takePlaces(await context.read('counter', STATUS_COUNTER), grants.length);
  return [
    { type: 'decision', value: record },
    { type: 'counter', value: counter },
    ...prepared.flatMap((make, index) => {
      const place = places[index];
      return place ? make(place) : [];
    }),
  ];
};

/** The date of the decision lies where it cannot have been signed. */
const refuseFar = (): never => refuse('invalid', ['decision', 'date', 'far']);

function refuseTwice(grants: readonly Grant[]): void {
  const seen = new Set<string>();
  const twice = grants.flatMap(({ assessment }) => {
    const again = seen.has(assessment);
    seen.add(assessment);
    return again ? [assessment] : [];
  });
  if (twice.length > 0) refuse('invalid', ['grants', ...new Set(twice)], { count: twice.length });
}

/** Prepares every grant, so that the signer hears of everything that is wrong with his list and not of one at a time. */
async function allOrNone(
  grants: readonly Grant[],
  prepare: (grant: Grant) => Promise<Prepared>,
): Promise<Prepared[]> {
  const prepared: Prepared[] = [];
  const rejections: { id: string; rejection: Rejection }[] = [];
  let changed: StoredRecord | undefined;
  for (const one of grants) {
    try {
      prepared.push(await prepare(one));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const { decision } = error;
      // What is wrong with the decision itself is no fault of one of its titles.
      if (decision.status === 'rejected' && decision.rejection.path?.[0] === 'decision') throw error;
      if (decision.status === 'rejected')
        rejections.push({ id: one.assessment, rejection: decision.rejection });
      if (decision.status === 'conflict') changed ??= decision.current;
    }
  }
  const [first] = rejections;
  if (first) {
    const { code, params } = first.rejection;
    const alike = rejections.filter(({ rejection }) => rejection.code === code).map(({ id }) => id);
    refuse(code, ['grants', ...alike], { ...params, count: rejections.length });
  }
  if (changed) conflict(changed);
  return prepared;
}

/** Checks one grant as it stands, and answers how to write it once its place in the status list is known. */
function preparing(
  command: CommandOf<'recognition.grant'>,
  decision: DecisionRecord,
  context: DecisionContext,
  actor: Actor,
): (grant: Grant) => Promise<Prepared> {
  const sets = new Map<string, Promise<CriteriaSet>>();
  return async ({ assessment: id, expected, outcome }) => {
    const { assessment, subject } = await assessmentToJudge(id, expected, command.kind, context, actor);
    const step = { kind: command.kind, at: context.now, actor };
    if (assessment.state !== 'verified') refuse('wrong-state', undefined, { state: assessment.state });
    const key = `${assessment.criteria.id}@${assessment.criteria.version}`;
    const known = sets.get(key) ?? knownSet(assessment.criteria, context);
    sets.set(key, known);
    const set = await known;
    const { score } = assessment.review ?? {};
    if (!grantable(set, score).includes(outcome)) refuse('invalid', ['outcome'], { outcome });
    if (await context.read('recognition', id)) refuse('already-exists');
    if (decision.date < assessment.cycle) refuseFar();
    await issuerMay(decision, subject, context);
    await membersAllow(set, subject, assessment.cycle, decision.date, context);

    const { number, date, signer } = decision;
    const validUntil = addMonths(date, set.recognition?.months ?? defaultMonths);
    const short = { id: decision.id, number, date, signer, outcome, validUntil };
    const { legalBases: _bases, recognitions: _list, ...facts } = decision;
    const recognition: Omit<Recognition, 'status'> = {
      id,
      version: 1,
      assessmentId: id,
      subjectId: subject.id,
      subjectName: subject.name,
      model: assessment.model,
      cycle: assessment.cycle,
      criteria: assessment.criteria,
      criteriaStatus: set.status,
      criteriaTitle: set.title,
      outcome,
      outcomeLabel: labelOf(set, outcome),
      ...(score?.total !== undefined &&
        score.max !== undefined && { score: { total: score.total, max: score.max } }),
      place: subject.place,
      decision: named(facts),
      validFrom: date,
      validUntil,
      state: 'granted',
      owner: assessment.owner,
      createdAt: context.now,
      updatedAt: context.now,
    };
    return (status) => [
      move(assessment, step, { decision: short }),
      { type: 'recognition', value: { ...recognition, status } },
    ];
  };
}

/** The decision as a recognition names it. */
function named({
  id,
  number,
  date,
  signer,
  signerTitle,
  issuer,
}: Omit<DecisionRecord, 'legalBases' | 'recognitions'>): Recognition['decision'] {
  return { id, number, date, signer, ...(signerTitle !== undefined && { signerTitle }), issuer };
}
