/**
 * Five years of a made-up commune fund, of the size that such funds have: about 1.2 thousand million đồng raised, 900
 * million for some 3,000 pupils. Households and hamlets give in spring, prizes are paid in June, scholarships in September.
 */

/** A salt of the example: nobody lives there. */
export const salt = (n) => String(n).padStart(32, '0');

/** Every year raises and spends a little more. */
const growth = { 2022: 0.88, 2023: 0.94, 2024: 1, 2025: 1.07, 2026: 1.13 };
export const years = Object.keys(growth);

/** Who agreed to be named in public. */
const consent = { form: 'paper', textVersion: 'vi-du' };

const organisation = (name) => ({ name, kind: 'organisation', anonymous: false });
const garment = organisation('Công ty TNHH May Sen Hồ');
const household = {
  name: 'Gia đình ông Trần Văn Bình',
  kind: 'household',
  anonymous: false,
  consent,
};
const quiet = { name: 'Ông Phạm Văn Hải', kind: 'person', anonymous: true };
const lan = { name: 'Bà Nguyễn Thị Lan', kind: 'person', anonymous: false, consent };

const hamlets = ['Đông', 'Đoài', 'Thượng', 'Hạ', 'Trung', 'Bến', 'Chợ', 'Mới'];
const clans = ['Nguyễn', 'Trần', 'Phạm Đình'];

/** The one hamlet that keeps a fund of its own, out of which it pays: both books name the same transfer. */
export const hamletFund = 'quy-khuyen-hoc-thon-thuong';
export const hamletTransfer = (year) => `thon-thuong-nop-${year}`;

/** What comes in each year: day, category, thousands of đồng, account, who, for what. */
const receipts = [
  ['01-20', 'tai-tro', 42_000, 'bank', garment, 'Ủng hộ quỹ khuyến học'],
  ['02-16', 'tai-tro', 5_000, 'cash', household, 'Ủng hộ quỹ khuyến học đầu xuân'],
  ['02-17', 'tai-tro', 3_000, 'cash', lan, 'Ủng hộ quỹ khuyến học đầu xuân'],
  ...hamlets.map((name, n) => [
    `03-${String(3 + n * 2).padStart(2, '0')}`,
    name === 'Thượng' ? 'nhan-chuyen' : 'van-dong',
    9_400 + ((n * 7) % 5) * 1_100,
    n % 3 === 0 ? 'cash' : 'bank',
    organisation(`Chi hội khuyến học thôn ${name}`),
    'Vận động các hộ trong thôn',
  ]),
  ['04-10', 'hoi-phi', 21_500, 'bank', undefined, 'Hội viên các chi hội đóng góp'],
  ...clans.map((name, n) => [
    `05-${12 + n}`,
    'dong-ho-thon',
    6_500 - n * 900,
    'bank',
    organisation(`Dòng họ ${name} xã Sen Hồ`),
    'Quỹ khuyến học của dòng họ nộp vào',
  ]),
  ['06-25', 'lai-tien-gui', 2_300, 'bank', organisation('Quỹ tín dụng nhân dân Sen Hồ'), 'Lãi tiền gửi'],
  ['08-15', 'tai-tro', 18_000, 'bank', organisation('Hợp tác xã Hoa Sen'), 'Ủng hộ học bổng đầu năm học'],
  ['08-16', 'tai-tro', 25_000, 'bank', quiet, 'Ủng hộ học bổng đầu năm học'],
  ['08-18', 'hien-vat', 9_600, 'kind', garment, '12 chiếc xe đạp'],
];

/** What goes out each year to others than recipients of a round. */
const payments = [
  ['05-25', 'tham-hoi', 1_200, 'cash', undefined, 'Thăm hỏi gia đình hội viên'],
  ['06-10', 'hoi-hop', 3_800, 'cash', organisation('Nhà văn hoá xã Sen Hồ'), 'Lễ tuyên dương học sinh giỏi'],
  ['08-25', 'trao-hien-vat', 9_600, 'kind', organisation('Trường THCS Sen Hồ'), 'Trao 12 chiếc xe đạp'],
  ['10-02', 'nguoi-lon', 4_000, 'bank', undefined, 'Hỗ trợ lớp xoá mù chữ, kỹ năng số'],
  ['10-08', 'quan-ly', 2_700, 'cash', organisation('Cửa hàng Minh Đức'), 'Giấy khen, văn phòng phẩm'],
];

/** Rounds of each year with their levels: đồng for one, and how many. */
export const rounds = [
  {
    id: 'khen-thuong',
    title: (year) => `Khen thưởng học sinh giỏi năm học ${year - 1}–${year}`,
    kind: 'award',
    criteria: 'Học sinh đạt giải các kỳ thi, học sinh giỏi cả năm, học sinh trúng tuyển đại học.',
    day: '06-12',
    levels: [
      { id: 'giai-tinh', label: { vi: 'Giải cấp tỉnh' }, amount: 500_000, number: 24 },
      { id: 'hoc-sinh-gioi', label: { vi: 'Học sinh giỏi' }, amount: 200_000, number: 290 },
      { id: 'dai-hoc', label: { vi: 'Trúng tuyển đại học' }, amount: 1_000_000, number: 18 },
    ],
  },
  {
    id: 'hoc-bong',
    title: (year) => `Học bổng đầu năm học ${year}–${Number(year) + 1}`,
    kind: 'scholarship',
    criteria: 'Học sinh do chi hội và nhà trường giới thiệu.',
    day: '09-05',
    levels: [
      { id: 'suat-thuong', label: { vi: 'Suất thường' }, amount: 300_000, number: 180 },
      { id: 'suat-dac-biet', label: { vi: 'Suất đặc biệt' }, amount: 500_000, number: 80 },
    ],
  },
];

export const roundId = (fund, id, year) => `${fund}-${id}-${year}`;

/** The lines of one year in the order of their days, as a treasurer enters them. */
export function linesOf(fund, year) {
  const share = growth[year];
  let count = Number(year) * 1_000;
  const draft = (kind, [day, category, thousands, account, party, purpose]) => ({
    kind,
    date: `${year}-${day}`,
    category,
    // Goods are the same number each year; what is given in money grows, in full ten thousands.
    amount: account === 'kind' ? thousands * 1_000 : Math.round((thousands * share) / 10) * 10_000,
    account,
    voucher: 'next',
    ...(category === 'nhan-chuyen' && { transfer: { id: hamletTransfer(year), fund: hamletFund } }),
    ...(party && { party: { salt: salt((count += 1)), ...party } }),
    details: { salt: salt((count += 1)), purpose },
  });
  const paid = rounds.flatMap(({ id, kind, day, levels, title }) =>
    levels.map(({ id: level, amount, number }) => {
      const people = Math.round(number * share);
      const category = kind === 'award' ? 'khen-thuong' : 'hoc-bong';
      const row = draft('payment', [day, category, 0, 'bank', undefined, title(year)]);
      return { ...row, amount: amount * people, round: roundId(fund, id, year), level, count: people };
    }),
  );
  return [
    ...receipts.map((row) => draft('receipt', row)),
    ...payments.map((row) => draft('payment', row)),
    ...paid,
  ].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}
