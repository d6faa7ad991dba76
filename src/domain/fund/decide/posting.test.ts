import { describe, expect, it } from 'vitest';
import {
  colleague,
  details,
  FundWorld,
  inspector,
  payment,
  receipt,
  salt,
  second,
  settings,
  treasurer,
} from '../../test-helpers/fund-world.js';
import { hash } from '../../test-helpers/ledger.js';
import { owner } from '../../test-helpers/world.js';
import { detailsCommitment, partyCommitment } from '../commitment.js';
import { checkChain } from '../verify-chain.js';

const party = { salt, name: 'Ông Trần Văn Bình', kind: 'person' as const, anonymous: false };

describe('fund.record', () => {
  it('chains the entry, counts it and keeps its private part beside it', async () => {
    const world = await FundWorld.opened();
    expect(
      await world.record(
        receipt({ voucher: 'next', party: { ...party, consent: { form: 'paper', textVersion: '1' } } }),
      ),
    ).toBe('applied');
    expect(await world.record(payment({ account: 'cash' }))).toBe('applied');
    expect(
      await world.record({
        kind: 'move',
        account: 'bank',
        to: 'cash',
        amount: 1,
        date: '2026-01-01',
        details,
      }),
    ).toBe('applied');
    const { fund } = world;
    expect(fund.balances).toEqual({ cash: 700_001, bank: 20_499_999, kind: 0 });
    expect(fund.totals['2026']).toEqual({
      receipts: 500_000,
      payments: 300_000,
      kindIn: 0,
      kindOut: 0,
      admin: 300_000,
      cash: -299_999,
      bank: 499_999,
    });
    expect(fund.vouchers).toEqual({ '2026-receipt': [1, 1] });
    const check = checkChain(fund, hash);
    check.add(world.entries());
    expect(check.end()).toEqual([]);

    const [entry, secret] = [world.entry(1), world.secret(1)];
    expect(entry.party).toBe(partyCommitment(party, hash));
    expect(entry.details).toBe(detailsCommitment(secret, hash));
    expect(secret).toMatchObject({ details, by: { id: 'treasurer-1', name: 'Lê Thu Cúc' } });
    expect(secret.party?.consent?.at).toBe(entry.recordedAt);
    for (const word of ['Bình', 'Ủng hộ', 'Cúc', salt]) expect(JSON.stringify(entry)).not.toContain(word);
  });

  it('is for treasurers of the fund, and not for those who look on', async () => {
    const world = await FundWorld.opened();
    for (const actor of [inspector, second, owner, { ...colleague, scope: ['quy-khac'] }])
      expect(await world.record(receipt(), actor)).toBe('forbidden');
    expect(await world.record(receipt(), { ...colleague, scope: ['quy'] })).toBe('applied');
    expect(await world.try(treasurer, 'fund.record', 'a', 0, { fund: 'khong-co', ...receipt() })).toBe(
      'not-found fund',
    );
    expect(await world.try(treasurer, 'fund.record', 'a', 1, { fund: 'quy', ...receipt() })).toBe(
      'invalid expected',
    );
  });

  it.each([
    ['a day that does not exist', receipt({ date: '2026-02-30' }), 'invalid date'],
    ['a day to come', receipt({ date: '2026-11-02' }), 'invalid date.future'],
    ['a day before the books', receipt({ date: '2024-12-31' }), 'invalid date.opened'],
    ['a category that is not there', receipt({ category: 'la' }), 'invalid category'],
    ['no category', receipt({ category: undefined }), 'invalid category'],
    ['a category of the other kind', receipt({ category: 'quan-ly' }), 'invalid category'],
    ['a target where nothing moves', receipt({ to: 'cash' }), 'invalid to'],
    ['more than there is', payment({ account: 'cash', amount: 1_000_001 }), 'insufficient cash'],
    ['goods that are not there', payment({ account: 'kind' }), 'insufficient kind'],
    [
      'a transfer to itself',
      payment({ category: 'chuyen', transfer: { id: 't', fund: 'quy' } }),
      'invalid transfer',
    ],
    ['a level without a round', payment({ level: 'giai-nhat' }), 'invalid level'],
    ['a round that is not there', payment({ round: 'dot' }), 'not-found round'],
    [
      'a move of goods',
      {
        ...receipt(),
        kind: 'move' as const,
        account: 'kind' as const,
        to: 'cash' as const,
        category: undefined,
      },
      'invalid to',
    ],
    [
      'a move to where it is',
      { ...receipt(), kind: 'move' as const, to: 'bank' as const, category: undefined },
      'invalid to',
    ],
    [
      'a move with a category',
      { ...receipt(), kind: 'move' as const, to: 'cash' as const },
      'invalid category',
    ],
    [
      'a move with a voucher',
      { ...receipt(), kind: 'move' as const, to: 'cash' as const, category: undefined, voucher: 1 },
      'invalid voucher',
    ],
  ])('refuses %s', async (_title, draft, expected) => {
    const world = await FundWorld.opened();
    expect(await world.record(draft)).toBe(expected);
    expect([world.fund.version, world.fund.count]).toEqual([1, 0]);
  });

  it('takes the day as it is in Viet Nam', async () => {
    const world = await FundWorld.opened();
    world.now = Date.parse('2026-11-01T16:58:00.000Z');
    expect(await world.record(receipt({ date: '2026-11-02' }))).toBe('invalid date.future');
    expect(await world.record(receipt({ date: '2026-11-02' }))).toBe('applied');
  });

  it('gives no voucher number twice, by year and kind', async () => {
    const world = await FundWorld.opened();
    expect(await world.record(receipt({ voucher: 7 }))).toBe('applied');
    expect(await world.record(receipt({ voucher: 7 }))).toBe('already-exists voucher');
    expect(await world.record(receipt({ voucher: 7, date: '2025-03-01' }))).toBe('applied');
    expect(await world.record(payment({ voucher: 7 }))).toBe('applied');
    expect(await world.record(receipt({ voucher: 'next' }))).toBe('applied');
    expect(world.entry(4).voucher).toBe(8);
    expect(await world.record(receipt({ voucher: 999_999 }))).toBe('applied');
    expect(await world.record(receipt({ voucher: 'next' }))).toBe('invalid voucher');
  });

  it('never says an earlier instant than the entry before, though the clock was set back', async () => {
    const world = await FundWorld.opened();
    await world.record(receipt());
    const { recordedAt } = world.entry(1);
    world.now = Date.parse('2026-10-01T00:00:00.000Z');
    await world.record(receipt({ date: '2026-01-01' }));
    expect(world.entry(2).recordedAt).toBe(recordedAt);
    world.now = Date.parse('2026-12-01T00:00:00.000Z');
    await world.record(receipt());
    expect(world.entry(3).recordedAt > recordedAt).toBe(true);
  });

  it('builds nothing on a ledger that was damaged', async () => {
    const world = await FundWorld.opened();
    await world.record(receipt());
    world.records.set('entry quy.1', { type: 'entry', value: { ...world.entry(1), hash: 'a'.repeat(64) } });
    expect(await world.record(receipt())).toBe('invalid ledger');
    world.records.delete('entry quy.1');
    expect(await world.record(receipt())).toBe('invalid ledger');
    const fresh = await FundWorld.opened();
    fresh.records.set('fund quy', {
      type: 'fund',
      value: { ...fresh.fund, opening: { cash: 9, bank: 9, kind: 9 } },
    });
    expect(await fresh.record(receipt())).toBe('invalid ledger');
  });

  it('refuses a sum that is no longer exact', async () => {
    const world = await FundWorld.opened();
    const fund = world.fund;
    world.records.set('fund quy', {
      type: 'fund',
      value: { ...fund, balances: { ...fund.balances, bank: Number.MAX_SAFE_INTEGER - 1 } },
    });
    expect(await world.record(receipt({ amount: 2 }))).toBe('invalid amount');
    expect(await world.record(receipt({ amount: 1 }))).toBe('applied');
  });
});

describe('fund.import', () => {
  const send = (world: FundWorld, rows: ReturnType<typeof receipt>[]) =>
    world.run(treasurer, 'fund.import', 'nhap-1', 0, { fund: 'quy', rows });

  it('enters all rows in their order', async () => {
    const world = await FundWorld.opened();
    await send(world, [receipt({ voucher: 3 }), payment(), receipt({ voucher: 'next' })]);
    expect(world.entries().map(({ no, voucher }) => [no, voucher])).toEqual([
      [1, 3],
      [2, undefined],
      [3, 4],
    ]);
    const check = checkChain(world.fund, hash);
    check.add(world.entries());
    expect(check.end()).toEqual([]);
    expect(world.fund.version).toBe(2);
  });

  it('enters none where one is wrong, and names each that is, with the reason', async () => {
    const world = await FundWorld.opened();
    const decision = await send(world, [
      receipt({ voucher: 1 }),
      receipt({ category: 'la' }),
      receipt({ date: '2026-12-24' }),
      receipt({ voucher: 1 }),
      payment({ amount: 21_000_000 }),
    ]);
    expect(decision).toEqual({
      status: 'rejected',
      rejection: {
        code: 'rows',
        path: ['rows', '2.invalid.category', '3.invalid.future', '4.already-exists.voucher'],
        params: { count: 3 },
      },
    });
    expect([world.fund.version, world.entries()]).toEqual([1, []]);
  });

  it('names a row for which the balance does not suffice, once', async () => {
    const world = await FundWorld.opened({ approvalLimit: undefined });
    const decision = await send(world, [payment({ amount: 20_000_001 }), payment({ amount: 1 }), receipt()]);
    expect(decision).toMatchObject({ rejection: { path: ['rows', '1.insufficient.bank'] } });
  });

  it('waits as a whole where a payment in it is above the limit', async () => {
    const world = await FundWorld.opened();
    const rows = [receipt({ date: '2026-01-05' }), payment({ amount: 5_000_001 }), payment({ amount: 5 })];
    await send(world, rows);
    expect(world.entries()).toEqual([]);
    expect(world.stored('pending', 'nhap-1')).toMatchObject({
      amount: 5_000_006,
      from: '2026-01-05',
      to: '2026-03-02',
    });
    await world.must(second, 'fund.approve', 'nhap-1', 1, {});
    expect(world.stored('pending', 'nhap-1').entries).toEqual({ first: 1, last: 3 });
    expect(world.entries().every(({ approved }) => approved)).toBe(true);
  });
});

describe('a payment above the limit', () => {
  const big = payment({ amount: 5_000_001, voucher: 'next', party });
  async function waiting(): Promise<FundWorld> {
    const world = await FundWorld.opened();
    await world.must(treasurer, 'fund.record', 'chi-lon', 0, { fund: 'quy', ...big });
    return world;
  }

  it('waits, in no chain and in no balance; one at the limit does not', async () => {
    const world = await waiting();
    expect([world.fund.count, world.fund.balances, world.fund.vouchers]).toEqual([0, settings.opening, {}]);
    expect(world.fund.waiting).toEqual([{ id: 'chi-lon', from: '2026-03-02', to: '2026-03-02' }]);
    expect(world.stored('pending', 'chi-lon')).toMatchObject({
      state: 'waiting',
      amount: 5_000_001,
      by: { id: 'treasurer-1' },
    });
    expect(await world.record(payment({ amount: 5_000_000 }))).toBe('applied');
    expect(world.fund.count).toBe(1);
    expect(await world.try(treasurer, 'fund.record', 'chi-lon', 0, { fund: 'quy', ...big })).toBe(
      'already-exists record',
    );
    expect(await world.record(payment({ amount: 99_000_000 }))).toBe('insufficient bank');
  });

  it('is entered when a second person approves it, and names both', async () => {
    const world = await waiting();
    for (const actor of [inspector, owner, { ...second, scope: ['quy-khac'] }])
      expect(await world.try(actor, 'fund.approve', 'chi-lon', 1, {})).toBe('forbidden');
    expect(await world.try(treasurer, 'fund.approve', 'chi-lon', 1, {})).toBe('own-entry');
    expect(await world.try(second, 'fund.approve', 'chi-lon', 2, {})).toBe('conflict');
    expect(await world.try(second, 'fund.approve', 'khong-co', 1, {})).toBe('not-found pending');
    await world.must(second, 'fund.approve', 'chi-lon', 1, {});
    expect(world.entry(1)).toMatchObject({ amount: 5_000_001, approved: true, voucher: 1 });
    const secret = world.secret(1);
    expect(secret).toMatchObject({ by: { id: 'treasurer-1' }, approvedBy: { id: 'signer-1' } });
    expect(secret.enteredAt && secret.enteredAt < world.entry(1).recordedAt).toBe(true);
    expect(world.entry(1).details).toBe(detailsCommitment(secret, hash));
    const pending = world.stored('pending', 'chi-lon');
    expect(pending).toMatchObject({ state: 'approved', version: 2, entries: { first: 1, last: 1 } });
    expect(JSON.stringify(pending)).not.toContain('Bình');
    expect(world.fund.waiting).toEqual([]);
    expect(await world.try(second, 'fund.approve', 'chi-lon', 2, {})).toBe('wrong-state pending');
  });

  it('leaves nothing private when it is refused, also by who entered it', async () => {
    for (const actor of [second, treasurer]) {
      const world = await waiting();
      await world.must(actor, 'fund.refuse', 'chi-lon', 1, { salt, reason: 'Thiếu hóa đơn' });
      const pending = world.stored('pending', 'chi-lon');
      expect(pending).toMatchObject({
        state: 'refused',
        reason: 'Thiếu hóa đơn',
        decidedBy: { id: actor.id },
      });
      expect(JSON.stringify(pending)).not.toContain('Bình');
      expect([world.fund.count, world.fund.waiting]).toEqual([0, []]);
      expect(await world.try(second, 'fund.approve', 'chi-lon', 2, {})).toBe('wrong-state pending');
    }
  });

  it('is decided by what the accounts hold when it is approved', async () => {
    const world = await waiting();
    for (let times = 0; times < 4; times += 1) await world.record(payment({ amount: 4_000_000 }));
    expect(await world.try(second, 'fund.approve', 'chi-lon', 1, {})).toBe('insufficient bank');
    expect(world.stored('pending', 'chi-lon').state).toBe('waiting');
  });
});
