/** The words and numbers of a gauge, worked out once for the floors and peers; ours works out its own. */
const number = (value) => String(value).replace(/\B(?=(\d{3})+$)/g, '.');
const percent = (value) => `${(Math.floor(value * 100) / 100).toFixed(2).replace('.', ',')} %`;

export function textsOf({ name, figures }) {
  const { count, of } = figures.at(-1);
  const share = (100 * count) / of;
  const first = (100 * figures[0].count) / figures[0].of;
  const path = first + ((75 - first) * 731) / 2557;
  const reached = share >= 75;
  const missing = Math.ceil(of * 0.75) - count;
  const label = 'Gia đình được công nhận “Gia đình học tập”';
  const sentence = `${number(count)} / ${number(of)} gia đình = ${percent(share)} (chỉ tiêu 2030: 75 %)`;
  const status = reached ? 'Đạt' : share >= path ? 'Đúng tiến độ' : 'Chậm tiến độ';
  return {
    label,
    place: `${name} · Năm 2025`,
    value: percent(share),
    share,
    path: reached ? undefined : path,
    pathText: `Tiến độ ${percent(path)}`,
    status,
    tone: reached ? 'reached' : share >= path ? 'on-track' : 'behind',
    sentence,
    spoken: `${label}, ${name}: ${sentence}. ${status}.`,
    notes: reached
      ? []
      : [
          `Cần thêm ${number(Math.ceil(missing / 20))} gia đình mỗi quý để đạt 75 % năm 2030.`,
          `Theo đường tiến độ, đến ngày 31/12/2025 cần đạt ${percent(path)}.`,
          'Đường tiến độ tính từ số liệu đầu tiên của địa bàn, ngày 31/12/2023.',
        ],
    years: figures.map((one) => ({ year: one.asOf.slice(0, 4), share: (100 * one.count) / one.of })),
    percent,
    asOf: 'Số liệu đến 31/12/2025',
    basis: 'Căn cứ Mẫu, chưa đối chiếu văn bản',
    doubt: 'Chỉ tiêu mẫu, chưa đối chiếu văn bản',
    more: 'Bảng số liệu và căn cứ',
  };
}

export const signs = {
  reached: 'M3 8.5l3.5 3.5L13 4.5',
  'on-track': 'M2.5 11.5l4-4 2.5 2.5 4.5-5M9.5 4.5h4v4',
  behind: 'M8 3.5V8l3.2 2M14.5 8a6.5 6.5 0 1 1-13 0 6.5 6.5 0 0 1 13 0z',
};

/** Where the columns of the years stand. */
export function columnsOf({ years, percent }) {
  const max = Math.max(75, ...years.map(({ share }) => share));
  return years.map(({ year, share }, index) => ({
    year,
    text: percent(share),
    x: index * 56 + 28,
    tall: (share / max) * 44,
    last: index === years.length - 1 ? 'last' : '',
  }));
}

export const anchor = (at) => (at < 22 ? 'start' : at > 78 ? 'end' : 'middle');
