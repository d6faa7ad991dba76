import type { Decider, Deciders } from '../../decide/decider.types.js';
import { expectNew, sameVersion } from '../../decide/guards.js';
import { refuse } from '../../decide/refusal.js';
import type { Award, AwardLevel, Round } from '../round.schema.js';
import { openRound, permittedFund, permittedRound } from './fund-guards.js';

const open: Decider<'round.open'> = async (command, context, actor) => {
  expectNew(command);
  const { fund: id, ...fields } = command.payload;
  const fund = await permittedFund(id, command.kind, context, actor);
  if (await context.read('round', command.record)) refuse('already-exists', ['round']);
  eachOnce(fields.levels);
  const value: Round = {
    ...fields,
    id: command.record,
    version: 1,
    fund: fund.id,
    state: 'open',
    createdAt: context.now,
    updatedAt: context.now,
  };
  return [{ type: 'round', value }];
};

/** Levels can be added and changed; those that recipients may have are never taken away. */
const update: Decider<'round.update'> = async (command, context, actor) => {
  const { round } = await openRound(command.record, command.kind, context, actor);
  sameVersion(command, { type: 'round', value: round });
  const given = Object.entries(command.payload).filter(([, value]) => value !== undefined);
  const value: Round = {
    ...round,
    ...(Object.fromEntries(given) as Partial<Round>),
    version: round.version + 1,
    updatedAt: context.now,
  };
  eachOnce(value.levels);
  const kept = new Set(value.levels.map(({ id }) => id));
  if (round.levels.some(({ id }) => !kept.has(id))) refuse('invalid', ['levels']);
  return [{ type: 'round', value }];
};

const close: Decider<'round.close'> = async (command, context, actor) => {
  const { round, fund } = await openRound(command.record, command.kind, context, actor);
  sameVersion(command, { type: 'round', value: round });
  // Nobody could agree to it any more, and its recipients would wait for ever.
  for (const { id } of fund.waiting) {
    const { draft } = (await context.read('pending', id)) ?? {};
    if (draft?.kind === 'round.pay' && draft.payload.round === round.id) refuse('wrong-state', ['waiting']);
  }
  const value: Round = { ...round, version: round.version + 1, state: 'closed', updatedAt: context.now };
  return [{ type: 'round', value }];
};

const add: Decider<'award.add'> = async (command, context, actor) => {
  expectNew(command);
  const { round, fund } = await openRound(command.payload.round, command.kind, context, actor);
  const { awards } = command.payload;
  if (new Set(awards.map(({ id }) => id)).size < awards.length) refuse('invalid', ['awards']);
  const known: string[] = [];
  for (const { id } of awards) if (await context.read('award', id)) known.push(id);
  if (known.length > 0) refuse('already-exists', [...known, 'awards'], { count: known.length });
  return awards.map(({ id, level, amount, person, who, consents }) => {
    const value: Award = {
      id,
      version: 1,
      fund: fund.id,
      round: round.id,
      level,
      amount: amount ?? levelOf(round, level).amount,
      ...(person !== undefined && { person }),
      who,
      consents: consents.map((consent) => ({ ...consent, at: context.now })),
      createdAt: context.now,
      updatedAt: context.now,
    };
    levelOf(round, level);
    return { type: 'award', value };
  });
};

/** Corrects a recipient. What was paid stays what it was: another sum is a reversal and a new payment. */
const change: Decider<'award.update'> = async (command, context, actor) => {
  const { award, round } = await seenAward(command, context, actor);
  if (!award.who) return refuse('wrong-state', ['removed']);
  const { level, amount, person, who } = command.payload;
  if ((level !== undefined || amount !== undefined) && (award.paid || award.waiting))
    refuse('wrong-state', ['paid']);
  const value: Award = {
    ...award,
    version: award.version + 1,
    ...(level !== undefined && { level, amount: levelOf(round, level).amount }),
    ...(amount !== undefined && { amount }),
    ...(person !== undefined && { person }),
    ...(who && { who }),
    updatedAt: context.now,
  };
  return [{ type: 'award', value }];
};

/** Takes the person out of the record. What was paid stays, as a sum without a name. */
const remove: Decider<'award.remove'> = async (command, context, actor) => {
  const { award } = await seenAward(command, context, actor);
  if (award.waiting !== undefined) refuse('wrong-state', ['paid']);
  if (award.removedAt !== undefined) refuse('wrong-state', ['removed']);
  const { who: _who, person: _person, ...rest } = award;
  const value: Award = {
    ...rest,
    version: award.version + 1,
    consents: [],
    removedAt: context.now,
    updatedAt: context.now,
  };
  return [{ type: 'award', value }];
};

const consent: Decider<'award.consent'> = async (command, context, actor) => {
  const { award } = await seenAward(command, context, actor);
  if (!award.who) return refuse('wrong-state', ['removed']);
  const { give, withdraw } = command.payload;
  if (!give === !withdraw) refuse('invalid', ['consent']);
  const giver = give?.giver ?? withdraw;
  const inForce = (one: Award['consents'][number]): boolean =>
    one.giver === giver && one.withdrawnAt === undefined;
  if (withdraw && !award.consents.some(inForce)) refuse('wrong-state', ['consent']);
  const earlier = award.consents.map((one) => (inForce(one) ? { ...one, withdrawnAt: context.now } : one));
  const value: Award = {
    ...award,
    version: award.version + 1,
    consents: give ? [...earlier, { ...give, at: context.now }] : earlier,
    updatedAt: context.now,
  };
  return [{ type: 'award', value }];
};

/** The award that a command is about, in the version that the person saw. Persons can be corrected and taken out for ever. */
async function seenAward(
  command: { record: string; expected: number; kind: 'award.update' | 'award.remove' | 'award.consent' },
  context: Parameters<Decider<'award.remove'>>[1],
  actor: Parameters<Decider<'award.remove'>>[2],
): Promise<{ award: Award; round: Round }> {
  const award = await context.read('award', command.record);
  if (!award) return refuse('not-found', ['award']);
  const { round } = await permittedRound(award.round, command.kind, context, actor);
  sameVersion(command, { type: 'award', value: award });
  return { award, round };
}

function levelOf({ levels }: Pick<Round, 'levels'>, id: string): AwardLevel {
  return levels.find((level) => level.id === id) ?? refuse('invalid', ['level'], { level: id });
}

function eachOnce(levels: readonly AwardLevel[]): void {
  if (new Set(levels.map(({ id }) => id)).size < levels.length) refuse('invalid', ['levels', 'twice']);
}

type Kinds = `round.${'open' | 'update' | 'close'}` | `award.${'add' | 'update' | 'remove' | 'consent'}`;

export const roundDeciders: Deciders<Kinds> = {
  'round.open': open,
  'round.update': update,
  'round.close': close,
  'award.add': add,
  'award.update': change,
  'award.remove': remove,
  'award.consent': consent,
};
