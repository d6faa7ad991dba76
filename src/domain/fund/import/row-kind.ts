import type { Header } from './find-header.js';
import type { SkippedRow } from './import.types.js';
import type { TableRow } from './table.types.js';
import { plainWords } from './words.js';

/** "Cộng" with its mark: "Công ty" folds to the same letters. */
const sum =
  /^(tổng\s*)?cộng\s*[:.]?$|^(tổng\s*)cộng\b|^cộng\s+(phát sinh|tháng|quý|năm|kỳ|trang|sổ|dồn|thu|chi|số|lũy|luỹ|các|mục|phần|[ivx\d]+$)/;
const plainSum = /^(tong cong|cong phat sinh|cong luy ke|luy ke|tong (so|thu|chi)( .*)?|tong)$/;
const opening =
  /^(so du|du|ton)( quy)?( tien \w+)? (dau|nam truoc|ky truoc|thang truoc|mang sang)|(mang|chuyen) sang$/;
const closing =
  /^(so du|du|ton)( quy)?( tien \w+)? (cuoi|den|con)|^(con lai|so du|ton quy|ton|chuyen sang (trang|ky|nam|thang) sau)$/;

/** What a row is that is no entry, by what it says first; undefined for one that may be an entry. */
export function skippedKind(text: string): SkippedRow['what'] | undefined {
  const words = plainWords(text);
  if (opening.test(words)) return 'opening';
  if (closing.test(words)) return 'closing';
  // Line ends of words: `\b` knows no letters beyond ASCII.
  const said = `${text.toLowerCase()} `.replace(/\s+/g, ' ').trim();
  return sum.test(said) || plainSum.test(words) ? 'sum' : undefined;
}

/** The texts of a row in which a person reads words: no numbers of order, no copies of merged cells. */
export function textsOf({ cells }: TableRow, roles: Header['roles']): string[] {
  return cells.flatMap((cell, column) =>
    cell &&
    cell.text !== '' &&
    cell.merged !== 'beside' &&
    cell.number === undefined &&
    cell.date === undefined &&
    roles[column] !== 'ignored'
      ? [cell.text]
      : [],
  );
}

/** The head once more, as it is printed on top of each page. */
export function repeatsHead({ cells }: TableRow, { titles, roles }: Header): boolean {
  const titled = roles.flatMap((role, column) => (role && role !== 'ignored' ? [column] : []));
  const same = titled.filter((column) => {
    const text = plainWords(cells[column]?.text ?? '');
    return text !== '' && plainWords(titles[column] ?? '').endsWith(text);
  });
  return titled.length > 1 && same.length >= titled.length - 1;
}

/** A heading says on which side the lines below it are: "I. PHẦN THU". */
export function sideOf(heading: string): 'receipt' | 'payment' | undefined {
  const [, side] =
    /^(?:[ivx\d a-d]+ )?(?:phan|cac khoan|khoan|tong)? ?(thu|chi)\b/.exec(plainWords(heading)) ?? [];
  return side === undefined ? undefined : side === 'thu' ? 'receipt' : 'payment';
}
