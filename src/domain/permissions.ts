import type { Actor, Role } from './actor.schema.js';
import type { Assessment } from './assessment.schema.js';
import type { CommandKind } from './command.schema.js';
import { inScope, type Belonging } from './reach.js';

/**
 * How far a role's right to a command reaches. `own`: records that the actor owns. `scope`: these and those in
 * his scope. `others`: those in his scope that he had no hand in. `tenant`: needs no subject.
 */
export type Reach = 'own' | 'scope' | 'others' | 'tenant';

type Rights = Readonly<Partial<Record<Role, Reach>>>;

const author: Rights = { member: 'own', officer: 'scope', admin: 'scope' };
const reviewer: Rights = { reviewer: 'others' };
const signer: Rights = { signer: 'others' };

const treasurer: Rights = { treasurer: 'scope' };
const inCharge: Rights = { treasurer: 'scope', admin: 'scope' };

/** Role × command. What is not listed is forbidden. */
export const rights: Readonly<Record<CommandKind, Rights>> = {
  'subject.register': author,
  'subject.update': author,
  'subject.close': author,
  'assessment.open': author,
  'assessment.answer': author,
  'assessment.submit': author,
  'assessment.withdraw': author,
  'assessment.review': reviewer,
  'assessment.mark': reviewer,
  'assessment.return': reviewer,
  'assessment.verify': reviewer,
  'recognition.grant': signer,
  'recognition.refuse': signer,
  'recognition.revoke': signer,
  'recognition.attach': signer,
  'recognition.expire': { signer: 'others', admin: 'scope' },
  'criteria.publish': { admin: 'tenant' },
  'criteria.localise': { admin: 'tenant', reviewer: 'tenant' },
  'consent.give': author,
  'consent.withdraw': author,
  'fund.open': inCharge,
  'fund.update': inCharge,
  'fund.record': treasurer,
  'fund.import': treasurer,
  'fund.transfer': treasurer,
  // Whoever is in charge, but for who recorded it.
  'fund.approve': { signer: 'scope', treasurer: 'scope', admin: 'scope' },
  'fund.refuse': { signer: 'scope', treasurer: 'scope', admin: 'scope' },
  'fund.reverse': treasurer,
  'fund.close': treasurer,
  'fund.erase': inCharge,
  'fund.disclose': inCharge,
  'round.open': treasurer,
  'round.update': treasurer,
  'round.close': treasurer,
  'round.pay': treasurer,
  'award.add': treasurer,
  'award.update': treasurer,
  'award.remove': inCharge,
  'award.consent': treasurer,
  'locality.import': { admin: 'tenant' },
  'locality.change': { admin: 'tenant' },
  'target.set': { admin: 'tenant' },
  'target.drop': { admin: 'tenant' },
  // Within the places that they are put in charge of.
  'indicator.report': { reviewer: 'scope', admin: 'scope' },
  'activity.record': { officer: 'scope', reviewer: 'scope', admin: 'scope' },
  'activity.update': { officer: 'scope', reviewer: 'scope', admin: 'scope' },
  'activity.remove': { officer: 'scope', reviewer: 'scope', admin: 'scope' },
  'subject.import': author,
};

function reaches(actor: Actor, kind: CommandKind): Set<Reach> {
  const found = actor.roles.map((role) => rights[kind][role]);
  return new Set(found.filter((reach) => reach !== undefined));
}

/** One of the actor's roles gives him the command at all, whatever the record. */
export function mayUse(actor: Actor, kind: CommandKind): boolean {
  return reaches(actor, kind).size > 0;
}

/** Kinds that leave an author's trace in an assessment's history. */
const authoring: ReadonlySet<string> = new Set([
  'assessment.open',
  'assessment.answer',
  'assessment.submit',
  'assessment.withdraw',
  // There only where it changed the set of an assessment that was open.
  'subject.register',
]);

/** The person owns the assessment or had a hand in filling it in, so that he cannot judge it. */
export function isAuthor(actorId: string, assessment: Pick<Assessment, 'owner' | 'history'>): boolean {
  return (
    assessment.owner === actorId ||
    assessment.history.some((entry) => entry.by === actorId && authoring.has(entry.kind))
  );
}

/** Whether the actor may use the command on a record; `authored`: he had a hand in it. */
export function mayActOn(
  actor: Actor,
  kind: CommandKind,
  record: Belonging,
  authored: boolean,
): 'yes' | 'forbidden' | 'own-assessment' {
  const reach = reaches(actor, kind);
  const scoped = inScope(actor, record.subjectId, record.at);
  if (reach.has('scope') && (scoped || record.owner === actor.id)) return 'yes';
  if (reach.has('own') && record.owner === actor.id) return 'yes';
  if (reach.has('others') && authored) return 'own-assessment';
  return reach.has('others') && scoped ? 'yes' : 'forbidden';
}
