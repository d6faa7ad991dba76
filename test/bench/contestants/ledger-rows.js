/** Rows as objects out of the pages that a back end answers, with a running balance: what a list by hand begins with. */
export function rowsOf({ fund, pages }) {
  const labels = new Map(fund.categories.map(({ id, label }) => [id, label.vi]));
  const rows = [];
  let balance = fund.opening.cash + fund.opening.bank;
  for (const { entries, parties } of pages) {
    const names = new Map(parties.map(({ no, name }) => [no, name]));
    for (let at = 0; at < entries.count; at++) {
      const no = entries.first + at;
      const kind = entries.bits[at] & 3;
      const amount = entries.amounts[at];
      const goods = ((entries.bits[at] >> 2) & 3) === 2;
      if (!goods && kind < 2) balance += kind === 0 ? amount : -amount;
      const category = entries.categories[entries.category[at]] ?? '';
      rows.push({
        no,
        day: entries.days[at],
        date: new Date(entries.days[at] * 86_400_000),
        voucher: entries.vouchers[at],
        category,
        heading: labels.get(category) ?? '',
        name: names.get(no) ?? '',
        in: kind === 0 ? amount : 0,
        out: kind === 1 ? amount : 0,
        balance,
      });
    }
  }
  return rows;
}

/** Without accents, words apart, so that a search begins at the beginning of a word. */
export const fold = (text) =>
  ` ${text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[đĐ]/g, 'd')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()}`;

/** Words that a search asks for; what stands in quotation marks is one piece. */
export const termsOf = (search) =>
  (search.match(/"[^"]+"|\S+/g) ?? []).map((piece) => fold(piece.replaceAll('"', '')));

/** The row passes the filter and answers the search. */
export function fits(row, { side, category, month }, terms) {
  if (side && !row[side]) return false;
  if (category && row.category !== category) return false;
  if (month && row.date.getUTCMonth() + 1 !== Number(month)) return false;
  if (terms.length === 0) return true;
  row.folded ??= fold(`${row.name} ${row.heading}`);
  return terms.every((term) => row.folded.includes(term));
}

const collator = new Intl.Collator('vi');

/** Compares two rows by a column; rows of equal value as they stand in the ledger. */
export const comparing = {
  no: (a, b) => a.no - b.no,
  date: (a, b) => a.day - b.day || a.no - b.no,
  in: (a, b) => a.in - b.in || a.no - b.no,
  out: (a, b) => a.out - b.out || a.no - b.no,
  content: (a, b) =>
    collator.compare(a.heading, b.heading) || collator.compare(a.name, b.name) || a.no - b.no,
};

const figures = new Intl.NumberFormat('vi');
export const money = (amount) => (amount ? figures.format(amount) : '');
const two = (n) => String(n).padStart(2, '0');
export const dateText = (date) =>
  `${two(date.getUTCDate())}/${two(date.getUTCMonth() + 1)}/${date.getUTCFullYear()}`;
export const voucherText = ({ voucher, in: receipt }) =>
  voucher ? `${receipt ? 'PT' : 'PC'} ${voucher}` : '';
