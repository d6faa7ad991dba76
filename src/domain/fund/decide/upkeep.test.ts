import { describe, expect, it } from 'vitest';
import {
  colleague,
  details,
  FundWorld,
  inspector,
  payment,
  receipt,
  recipient,
  roundFields,
  salt,
  second,
  settings,
  treasurer,
} from '../../test-helpers/fund-world.js';
import { categories, hash } from '../../test-helpers/ledger.js';
import { owner } from '../../test-helpers/world.js';
import { isBalanced } from '../statement.js';
import { checkChain } from '../verify-chain.js';

const party = { salt, name: 'Ông Trần Văn Bình', kind: 'person' as const, anonymous: false };
const admin = { ...colleague, id: 'admin-1', roles: ['admin' as const] };
const back = (date = '2026-04-01') => ({ date, details: { ...details, reason: 'Ghi nhầm' } });

function isSound(world: FundWorld): void {
  const check = checkChain(world.fund, hash);
  check.add(world.entries());
  expect(check.end()).toEqual([]);
}

describe('fund.reverse', () => {
  const reverse = (world: FundWorld, no: number, more = back(), actor = treasurer) =>
    world.try(actor, 'fund.reverse', `quy.${no}`, 1, more);

  it('takes an entry back by another one, once', async () => {
    const world = await FundWorld.opened();
    await world.record(receipt({ voucher: 1 }));
    expect(await reverse(world, 1)).toBe('applied');
    expect(world.entry(2)).toMatchObject({
      kind: 'receipt',
      amount: 500_000,
      category: 'tai-tro',
      reverses: 1,
    });
    expect(world.entry(2)).not.toHaveProperty('voucher');
    expect(world.fund.balances).toEqual(settings.opening);
    expect(world.fund.totals['2026']?.receipts).toBe(0);
    expect(world.secret(1)).toMatchObject({ version: 2, reversedBy: 2 });
    expect(await reverse(world, 1)).toBe('already-exists reversal');
    expect(await reverse(world, 2)).toBe('wrong-state reversal');
    expect(await reverse(world, 3)).toBe('not-found entry');
    isSound(world);
    // Its voucher stays in use: the paper exists.
    expect(await world.record(receipt({ voucher: 1 }))).toBe('already-exists voucher');
  });

  it('needs what it takes back, a day after it, and the right', async () => {
    const world = await FundWorld.opened();
    await world.record(receipt({ account: 'cash', amount: 100 }));
    await world.record(payment({ account: 'cash', amount: 1_000_100 }));
    expect(await reverse(world, 1)).toBe('insufficient cash');
    expect(await reverse(world, 2, back('2026-03-01'))).toBe('invalid date.original');
    expect(await reverse(world, 2, back('2026-12-01'))).toBe('invalid date.future');
    for (const actor of [inspector, second, admin])
      expect(await reverse(world, 2, back(), actor)).toBe('forbidden');
    expect(await reverse(world, 2)).toBe('applied');
  });

  it('takes back an entry of a closed year in an open one, and one whose category is no longer offered', async () => {
    const world = await FundWorld.opened();
    await world.record(receipt({ date: '2025-06-01' }));
    expect(await world.close('2025')).toBe('applied');
    const [first, ...others] = categories;
    const retired = { categories: [{ ...first, retired: true }, ...others] as typeof categories };
    await world.must(treasurer, 'fund.update', 'quy', world.fund.version, retired);
    expect(await world.record(receipt())).toBe('invalid category');
    expect(await reverse(world, 1, back('2025-12-31'))).toBe('closed date');
    expect(await reverse(world, 1)).toBe('applied');
    expect(world.fund.totals['2026']?.receipts).toBe(-500_000);
    isSound(world);
  });
});

describe('fund.close', () => {
  it('ends the years in order, each when it is over', async () => {
    const world = await FundWorld.opened();
    await world.record(receipt({ date: '2025-06-01' }));
    await world.record(payment({ date: '2026-01-05' }));
    expect(await world.close('2026')).toBe('wrong-state year');
    expect(await world.close('2025')).toBe('applied');
    const [closed] = world.fund.years;
    expect(closed).toMatchObject({
      year: '2025',
      opening: settings.opening,
      receipts: 500_000,
      payments: 0,
      closing: { cash: 1_000_000, bank: 20_500_000, kind: 0 },
      count: 2,
      head: world.entry(2).hash,
      closedBy: { id: 'treasurer-1' },
    });
    expect(closed && isBalanced(closed)).toBe(true);
    expect(await world.close('2025')).toBe('already-exists year');
    expect(await world.close('2026')).toBe('invalid year.running');
    world.now = Date.parse('2026-12-31T17:00:00.000Z');
    expect(await world.close('2026')).toBe('applied');
  });

  it('lets nothing be dated in it any more', async () => {
    const world = await FundWorld.opened();
    expect(await world.close('2025')).toBe('applied');
    expect(await world.record(receipt({ date: '2025-12-31' }))).toBe('closed date');
    expect(await world.record(receipt({ date: '2026-01-01' }))).toBe('applied');
  });

  it('waits for what waits in it, and for those who may', async () => {
    const world = await FundWorld.opened();
    await world.must(treasurer, 'fund.record', 'w', 0, {
      fund: 'quy',
      ...payment({ amount: 6_000_000, date: '2025-05-05' }),
    });
    expect(await world.close('2025')).toBe('wrong-state waiting');
    await world.must(second, 'fund.refuse', 'w', 1, { salt, reason: 'Không' });
    for (const actor of [second, inspector, admin])
      expect(await world.try(actor, 'fund.close', 'quy', world.fund.version, { year: '2025' })).toBe(
        'forbidden',
      );
    expect(await world.try(treasurer, 'fund.close', 'quy', 1, { year: '2025' })).toBe('conflict');
    await world.must(treasurer, 'fund.record', 'w2', 0, { fund: 'quy', ...payment({ amount: 6_000_000 }) });
    expect(await world.close('2025')).toBe('applied');
  });

  it('closes no books that were damaged', async () => {
    const world = await FundWorld.opened();
    await world.record(receipt());
    world.records.delete('entry quy.1');
    expect(await world.close('2025')).toBe('invalid ledger');
  });
});

describe('fund.erase', () => {
  it('takes the private parts out, with their salts, and leaves the chain as it is', async () => {
    const world = await FundWorld.opened();
    await world.record(receipt({ party }));
    const before = world.entry(1);
    for (const actor of [inspector, second])
      expect(await world.try(actor, 'fund.erase', 'quy.1', 1, { what: ['party'] })).toBe('forbidden');
    await world.must(admin, 'fund.erase', 'quy.1', 1, { what: ['party'] });
    expect(world.secret(1)).toMatchObject({
      version: 2,
      details,
      erased: [{ what: 'party', by: { id: 'admin-1' } }],
    });
    expect(world.secret(1)).not.toHaveProperty('party');
    expect(await world.try(treasurer, 'fund.erase', 'quy.1', 1, { what: ['details'] })).toBe('conflict');
    expect(await world.try(treasurer, 'fund.erase', 'quy.1', 2, { what: ['party'] })).toBe(
      'wrong-state erased',
    );
    await world.must(treasurer, 'fund.erase', 'quy.1', 2, { what: ['party', 'details'] });
    expect(JSON.stringify(world.secret(1))).not.toContain(salt);
    // Who is answerable for the entry stays.
    expect(world.secret(1).by.id).toBe('treasurer-1');
    expect(world.entry(1)).toEqual(before);
    isSound(world);
    expect(await world.try(treasurer, 'fund.disclose', 'quy.1', 3, { anonymous: true })).toBe(
      'wrong-state party',
    );
    await world.must(treasurer, 'fund.reverse', 'quy.1', 1, back());
    expect(await world.try(treasurer, 'fund.erase', 'quy.9', 1, { what: ['party'] })).toBe('not-found entry');
  });
});

describe('fund.disclose', () => {
  it('records that somebody may be named, and that he may not', async () => {
    const world = await FundWorld.opened();
    await world.record(receipt({ party }));
    const consent = { form: 'paper' as const, textVersion: '2' };
    expect(await world.try(second, 'fund.disclose', 'quy.1', 1, { consent })).toBe('forbidden');
    await world.must(treasurer, 'fund.disclose', 'quy.1', 1, { consent });
    expect(world.secret(1).party?.consent).toMatchObject({
      ...consent,
      at: expect.stringContaining('2026-11-01') as string,
    });
    expect(await world.try(treasurer, 'fund.disclose', 'quy.1', 1, { consent: null })).toBe('conflict');
    await world.must(admin, 'fund.disclose', 'quy.1', 2, { anonymous: true });
    expect(world.secret(1).party).toMatchObject({ anonymous: true, consent });
    await world.must(treasurer, 'fund.disclose', 'quy.1', 3, { consent: null });
    expect(world.secret(1).party).not.toHaveProperty('consent');
    isSound(world);
  });
});

describe('fund.open and fund.update', () => {
  const open = (more: object, id = 'moi') =>
    new FundWorld().try(treasurer, 'fund.open', id, 0, { ...settings, ...more });

  it('opens a fund that holds together', async () => {
    expect(await open({})).toBe('applied');
    expect(await open({}, 'x'.repeat(101))).toBe('invalid record');
    expect(await open({ opened: '2026-02-30' })).toBe('invalid opened');
    expect(await open({ opened: '2026-11-02' })).toBe('invalid opened.future');
    expect(await open({ categories: [...categories, categories[0]] })).toBe('invalid categories.twice');
    expect(await open({ plan: { '2026': { la: 1 } } })).toBe('invalid plan');
    expect(await open({ goal: { amount: 1, by: '2026-13-01' } })).toBe('invalid goal');
    expect(await open({ parent: 'moi' })).toBe('invalid parent');
    for (const actor of [owner, second, inspector])
      expect(await new FundWorld().try(actor, 'fund.open', 'moi', 0, settings)).toBe('forbidden');
    const world = await FundWorld.opened();
    expect(await world.try(treasurer, 'fund.open', 'quy', 0, settings)).toBe('already-exists fund');
  });

  it('lets who opened it act on it, without a scope', async () => {
    const world = new FundWorld();
    const { scope: _none, ...alone } = treasurer;
    await world.must(alone, 'fund.open', 'quy', 0, settings);
    expect(await world.record(receipt(), alone)).toBe('applied');
    expect(await world.record(receipt(), { ...alone, id: 'ai-do' })).toBe('forbidden');
  });

  it('changes settings while others enter, but not over another change', async () => {
    const world = await FundWorld.opened();
    await world.record(receipt());
    await world.must(treasurer, 'fund.update', 'quy', 1, { name: 'Quỹ mới', approvalLimit: null });
    expect(world.fund).toMatchObject({ name: 'Quỹ mới', version: 3, settingsSince: 3, count: 1 });
    expect(world.fund).not.toHaveProperty('approvalLimit');
    expect(await world.try(treasurer, 'fund.update', 'quy', 2, { name: 'Tên khác' })).toBe('conflict');
    expect(await world.try(treasurer, 'fund.update', 'quy', 4, { name: 'Tên khác' })).toBe('conflict');
    await world.must(admin, 'fund.update', 'quy', 3, { goal: { amount: 1_200_000_000, by: '2030-12-31' } });
    expect(world.fund.goal?.amount).toBe(1_200_000_000);
    isSound(world);
  });

  it('leaves the plan of a closed year as it was, and takes that of the next', async () => {
    const world = await FundWorld.opened();
    const planned = { '2025': { 'tai-tro': 1_000_000 } };
    await world.must(treasurer, 'fund.update', 'quy', 1, { plan: planned });
    expect(await world.close('2025')).toBe('applied');
    const set = (plan: typeof world.fund.plan) =>
      world.try(treasurer, 'fund.update', 'quy', world.fund.version, { plan });
    expect(await set({ '2025': { 'tai-tro': 2_000_000 } })).toBe('closed plan');
    expect(await set({ '2025': { ...planned['2025'], 'hoc-bong': 1 } })).toBe('closed plan');
    expect(await set({})).toBe('closed plan');
    expect(await set({ ...planned, '2026': { 'tai-tro': 3_000_000 } })).toBe('applied');
    expect(world.fund.plan).toEqual({ ...planned, '2026': { 'tai-tro': 3_000_000 } });
  });

  it('keeps who loosened the limit and tightened it again', async () => {
    const world = await FundWorld.opened();
    await world.must(treasurer, 'fund.update', 'quy', 1, { approvalLimit: null });
    await world.record(payment({ amount: 6_000_000 }));
    await world.must(admin, 'fund.update', 'quy', world.fund.version, { approvalLimit: 5_000_000 });
    await world.must(admin, 'fund.update', 'quy', world.fund.version, { approvalLimit: 5_000_000 });
    expect(world.fund.changes).toMatchObject([
      { what: 'approvalLimit', from: 5_000_000, by: { id: 'treasurer-1' } },
      { what: 'approvalLimit', to: 5_000_000, by: { id: 'admin-1' } },
    ]);
    const [first, second] = world.fund.changes ?? [];
    expect(Date.parse(second!.at)).toBeGreaterThan(Date.parse(first!.at));
    expect(first).not.toHaveProperty('to');
  });

  it('takes no category away', async () => {
    const world = await FundWorld.opened();
    const [first, ...others] = categories;
    const added = { id: 'thu-khac', kind: 'receipt' as const, label: { vi: 'Thu khác' } };
    expect(await world.try(treasurer, 'fund.update', 'quy', 1, { categories: others })).toBe(
      'invalid tai-tro.categories',
    );
    const turned = [{ ...first, kind: 'payment' as const }, ...others] as typeof categories;
    expect(await world.try(treasurer, 'fund.update', 'quy', 1, { categories: turned })).toBe(
      'invalid tai-tro.categories',
    );
    await world.must(treasurer, 'fund.update', 'quy', 1, { categories: [...categories, added] });
    expect(await world.record(receipt({ category: 'thu-khac' }))).toBe('applied');
  });

  it('rolls no fund up into itself, in however many steps', async () => {
    const world = await FundWorld.opened();
    await world.must(treasurer, 'fund.open', 'thon', 0, { ...settings, parent: 'quy' });
    await world.must(treasurer, 'fund.open', 'xom', 0, { ...settings, parent: 'thon' });
    expect(await world.try(treasurer, 'fund.update', 'quy', 1, { parent: 'xom' })).toBe('invalid parent');
    await world.must(treasurer, 'fund.update', 'quy', 1, { parent: 'quy-tinh' });
    await world.must(treasurer, 'fund.update', 'quy', 2, { parent: null });
    expect(world.fund).not.toHaveProperty('parent');
  });
});

describe('rounds and awards', () => {
  async function round(): Promise<FundWorld> {
    const world = await FundWorld.opened();
    await world.must(treasurer, 'round.open', 'dot', 0, { ...roundFields, fund: 'quy' });
    return world;
  }
  const add = (world: FundWorld, awards: ReturnType<typeof recipient>[], actor = treasurer) =>
    world.try(actor, 'award.add', `them-${awards[0]?.id ?? ''}`, 0, { round: 'dot', salt, awards });

  it('keep their levels, and end', async () => {
    const world = await round();
    expect(await world.try(treasurer, 'round.open', 'dot', 0, { ...roundFields, fund: 'quy' })).toBe(
      'already-exists round',
    );
    expect(await world.try(treasurer, 'round.open', 'd2', 0, { ...roundFields, fund: 'la' })).toBe(
      'not-found fund',
    );
    const [first, hidden] = roundFields.levels as [
      (typeof roundFields.levels)[0],
      (typeof roundFields.levels)[0],
    ];
    expect(await world.try(treasurer, 'round.update', 'dot', 1, { levels: [first] })).toBe('invalid levels');
    expect(await world.try(treasurer, 'round.update', 'dot', 1, { levels: [first, hidden, first] })).toBe(
      'invalid levels.twice',
    );
    await world.must(treasurer, 'round.update', 'dot', 1, { title: 'Tên mới' });
    expect(world.stored('round', 'dot')).toMatchObject({
      title: 'Tên mới',
      version: 2,
      levels: roundFields.levels,
    });
    expect(await world.try(treasurer, 'round.close', 'dot', 1, {})).toBe('conflict');
    await world.must(treasurer, 'round.close', 'dot', 2, {});
    expect(await world.try(treasurer, 'round.update', 'dot', 3, { title: 'x' })).toBe('closed round');
    expect(await add(world, [recipient('a1')])).toBe('closed round');
    expect(await world.record(payment({ round: 'dot' }))).toBe('closed round');
    for (const actor of [second, inspector, admin])
      expect(await add(world, [recipient('a1')], actor)).toBe('forbidden');
  });

  it('take recipients in, all or none', async () => {
    const world = await round();
    expect(await add(world, [recipient('a1'), recipient('a2', {}, 'vuot-kho')])).toBe('applied');
    expect([world.stored('award', 'a1').amount, world.stored('award', 'a2').amount]).toEqual([
      400_000, 3_000_000,
    ]);
    expect(await add(world, [recipient('a3'), recipient('a1')])).toBe('already-exists a1.awards');
    expect(await add(world, [recipient('a4'), recipient('a4')])).toBe('invalid awards');
    expect(await add(world, [recipient('a5'), recipient('a6', {}, 'la')])).toBe('invalid level');
    expect([...world.records.keys()].filter((key) => key.startsWith('award '))).toEqual([
      'award a1',
      'award a2',
    ]);
  });

  it('correct a recipient, but not what was paid', async () => {
    const world = await round();
    await add(world, [recipient('a1')]);
    await world.must(treasurer, 'award.update', 'a1', 1, { salt, level: 'vuot-kho' });
    expect(world.stored('award', 'a1').amount).toBe(3_000_000);
    await world.must(treasurer, 'award.update', 'a1', 2, { salt, amount: 250_000, person: 'hs-1' });
    const pay = {
      fund: 'quy',
      round: 'dot',
      awards: ['a1'],
      account: 'cash' as const,
      category: 'hoc-bong',
      date: '2026-06-01',
      details,
    };
    await world.must(treasurer, 'round.pay', 'tra', 0, pay);
    expect(world.entry(1).amount).toBe(250_000);
    expect(await world.try(treasurer, 'award.update', 'a1', 4, { salt, amount: 1 })).toBe('wrong-state paid');
    expect(await world.try(treasurer, 'award.update', 'a1', 3, { salt, person: 'x' })).toBe('conflict');
    await world.must(treasurer, 'award.update', 'a1', 4, { salt, who: { name: 'Nguyễn Văn Ân' } });
    expect(world.stored('award', 'a1').who).toEqual({ name: 'Nguyễn Văn Ân' });
  });

  it('take a person out for ever, and keep what was paid', async () => {
    const world = await round();
    await add(world, [{ ...recipient('a1'), consents: [] }]);
    await world.must(treasurer, 'award.update', 'a1', 1, { salt, person: 'hs-1' });
    await world.must(admin, 'award.remove', 'a1', 2, {});
    const award = world.stored('award', 'a1');
    expect(award).toMatchObject({ amount: 400_000, consents: [] });
    for (const word of ['An', 'lớp 7', 'hs-1']) expect(JSON.stringify(award)).not.toContain(word);
    expect(await world.try(treasurer, 'award.remove', 'a1', 3, {})).toBe('wrong-state removed');
    expect(await world.try(treasurer, 'award.update', 'a1', 3, { salt, amount: 1 })).toBe(
      'wrong-state removed',
    );
    expect(await world.try(treasurer, 'award.remove', 'la', 1, {})).toBe('not-found award');
  });

  it('record who agreed to a name in public, and who took it back', async () => {
    const world = await round();
    await add(world, [recipient('a1')]);
    const give = { giver: 'child' as const, name: 'An', form: 'paper' as const, textVersion: '1' };
    expect(await world.try(treasurer, 'award.consent', 'a1', 1, { salt })).toBe('invalid consent');
    expect(await world.try(treasurer, 'award.consent', 'a1', 1, { salt, withdraw: 'child' })).toBe(
      'wrong-state consent',
    );
    await world.must(treasurer, 'award.consent', 'a1', 1, { salt, give });
    await world.must(treasurer, 'award.consent', 'a1', 2, { salt, give: { ...give, textVersion: '2' } });
    const [old, now] = world.stored('award', 'a1').consents;
    expect([old?.withdrawnAt === undefined, now?.withdrawnAt]).toEqual([false, undefined]);
    await world.must(treasurer, 'award.consent', 'a1', 3, { salt, withdraw: 'child' });
    expect(world.stored('award', 'a1').consents.every(({ withdrawnAt }) => withdrawnAt)).toBe(true);
  });
});
