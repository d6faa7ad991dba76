import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  colleague,
  details,
  FundWorld,
  payment,
  receipt,
  recipient,
  roundFields,
  salt,
  second,
  treasurer,
} from '../../test-helpers/fund-world.js';
import { hash } from '../../test-helpers/ledger.js';
import { detailsCommitment, partyCommitment } from '../commitment.js';
import { createSums } from '../sums.js';
import { checkChain } from '../verify-chain.js';
import { isUsed, voucherSeries } from '../vouchers.js';

const actors = [treasurer, treasurer, colleague, second];
const step = fc.record({
  what: fc.constantFrom(
    'in',
    'out',
    'move',
    'import',
    'reverse',
    'approve',
    'refuse',
    'erase',
    'close',
    'pay',
  ),
  actor: fc.constantFrom(...actors),
  amount: fc.integer({ min: 1, max: 8_000_000 }),
  date: fc.constantFrom('2025-03-01', '2025-12-31', '2026-01-01', '2026-10-31', '2026-11-30'),
  account: fc.constantFrom('cash' as const, 'bank' as const, 'kind' as const),
  pick: fc.nat(30),
  voucher: fc.constantFrom('next' as const, 3, 4, undefined),
  named: fc.boolean(),
  back: fc.constantFrom(0, -86_400_000),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** Does what a person might, sensible or not; every refusal is welcome. */
async function take(world: FundWorld, one: Step, act: string): Promise<void> {
  const { what, actor, amount, date, account, pick, voucher } = one;
  // The clock of the machine, which is set back now and then.
  world.now += one.back;
  const party = { salt, name: `Ông ${pick}`, kind: 'person' as const, anonymous: false };
  const more = { amount, date, account, voucher, ...(one.named && { party }) };
  const entry = `quy.${1 + (pick % Math.max(world.fund.count, 1))}`;
  const waiting = world.fund.waiting[pick % Math.max(world.fund.waiting.length, 1)]?.id ?? 'none';
  const run = {
    in: () => world.try(actor, 'fund.record', act, 0, { fund: 'quy', ...receipt(more) }),
    out: () => world.try(actor, 'fund.record', act, 0, { fund: 'quy', ...payment(more) }),
    move: () =>
      world.try(actor, 'fund.record', act, 0, {
        fund: 'quy',
        ...{ kind: 'move' as const, account, to: 'cash' as const, amount, date, details },
      }),
    import: () =>
      world.try(actor, 'fund.import', act, 0, {
        fund: 'quy',
        rows: [receipt(more), payment({ ...more, voucher: undefined })],
      }),
    reverse: () => world.try(actor, 'fund.reverse', entry, 1, { date, details }),
    approve: () => world.try(actor, 'fund.approve', waiting, 1, {}),
    refuse: () => world.try(actor, 'fund.refuse', waiting, 1, { salt, reason: 'Không' }),
    erase: () => world.try(actor, 'fund.erase', entry, 1, { what: ['party', 'details'] }),
    close: () => world.try(actor, 'fund.close', 'quy', world.fund.version, { year: '2025' }),
    pay: () =>
      world.try(actor, 'round.pay', act, 0, {
        fund: 'quy',
        round: 'dot',
        awards: [`a${pick % 4}`],
        account: 'cash',
        category: 'hoc-bong',
        date,
        details,
      }),
  };
  await run[what]();
}

/** What must hold of a fund whatever was done with it. */
function holds(world: FundWorld): void {
  const { fund } = world;
  const entries = world.entries();
  const check = checkChain(fund, hash);
  check.add(entries);
  expect(check.end()).toEqual([]);

  const sums = createSums(fund);
  for (const entry of entries) sums.add(entry);
  expect([sums.balances, sums.totals]).toEqual([fund.balances, fund.totals]);

  for (const entry of entries) {
    const secret = world.secret(entry.no);
    if (secret.details) expect(detailsCommitment(secret, hash)).toBe(entry.details);
    if (secret.party) expect(partyCommitment(secret.party, hash)).toBe(entry.party);
    if (entry.voucher !== undefined && entry.kind !== 'move')
      expect(isUsed(fund.vouchers[voucherSeries(entry.date, entry.kind)] ?? [], entry.voucher)).toBe(true);
    // Above the limit nothing gets in without a second person, who is another one.
    const needed = entry.kind === 'payment' && entry.reverses === undefined && entry.amount > 5_000_000;
    if (needed) expect(secret.approvedBy?.id).toBeDefined();
    expect(secret.approvedBy?.id).not.toBe(secret.by.id);
  }
  const numbers = entries.flatMap(({ kind, date, voucher }) =>
    voucher === undefined ? [] : [`${date.slice(0, 4)} ${kind} ${voucher}`],
  );
  expect(new Set(numbers).size).toBe(numbers.length);
  const [closed] = fund.years;
  if (closed) {
    const late = entries.slice(closed.count).filter(({ date }) => date.startsWith('2025'));
    expect(late).toEqual([]);
    expect(closed.receipts).toBe(fund.totals['2025']?.receipts ?? 0);
  }
  for (const { id } of fund.waiting) expect(world.stored('pending', id).state).toBe('waiting');
  const paid = [0, 1, 2, 3].flatMap((no) => world.stored('award', `a${no}`).paid?.entry ?? []);
  const paying = entries.filter(
    ({ no, round, reverses }) => round && reverses === undefined && world.secret(no).reversedBy === undefined,
  );
  expect(paying.map(({ id }) => id).sort()).toEqual(paid.sort());
}

describe('a fund', () => {
  it('keeps its laws whatever people do, in whatever order, under whatever clock', async () => {
    const seen = { entries: 0, reversals: 0, approved: 0, closed: 0, paid: 0, erased: 0 };
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 30, maxLength: 50 }), async (steps) => {
        const world = await FundWorld.opened({
          opening: { cash: 9_000_000, bank: 9_000_000, kind: 9_000_000 },
        });
        await world.must(treasurer, 'round.open', 'dot', 0, { ...roundFields, fund: 'quy' });
        const awards = [0, 1, 2, 3].map((no) => recipient(`a${no}`, {}, no < 2 ? 'giai-nhat' : 'vuot-kho'));
        await world.must(treasurer, 'award.add', 'them', 0, { round: 'dot', salt, awards });
        for (const [index, one] of steps.entries()) {
          const before = world.entries();
          await take(world, one, `act-${index}`);
          // Nothing that was entered is ever written over, by whatever is done.
          expect(JSON.stringify(world.entries().slice(0, before.length))).toBe(JSON.stringify(before));
        }
        holds(world);
        const entries = world.entries();
        seen.entries += entries.length;
        seen.reversals += entries.filter(({ reverses }) => reverses !== undefined).length;
        seen.approved += entries.filter(({ approved }) => approved).length;
        seen.closed += world.fund.years.length;
        seen.paid += entries.filter(({ round }) => round !== undefined).length;
        seen.erased += entries.filter(({ no }) => world.secret(no).erased).length;
      }),
      { numRuns: 50 },
    );
    // Otherwise nothing was tried.
    for (const [what, times] of Object.entries(seen)) expect(times, what).toBeGreaterThan(0);
  });
});
