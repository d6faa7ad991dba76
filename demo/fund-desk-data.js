/** The first months of a made-up fund, put in by the same commands as anybody's. */
import { fundPresets } from '/htsd/lib/presets.js';

export const people = {
  treasurer: { id: 'thu-quy-sen-ho', name: 'Lê Thu Cúc', roles: ['treasurer'], scope: ['*'] },
  second: { id: 'chu-tai-khoan-sen-ho', name: 'Đỗ Quốc Hưng', roles: ['signer'], scope: ['*'] },
  inspector: { id: 'kiem-tra-sen-ho', name: 'Hà Minh Tâm', roles: ['inspector'], scope: ['*'] },
};

/** A salt of the example: nobody lives there. */
const salt = (n) => String(n).padStart(32, '0');

const givers = [
  ['Công ty TNHH May Sen Hồ', 'organisation'],
  ['Gia đình ông Trần Văn Bình', 'household'],
  ['Bà Nguyễn Thị Lan', 'person'],
  ['Dòng họ Nguyễn thôn Đông', 'organisation'],
  ['Ông Phạm Văn Hải', 'person'],
  ['Hợp tác xã Hoa Sen', 'organisation'],
];

/** About sixty lines over two years: households give in spring, awards are paid in September. */
function lines() {
  const rows = [];
  const add = (kind, date, category, amount, account, name, partyKind, purpose) => {
    const n = rows.length * 2 + 1;
    const party = name && { salt: salt(n), name, kind: partyKind, anonymous: false };
    rows.push({
      kind,
      date,
      category,
      amount,
      account,
      voucher: 'next',
      ...(party && { party }),
      details: { salt: salt(n + 1), purpose },
    });
  };
  for (const year of ['2025', '2026']) {
    for (let month = 1; month <= 10; month += 1) {
      const [name, kind] = givers[(month + Number(year)) % givers.length];
      const day = `${year}-${String(month).padStart(2, '0')}`;
      add(
        'receipt',
        `${day}-05`,
        'tai-tro',
        2_500_000 + month * 250_000,
        'bank',
        name,
        kind,
        'Ủng hộ quỹ khuyến học',
      );
      add(
        'receipt',
        `${day}-12`,
        'van-dong',
        1_200_000 + month * 40_000,
        'cash',
        `Chi hội thôn ${month}`,
        'organisation',
        'Vận động hộ gia đình',
      );
    }
    add(
      'receipt',
      `${year}-06-20`,
      'hien-vat',
      6_400_000,
      'kind',
      'Công ty TNHH May Sen Hồ',
      'organisation',
      '8 chiếc xe đạp',
    );
    add(
      'payment',
      `${year}-08-25`,
      'trao-hien-vat',
      6_400_000,
      'kind',
      'Trường THCS Sen Hồ',
      'organisation',
      'Trao 8 chiếc xe đạp',
    );
    add(
      'payment',
      `${year}-09-03`,
      'khen-thuong',
      4_800_000,
      'bank',
      undefined,
      undefined,
      'Khen thưởng học sinh giỏi năm học',
    );
    add(
      'payment',
      `${year}-10-01`,
      'quan-ly',
      350_000,
      'cash',
      'Cửa hàng Minh Đức',
      'organisation',
      'Giấy khen, văn phòng phẩm',
    );
  }
  return rows.sort((a, b) => (a.date < b.date ? -1 : 1));
}

/** Puts the example into the store, once. `open` gives a back end for a person. */
export async function seedBooks(open, fund) {
  const backend = open(people.treasurer);
  let count = 0;
  const send = async (kind, record, expected, payload) => {
    const id = `vi-du-quy-${(count += 1)}`;
    const [receipt] = await backend.execute([{ id, kind, record, expected, payload }]);
    if (receipt.status !== 'applied' && receipt.status !== 'duplicate')
      throw new Error(`${kind}: ${JSON.stringify(receipt)}`);
  };
  try {
    const { items } = await backend.query('funds.list', {});
    if (items.some(({ id }) => id === fund)) return;
    await send('fund.open', fund, 0, {
      name: 'Quỹ khuyến học xã Sen Hồ',
      place: { name: 'Xã Sen Hồ' },
      published: true,
      goal: { amount: 120_000_000, by: '2026-12-31' },
      plan: { 2026: { 'hoc-bong': 30_000_000, 'khen-thuong': 12_000_000, 'quan-ly': 2_000_000 } },
      categories: fundPresets.internal.categories,
      approvalLimit: 7_000_000,
      smallestGroup: 5,
      lateAfterDays: 30,
      regime: 'internal',
      opened: '2025-01-01',
      opening: { cash: 3_200_000, bank: 18_500_000, kind: 0 },
    });
    await send('fund.import', `${fund}-nhap`, 0, { fund, rows: lines() });
    await send('round.open', `${fund}-dot-2026`, 0, {
      fund,
      title: 'Học bổng năm học 2026–2027',
      kind: 'scholarship',
      year: '2026',
      criteria: 'Học sinh có thành tích, do chi hội giới thiệu.',
      levels: [{ id: 'suat-thuong', label: { vi: 'Suất thường' }, amount: 500_000 }],
      discreet: false,
    });
    await send('award.add', `${fund}-danh-sach`, 0, {
      round: `${fund}-dot-2026`,
      salt: salt(9001),
      awards: ['Nguyễn Văn An', 'Trần Thị Bưởi', 'Lê Đức Cường', 'Phạm Thị Dịu', 'Vũ Minh Đạt'].map(
        (name, n) => ({
          id: `${fund}-em-${n + 1}`,
          level: 'suat-thuong',
          who: { name, grade: `lớp ${6 + (n % 4)}`, school: 'THCS Sen Hồ', born: 2011 + (n % 4) },
          consents: [],
        }),
      ),
    });
    await send('fund.record', `${fund}-cho-duyet`, 0, {
      fund,
      kind: 'payment',
      account: 'bank',
      category: 'hoc-bong',
      amount: 8_000_000,
      date: '2026-11-10',
      voucher: 'next',
      details: { salt: salt(9002), purpose: 'Học bổng đợt 1' },
    });
  } finally {
    await backend.dispose();
  }
}
