import type { Actor } from '../../actor.schema.js';
import type { CommandOf } from '../../command.schema.js';
import type { Decider, Deciders } from '../../decide/decider.types.js';
import { expectNew, sameVersion } from '../../decide/guards.js';
import { refuse } from '../../decide/refusal.js';
import type { DecisionContext } from '../../reader.types.js';
import type { StoredRecord } from '../../receipt.schema.js';
import type { Fund } from '../fund.schema.js';
import type { Pending, PendingDraft } from '../posting.schema.js';
import type { Award } from '../round.schema.js';
import { perform, type Act, type Acted } from './acts.js';
import { permittedFund, personOf, soundHead } from './fund-guards.js';

type Kinds = PendingDraft['kind'];

/** Enters what a treasurer sends; where a payment is above the limit, the whole act waits for a second person. */
async function post(
  command: CommandOf<Kinds>,
  context: DecisionContext,
  actor: Actor,
): Promise<StoredRecord[]> {
  expectNew(command);
  const fund = await permittedFund(command.payload.fund, command.kind, context, actor);
  const draft = { kind: command.kind, payload: command.payload } as PendingDraft;
  const act: Act = { id: command.record, draft, fund, into: await otherFund(draft, context, actor) };
  if (await context.read('pending', command.record)) refuse('already-exists', ['record']);
  const hash = await context.hasher();
  await soundHead(fund, context, hash);
  if (act.into) await soundHead(act.into, context, hash);
  const acted = await perform(act, context, { now: context.now, hash, by: personOf(actor) });
  if (acted.largest > (fund.approvalLimit ?? Infinity)) return wait(act, acted, context, actor);
  return [...acted.writes, ...settled(acted, context.now)];
}

/** The fund that a transfer goes to, of which the actor must be in charge too. */
async function otherFund(
  draft: PendingDraft,
  context: DecisionContext,
  actor: Actor,
): Promise<Fund | undefined> {
  if (draft.kind !== 'fund.transfer') return undefined;
  const { fund, to } = draft.payload;
  if (fund === to) refuse('invalid', ['transfer']);
  return permittedFund(to, draft.kind, context, actor);
}

/** What waits is in no chain and in no balance. Tried out before, so that the second person is not asked in vain. */
function wait(act: Act, acted: Acted, context: DecisionContext, actor: Actor): StoredRecord[] {
  const dates = acted.writes.flatMap((one) => (one.type === 'entry' ? [one.value.date] : [])).sort();
  const [from = '', to = from] = [dates[0], dates.at(-1)];
  const pending: Pending = {
    id: act.id,
    version: 1,
    fund: act.fund.id,
    state: 'waiting',
    draft: act.draft,
    amount: acted.paid,
    from,
    to,
    by: personOf(actor),
    at: context.now,
  };
  const { now } = context;
  const waiting = [...act.fund.waiting, { id: act.id, from, to }];
  return [
    { type: 'pending', value: pending },
    { type: 'fund', value: { ...act.fund, waiting, version: act.fund.version + 1, updatedAt: now } },
    ...acted.awards.map((award) => changed(award, { waiting: act.id }, now)),
  ];
}

/** The awards that were paid by the act's one entry. */
function settled({ awards, writes }: Acted, now: string): StoredRecord[] {
  const entry = writes.find((one) => one.type === 'entry')?.value;
  return entry
    ? awards.map((award) => changed(award, { paid: { entry: entry.id, date: entry.date } }, now))
    : [];
}

/** The award one version on; whether it still waits is said anew each time. */
function changed({ waiting: _before, ...award }: Award, changes: Partial<Award>, now: string): StoredRecord {
  return { type: 'award', value: { ...award, ...changes, version: award.version + 1, updatedAt: now } };
}

/** What waits, in the version that the person saw, and its fund; not his own. */
async function toDecide(
  command: CommandOf<'fund.approve' | 'fund.refuse'>,
  context: DecisionContext,
  actor: Actor,
): Promise<{ pending: Pending; draft: PendingDraft; fund: Fund }> {
  const pending = await context.read('pending', command.record);
  if (!pending) return refuse('not-found', ['pending']);
  const fund = await permittedFund(pending.fund, command.kind, context, actor);
  sameVersion(command, { type: 'pending', value: pending });
  if (pending.state !== 'waiting' || !pending.draft) return refuse('wrong-state', ['pending']);
  return { pending, draft: pending.draft, fund };
}

/** What was decided keeps who, when and how much; what was private lies with the entries, or nowhere. */
function decided(
  { draft: _gone, ...pending }: Pending,
  changes: Partial<Pending>,
  context: DecisionContext,
  actor: Actor,
): StoredRecord {
  const value: Pending = {
    ...pending,
    ...changes,
    version: pending.version + 1,
    decidedBy: personOf(actor),
    decidedAt: context.now,
  };
  return { type: 'pending', value };
}

const approve: Decider<'fund.approve'> = async (command, context, actor) => {
  const { pending, draft, fund } = await toDecide(command, context, actor);
  if (pending.by.id === actor.id) refuse('own-entry');
  const waiting = fund.waiting.filter(({ id }) => id !== pending.id);
  const into = draft.kind === 'fund.transfer' ? await context.read('fund', draft.payload.to) : undefined;
  const hash = await context.hasher();
  await soundHead(fund, context, hash);
  if (into) await soundHead(into, context, hash);
  const acted = await perform({ id: pending.id, draft, fund: { ...fund, waiting }, into }, context, {
    now: context.now,
    hash,
    by: pending.by,
    approvedBy: personOf(actor),
    enteredAt: pending.at,
  });
  const entries = { first: fund.count + 1, last: acted.book.fund.count };
  return [
    ...acted.writes,
    ...settled(acted, context.now),
    decided(pending, { state: 'approved', entries }, context, actor),
  ];
};

/** Whoever entered it may take it back himself, so that a slip need not wait for anybody. */
const turnDown: Decider<'fund.refuse'> = async (command, context, actor) => {
  const { pending, draft, fund } = await toDecide(command, context, actor);
  const waiting = fund.waiting.filter(({ id }) => id !== pending.id);
  const awards: StoredRecord[] = [];
  for (const id of draft.kind === 'round.pay' ? draft.payload.awards : []) {
    const award = await context.read('award', id);
    if (award?.waiting === pending.id) awards.push(changed(award, {}, context.now));
  }
  return [
    {
      type: 'fund',
      value: { ...fund, waiting, version: fund.version + 1, updatedAt: context.now },
    },
    ...awards,
    decided(pending, { state: 'refused', reason: command.payload.reason }, context, actor),
  ];
};

export const postingDeciders: Deciders<Kinds | 'fund.approve' | 'fund.refuse'> = {
  'fund.record': post,
  'fund.import': post,
  'fund.transfer': post,
  'round.pay': post,
  'fund.approve': approve,
  'fund.refuse': turnDown,
};
