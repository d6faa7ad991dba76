/**
 * Two funds below that of the commune: a hamlet's, which pays into the commune's every spring,
 * and a school's. Some of what they send each other is not written down on both sides, as it happens.
 */
import { fundPresets } from '/htsd/lib/presets.js';
import { backendFor, remote } from './backend.js';
import { fund, people, seedFund } from './fund-data.js';
import { hamletFund, hamletTransfer, linesOf, salt } from './fund-figures.js';

const schoolFund = 'quy-khuyen-hoc-thcs-sen-ho';

const common = {
  published: true,
  parent: fund,
  plan: {},
  categories: fundPresets.internal.categories,
  smallestGroup: 5,
  lateAfterDays: remote ? 3_660 : 31,
  regime: 'internal',
};

let salts = 90_000;
const line = (kind, date, category, amount, purpose, more = {}) => ({
  kind,
  date,
  category,
  amount,
  account: 'bank',
  voucher: 'next',
  details: { salt: salt((salts += 1)), purpose },
  ...more,
});

/** What the commune's books say came from the hamlet. */
const paidIn = (year) => linesOf(fund, year).find(({ transfer }) => transfer)?.amount ?? 0;

const hamletYear = (year) => [
  line(
    'receipt',
    `${year}-02-20`,
    'van-dong',
    21_000_000 + (Number(year) - 2022) * 900_000,
    'Vận động các hộ',
  ),
  line('payment', `${year}-03-07`, 'chuyen-quy', paidIn(year), 'Nộp quỹ khuyến học xã', {
    transfer: { id: hamletTransfer(year), fund },
  }),
  line('payment', `${year}-06-05`, 'khen-thuong', 6_200_000, 'Khen thưởng học sinh của thôn'),
];

/** Sent by the school in the last days of a year, written down by the hamlet in the first days of the next. */
const late = 'thcs-chuyen-thon-thuong-2025';
const books = [
  {
    id: hamletFund,
    settings: {
      ...common,
      name: 'Quỹ khuyến học thôn Thượng',
      place: { name: 'Thôn Thượng, xã Sen Hồ' },
      opened: '2022-01-01',
      opening: { cash: 0, bank: 5_400_000, kind: 0 },
    },
    years: {
      2022: hamletYear('2022'),
      2023: hamletYear('2023'),
      2024: hamletYear('2024'),
      2025: hamletYear('2025'),
      2026: [
        line('receipt', '2026-01-04', 'nhan-chuyen', 2_000_000, 'Trường THCS hỗ trợ tủ sách thôn', {
          transfer: { id: late, fund: schoolFund },
        }),
        ...hamletYear('2026'),
      ],
    },
  },
  {
    id: schoolFund,
    settings: {
      ...common,
      name: 'Quỹ khuyến học Trường THCS Sen Hồ',
      place: { name: 'Trường THCS Sen Hồ' },
      opened: '2024-01-01',
      opening: { cash: 0, bank: 12_800_000, kind: 0 },
    },
    years: {
      2024: [
        line('receipt', '2024-09-12', 'tai-tro', 34_500_000, 'Ban đại diện cha mẹ học sinh ủng hộ'),
        line('payment', '2024-11-20', 'khen-thuong', 18_000_000, 'Khen thưởng học sinh giỏi'),
      ],
      2025: [
        line('receipt', '2025-04-02', 'nhan-chuyen', 5_000_000, 'Nhận chuyển, chưa ghi rõ từ quỹ nào'),
        line('receipt', '2025-09-11', 'tai-tro', 36_000_000, 'Ban đại diện cha mẹ học sinh ủng hộ'),
        line('payment', '2025-11-20', 'khen-thuong', 19_500_000, 'Khen thưởng học sinh giỏi'),
        line('payment', '2025-12-30', 'chuyen-quy', 2_000_000, 'Hỗ trợ tủ sách thôn Thượng', {
          transfer: { id: late, fund: hamletFund },
        }),
      ],
      2026: [line('receipt', '2026-09-10', 'tai-tro', 37_200_000, 'Ban đại diện cha mẹ học sinh ủng hộ')],
    },
  },
];

/** Puts all three into the store, once, by one tab at a time. */
export async function seedFundTree() {
  await seedFund();
  const { locks } = globalThis.navigator;
  await (locks ? locks.request('vi-du-cac-quy', fill) : fill());
}

async function fill() {
  let clock = new Date();
  const backend = backendFor(people.treasurer, { now: () => clock });
  let count = 0;
  const send = async (at, kind, record, expected, payload) => {
    clock = new Date(at);
    const id = `vi-du-cac-quy-${(count += 1)}`;
    const [receipt] = await backend.execute([{ id, kind, record, expected, payload }]);
    if (receipt.status !== 'applied' && receipt.status !== 'duplicate')
      throw new Error(`${kind}: ${JSON.stringify(receipt)}`);
    return receipt.records.find(({ id: changed }) => changed === record)?.version ?? 0;
  };
  try {
    for (const { id, settings, years } of books) {
      await send(`${settings.opened}T01:00:00.000Z`, 'fund.open', id, 0, settings);
      for (const [year, rows] of Object.entries(years)) {
        await send(
          `${year}-${year === '2026' ? '11-15' : '12-31'}T02:00:00.000Z`,
          'fund.import',
          `${id}-${year}`,
          0,
          { fund: id, rows },
        );
        if (year === '2026') continue;
        const { items } = await backend.query('fund.get', { id });
        const closed = items[0].years.some((one) => one.year === year);
        // One that an earlier visit closed is closed; its command would now be another one.
        if (!closed)
          await send(`${Number(year) + 1}-01-15T02:00:00.000Z`, 'fund.close', id, items[0].version, { year });
        else count += 1;
      }
    }
  } finally {
    await backend.dispose();
  }
}
