import { refuse, Refusal } from '../../decide/refusal.js';
import type { DecisionContext } from '../../reader.types.js';
import type { StoredRecord } from '../../receipt.schema.js';
import type { Fund } from '../fund.schema.js';
import { MOST_DONG } from '../money.schema.js';
import type { EntryDraft, PendingDraft } from '../posting.schema.js';
import type { Award, Round } from '../round.schema.js';
import { append, finish, type Book, type Entering } from './append.js';

/** An act on the ledger, whether it is done at once or had to wait. */
export interface Act {
  /** Id of the act: that of its command's record, and of what waits. */
  id: string;
  draft: PendingDraft;
  fund: Fund;
  /** Of a transfer. */
  into?: Fund | undefined;
}

/** What an act comes to. */
export interface Acted {
  book: Book;
  /** All records to write, the fund among them. */
  writes: StoredRecord[];
  /** The awards that it pays, as they are now. */
  awards: Award[];
  /** Đồng of its largest payment, against which the limit is held, and of all of them. */
  largest: number;
  paid: number;
}

/** Does the act, or refuses. */
export async function perform(act: Act, context: DecisionContext, entering: Entering): Promise<Acted> {
  const { draft } = act;
  const book: Book = { fund: act.fund, writes: [] };
  const done = { book, awards: [] as Award[], extra: [] as StoredRecord[] };
  switch (draft.kind) {
    case 'fund.record': {
      const { fund: _fund, ...row } = draft.payload;
      await fitsRound(act.fund, row, context, new Map());
      append(book, row, entering);
      break;
    }
    case 'fund.import':
      await addRows(book, draft.payload.rows, context, entering);
      break;
    case 'fund.transfer':
      done.extra = transfer(act, book, entering);
      break;
    case 'round.pay':
      done.awards = await pay(act, draft.payload, book, context, entering);
      break;
  }
  const payments = book.writes.flatMap((one) =>
    one.type === 'entry' && one.value.kind === 'payment' ? [one.value.amount] : [],
  );
  return {
    book,
    writes: [...finish(book, entering.now), ...done.extra],
    awards: done.awards,
    largest: payments.reduce((most, amount) => Math.max(most, amount), 0),
    paid: payments.reduce((sum, amount) => sum + amount, 0),
  };
}

/** Rows between two breaths: a millisecond or two of hashing. */
const stretch = 32;

/** All rows or none. The refusal names every row that is wrong, and for what. */
async function addRows(
  book: Book,
  rows: readonly EntryDraft[],
  context: DecisionContext,
  entering: Entering,
): Promise<void> {
  const faults: string[] = [];
  const rounds = new Map<string, Round | undefined>();
  for (const [index, row] of rows.entries()) {
    if (index % stretch === 0) await context.breathe?.(index / rows.length);
    try {
      if (row.round !== undefined || row.level !== undefined)
        await fitsRound(book.fund, row, context, rounds);
      append(book, row, entering);
    } catch (error) {
      if (!(error instanceof Refusal) || error.decision.status !== 'rejected') throw error;
      const { code, path } = error.decision.rejection;
      // With a row left out, what the accounts hold after it says nothing any more.
      if (code === 'insufficient' && faults.length > 0) continue;
      faults.push([index + 1, code, path?.at(-1) ?? ''].join('.'));
    }
  }
  if (faults.length > 0) refuse('rows', ['rows', ...faults], { count: faults.length });
}

/** Where an entry names a round, that is one of the fund, and a level says nothing about the recipients. */
async function fitsRound(
  fund: Fund,
  { round: id, level }: EntryDraft,
  context: DecisionContext,
  known: Map<string, Round | undefined>,
): Promise<void> {
  if (id === undefined) {
    if (level !== undefined) refuse('invalid', ['level']);
    return;
  }
  if (!known.has(id)) known.set(id, await context.read('round', id));
  const round = known.get(id);
  if (round?.fund !== fund.id) refuse('not-found', ['round']);
  if (round.state === 'closed') refuse('closed', ['round']);
  const found = round.levels.find((one) => one.id === level);
  if (level !== undefined && (!found || found.private)) refuse('invalid', ['level']);
}

function transfer({ id, draft, into }: Act, book: Book, entering: Entering): StoredRecord[] {
  if (draft.kind !== 'fund.transfer' || !into) return refuse('not-found', ['to']);
  const { payload } = draft;
  const { amount, date } = payload;
  const other: Book = { fund: into, writes: [] };
  append(book, { ...payload.from, kind: 'payment', amount, date, transfer: { id, fund: into.id } }, entering);
  append(
    other,
    { ...payload.into, kind: 'receipt', amount, date, transfer: { id, fund: book.fund.id } },
    entering,
  );
  return finish(other, entering.now);
}

async function pay(
  { id: act, fund }: Act,
  payload: Extract<PendingDraft, { kind: 'round.pay' }>['payload'],
  book: Book,
  context: DecisionContext,
  entering: Entering,
): Promise<Award[]> {
  const { fund: _fund, awards: ids, round: id, sum: seen, ...fields } = payload;
  const round = await context.read('round', id);
  if (round?.fund !== fund.id) return refuse('not-found', ['round']);
  if (round.state === 'closed') refuse('closed', ['round']);
  if (new Set(ids).size < ids.length) refuse('invalid', ['awards']);
  const awards: Award[] = [];
  const wrong: string[] = [];
  for (const one of ids) {
    const award = await context.read('award', one);
    // One that waits is free for the very payment that it waits for.
    const free = award?.round === id && !award.paid && !award.removedAt && (award.waiting ?? act) === act;
    if (award && free) awards.push(award);
    else wrong.push(one);
  }
  if (wrong.length > 0) refuse('wrong-state', [...wrong, 'awards'], { count: wrong.length });
  const amount = awards.reduce((sum, award) => sum + award.amount, 0);
  if (seen !== undefined && seen !== amount) refuse('wrong-state', ['sum']);
  if (amount > MOST_DONG) refuse('invalid', ['amount']);
  const [level = '', ...others] = new Set(awards.map((award) => award.level));
  const open = others.length === 0 && round.levels.some((one) => one.id === level && !one.private);
  append(
    book,
    {
      ...fields,
      kind: 'payment',
      amount,
      round: id,
      ...(open && { level }),
      count: awards.length,
      awards: ids,
    },
    entering,
  );
  return awards;
}
