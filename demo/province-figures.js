/**
 * What two newspapers told, as it was told: counts with their day and source, and nothing that they did not say. Where a
 * total is missing, no share is made of it.
 */
import { targetView } from '/htsd/lib/client.js';
import { sampleProvince } from './province-places.js';

const vinhPhuc = (indicator, count, words) => ({
  indicator,
  place: '26@2020-01-01',
  figure: { asOf: '2022-08-17', count, source: `Báo Vĩnh Phúc, 17/8/2022: ${words}` },
});

/** Counts of the older article. */
export const toldFigures = [
  vinhPhuc('gia-dinh', 200_000, 'gần 200.000 gia đình; không nêu tổng số'),
  vinhPhuc('dong-ho', 1_660, 'hơn 1.660 dòng họ; không nêu tổng số'),
  vinhPhuc('cong-dong', 1_000, 'hơn 1.000 cộng đồng; không nêu tổng số'),
  vinhPhuc('don-vi', 500, 'hơn 500 đơn vị; không nêu tổng số'),
  vinhPhuc('hoi-vien', 300_000, 'hơn 300.000 hội viên, gần 26 % dân số; không nêu số dân'),
  vinhPhuc('hoi-cap-huyen', 9, '9 hội'),
  vinhPhuc('hoi-cap-xa', 136, '136 hội'),
  vinhPhuc('chi-hoi', 1_990, '1.990 chi hội'),
  vinhPhuc('ban-khuyen-hoc', 1_700, 'hơn 1.700 ban'),
  vinhPhuc('trung-tam', 136, '136 trung tâm'),
];

const haNoi = {
  code: '01',
  from: '2025-07-01',
  level: 'province',
  name: { vi: 'Hà Nội' },
  fullName: { vi: 'Thành phố Hà Nội', en: 'Hà Nội City' },
};
/** What no indicator of a back end counts: the page hands the gauge over what it is to show. */
const seminars = (id, vi, en, unit, unitEn, count, words) =>
  targetView({
    indicator: {
      ...{ id, label: { vi, en }, unit: { vi: unit, en: unitEn } },
      kind: 'number',
      origin: 'report',
    },
    place: haNoi,
    year: 2025,
    targets: [],
    figures: [{ asOf: '2025-05-21', count, source: `Báo Lao động Thủ đô, 21/5/2025: ${words}` }],
  });

/** Counts of the newer article. */
export const toldSeminars = [
  seminars(
    'toa-dam',
    'Hội thảo, tọa đàm về các mô hình học tập',
    'Seminars on the learning models',
    'cuộc',
    'seminars',
    145,
    '145 cuộc trong 5 năm 2020-2025',
  ),
  seminars(
    'dai-bieu',
    'Đại biểu dự hội thảo, tọa đàm',
    'Delegates of these seminars',
    'đại biểu',
    'delegates',
    11_000,
    'hơn 11.000 đại biểu trong 5 năm 2020-2025',
  ),
];

/** The same seminars among the activities: the press told of five years at once, on that day. */
export const toldActivity = {
  kind: 'seminar',
  date: '2025-05-21',
  place: '01',
  title: 'Hội thảo, tọa đàm về các mô hình học tập: tổng số 5 năm 2020-2025, ghi vào ngày báo đưa',
  sessions: 145,
  participants: 11_000,
  source: 'Báo Lao động Thủ đô, 21/5/2025: 145 cuộc với hơn 11.000 đại biểu trong 5 năm 2020-2025',
};

/** Shares of which the press told no counts: shown as they are quoted, never turned into people. */
export const toldShares = [
  ['Công dân đăng ký thực hiện mô hình “Công dân học tập”', '87,27 %'],
  ['Nhóm nông dân và lao động ở tổ dân phố', '54 %'],
  ['Nhóm công nhân lao động, lao động tự do', '71,68 %'],
  ['Nhóm cán bộ quản lý, công chức, viên chức', '100 %'],
];

/** What else the articles tell, which is no indicator of a year or of no place that is listed: as it is quoted. */
export const toldBeside = {
  vinhPhuc: [
    ['Hội viên so với dân số toàn tỉnh', 'gần 26 %'],
    ['Huy động để khen thưởng và hỗ trợ học sinh, giai đoạn 2016-2021', 'hơn 180 tỷ đồng'],
  ],
  haNoi: [
    ['Xã Võng Xuyên: tổng quỹ khuyến học', 'hơn 1,2 tỷ đồng'],
    ['Xã Võng Xuyên: học sinh được nhận học bổng, 2020-2025', 'gần 3.000'],
    ['Xã Võng Xuyên: tổng số học bổng, 2020-2025', 'hơn 900 triệu đồng'],
    ['Phường Yên Hòa: dòng họ tham gia công tác khuyến học, năm 2002', '2 chi hội'],
    ['Phường Yên Hòa: dòng họ tham gia công tác khuyến học, hiện nay', '16'],
  ],
};

const invented = {
  name: {
    vi: 'Chỉ tiêu minh hoạ của tỉnh Sen Giang, không phải của nơi nào',
    en: 'Invented targets of an invented province',
  },
};
const target = (indicator, year, value, base, more = {}) => ({
  id: `minh-hoa.${indicator}.${year}`,
  indicator,
  kind: 'share',
  value,
  by: `${year}-12-31`,
  locality: sampleProvince,
  ...(base && { base }),
  source: invented,
  provenance: 'sample',
  ...more,
});

/** What the invented province set for itself, with less for its difficult communes. */
export const ownTargets = [
  target('gia-dinh', 2025, 7_500, { asOf: '2020-12-31', count: 43_100, of: 96_000 }),
  target('gia-dinh', 2030, 8_500, { asOf: '2020-12-31', count: 43_100, of: 96_000 }),
  target('dong-ho', 2025, 6_500, { asOf: '2020-12-31', count: 390, of: 980 }),
  target('gia-dinh', 2025, 6_000, undefined, { id: 'minh-hoa.gia-dinh.kho-khan.2025', area: 'kho-khan' }),
];
