import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HtsdError } from '../backend/errors.js';
import { createFaults } from '../backend/memory/memory-adapter.js';
import { FundDeskWorld, second, treasurer } from '../../test/support/fund-desk-world.js';
import { freshEntry, nextEntry, type EntryForm } from './fund/entry-form.js';
import type { FundSession } from './fund/fund-desk.types.js';
import { readEntry } from './fund/read-entry.js';
import { openFundSession } from './fund-session.js';

let world: FundDeskWorld;
const sessions: FundSession[] = [];
beforeEach(async () => {
  world = new FundDeskWorld();
  await world.open();
});
afterEach(async () => {
  for (const session of sessions.splice(0)) session.dispose();
  await world.end();
});

async function open(faults?: ReturnType<typeof createFaults>, actor = treasurer): Promise<FundSession> {
  const client = world.client(actor, faults);
  const session = await openFundSession(client, { actor, fund: 'quy', signal: new AbortController().signal });
  sessions.push(session);
  return session;
}

/** Resolves once it holds; the session tells of each change. */
function when(session: FundSession, holds: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    if (holds()) return resolve();
    const end = session.subscribe(() => {
      if (!holds()) return;
      end();
      resolve();
    });
  });
}

const line = (change: Partial<EntryForm> = {}): EntryForm => ({
  ...freshEntry('2026-11-02'),
  category: 'tai-tro',
  amount: '1,2 triệu',
  party: 'Bà Nguyễn Thị Lan',
  ...change,
});

function enter(session: FundSession, form: EntryForm): void {
  const { fund, outbox } = session.getState();
  const ground = { fund, others: [], today: session.today, outbox, newSalt: () => session.newSalt() };
  const { entry, faults } = readEntry(form, ground);
  if (entry?.kind !== 'fund.record') throw new Error(JSON.stringify(faults));
  session.enter(entry.kind, entry.payload, form);
}

describe('a line that is entered', () => {
  it('is in the ledger with the next voucher, and counts', async () => {
    const session = await open();
    enter(session, line());
    expect(session.getState().outbox).toHaveLength(1);
    await when(session, () => session.ledger.count === 1 && session.getState().outbox.length === 0);
    expect(session.ledger.entry(1)).toMatchObject({ amount: 1_200_000, voucher: 1, date: '2026-11-02' });
    expect(session.ledger.secret(1)?.party?.name).toBe('Bà Nguyễn Thị Lan');
    expect(session.getState().recorded).toEqual({ what: 'entry', no: 1 });
    expect(session.getState().fund.balances.cash).toBe(2_200_000);
  });

  it('stays here while it cannot be sent, and is sent once', async () => {
    const faults = createFaults();
    const session = await open(faults);
    faults.next({ kind: 'lose-answer', error: new HtsdError('offline') }, { call: 'execute' });
    enter(session, line());
    await when(session, () => session.getState().sync.status === 'failed');
    expect(session.getState().outbox).toHaveLength(1);
    await session.resend();
    await when(session, () => session.getState().outbox.length === 0);
    expect(session.ledger.count).toBe(1);
  });

  it('comes back as it was typed where it is refused, and holds up nobody', async () => {
    const session = await open();
    // Somebody else paid the cash out meanwhile.
    await world.send(treasurer, 'fund.record', 'x', 0, {
      fund: 'quy',
      kind: 'payment',
      account: 'cash',
      category: 'quan-ly',
      amount: 900_000,
      date: '2026-11-01',
      details: { salt: session.newSalt() },
    });
    const form = line({ kind: 'payment', category: 'quan-ly', amount: '500.000' });
    enter(session, form);
    enter(session, line());
    await when(session, () => session.ledger.count === 2 && session.getState().sync.status === 'idle');
    const [refused, ...others] = session.getState().outbox;
    expect(others).toEqual([]);
    expect(refused?.rejection).toMatchObject({ code: 'insufficient', path: ['cash'] });
    expect(session.takeBack(refused!.command.id)).toEqual(form);
    expect(session.getState().outbox).toEqual([]);
  });

  it('above the limit waits for a second person, who approves it', async () => {
    const session = await open();
    enter(session, line({ kind: 'payment', account: 'bank', category: 'hoc-bong', amount: '6tr' }));
    await when(session, () => session.getState().pending.length === 1);
    expect(session.getState().recorded?.what).toBe('pending');
    expect(session.ledger.count).toBe(0);
    const [pending] = session.getState().pending;
    const own = await session.act({ kind: 'fund.approve', about: pending!, typed: '', payload: () => ({}) });
    expect(own).toMatchObject({ status: 'rejected', rejection: { code: 'own-entry' } });
    const other = await open(undefined, second);
    const acted = await other.act({ kind: 'fund.approve', about: pending!, typed: '', payload: () => ({}) });
    expect(acted.status).toBe('done');
    expect(other.ledger.entry(1)).toMatchObject({ amount: 6_000_000, approved: true });
  });
});

describe('an act', () => {
  it('without an answer is the same act when it is tried again', async () => {
    const faults = createFaults();
    const session = await open(faults);
    enter(session, line());
    await when(session, () => session.ledger.count === 1);
    const wish = {
      kind: 'fund.reverse' as const,
      about: { id: 'quy.1', version: 1 },
      typed: ['2026-11-02', 'Nhầm'],
      payload: () => ({ date: '2026-11-02', details: { salt: session.newSalt(), reason: 'Nhầm' } }),
    };
    faults.next({ kind: 'lose-answer', error: new HtsdError('timeout') }, { call: 'execute' });
    expect(await session.act(wish)).toMatchObject({ status: 'failed', problem: { code: 'timeout' } });
    expect(await session.act(wish)).toMatchObject({ status: 'done', receipt: { status: 'duplicate' } });
    expect(session.ledger.entry(2)).toMatchObject({ reverses: 1, amount: 1_200_000 });
    expect(session.ledger.reversedBy(1)).toBe(2);
    expect(session.getState().fund.balances.cash).toBe(1_000_000);
  });

  it('without an answer stays the same act whatever else is done in between', async () => {
    const faults = createFaults();
    const session = await open(faults);
    await world.payRound();
    const wish = {
      kind: 'award.add' as const,
      typed: ['dot', 'Phạm Văn Dũng'],
      payload: () => ({
        round: 'dot',
        salt: session.newSalt(),
        awards: [{ id: session.newId(), level: 'suat-a', who: { name: 'Phạm Văn Dũng' }, consents: [] }],
      }),
    };
    faults.next({ kind: 'lose-answer', error: new HtsdError('timeout') }, { call: 'execute' });
    expect(await session.act(wish)).toMatchObject({ status: 'failed' });
    const about = { id: 'quy', version: session.getState().fund.version };
    const other = { kind: 'fund.update' as const, about, typed: '', payload: () => ({ lateAfterDays: 40 }) };
    expect(await session.act(other)).toMatchObject({ status: 'done' });
    expect(await session.act(wish)).toMatchObject({ status: 'done', receipt: { status: 'duplicate' } });
    const { items } = await world.client(treasurer).query('awards.list', { fund: 'quy', round: 'dot' });
    expect(items.filter(({ who }) => who?.name === 'Phạm Văn Dũng')).toHaveLength(1);
  });
});

describe('reading a line', () => {
  it.each([
    [{ date: '3/11/2026' }, 'date-future'],
    [{ date: '31/12/2024' }, 'date-opened'],
    [{ date: '30/2' }, 'date'],
    [{ amount: '1.200,5' }, 'amount-not-whole'],
    [{ amount: '' }, 'amount-missing'],
    [{ category: '' }, 'category'],
    [{ voucher: 'x' }, 'voucher'],
    [{ kind: 'payment' as const, category: 'quan-ly', amount: '2 triệu' }, 'short-cash'],
  ])('tells what is wrong with %j', async (change, code) => {
    const session = await open();
    const { fund, outbox } = session.getState();
    const ground = { fund, others: [], today: session.today, outbox, newSalt: () => session.newSalt() };
    expect(readEntry(line(change), ground).faults.map((fault) => fault.code)).toEqual([code]);
  });

  it('remembers kind, day, category and account for the next one', () => {
    const next = nextEntry(line({ account: 'bank', purpose: 'Ủng hộ' }));
    expect(next).toMatchObject({ date: '02/11/2026', category: 'tai-tro', account: 'bank' });
    expect([next.amount, next.party, next.purpose]).toEqual(['', '', '']);
  });
});
