import type { LegalSource } from '../domain/criteria-set.schema.js';
import type { Gazetteer, Locality } from '../domain/locality/locality.schema.js';

/** The two-tier order of places began on this day. */
const began = '2025-07-01';
const list: LegalSource = {
  name: {
    vi: 'Bảng danh mục và mã số các đơn vị hành chính Việt Nam',
    en: 'List and codes of administrative units',
  },
  number: '19/2025/QĐ-TTg',
  date: '2025-06-30',
  issuer: { vi: 'Thủ tướng Chính phủ', en: 'Prime Minister' },
};

/** Code, name, communes as of 25/7/2026; a star marks what is a city under the central government from the first day. */
const rows = `
01 Hà Nội* 126
04 Cao Bằng 56
08 Tuyên Quang 124
11 Điện Biên 45
12 Lai Châu 38
14 Sơn La 75
15 Lào Cai 99
19 Thái Nguyên 92
20 Lạng Sơn 65
22 Quảng Ninh 54
24 Bắc Ninh 99
25 Phú Thọ 148
31 Hải Phòng* 114
33 Hưng Yên 104
37 Ninh Bình 129
38 Thanh Hóa 166
40 Nghệ An 130
42 Hà Tĩnh 69
44 Quảng Trị 78
46 Huế* 40
48 Đà Nẵng* 94
51 Quảng Ngãi 96
52 Gia Lai 135
56 Khánh Hòa 65
66 Đắk Lắk 102
68 Lâm Đồng 124
75 Đồng Nai 95
79 Hồ Chí Minh* 168
80 Tây Ninh 96
82 Đồng Tháp 102
86 Vĩnh Long 124
91 An Giang 102
92 Cần Thơ* 103
96 Cà Mau 64`;

const read = rows
  .trim()
  .split('\n')
  .map((row) => /^(\d\d) (.+?)(\*?) (\d+)$/.exec(row)!)
  .map(([, code = '', name = '', star, communes]) => ({
    code,
    name,
    city: star === '*',
    communes: Number(communes),
  }));

const province = (code: string, name: string, city: boolean, from: string, to?: string): Locality => ({
  code,
  from,
  ...(to !== undefined && { to }),
  level: 'province',
  name: { vi: name },
  fullName: { vi: `${city ? 'Thành phố' : 'Tỉnh'} ${name}`, en: `${name} ${city ? 'City' : 'Province'}` },
});

const cityOn = '2026-04-30';

/**
 * The 34 provinces since 1/7/2025, and Đồng Nai, a city under the central government since 30/4/2026. Communes are
 * imported: 3,321 names would weigh on every page.
 */
export const provinces: Gazetteer = {
  format: 1,
  localities: [
    ...read.map(({ code, name, city }) =>
      province(code, name, city, began, code === '75' ? '2026-04-29' : undefined),
    ),
    province('75', 'Đồng Nai', true, cityOn),
  ],
  events: [
    {
      on: cityOn,
      kind: 'rename',
      before: [`75@${began}`],
      after: [`75@${cityOn}`],
      source: {
        name: {
          vi: 'Danh mục của cơ quan thống kê, bản ngày 25/7/2026; số nghị quyết chưa đối chiếu',
          en: 'List of the statistics office as of 25 July 2026; the number of the resolution was not checked',
        },
      },
    },
  ],
};

/** Where codes and names of 1/7/2025 come from. */
export const provincesSource = list;

/** Communes of each province by code, as of 25/7/2026: what an import has to come to. */
export const communesByProvince: ReadonlyMap<string, number> = new Map(
  read.map(({ code, communes }) => [code, communes]),
);
