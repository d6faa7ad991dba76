/** A hundred places with what was counted in three years and what is to be reached; made up and always the same. */
export const gaugeCount = 100;

const years = ['2023-12-31', '2024-12-31', '2025-12-31'];

/** What each gauge is made from: raw numbers, as a back end has them. */
export function gaugeRows() {
  return Array.from({ length: gaugeCount }, (_, index) => {
    const of = 2_000 + index * 37;
    const counts = [0.4, 0.5, 0.55 + (index % 40) / 100].map((share) => Math.floor(of * share));
    return {
      name: `Xã Mẫu số ${index + 1}`,
      figures: counts.map((count, year) => ({ asOf: years[year], count, of })),
    };
  });
}

export const target = {
  id: 'mau',
  indicator: 'gia-dinh',
  kind: 'share',
  value: 7_500,
  by: '2030-12-31',
  source: { name: { vi: 'Mẫu, chưa đối chiếu văn bản' } },
  provenance: 'sample',
};
