/** A public fund of two years with names, a round, goods and a reversal, as a back end answers it. */
import { hashText } from '../../src/backend/hash-text.js';
import type { Backend } from '../../src/backend/port.js';
import { partyCommitment } from '../../src/domain/fund/commitment.js';
import { addBalances, addToTotals, effectOf, yearOf } from '../../src/domain/fund/effect.js';
import { entryHash, entryId, openingHash } from '../../src/domain/fund/entry-hash.js';
import type { Entry, OpenedParty } from '../../src/domain/fund/entry.schema.js';
import type { PublicFund, PublicLedgerPage } from '../../src/domain/fund/fund-query.schema.js';
import { packEntries } from '../../src/domain/fund/pack-entries.js';
import { fundPresets } from '../../src/presets/fund-categories.js';

const givers = [
  'Công ty Cổ phần Mẫu Sen Hồ',
  'Ông Nguyễn Văn Hoà (Thôn Đông)',
  'Bà Lê Thị Hoa',
  'Dòng họ Nguyễn làng Mẫu',
  'Hợp tác xã nông nghiệp Mẫu',
];

type Line = Pick<Entry, 'kind' | 'account' | 'amount' | 'date'> & Partial<Entry> & { name?: string };

function lineOf(at: number, count: number): Line {
  const month = Math.floor((at / count) * 24);
  const date = `${2024 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-${String((at % 27) + 1).padStart(2, '0')}`;
  const voucher = at + 1;
  if (at === 12)
    return { kind: 'receipt', account: 'bank', category: 'tai-tro', amount: 3_000_000, date, reverses: 1 };
  if (at % 11 === 10) return { kind: 'move', account: 'cash', to: 'bank', amount: 150_000, date };
  if (at % 13 === 5)
    return {
      kind: 'receipt',
      account: 'kind',
      category: 'hien-vat',
      amount: 4_500_000,
      date,
      voucher,
      name: givers[4]!,
    };
  if (at % 5 === 4)
    return {
      kind: 'payment',
      account: 'bank',
      category: 'hoc-bong',
      amount: 2_500_000,
      date,
      voucher,
      round: 'dot-2025',
      level: 'vuot-kho',
      count: 5,
    };
  if (at % 5 === 3)
    return { kind: 'payment', account: 'bank', category: 'hanh-chinh', amount: 120_000, date, voucher };
  if (at % 5 === 2)
    return {
      kind: 'receipt',
      account: 'cash',
      category: 'van-dong',
      amount: 350_000 + at * 1000,
      date,
      voucher,
    };
  return {
    kind: 'receipt',
    account: 'bank',
    category: 'tai-tro',
    amount: 3_000_000,
    date,
    voucher,
    name: givers[at % 5]!,
  };
}

export interface SampleFund {
  readonly fund: PublicFund;
  readonly pages: PublicLedgerPage[];
}

/** The fund and its pages; `change` falsifies an entry after it was sealed. */
export function sampleFund(count = 60, change: (entry: Entry) => Entry = (entry) => entry): SampleFund {
  const categories = fundPresets.internal.categories;
  const opening = { cash: 5_000_000, bank: 30_000_000, kind: 0 };
  const base = { id: 'quy-1', regime: 'internal' as const, opened: '2024-01-01', opening };
  let head = openingHash(base, hashText);
  let balances = opening;
  const totals: PublicFund['totals'] = {};
  const entries: Entry[] = [];
  const parties: (OpenedParty & { no: number })[] = [];
  for (let at = 0; at < count; at++) {
    const { name, ...line } = lineOf(at, count);
    const no = at + 1;
    const party =
      name === undefined ? undefined : { salt: 'ab'.repeat(16), name, kind: 'organisation' as const };
    const open = {
      ...line,
      recordedAt: `${at < count / 2 ? '2024' : '2025'}-12-30T02:00:00.000Z`,
      id: entryId(base.id, no),
      fund: base.id,
      no,
      details: hashText(`details ${no}`),
      previous: head,
      ...(party && { party: partyCommitment(party, hashText) }),
    };
    const entry: Entry = { ...open, hash: entryHash(open, hashText) };
    if (party) parties.push({ no, ...party });
    head = entry.hash;
    balances = addBalances(balances, effectOf(entry));
    const year = yearOf(entry);
    totals[year] = addToTotals(
      totals[year],
      entry,
      categories.find(({ id }) => id === entry.category),
    );
    entries.push(entry);
  }
  const pages: PublicLedgerPage[] = [];
  for (let from = 0; from < count; from += 512) {
    const some = entries.slice(from, from + 512);
    const packed = packEntries(some);
    // A falsified amount stays within the page: only the check can tell.
    packed.amounts = some.map((entry) => change(entry).amount);
    pages.push({ entries: packed, parties: parties.filter(({ no }) => no > from && no <= from + 512) });
  }
  const fund: PublicFund = {
    ...base,
    name: 'Quỹ khuyến học xã Sen Hồ',
    place: { name: 'Xã Sen Hồ' },
    goal: { amount: 200_000_000, by: '2026-12-31' },
    plan: { '2025': { 'tai-tro': 40_000_000, 'hoc-bong': 20_000_000 } },
    categories,
    balances,
    count,
    head,
    totals,
    years: [],
    rounds: [
      {
        id: 'dot-2025',
        title: 'Học bổng “Em đến trường” năm 2025',
        kind: 'scholarship',
        year: '2025',
        criteria: 'Học sinh trong xã có hoàn cảnh khó khăn, vươn lên trong học tập.',
        state: 'open',
        levels: [{ id: 'vuot-kho', label: { vi: 'Vượt khó', en: 'Against the odds' }, amount: 500_000 }],
      },
    ],
    updatedAt: '2025-12-30T02:00:00.000Z',
  };
  return { fund, pages };
}

/** What a back end answers to a visitor of this fund. */
export function answersOf({ fund, pages }: SampleFund): Pick<Backend, 'query'> {
  const awards = [
    { round: 'dot-2025', initials: 'N.V.A.', grade: 'lớp 7', level: 'vuot-kho', count: 1, amount: 500_000 },
    { round: 'dot-2025', count: 4, amount: 2_000_000 },
  ];
  const answer = (name: string, params: { cursor?: string; from?: number }): unknown => {
    if (name === 'public.fund.get') return { items: [fund] };
    if (name === 'public.awards.list') return { items: awards };
    const at = params.from === undefined ? Number(params.cursor ?? 0) : Math.floor((params.from - 1) / 512);
    return { items: pages.slice(at, at + 1), ...(at + 1 < pages.length && { next: String(at + 1) }) };
  };
  return {
    query: (async (name: string, params: object) => answer(name, params)) as unknown as Backend['query'],
  };
}
