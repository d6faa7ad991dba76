/**
 * Places that the page knows beside the 34 provinces of today: those of before 1/7/2025 that the press told of, and one
 * invented province with invented communes and hamlets, whose name says so wherever it is shown.
 */
const began = '2025-07-01';
const old = { from: '2020-01-01', to: '2025-06-30' };
const kinds = {
  province: ['Tỉnh', 'Province'],
  commune: ['Xã', 'Commune'],
  hamlet: ['Thôn', 'Hamlet'],
};

const place = (code, level, name, more = {}) => {
  const [vi, en] = kinds[level];
  return {
    code,
    from: old.from,
    level,
    name: { vi: name },
    fullName: { vi: `${vi} ${name}`, en: `${name} ${en}` },
    ...more,
  };
};

const merger = {
  name: {
    vi: 'Sắp xếp đơn vị hành chính cấp tỉnh từ ngày 1/7/2025; số nghị quyết chưa đối chiếu',
    en: 'Provinces as arranged from 1 July 2025; the number of the resolution was not checked',
  },
};
const invented = {
  name: { vi: 'Số liệu minh hoạ, không phải của nơi nào', en: 'Invented, of no real place' },
};

/** Vĩnh Phúc and two neighbours went over into Phú Thọ; Hà Nội stayed, its districts ended. */
const former = [
  place('26', 'province', 'Vĩnh Phúc', old),
  place('25', 'province', 'Phú Thọ', old),
  place('17', 'province', 'Hòa Bình', old),
  {
    ...place('01', 'province', 'Hà Nội', old),
    fullName: { vi: 'Thành phố Hà Nội', en: 'Hà Nội City' },
  },
];
const formerEvents = [
  {
    on: began,
    kind: 'merge',
    before: [`26@${old.from}`, `25@${old.from}`, `17@${old.from}`],
    after: [`25@${began}`],
    source: merger,
  },
  { on: began, kind: 'rename', before: [`01@${old.from}`], after: [`01@${began}`], source: merger },
];
const districts = [
  {
    ...place('003', 'hamlet', 'Tây Hồ', { ...old, parent: '01' }),
    level: 'district',
    fullName: { vi: 'Quận Tây Hồ', en: 'Tây Hồ District' },
  },
];

/** Code of the invented province: no province bears it. */
export const sampleProvince = '99';

/** Communes of the invented province that were there before and are today. */
const lasting = [
  'Sen Hồ',
  'Thượng Giang',
  'Hạ Giang',
  'Bình Giang',
  'Lộc Giang',
  'Mai Giang',
  'Yên Giang',
  'Phúc Sen',
];
const commune = (index, name, more = {}) =>
  place(`990${String(index).padStart(2, '0')}`, 'commune', name, { parent: sampleProvince, ...more });
const communes = [
  ...lasting.map((name, index) => commune(index + 1, name, name === 'Mai Giang' ? { area: 'kho-khan' } : {})),
  commune(9, 'Sen Đông', { from: began }),
  commune(10, 'Tân Sen', { from: began }),
  commune(11, 'Đồng Sen', { from: began }),
  commune(12, 'Sen Đoài', { from: began }),
  commune(13, 'Nam Đoài', { from: began }),
];
const formerCommunes = [
  commune(51, 'Đông Hạ', old),
  commune(52, 'Đông Thượng', old),
  commune(53, 'Sen Trung', old),
  commune(54, 'Tây Đoài', old),
];
const key = (index, from = old.from) => `990${String(index).padStart(2, '0')}@${from}`;
const communeEvents = [
  { on: began, kind: 'merge', before: [key(51), key(52)], after: [key(9, began)], source: invented },
  {
    on: began,
    kind: 'divide',
    before: [key(53)],
    after: [key(10, began), key(11, began)],
    shares: [{ parts: { [key(10, began)]: 60, [key(11, began)]: 40 }, sum: 100, source: invented }],
    source: invented,
  },
  // Nobody has said how what was counted before is to be divided.
  { on: began, kind: 'divide', before: [key(54)], after: [key(12, began), key(13, began)], source: invented },
];
const hamletNames = ['Thượng', 'Hạ', 'Đông', 'Đoài', 'Trung'];
const hamlets = [1, 2, 9].flatMap((index) => {
  const { code, from } = communes[index - 1];
  return hamletNames.map((name, at) => place(`${code}.${at + 1}`, 'hamlet', name, { from, parent: code }));
});

/** Communes of the invented province today, with their hamlets. */
export const sampleCommunes = communes;
export const sampleFormer = formerCommunes;
export const sampleHamlets = hamlets;

/** The parts of the list of places, on top of those that come with the library. */
export function withPlaces(parts) {
  const province = place(sampleProvince, 'province', 'Sen Giang (minh hoạ)');
  return [
    ...parts.map((part) =>
      part.id === 'nation'
        ? {
            ...part,
            localities: [...part.localities, ...former, province],
            events: [...part.events, ...formerEvents],
          }
        : part,
    ),
    { id: '01', version: 0, localities: districts, events: [] },
    {
      id: sampleProvince,
      version: 0,
      localities: [...communes, ...formerCommunes, ...hamlets],
      events: communeEvents,
    },
  ];
}
