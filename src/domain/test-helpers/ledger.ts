import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { addBalances, addToTotals, effectOf, overdrawn, yearOf } from '../fund/effect.js';
import { entryHash, entryId, openingHash, type HashText } from '../fund/entry-hash.js';
import type { Entry } from '../fund/entry.schema.js';
import type { Category, Fund } from '../fund/fund.schema.js';

export const hash: HashText = (text) => createHash('sha256').update(text, 'utf8').digest('hex');

export const categories: Category[] = [
  { id: 'tai-tro', kind: 'receipt', label: { vi: 'Tài trợ' } },
  { id: 'nhan', kind: 'receipt', label: { vi: 'Nhận chuyển' }, transfer: true },
  { id: 'hoc-bong', kind: 'payment', label: { vi: 'Học bổng' }, private: true },
  { id: 'quan-ly', kind: 'payment', label: { vi: 'Quản lý' }, admin: true },
  { id: 'chuyen', kind: 'payment', label: { vi: 'Chuyển quỹ' }, transfer: true },
];

const instant = '2024-01-01T01:00:00.000Z';

/** A fund without entries. */
export function emptyFund(changes: Partial<Fund> = {}): Fund {
  const fund: Fund = {
    id: 'quy-xa',
    version: 1,
    settingsSince: 1,
    name: 'Quỹ khuyến học xã Mẫu',
    regime: 'internal',
    place: { name: 'Xã Mẫu' },
    published: true,
    plan: {},
    categories,
    smallestGroup: 5,
    lateAfterDays: 30,
    owner: 'treasurer-1',
    opened: '2024-01-01',
    opening: { cash: 1_000_000, bank: 20_000_000, kind: 0 },
    balances: { cash: 0, bank: 0, kind: 0 },
    count: 0,
    head: '',
    vouchers: {},
    totals: {},
    years: [],
    waiting: [],
    createdAt: instant,
    updatedAt: instant,
    ...changes,
  };
  return { ...fund, balances: fund.opening, head: openingHash(fund, hash) };
}

/** What an entry is without its place in a chain. */
export type Loose = Pick<Entry, 'kind' | 'account' | 'amount' | 'date'> &
  Partial<Omit<Entry, 'id' | 'no' | 'fund' | 'previous' | 'hash'>>;

/** Chains entries to a fund; answers the fund after them too. */
export function chained(fund: Fund, drafts: readonly Loose[]): { fund: Fund; entries: Entry[] } {
  const entries: Entry[] = [];
  let after = fund;
  for (const draft of drafts) {
    const no = after.count + 1;
    const usual = `${draft.date}T02:00:00.000Z`;
    const before = entries.at(-1)?.recordedAt ?? '';
    const open = {
      recordedAt: usual < before ? before : usual,
      details: hash(`details ${no}`),
      ...draft,
      id: entryId(fund.id, no),
      fund: fund.id,
      no,
      previous: after.head,
    };
    const entry: Entry = { ...open, hash: entryHash(open, hash) };
    const year = yearOf(entry);
    const category = fund.categories.find(({ id }) => id === entry.category);
    after = {
      ...after,
      balances: addBalances(after.balances, effectOf(entry)),
      totals: { ...after.totals, [year]: addToTotals(after.totals[year], entry, category) },
      count: no,
      head: entry.hash,
    };
    entries.push(entry);
  }
  return { fund: after, entries };
}

const day = fc
  .integer({ min: Date.parse('2024-01-01') / 864e5, max: Date.parse('2026-12-31') / 864e5 })
  .map((days) => new Date(days * 864e5).toISOString().slice(0, 10));
const rare = fc.record(
  {
    voucher: fc.integer({ min: 1, max: 999_999 }),
    round: fc.constantFrom('dot-2025', 'dot-2026'),
    level: fc.constantFrom('giai-nhat', 'giai-nhi'),
    count: fc.integer({ min: 1, max: 500 }),
    approved: fc.constant(true as const),
    party: fc.constantFrom(hash('a'), hash('b')),
  },
  { requiredKeys: [] },
);
const money = fc.constantFrom('cash' as const, 'bank' as const);
const amount = fc.oneof(
  fc.integer({ min: 1, max: 5_000_000 }),
  fc.integer({ min: 1, max: 10_000_000_000_000 }),
);
const account = fc.constantFrom('cash' as const, 'bank' as const, 'kind' as const);

/** A receipt, a payment or a move, of any account and amount. */
export const anyDraft: fc.Arbitrary<Loose> = fc
  .tuple(
    fc.oneof(
      fc.record({
        kind: fc.constant('receipt' as const),
        account,
        category: fc.constantFrom('tai-tro', 'nhan'),
      }),
      fc.record({
        kind: fc.constant('payment' as const),
        account,
        category: fc.constantFrom('hoc-bong', 'quan-ly', 'chuyen'),
      }),
      money.map((from) => ({
        kind: 'move' as const,
        account: from,
        to: from === 'cash' ? ('bank' as const) : ('cash' as const),
      })),
    ),
    fc.record({ amount, date: day }),
    rare,
  )
  .map(([kind, what, more]) => ({ ...more, ...what, ...kind }));

/** Those that the accounts allow, one after the other, and some of them taken back, dated when they were recorded. */
export function allowed(fund: Fund, drafts: readonly Loose[], takeBack: readonly number[] = []): Loose[] {
  let balances = fund.balances;
  const kept: Loose[] = [];
  const add = (draft: Loose): void => {
    const after = addBalances(balances, effectOf(draft));
    if (overdrawn(after)) return;
    balances = after;
    kept.push(draft);
  };
  [...drafts].sort((a, b) => (a.date < b.date ? -1 : 1)).forEach(add);
  const originals = [...kept];
  for (const index of new Set(takeBack)) {
    const original = originals[index % Math.max(originals.length, 1)];
    const no = original && originals.indexOf(original) + 1;
    if (!original || kept.some(({ reverses }) => reverses === no)) continue;
    const { kind, account: from, to, category, amount: same } = original;
    add({
      kind,
      account: from,
      ...(to && { to }),
      ...(category !== undefined && { category }),
      amount: same,
      date: '2026-12-31',
      reverses: no,
    });
  }
  return kept;
}

/** A fund and a sound ledger of up to 40 entries, reversals among them. */
export const soundLedger = fc
  .tuple(fc.array(anyDraft, { maxLength: 30 }), fc.array(fc.nat(1000), { maxLength: 10 }))
  .map(([drafts, takeBack]) => {
    const fund = emptyFund();
    return chained(fund, allowed(fund, drafts, takeBack));
  });
