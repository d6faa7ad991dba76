/** A ledger for the bench: made up, and the same in every run. */

export const fundId = 'quy-thu-toc-do';
/** Entries; imports of so many rows each. */
export const entryCount = 100_000;
export const rowsPerImport = 10_000;

export const people = {
  treasurer: { id: 'treasurer', name: 'Lê Thu Cúc', roles: ['treasurer'], scope: ['*'] },
};

const firstYear = 2016;
const years = 10;

/** Numbers from 0 to 1, the same ones each time. */
function numbers(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const salt = (number) => number.toString(16).padStart(32, '0');

const surnames = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Vũ', 'Đặng', 'Bùi', 'Đỗ', 'Hồ', 'Ngô', 'Dương'];
const middles = ['Văn', 'Thị', 'Đức', 'Minh', 'Hữu', 'Ngọc', 'Thanh', 'Quang', 'Thu', 'Xuân'];
const given = [
  'Hoà',
  'Lan',
  'Bình',
  'Hải',
  'Dũng',
  'Hạnh',
  'Thuý',
  'Quyên',
  'Tâm',
  'Phúc',
  'Cường',
  'Yến',
  'Đạt',
];
const places = ['thôn Đông', 'thôn Đoài', 'thôn Thượng', 'xóm Chùa', 'tổ 4', 'tổ 12', 'ấp Bắc', 'bản Lầu'];
const bodies = ['Công ty TNHH', 'Hợp tác xã', 'Doanh nghiệp', 'Hội Cựu chiến binh', 'Chi hội Khuyến học'];
const purposes = {
  receipt: [
    'Ủng hộ quỹ khuyến học',
    'Vận động hộ gia đình',
    'Ủng hộ nhân ngày khai giảng',
    'Tài trợ học bổng',
  ],
  payment: [
    'Khen thưởng học sinh giỏi',
    'Mua vở và sách giáo khoa',
    'Văn phòng phẩm',
    'Hội nghị tổng kết năm học',
  ],
};

function giver(random) {
  const pick = (list) => list[Math.floor(random() * list.length)];
  const name = `${pick(surnames)} ${pick(middles)} ${pick(given)}`;
  const kind = random();
  if (kind < 0.3) return { name: `${pick(bodies)} ${pick(given)} ${pick(given)}`, kind: 'organisation' };
  if (kind < 0.6) return { name: `Gia đình ông ${name}, ${pick(places)}`, kind: 'household' };
  return { name: `${name}, ${pick(places)}`, kind: 'person' };
}

/** What the fund is opened with. `categories` are those of the preset. */
export const opening = (categories) => ({
  name: 'Quỹ khuyến học xã Thử',
  place: { name: 'Xã Thử' },
  published: true,
  plan: {},
  categories,
  smallestGroup: 5,
  lateAfterDays: 30,
  regime: 'internal',
  opened: `${firstYear}-01-01`,
  opening: { cash: 50_000_000, bank: 900_000_000, kind: 0 },
});

/**
 * Rows as a treasurer imports them: ten years in the order of their dates, two receipts to each payment, a few moves
 * between cash and bank, nine tenths with somebody on the other side, most of whom may be named.
 */
export function ledgerRows(categories, count = entryCount) {
  const random = numbers(20_261_125);
  const of = (kind) => categories.filter((one) => one.kind === kind && !one.transfer).map(({ id }) => id);
  const ids = { receipt: of('receipt'), payment: of('payment') };
  const pick = (list) => list[Math.floor(random() * list.length)];
  const start = Date.UTC(firstYear, 0, 1);
  const days = years * 365;
  return Array.from({ length: count }, (_, index) => {
    const date = new Date(start + Math.floor((index / count) * days) * 86_400_000).toISOString().slice(0, 10);
    const which = random();
    if (which < 0.02) {
      const [account, to] = which < 0.01 ? ['cash', 'bank'] : ['bank', 'cash'];
      return { kind: 'move', account, to, date, amount: 50_000, details: { salt: salt(2 * index + 1) } };
    }
    const kind = which < 0.68 ? 'receipt' : 'payment';
    const party = random() < 0.9 && giver(random);
    return {
      kind,
      account: random() < 0.5 ? 'cash' : 'bank',
      category: pick(ids[kind]),
      date,
      amount: (kind === 'receipt' ? 100_000 : 20_000) + Math.floor(random() * 400) * 1_000 + (index % 1_000),
      voucher: 'next',
      ...(party && {
        party: {
          ...party,
          salt: salt(2 * index),
          anonymous: random() < 0.05,
          ...(party.kind !== 'organisation' && { consent: { form: 'paper', textVersion: 'mau-1' } }),
        },
      }),
      details: { salt: salt(2 * index + 1), purpose: `${pick(purposes[kind])} năm ${date.slice(0, 4)}` },
    };
  });
}

/** What is asked of the ledger, in this order: the sign of each kind of question is its own way of showing an answer. */
export const questions = [
  { kind: 'filter', what: 'side', value: 'in' },
  { kind: 'filter', what: 'category', value: 'tai-tro' },
  { kind: 'filter', what: 'side', value: '' },
  { kind: 'filter', what: 'category', value: '' },
  { kind: 'filter', what: 'month', value: '9' },
  { kind: 'filter', what: 'month', value: '' },
  { kind: 'search', value: 'Quyên' },
  { kind: 'search', value: 'xóm chùa' },
  { kind: 'search', value: 'dang huu' },
  { kind: 'search', value: '"Gia đình ông Trần"' },
  { kind: 'search', value: '' },
  { kind: 'sort', value: 'in' },
  { kind: 'sort', value: 'date' },
  { kind: 'sort', value: 'out' },
  { kind: 'text', value: 'content' },
];
