import type { LegalSource, Provenance } from '../../domain/criteria-set.schema.js';
import type { Target } from '../../domain/target/target.schema.js';

const primeMinister = { vi: 'Thủ tướng Chính phủ', en: 'Prime Minister' };
const decision387: LegalSource = {
  name: {
    vi: 'Chương trình “Đẩy mạnh phong trào học tập suốt đời trong gia đình, dòng họ, cộng đồng, đơn vị giai đoạn 2021-2030”',
    en: 'Programme on lifelong learning in families, clans, communities and units, 2021-2030',
  },
  number: '387/QĐ-TTg',
  date: '2022-03-25',
  issuer: primeMinister,
};
const decision677: LegalSource = {
  name: {
    vi: 'Quyết định của Thủ tướng Chính phủ về mô hình công dân học tập',
    en: 'Decision of the Prime Minister on the model of the learning citizen',
  },
  number: '677/QĐ-TTg',
  date: '2022-06-03',
  issuer: primeMinister,
};
const unread = {
  vi: 'Số của năm 2030 suy ra từ kế hoạch của các tỉnh lặp lại đúng số năm 2025; chưa đối chiếu văn bản.',
  en: 'The figure of 2030 follows from plans of provinces that repeat those of 2025; not checked against the text.',
};
const by = { 2025: '2025-12-31', 2030: '2030-12-31' } as const;

function target(
  prefix: string,
  source: LegalSource,
  indicator: string,
  year: 2025 | 2030,
  percent: number,
  provenance: Provenance = 'sourced',
  more: Partial<Target> = {},
): Target {
  return {
    id: `${prefix}.${indicator}.${year}`,
    indicator,
    kind: 'share',
    value: percent * 100,
    by: by[year],
    source: provenance === 'inferred' ? { ...source, note: unread } : source,
    provenance,
    ...more,
  };
}
const of387 = (...rest: [string, 2025 | 2030, number, Provenance?, Partial<Target>?]): Target =>
  target('qd-387', decision387, ...rest);
const of677 = (...rest: [string, 2025 | 2030, number, Provenance?, Partial<Target>?]): Target =>
  target('qd-677', decision677, ...rest);

/**
 * National targets, of all provinces where these have set none of their own. Figures of 2025 were read in published
 * texts; those of 2030 in Decision 387 are inferred, and where sources disagree the other value stands beside it.
 */
export const nationalTargets: readonly Target[] = [
  of387('can-bo-hoi', 2025, 100),
  of387('can-bo-hoi', 2030, 100, 'inferred'),
  of387('gia-dinh', 2025, 70),
  of387('gia-dinh', 2030, 80, 'inferred'),
  of387('dong-ho', 2025, 65),
  of387('dong-ho', 2030, 75, 'inferred'),
  of387('cong-dong', 2025, 65),
  of387('cong-dong', 2030, 75, 'inferred'),
  of387('don-vi', 2025, 80),
  of387('don-vi', 2030, 90, 'inferred'),
  of387('cong-dan-lao-dong', 2025, 40),
  of387('cong-dan-lao-dong', 2030, 60, 'inferred'),
  of387('cong-dan-can-bo', 2025, 60),
  of387('cong-dan-can-bo', 2030, 80, 'inferred'),
  of387('lanh-dao-trung-tam', 2025, 100),
  of387('lanh-dao-trung-tam', 2030, 100, 'inferred'),
  of387('can-bo-trung-tam', 2025, 40),
  of387('can-bo-trung-tam', 2030, 60, 'inferred', {
    disputed: [
      {
        value: 7000,
        source: {
          vi: 'Kế hoạch 291/KH-UBND của Hà Nội ghi 70 %; Bà Rịa - Vũng Tàu ghi 60 %',
          en: 'Plan 291/KH-UBND of Hà Nội says 70 %; Bà Rịa - Vũng Tàu says 60 %',
        },
      },
    ],
  }),
  of677('can-bo-hoc-tieu-chi', 2025, 100),
  of677('cong-dan-nguoi-lon', 2025, 40),
  of677('cong-dan-nguoi-lon', 2030, 60, 'sourced', {
    disputed: [
      {
        value: 7000,
        source: {
          vi: 'Một bản tóm tắt ghi 70 %; bản trích nguyên văn quyết định ghi 60 %',
          en: 'One summary says 70 %; a quotation of the decision says 60 %',
        },
      },
    ],
  }),
  of677('cong-dan-can-bo', 2025, 60),
  of677('cong-dan-can-bo', 2030, 80),
  of677('ky-nang-so', 2025, 70),
  of677('ky-nang-so', 2030, 90),
  of677('tu-cap-nhat', 2025, 60),
  of677('tu-cap-nhat', 2030, 80),
];

const vinhPhuc: LegalSource = {
  name: {
    vi: 'Kế hoạch của Ủy ban nhân dân tỉnh Vĩnh Phúc thực hiện Chương trình giai đoạn 2021-2030, theo báo đưa ngày 17/8/2022',
    en: "Plan of the People's Committee of Vĩnh Phúc for the programme 2021-2030, as the press told it on 17 August 2022",
  },
  note: {
    vi: 'Báo không nêu số và ngày của kế hoạch; chưa đối chiếu văn bản.',
    en: 'The press names neither number nor day of the plan; not checked against the text.',
  },
};
const ofVinhPhuc = (indicator: string, year: 2025 | 2030, percent: number): Target =>
  target('vinh-phuc', vinhPhuc, indicator, year, percent, 'sourced', { locality: '26' });

/**
 * What one province set for itself; the national ones stand beside them where they say something else. They hold in the
 * province that bore code 26 until 30/6/2025, not in the one that it went over into.
 */
export const vinhPhucTargets: readonly Target[] = [
  ofVinhPhuc('gia-dinh', 2025, 75),
  ofVinhPhuc('dong-ho', 2025, 65),
  ofVinhPhuc('cong-dong', 2025, 75),
  ofVinhPhuc('lanh-dao-trung-tam', 2025, 100),
  ofVinhPhuc('can-bo-hoi', 2030, 100),
  ofVinhPhuc('cong-dan-lao-dong', 2030, 80),
  ofVinhPhuc('cong-dan-can-bo', 2030, 80),
  ofVinhPhuc('can-bo-trung-tam', 2030, 70),
];
