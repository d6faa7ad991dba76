import type { Entry, EntrySecret, Party } from '../../domain/fund/entry.schema.js';
import type { Category, Fund } from '../../domain/fund/fund.schema.js';
import type { LedgerPage, PublicAward, PublicLedgerPage } from '../../domain/fund/fund-query.schema.js';
import { packEntries } from '../../domain/fund/pack-entries.js';
import { openedParty } from '../../domain/fund/public-fund.js';
import type { Award, Round } from '../../domain/fund/round.schema.js';
import { yearStatement } from '../../domain/fund/statement.js';
import { chained, emptyFund, hash, type Loose } from '../../domain/test-helpers/ledger.js';
import type { FundPaperSettings } from '../fund/fund-input.js';

export const categories: Category[] = [
  { id: 'hoi-phi', kind: 'receipt', label: { vi: 'Đóng góp của hội viên', en: 'Member dues' } },
  { id: 'tai-tro', kind: 'receipt', label: { vi: 'Tài trợ của cá nhân, tổ chức', en: 'Donations' } },
  { id: 'nhan-chuyen', kind: 'receipt', label: { vi: 'Nhận chuyển từ quỹ khác' }, transfer: true },
  { id: 'lai-tien-gui', kind: 'receipt', label: { vi: 'Lãi tiền gửi', en: 'Bank interest' }, gift: false },
  { id: 'hien-vat', kind: 'receipt', label: { vi: 'Hiện vật', en: 'Goods' } },
  { id: 'hoc-bong', kind: 'payment', label: { vi: 'Học bổng', en: 'Scholarships' }, private: true },
  { id: 'khen-thuong', kind: 'payment', label: { vi: 'Khen thưởng học sinh' }, private: true },
  { id: 'quan-ly', kind: 'payment', label: { vi: 'Chi quản lý, in ấn' }, admin: true },
  { id: 'chuyen-quy', kind: 'payment', label: { vi: 'Chuyển cho quỹ khác' }, transfer: true },
  { id: 'trao-hien-vat', kind: 'payment', label: { vi: 'Trao hiện vật' }, private: true },
];

export const settings: FundPaperSettings = {
  parentOrganisation: 'Hội Khuyến học xã Mẫu',
  address: 'Nhà văn hóa xã Mẫu, tỉnh Mẫu',
  number: '5',
  symbol: 'BC-QKH',
  date: '2027-01-15',
  recipients: ['Ủy ban nhân dân xã', 'Niêm yết tại nhà văn hóa xã', 'Lưu: VT'],
};

export const rounds: Round[] = ['2025', '2026'].map((year) => ({
  id: `dot-${year}`,
  version: 1,
  fund: 'quy-xa',
  title: `Khen thưởng học sinh giỏi năm học ${year}`,
  kind: 'award',
  year,
  criteria: 'Học sinh đạt giải cấp tỉnh trở lên',
  levels: [
    { id: 'giai-nhat', label: { vi: 'Giải Nhất cấp tỉnh', en: 'First prize' }, amount: 500_000 },
    { id: 'kho-khan', label: { vi: 'Học sinh hộ nghèo vượt khó' }, amount: 300_000, private: true },
  ],
  discreet: false,
  state: 'open',
  createdAt: '2025-01-01T00:00:00.000Z',
  updatedAt: '2025-01-01T00:00:00.000Z',
}));

/** A line of the sample with what is private about it. */
type Line = Loose & { who?: Partial<Party> & { name: string }; purpose?: string; reason?: string };

const surnames = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Vũ', 'Đặng', 'Bùi'];
const given = ['Thị Hường', 'Văn Bình', 'Quốc Khánh', 'Thị Thanh Thủy', 'Đức Ngọc', 'Hữu Nghĩa'];
export const personName = (index: number): string => `${surnames[index % 8]} ${given[index % 6]}`;
const consent = { form: 'paper', textVersion: '1', at: '2024-01-01T00:00:00.000Z' } as const;

/** What a year brings: dues and donations every month, a round in May, goods in September, a mistake and its correction. */
function yearLines(year: string, before: number, perMonth: number): Line[] {
  const lines: Line[] = [];
  const day = (month: number, date: number): string =>
    `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
  const add = (line: Line): number => before + lines.push(line);
  let receipt = 0;
  let payment = 0;
  for (let month = 1; month <= 12; month += 1) {
    for (let index = 0; index < perMonth; index += 1) {
      const gift = index % 3 !== 0;
      add({
        kind: 'receipt',
        account: index % 2 ? 'bank' : 'cash',
        category: gift ? 'tai-tro' : 'hoi-phi',
        amount: 50_000 * (1 + ((month * 7 + index * 13) % 90)),
        date: day(month, 1 + (index % 28)),
        voucher: (receipt += 1),
        purpose: gift ? 'Ủng hộ quỹ khuyến học' : `Hội phí chi hội thôn ${(index % 9) + 1}`,
        who:
          index % 5 === 4
            ? { name: 'Người Giấu Tên', kind: 'person', anonymous: true }
            : index % 5 === 3
              ? { name: `Công ty TNHH An Phát ${index}`, kind: 'organisation' }
              : { name: personName(month + index), kind: 'household', ...(index % 2 && { consent }) },
      });
    }
    add({
      kind: 'payment',
      account: 'cash',
      category: 'quan-ly',
      amount: 120_000,
      date: day(month, 28),
      voucher: (payment += 1),
      purpose: 'In thư mời, văn phòng phẩm',
      who: { name: 'Cửa hàng văn phòng phẩm Minh Tâm', kind: 'organisation' },
    });
  }
  add({
    kind: 'move',
    account: 'bank',
    to: 'cash',
    amount: 3_000_000,
    date: day(5, 10),
    purpose: 'Chi thưởng',
  });
  const awards = {
    kind: 'payment',
    account: 'cash',
    category: 'khen-thuong',
    amount: 6_000_000,
    date: day(5, 19),
    voucher: (payment += 1),
    round: `dot-${year}`,
    count: 12,
    purpose: 'Chi khen thưởng học sinh giỏi theo danh sách',
  } satisfies Line;
  if (year !== '2024') add(awards);
  add({
    kind: 'receipt',
    account: 'kind',
    category: 'hien-vat',
    amount: 4_500_000,
    date: day(9, 5),
    voucher: (receipt += 1),
    purpose: '30 bộ sách giáo khoa lớp 7',
    who: { name: 'Nhà sách Tri Thức', kind: 'organisation' },
  });
  add({
    kind: 'payment',
    account: 'kind',
    category: 'trao-hien-vat',
    amount: 3_000_000,
    date: day(9, 6),
    voucher: (payment += 1),
    purpose: 'Trao 20 bộ sách giáo khoa',
  });
  const wrong = {
    kind: 'receipt',
    account: 'cash',
    category: 'tai-tro',
    amount: 5_000_000,
    date: day(10, 2),
    voucher: (receipt += 1),
    purpose: 'Ủng hộ quỹ khuyến học',
    who: { name: 'Bùi Hữu Nghĩa', kind: 'person', consent },
  } satisfies Line;
  const no = add(wrong);
  const { voucher: _own, ...same } = wrong;
  add({ ...same, date: day(10, 4), reverses: no, reason: 'Ghi nhầm 500.000 thành 5.000.000' });
  add({ ...wrong, amount: 500_000, date: day(10, 4), voucher: receipt + 1 });
  add({
    kind: 'payment',
    account: 'bank',
    category: 'chuyen-quy',
    amount: 2_000_000,
    date: day(11, 20),
    voucher: payment + 1,
    transfer: { id: `chuyen-${year}`, fund: 'quy-tinh' },
    purpose: 'Nộp quỹ khuyến học tỉnh',
    who: { name: 'Quỹ khuyến học tỉnh Mẫu', kind: 'fund' },
  });
  add({
    kind: 'receipt',
    account: 'bank',
    category: 'lai-tien-gui',
    amount: 412_345,
    date: day(12, 31),
    purpose: 'Lãi tiền gửi quý IV',
  });
  return lines;
}

export interface SampleFund {
  fund: Fund;
  entries: Entry[];
  pages: LedgerPage[];
  publicPages: PublicLedgerPage[];
}

/** A commune's fund over three years, the first two closed; `perMonth` receipts a month beside everything else. */
export function sampleFund(perMonth = 4): SampleFund {
  const empty = emptyFund({
    categories,
    regime: 'licensed',
    opening: { cash: 12_500_000, bank: 85_000_000, kind: 0 },
    adminCap: { percent: 5, of: 'receipts', source: { vi: 'Quy chế quỹ', en: 'Rules of the fund' } },
    plan: {
      '2026': {
        'hoi-phi': 40_000_000,
        'tai-tro': 60_000_000,
        'khen-thuong': 6_000_000,
        'quan-ly': 1_500_000,
      },
    },
  });
  const lines: Line[] = [];
  for (const year of ['2024', '2025', '2026']) lines.push(...yearLines(year, lines.length, perMonth));
  const loose = lines.map(({ who, purpose: _purpose, reason: _reason, ...line }) => ({
    ...line,
    ...(who && { party: hash(who.name) }),
  }));
  const { fund, entries } = chained(empty, loose);
  const secrets = entries.map((entry, index) => secretOf(entry, lines[index]));
  const known = new Map(categories.map((one) => [one.id, one]));
  const size = 512;
  const starts = Array.from({ length: Math.ceil(entries.length / size) }, (_one, index) => index * size);
  const pages = starts.map((start) => ({
    entries: packEntries(entries.slice(start, start + size)),
    secrets: secrets.slice(start, start + size),
  }));
  return {
    fund: {
      ...fund,
      years: ['2024', '2025'].map((year) => {
        const last = entries.filter(({ date }) => date <= `${year}-12-31`).at(-1);
        return {
          ...yearStatement(fund, year),
          count: last?.no ?? 0,
          head: last?.hash ?? '',
          closedAt: `${Number(year) + 1}-01-10T00:00:00.000Z`,
          closedBy: { id: 'treasurer-1', name: 'Trần Văn Thủ' },
        };
      }),
    },
    entries,
    pages,
    publicPages: pages.map((page, index) => ({
      entries: page.entries,
      parties: page.secrets.flatMap((secret, at) => {
        const entry = entries[index * size + at];
        const party = entry && openedParty(entry, secret, known);
        return entry && party ? [{ ...party, no: entry.no }] : [];
      }),
    })),
  };
}

function secretOf(entry: Entry, line: Line | undefined): EntrySecret {
  const salt = '0'.repeat(32);
  const { who, purpose, reason } = line ?? {};
  return {
    id: entry.id,
    version: 1,
    fund: entry.fund,
    ...(who && { party: { salt, kind: 'person', anonymous: false, ...who } }),
    details: {
      salt,
      ...(purpose && { purpose }),
      ...(reason && { reason }),
      ...(who && { address: 'Thôn 3, xã Mẫu', phone: '0912345678' }),
    },
    by: { id: 'treasurer-1', name: 'Trần Văn Thủ' },
  };
}

/** Recipients of the round of 2026: children of all ages and an adult, every third on the level that is not named. */
export function sampleAwards(count = 12): Award[] {
  return Array.from({ length: count }, (_one, index) => ({
    id: `award-${index + 1}`,
    version: 1,
    fund: 'quy-xa',
    round: 'dot-2026',
    level: index % 3 === 2 ? 'kho-khan' : 'giai-nhat',
    amount: index % 3 === 2 ? 300_000 : 500_000,
    who: {
      name: `${personName(index)} ${index + 1}`,
      ...(index === 0 ? { born: 2020 } : index === 1 ? { adult: true } : { born: 2008 + (index % 8) }),
      grade: index === 1 ? 'Giáo viên' : `lớp ${(index % 9) + 1}`,
      school: 'Trường Tiểu học và Trung học cơ sở xã Mẫu',
      ...(index % 2 === 0 && { guardian: personName(index + 3) }),
      reason: 'ho-ngheo',
    },
    consents: [],
    paid: { entry: 'quy-xa.1', date: '2026-05-19' },
    createdAt: '2026-05-01T00:00:00.000Z',
    updatedAt: '2026-05-01T00:00:00.000Z',
  }));
}

/** The same round as anybody may read it: some by initials, the others together. */
export const publicAwards: PublicAward[] = [
  { round: 'dot-2026', initials: 'N.T.H.', grade: 'lớp 7', level: 'giai-nhat', count: 1, amount: 500_000 },
  { round: 'dot-2026', name: 'Trần Văn Bình', grade: 'lớp 7', level: 'giai-nhat', count: 1, amount: 500_000 },
  { round: 'dot-2026', count: 9, amount: 4_000_000 },
];
