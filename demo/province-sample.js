/** Invented figures and an invented register for the invented province: the same ones each time. */
import { sampleCommunes, sampleFormer, sampleHamlets, sampleProvince } from './province-places.js';

const source = 'Số liệu minh hoạ';
const report = ({ code, from }, indicator, asOf, count, of) => ({
  indicator,
  place: `${code}@${from}`,
  figure: { asOf, count, ...(of !== undefined && { of }), source },
});

/** Families of a commune, and how many in a hundred hold the title at the end of 2025; one commune has not reported. */
const size = [9_200, 8_400, 7_900, 7_100, 6_600, 6_200, 5_800, 7_700, 8_900, 6_900, 4_700, 5_200, 4_400];
const share = [0, 81.4, 68.2, 77, 75.1, 57.3, 62.8, 79.9, 0, 71.5, 74.2, 66, undefined];
const of = (total, percent) => Math.round((total * percent) / 100);
const year = (one) => `${one}-12-31`;

/** Hamlets of Sen Hồ, Thượng Giang and Sen Đông: where they have reported, the commune is their sum. */
function hamletFigures() {
  const shares = [78, 71, 83, undefined, 80, 79, 84, 86, 77, 81, 64, 73, 69, 75, 70];
  return sampleHamlets.flatMap((hamlet, index) => {
    const commune = sampleCommunes.findIndex(({ code }) => hamlet.code.startsWith(`${code}.`));
    // Thượng Giang tells a figure of its own beside those of its hamlets.
    const total = Math.floor(size[commune] / 5);
    const percent = shares[index];
    return percent === undefined ? [] : [report(hamlet, 'gia-dinh', year(2025), of(total, percent), total)];
  });
}

function communeFigures() {
  return sampleCommunes.flatMap((one, index) => {
    const total = size[index];
    const percent = share[index];
    if (percent === undefined) return [];
    const clans = 60 + ((index * 7) % 30);
    const hamlets = 8 + (index % 5);
    const figures = [
      report(one, 'dong-ho', year(2025), of(clans, 58 + ((index * 5) % 21)), clans),
      report(one, 'cong-dong', year(2025), of(hamlets, 60 + ((index * 11) % 38)), hamlets),
      report(one, 'don-vi', year(2025), 9 + (index % 4), 12 + (index % 4)),
      report(one, 'hoi-vien', year(2025), of(total * 3, 19 + ((index * 3) % 9)), total * 3),
      report(one, 'chi-hoi', year(2025), 14 + ((index * 5) % 12)),
      report(one, 'ban-khuyen-hoc', year(2025), 6 + ((index * 3) % 7)),
      report(one, 'trung-tam', year(2025), 1),
    ];
    if (percent > 0) figures.push(report(one, 'gia-dinh', year(2025), of(total, percent), total));
    // Today's communes did not all exist then; what those before them counted is carried over.
    const before = percent || 74;
    if (one.from < '2025')
      for (const [ago, less] of [
        [2023, 9.3],
        [2024, 4.1],
      ])
        figures.push(report(one, 'gia-dinh', year(ago), of(total, before - less), total));
    return figures;
  });
}

const formerFigures = () =>
  sampleFormer.flatMap((one, index) =>
    [2023, 2024].map((at) => {
      const total = [4_300, 4_600, 11_600, 9_600][index];
      return report(one, 'gia-dinh', year(at), of(total, 61 + index * 2 + (at - 2023) * 4), total);
    }),
  );

/** Everything that the invented province has reported. */
export const sampleFigures = [...hamletFigures(), ...communeFigures(), ...formerFigures()];

const families = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Đỗ', 'Hoàng', 'Vũ', 'Bùi'];
const middles = ['Văn', 'Thị', 'Đức', 'Minh', 'Ngọc'];
const given = ['An', 'Bình', 'Chính', 'Dung', 'Hoà', 'Khánh', 'Lan', 'Nghĩa', 'Phượng', 'Thuý', 'Yên'];

/** Subjects of the register in all communes, some of them registered for 2026. */
export function sampleSubjects(count = 360) {
  const criteria = { id: 'gia-dinh-hoc-tap-mau', version: '1.0.0' };
  return Array.from({ length: count }, (_none, index) => {
    const person = `${families[index % 8]} ${middles[(index * 3) % 5]} ${given[(index * 7) % 11]}`;
    const { code, name } = sampleCommunes[index % sampleCommunes.length];
    const hamlet = ['Thôn Thượng', 'Thôn Hạ', 'Thôn Đông', 'Thôn Đoài'][Math.floor(index / 13) % 4];
    const place = { code, name: `${hamlet}, xã ${name.vi}` };
    const shared = { id: `minh-hoa-${sampleProvince}-${index}`, place, facts: {} };
    if (index % 9 === 4) return { ...shared, model: 'citizen', subjectGroup: 'farmers', name: person };
    if (index % 19 === 7)
      return { ...shared, model: 'clan', name: `Dòng họ ${families[index % 8]}`, head: { name: person } };
    return {
      ...shared,
      model: 'family',
      name: person,
      head: { name: person },
      members: { total: 3 + (index % 4), recognised: index % 3 },
      ...(index % 3 !== 0 && { cycle: '2026', criteria }),
    };
  });
}
