import { describe, expect, it } from 'vitest';
import {
  colleague,
  details,
  FundWorld,
  payment,
  recipient,
  roundFields,
  salt,
  second,
  settings,
  treasurer,
} from '../../test-helpers/fund-world.js';

describe('fund.transfer', () => {
  const send = (amount: number, to = 'quy-thon') => ({
    fund: 'quy',
    to,
    amount,
    date: '2026-05-01',
    from: { account: 'bank' as const, category: 'chuyen', voucher: 'next' as const, details },
    into: { account: 'bank' as const, category: 'nhan', details },
  });
  async function two(): Promise<FundWorld> {
    const world = await FundWorld.opened();
    await world.must(treasurer, 'fund.open', 'quy-thon', 0, { ...settings, name: 'Quỹ thôn' });
    return world;
  }

  it('is a payment here and a receipt there, under one id', async () => {
    const world = await two();
    await world.must(treasurer, 'fund.transfer', 'chuyen-1', 0, send(1_000_000));
    expect(world.entry(1)).toMatchObject({
      kind: 'payment',
      voucher: 1,
      transfer: { id: 'chuyen-1', fund: 'quy-thon' },
    });
    expect(world.entry(1, 'quy-thon')).toMatchObject({
      kind: 'receipt',
      transfer: { id: 'chuyen-1', fund: 'quy' },
    });
    expect(world.stored('fund', 'quy-thon').balances.bank).toBe(21_000_000);
  });

  it('needs two funds, and charge of both', async () => {
    const world = await two();
    expect(await world.try(treasurer, 'fund.transfer', 'c', 0, send(1, 'quy'))).toBe('invalid transfer');
    expect(await world.try(treasurer, 'fund.transfer', 'c', 0, send(1, 'quy-la'))).toBe('not-found fund');
    const here = { ...colleague, scope: ['quy'] };
    expect(await world.try(here, 'fund.transfer', 'c', 0, send(1))).toBe('forbidden');
  });

  it('waits on both sides where it is above the limit', async () => {
    const world = await two();
    await world.must(treasurer, 'fund.transfer', 'chuyen-1', 0, send(6_000_000));
    expect([world.fund.count, world.stored('fund', 'quy-thon').count]).toEqual([0, 0]);
    await world.must(second, 'fund.approve', 'chuyen-1', 1, {});
    expect([world.fund.count, world.stored('fund', 'quy-thon').count]).toEqual([1, 1]);
    expect(world.entry(1, 'quy-thon').approved).toBe(true);
  });
});

describe('round.pay', () => {
  const pay = (awards: string[], more: object = {}) => ({
    fund: 'quy',
    round: 'dot',
    awards,
    account: 'cash' as const,
    category: 'hoc-bong',
    date: '2026-06-01',
    voucher: 'next' as const,
    details,
    ...more,
  });
  async function round(): Promise<FundWorld> {
    const world = await FundWorld.opened();
    await world.must(treasurer, 'round.open', 'dot', 0, { ...roundFields, fund: 'quy' });
    await world.must(treasurer, 'award.add', 'them-1', 0, {
      round: 'dot',
      salt,
      awards: [
        recipient('a1'),
        recipient('a2'),
        recipient('k1', {}, 'vuot-kho'),
        recipient('k2', {}, 'vuot-kho'),
      ],
    });
    return world;
  }

  it('is one payment for all, and marks each as paid', async () => {
    const world = await round();
    await world.must(treasurer, 'round.pay', 'tra-1', 0, pay(['a1', 'a2']));
    expect(world.entry(1)).toMatchObject({
      amount: 800_000,
      round: 'dot',
      level: 'giai-nhat',
      count: 2,
      voucher: 1,
    });
    expect(world.secret(1).awards).toEqual(['a1', 'a2']);
    expect(world.stored('award', 'a1').paid).toEqual({ entry: 'quy.1', date: '2026-06-01' });
    // Somebody changed an award while the other counted the money.
    expect(await world.try(treasurer, 'round.pay', 'tra-2', 0, pay(['k1'], { sum: 1 }))).toBe(
      'wrong-state sum',
    );
    expect(await world.try(treasurer, 'round.pay', 'tra-2', 0, pay(['a1', 'k1']))).toBe(
      'wrong-state a1.awards',
    );
    expect(await world.try(treasurer, 'round.pay', 'tra-2', 0, pay(['k1', 'k1']))).toBe('invalid awards');
    expect(await world.try(treasurer, 'round.pay', 'tra-2', 0, pay(['la']))).toBe('wrong-state la.awards');
    expect(await world.try(treasurer, 'round.pay', 'tra-2', 0, pay(['k1'], { round: 'la' }))).toBe(
      'not-found round',
    );
  });

  it('tells no level that says something, and none where there are several', async () => {
    const world = await round();
    await world.must(treasurer, 'round.pay', 'tra-1', 0, pay(['k1'], { account: 'bank' }));
    expect(world.entry(1).level).toBeUndefined();
    await world.must(treasurer, 'round.pay', 'tra-2', 0, pay(['k2', 'a1'], { account: 'bank' }));
    expect([world.entry(2).level, world.entry(2).count]).toEqual([undefined, 2]);
    expect(await world.record(payment({ round: 'dot', level: 'vuot-kho' }))).toBe('invalid level');
    expect(await world.record(payment({ round: 'dot', level: 'giai-nhat' }))).toBe('applied');
  });

  it('keeps its recipients while it waits, and frees them where it is refused', async () => {
    const world = await round();
    const both = pay(['k1', 'k2'], { account: 'bank' });
    await world.must(treasurer, 'round.pay', 'tra-1', 0, both);
    expect(world.stored('award', 'k1').waiting).toBe('tra-1');
    expect(await world.try(treasurer, 'round.pay', 'tra-2', 0, pay(['k1'], { account: 'bank' }))).toBe(
      'wrong-state k1.awards',
    );
    expect(await world.try(treasurer, 'award.remove', 'k1', 2, {})).toBe('wrong-state paid');
    expect(await world.try(treasurer, 'round.close', 'dot', 1, {})).toBe('wrong-state waiting');
    await world.must(second, 'fund.refuse', 'tra-1', 1, { salt, reason: 'Chưa đủ' });
    expect(world.stored('award', 'k1')).not.toHaveProperty('waiting');
    await world.must(treasurer, 'round.pay', 'tra-3', 0, both);
    await world.must(second, 'fund.approve', 'tra-3', 1, {});
    expect(world.stored('award', 'k1')).toMatchObject({ paid: { entry: 'quy.1' } });
    expect(world.stored('award', 'k1')).not.toHaveProperty('waiting');
  });

  it('frees them again where the payment is taken back', async () => {
    const world = await round();
    await world.must(treasurer, 'round.pay', 'tra-1', 0, pay(['a1', 'a2']));
    await world.must(treasurer, 'fund.reverse', 'quy.1', 1, { date: '2026-06-02', details });
    expect(world.entry(2)).toMatchObject({ reverses: 1, round: 'dot', count: 2, category: 'hoc-bong' });
    expect(world.stored('award', 'a2')).not.toHaveProperty('paid');
    await world.must(treasurer, 'round.pay', 'tra-2', 0, pay(['a1', 'a2']));
    expect(world.stored('award', 'a2').paid?.entry).toBe('quy.3');
  });
});
