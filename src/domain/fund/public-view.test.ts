import { describe, expect, it } from 'vitest';
import { emptyFund } from '../test-helpers/ledger.js';
import { adminShare } from './admin-cap.js';
import { childAge, missingAwardConsents } from './award-consent.js';
import { daysLate, isLate } from './late-entry.js';
import { publicAwards } from './public-awards.js';
import { openedParty, publicFund, publicRound } from './public-fund.js';
import { initialsOf } from './recipient-label.js';
import type { Award, AwardConsent, Recipient, Round } from './round.schema.js';

const at = '2025-06-01T00:00:00.000Z';
const round: Round = {
  id: 'dot-2025',
  version: 1,
  fund: 'quy-xa',
  title: 'Khen thưởng năm học 2024–2025',
  kind: 'award',
  year: '2025',
  criteria: 'Đạt giải từ cấp tỉnh',
  levels: [
    { id: 'giai-nhat', label: { vi: 'Giải Nhất' }, amount: 400_000 },
    { id: 'ho-ngheo', label: { vi: 'Học sinh hộ nghèo' }, amount: 300_000, private: true },
  ],
  discreet: false,
  state: 'open',
  createdAt: at,
  updatedAt: at,
};
const agreed = (giver: AwardConsent['giver']): AwardConsent => ({
  giver,
  name: 'Nguyễn Thị Lan',
  form: 'paper',
  textVersion: '1',
  at,
});

let made = 0;
function award(who: Partial<Recipient> | undefined, more: Partial<Award> = {}): Award {
  made += 1;
  return {
    id: `a${made}`,
    version: 1,
    fund: 'quy-xa',
    round: round.id,
    level: 'giai-nhat',
    amount: 400_000,
    ...(who && { who: { name: 'Nguyễn Văn An', born: 2013, grade: 'lớp 7', reason: 'ho-ngheo', ...who } }),
    consents: [],
    paid: { entry: 'quy-xa.7', date: '2025-06-01' },
    createdAt: at,
    updatedAt: at,
    ...more,
  };
}
const many = (count: number, who: Partial<Recipient> = {}, more: Partial<Award> = {}): Award[] =>
  Array.from({ length: count }, () => award(who, more));
const shown = (awards: Award[], of = round) => publicAwards(of, awards, { smallestGroup: 5 }, 2025);

describe('initials', () => {
  it('are the first letters of the words, however the name was typed', () => {
    expect(initialsOf('Nguyễn Văn An')).toBe('N.V.A.');
    expect(initialsOf('  đỗ   ánh ')).toBe('Đ.Á.');
    expect(initialsOf('Đặng Ân'.normalize('NFD'))).toBe('Đ.Â.');
    expect(initialsOf('Y-Nuê Êban (Tý)')).toBe('Y.N.Ê.T.');
    expect(initialsOf('7 …')).toBe('');
  });
});

describe('publicAwards', () => {
  it('shows initials and class among enough of that class', () => {
    expect(shown(many(5))).toEqual(
      Array(5).fill({
        round: 'dot-2025',
        initials: 'N.V.A.',
        grade: 'lớp 7',
        level: 'giai-nhat',
        count: 1,
        amount: 400_000,
      }),
    );
  });

  it('merges small classes, and leaves even initials out where there are few of them all', () => {
    const merged = shown([...many(4), ...many(1, { grade: 'lớp 8' })]);
    expect(merged).toEqual(
      Array(5).fill({ round: 'dot-2025', initials: 'N.V.A.', level: 'giai-nhat', count: 1, amount: 400_000 }),
    );
    expect(shown([...many(5), ...many(2, { grade: 'lớp 8' })]).slice(5)).toEqual([
      { round: 'dot-2025', count: 2, amount: 800_000 },
    ]);
    // Two spellings of one class are one class.
    expect(shown([...many(3), ...many(2, { grade: ' lớp 7'.normalize('NFD') })])).toHaveLength(5);
  });

  it('does not count those who are named among those who are not', () => {
    const named = many(1, {}, { consents: [agreed('child'), agreed('representative')] });
    const lines = shown([...named, ...many(4)]);
    expect(lines).toEqual([
      {
        round: 'dot-2025',
        name: 'Nguyễn Văn An',
        grade: 'lớp 7',
        level: 'giai-nhat',
        count: 1,
        amount: 400_000,
      },
      { round: 'dot-2025', count: 4, amount: 1_600_000 },
    ]);
  });

  it('names nobody on the consent of one of two', () => {
    for (const giver of ['child', 'representative', 'self'] as const)
      expect(shown(many(1, {}, { consents: [agreed(giver)] }))[0]).not.toHaveProperty('name');
    const taken = { ...agreed('child'), withdrawnAt: at };
    expect(shown(many(1, {}, { consents: [taken, agreed('representative')] }))[0]).not.toHaveProperty('name');
  });

  it('only counts who is at a level that says something, whoever agreed: a line without its level says it too', () => {
    const poor = (count: number, more: Partial<Award> = {}): Award[] =>
      many(count, {}, { level: 'ho-ngheo', amount: 300_000, ...more });
    const counted = (count: number) => ({ round: 'dot-2025', count, amount: count * 300_000 });
    const lines = shown([...many(5), ...poor(6)]);
    expect(lines.slice(0, 5).every(({ level }) => level === 'giai-nhat')).toBe(true);
    expect(lines.slice(5)).toEqual([counted(6)]);
    const agreedToAll = { consents: [agreed('child'), agreed('representative')] };
    expect(shown([...many(5), ...poor(1, agreedToAll)]).slice(5)).toEqual([counted(1)]);
    // Nor do they make a group of others large enough to be shown.
    expect(shown([...many(4), ...poor(1)])).toEqual([{ round: 'dot-2025', count: 5, amount: 1_900_000 }]);
    expect(shown(poor(5))).toEqual([counted(5)]);
    expect(shown(many(5, {}, { level: 'khong-ro' }))).toEqual([
      { round: 'dot-2025', count: 5, amount: 2_000_000 },
    ]);
  });

  it('leaves out who was not paid, and everybody of a discreet round', () => {
    const { paid: _paid, ...unpaid } = award({});
    expect(shown([unpaid])).toEqual([]);
    const all = [...many(6), ...many(1, {}, { consents: [agreed('child'), agreed('representative')] })];
    expect(shown(all, { ...round, discreet: true })).toEqual([
      { round: 'dot-2025', count: 7, amount: 2_800_000 },
    ]);
    expect(shown([award({}, { round: 'dot-khac' })])).toEqual([]);
  });

  it('counts those who were taken out of the record as a number', () => {
    expect(shown([award(undefined), ...many(5)])[5]).toEqual({
      round: 'dot-2025',
      count: 1,
      amount: 400_000,
    });
  });

  it('tells nothing by its order', () => {
    const names = ['Trần Bình', 'Lê Cúc', 'Đỗ Dũng', 'Phạm Giang', 'Bùi Hoa'];
    const lines = shown(names.map((name) => award({ name })));
    const reversed = shown([...names].reverse().map((name) => award({ name })));
    expect(reversed).toEqual(lines);
  });
});

describe('consents of a recipient', () => {
  it('come from both where he may be a child of 7 or more, else from the one who speaks for him', () => {
    const missing = (born: number | undefined, more: Partial<Recipient> = {}) =>
      missingAwardConsents(
        { who: { name: 'An', ...(born !== undefined && { born }), ...more }, consents: [] },
        2025,
      );
    expect(missing(2020)).toEqual(['representative']);
    expect(missing(2018)).toEqual(['representative', 'child']);
    expect(missing(2009)).toEqual(['representative', 'child']);
    expect(missing(2008)).toEqual(['self']);
    expect(missing(undefined)).toEqual(['representative', 'child']);
    expect(missing(undefined, { adult: true })).toEqual(['self']);
    expect(childAge({ born: 2030 }, 2025)).toBe(0);
  });
});

describe('openedParty', () => {
  const known = new Map([
    ['tai-tro', {}],
    ['hoc-bong', { private: true }],
  ]);
  const entry = { category: 'tai-tro', party: 'c'.repeat(64) };
  const consent = { form: 'digital' as const, textVersion: '1', at };
  const party = {
    salt: 'ab'.repeat(16),
    name: 'Ông Bình',
    kind: 'person' as const,
    anonymous: false,
    consent,
  };

  it('opens the name of who agreed, with its salt and nothing else', () => {
    expect(openedParty(entry, { party }, known)).toEqual({
      salt: 'ab'.repeat(16),
      name: 'Ông Bình',
      kind: 'person',
    });
    const { consent: _none, ...company } = { ...party, kind: 'organisation' as const };
    expect(openedParty(entry, { party: company }, known)).toHaveProperty('name');
  });

  it('opens no other', () => {
    const { consent: _none, ...silent } = party;
    expect(openedParty(entry, { party: silent }, known)).toBeUndefined();
    expect(openedParty(entry, { party: { ...silent, kind: 'household' } }, known)).toBeUndefined();
    expect(openedParty(entry, { party: { ...party, anonymous: true } }, known)).toBeUndefined();
    expect(openedParty({ ...entry, round: 'dot-2025' }, { party }, known)).toBeUndefined();
    expect(openedParty({ ...entry, category: 'hoc-bong' }, { party }, known)).toBeUndefined();
    expect(openedParty({ ...entry, category: 'khong-ro' }, { party }, known)).toBeUndefined();
    expect(openedParty({ category: 'tai-tro' }, { party }, known)).toBeUndefined();
    expect(openedParty(entry, {}, known)).toBeUndefined();
  });
});

describe('publicFund', () => {
  it('has no owner, nobody who closed a year, nothing that waits, and no level that says something', () => {
    const closed = {
      year: '2024',
      opening: { cash: 1, bank: 1, kind: 0 },
      closing: { cash: 1, bank: 1, kind: 0 },
      receipts: 0,
      payments: 0,
      kindIn: 0,
      kindOut: 0,
      admin: 0,
      cash: 0,
      bank: 0,
      count: 0,
      head: 'a'.repeat(64),
      closedAt: at,
      closedBy: { id: 'treasurer-1', name: 'Lê Thu Cúc' },
    };
    const fund = emptyFund({
      years: [closed],
      waiting: [{ id: 'w-secret', from: '2025-01-01', to: '2025-01-01' }],
      approvalLimit: 5_000_001,
    });
    const other = { ...round, id: 'cua-quy-khac', fund: 'quy-khac' };
    const text = JSON.stringify(publicFund(fund, [round, other]));
    for (const secret of [
      'treasurer-1',
      'Cúc',
      'w-secret',
      '5000001',
      'ho-ngheo',
      'hộ nghèo',
      'cua-quy-khac',
    ])
      expect(text).not.toContain(secret);
    expect(text).toContain('dot-2025');
    expect(publicRound(round).levels).toEqual([
      { id: 'giai-nhat', label: { vi: 'Giải Nhất' }, amount: 400_000 },
    ]);
  });
});

describe('adminShare', () => {
  const fund = (admin: number, receipts: number, percent = 5) => ({
    adminCap: { percent, of: 'receipts' as const, source: { vi: 'Mẫu' } },
    totals: { '2025': { receipts, payments: 0, kindIn: 0, kindOut: 0, admin, cash: 0, bank: 0 } },
  });

  it('allows exactly the cap, and not one đồng more', () => {
    expect(adminShare(fund(50_000, 1_000_000), '2025')).toMatchObject({ allowed: 50_000, over: false });
    expect(adminShare(fund(50_001, 1_000_000), '2025')?.over).toBe(true);
    expect(adminShare(fund(333, 10_019, 3.33), '2025')).toMatchObject({ allowed: 333, over: false });
    expect(adminShare(fund(1, -5), '2025')).toMatchObject({ allowed: 0, over: true });
    expect(adminShare(fund(450_359_962_737_049, 9_007_199_254_740_991), '2025')?.over).toBe(false);
  });

  it('says nothing where there is no cap, and zero where there is no year', () => {
    expect(adminShare({ totals: {} }, '2025')).toBeUndefined();
    expect(adminShare(fund(1, 1), '2024')).toEqual({ admin: 0, receipts: 0, allowed: 0, over: false });
  });
});

describe('late entries', () => {
  it('are counted in days of the calendar in Viet Nam', () => {
    // 18:00 UTC is the next day there.
    const entry = { date: '2025-03-01', recordedAt: '2025-03-31T18:00:00.000Z' };
    expect(daysLate(entry)).toBe(31);
    expect(isLate(entry, 30)).toBe(true);
    expect(isLate(entry, 31)).toBe(false);
    expect(daysLate({ ...entry, recordedAt: '2025-02-28T17:00:00.000Z' })).toBe(0);
  });
});
