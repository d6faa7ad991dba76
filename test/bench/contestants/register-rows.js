/** Invented rows of a commune's register, the same in every run, by name. */
const families = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Đỗ', 'Hoàng', 'Vũ', 'Bùi', 'Đặng', 'Ngô'];
const middles = ['Văn', 'Thị', 'Đức', 'Minh', 'Ngọc', 'Hữu', 'Quang'];
const given = ['An', 'Bình', 'Chính', 'Dung', 'Hoà', 'Khánh', 'Lan', 'Nghĩa', 'Phượng', 'Thuý', 'Yến'];
const states = ['none', 'registered'];
const criteria = { id: 'gia-dinh-hoc-tap-mau', version: '1.0.0' };

/** Without accents, as a list by hand searches. */
export const fold = (text) =>
  text.toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('đ', 'd');

export function registerRows(count) {
  return Array.from({ length: count }, (_none, index) => {
    const name = `${families[(index * 3) % 10]} ${middles[(index * 5) % 7]} ${given[(index * 7) % 11]} ${index}`;
    return {
      id: `s${index}`,
      name,
      place: { name: `Thôn ${1 + ((index * 13) % 24)}, xã Sen Hồ` },
      head: { name },
      state: states[(index * 11) % 2],
    };
  }).sort((a, b) => (fold(a.name) < fold(b.name) ? -1 : 1));
}

/** The same as a list to be imported. */
export const subjectsOf = (rows) =>
  rows.map(({ state, ...row }) => ({
    ...row,
    model: 'family',
    facts: {},
    ...(state === 'registered' && { cycle: '2026', criteria }),
  }));

const orders = {
  name: () => '',
  place: ({ place }) => fold(place.name),
  state: ({ state }) => states.indexOf(state),
};

/** What a question comes to: rows that have all the words, in the order asked for; equal ones stay by name. */
export function answer(rows, { text = '', sort = 'name' }) {
  const words = fold(text).split(' ').filter(Boolean);
  const found = rows.filter((row) => {
    row.folded ??= fold(`${row.name}\n${row.place.name}\n${row.head.name}`);
    return words.every((word) => row.folded.includes(word));
  });
  const order = orders[sort];
  return sort === 'name'
    ? found
    : found
        .map((row, at) => ({ row, at, key: order(row) }))
        .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.at - b.at))
        .map(({ row }) => row);
}
