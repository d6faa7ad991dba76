import { Role } from './actor.schema.js';
import type { CommandKind } from './command.schema.js';
import { rights, type Reach } from './permissions.js';

/** What a command is about, and so what a scope has to name: a subject, a fund, a place, or everybody's business. */
export type Basis = 'subject' | 'fund' | 'place' | 'tenant';

/**
 * How a person stands to what a command is about. `own`: he owns it. `named`: his scope names it. `place`: his scope
 * names the place that it lies in, of whatever level. `since`: it names what its place was merged into. `all`: his scope is
 * everything. `author`: the same, but he had a hand in it. `beside`: his scope names another place of the same level.
 * `elsewhere`: his scope names others.
 */
export const standings = [
  ...(['own', 'named', 'place', 'since'] as const),
  ...(['all', 'author', 'beside', 'elsewhere'] as const),
] as const;
export type Standing = (typeof standings)[number];

/** What the rules say to one cell of the matrix. */
export type Verdict = 'yes' | 'forbidden' | 'own-assessment';

/** What each kind of command is about, where its record is there already. What is new belongs to who makes it. */
export const basisOf: Readonly<Record<CommandKind, Basis>> = {
  'subject.register': 'subject',
  'subject.update': 'subject',
  'subject.close': 'subject',
  'subject.import': 'subject',
  'assessment.open': 'subject',
  'assessment.answer': 'subject',
  'assessment.submit': 'subject',
  'assessment.withdraw': 'subject',
  'assessment.review': 'subject',
  'assessment.mark': 'subject',
  'assessment.return': 'subject',
  'assessment.verify': 'subject',
  'recognition.grant': 'subject',
  'recognition.refuse': 'subject',
  'recognition.revoke': 'subject',
  'recognition.attach': 'subject',
  'recognition.expire': 'subject',
  'criteria.publish': 'tenant',
  'criteria.localise': 'tenant',
  'consent.give': 'subject',
  'consent.withdraw': 'subject',
  'fund.open': 'tenant',
  'fund.update': 'fund',
  'fund.record': 'fund',
  'fund.import': 'fund',
  'fund.transfer': 'fund',
  'fund.approve': 'fund',
  'fund.refuse': 'fund',
  'fund.reverse': 'fund',
  'fund.close': 'fund',
  'fund.erase': 'fund',
  'fund.disclose': 'fund',
  'round.open': 'fund',
  'round.update': 'fund',
  'round.close': 'fund',
  'round.pay': 'fund',
  'award.add': 'fund',
  'award.update': 'fund',
  'award.remove': 'fund',
  'award.consent': 'fund',
  'locality.import': 'tenant',
  'locality.change': 'tenant',
  'target.set': 'tenant',
  'target.drop': 'tenant',
  'indicator.report': 'place',
  'activity.record': 'place',
  'activity.update': 'place',
  'activity.remove': 'place',
};

/** What the scope of a person makes of each standing. A place reaches all that is in it, and what was merged into it. */
const scoped: Omit<Readonly<Record<Standing, Verdict>>, 'own' | 'author'> = {
  ...{ named: 'yes', place: 'yes', since: 'yes', all: 'yes' },
  ...{ beside: 'forbidden', elsewhere: 'forbidden' },
};
const nothing: typeof scoped = {
  ...{ named: 'forbidden', place: 'forbidden', since: 'forbidden', all: 'forbidden' },
  ...{ beside: 'forbidden', elsewhere: 'forbidden' },
};

/** What each reach gives whom. */
const reached: Readonly<Record<Reach, Readonly<Record<Standing, Verdict>>>> = {
  own: { ...nothing, own: 'yes', author: 'forbidden' },
  scope: { ...scoped, own: 'yes', author: 'yes' },
  others: { ...scoped, own: 'own-assessment', author: 'own-assessment' },
  tenant: { ...scoped, own: 'yes', author: 'yes', beside: 'yes', elsewhere: 'yes' },
};

/** A place has no owner, nor what is about to be told of one. */
const nobodys: ReadonlySet<CommandKind> = new Set<CommandKind>(['indicator.report', 'activity.record']);

/** What a role may do with a command, how far. Undefined: nothing. */
export const reachOf = (role: Role, kind: CommandKind): Reach | undefined => rights[kind][role];

/** One cell: whether somebody of a role, standing so to what a command is about, may use it. */
export function verdictOf(role: Role, kind: CommandKind, standing: Standing): Verdict {
  const reach = reachOf(role, kind);
  if (!reach) return 'forbidden';
  const basis = basisOf[kind];
  if (basis === 'tenant') return 'yes';
  if (standing === 'own' && nobodys.has(kind)) return 'forbidden';
  return reached[reach][standing];
}

/** All roles that a person can hold, in the order of the table. */
export const roles = Role.options;
