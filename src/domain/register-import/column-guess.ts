import { isLettered } from '../fund/import/lettered.js';
import { plainWords } from '../fund/import/words.js';
import type { Table, TableCell, TableRow } from '../fund/import/table.types.js';
import type { ColumnRole } from './import.types.js';

/** The first rule that fits a title names its column; the narrow ones come first. */
const rules: readonly (readonly [ColumnRole, RegExp])[] = [
  ['ignored', /^(stt|tt|so tt|so thu tu|no|ghi chu|note|notes|dien thoai|sdt|phone|ngay sinh)$/],
  ['id', /^(ma so|ma doi tuong|ma ho|id|record)$/],
  ['code', /^(ma (xa|phuong|dia ban|don vi hanh chinh|dvhc)|place code)$/],
  ['citizens', /^(so|co) .*cong dan hoc tap|^cong dan hoc tap$|^learning citizens$/],
  [
    'members',
    /^(so|tong so)?\s*(thanh vien|nhan khau|nguoi|khau|members?)( trong ho)?$|so (thanh vien|nhan khau)/,
  ],
  ['group', /^(nhom|nhom doi tuong|doi tuong|cap|subject group|group)$/],
  ['model', /^(mo hinh|loai hinh|loai|loai mo hinh|danh hieu dang ky|model|kind)$/],
  ['year', /^nam$|^nam (danh gia|dang ky|cong nhan|dat)|^(year|cycle)$/],
  ['score', /^(tong )?(so )?diem|\bdiem\b|^(score|points?)$/],
  ['title', /danh hieu|xep loai|ket qua|^(title|class|outcome|result)$/],
  ['parent', /cap tren|don vi chu quan|chi hoi|truc thuoc|^(parent|organisation above)$/],
  ['hamlet', /^(thon|xom|ban|ap|to|to dan pho|khu|khu pho|khu dan cu|hamlet|village)\b/],
  ['place', /dia chi|dia ban|noi o|^noi cu tru|^(xa|phuong|thi tran)\b|xa phuong|^(place|address|commune)$/],
  ['head', /chu ho|nguoi dung dau|truong (ho|toc)|dai dien|thu truong|^(head|householder)$/],
  ['name', /ho (va )?ten|^ten\b|^(name|full name)$|gia dinh|dong ho|don vi|cong dong|ho ten/],
];

/** What columns mean by their titles. Of two columns for one thing the first one counts; the others are told. */
export function rolesOf(titles: readonly string[]): {
  roles: (ColumnRole | undefined)[];
  /** Columns that mean what an earlier one means. */
  again: number[];
} {
  const taken = new Set<ColumnRole>();
  const again: number[] = [];
  const roles = titles.map((title, column) => {
    const role = rules.find(([, pattern]) => pattern.test(plainWords(title)))?.[0];
    if (role === undefined || role === 'ignored') return role;
    if (taken.has(role)) {
      again.push(column);
      return undefined;
    }
    taken.add(role);
    return role;
  });
  // "Chủ hộ" alone is the name by which a family is known.
  if (!taken.has('name') && taken.has('head')) roles[roles.indexOf('head')] = 'name';
  return { roles, again };
}

/** The head of a table: rows of titles above its rows. */
export interface Head {
  /** Index of the first row behind it. */
  to: number;
  titles: string[];
  roles: (ColumnRole | undefined)[];
  again: number[];
}

/** A head stands near the top, and is three rows high at most. */
const looked = 40;
const tallest = 3;

/**
 * Finds the head by its titles: one to three rows that name the subject and one thing more. Titles of two rows read from
 * above: "Kết quả" over "Điểm" and "Danh hiệu". Undefined where there is none.
 */
export function findHead(table: Table): Head | undefined {
  let best: (Head & { score: number }) | undefined;
  const top = Math.min(looked, table.rows.length);
  for (let height = 1; height <= tallest; height += 1) {
    for (let from = 0; from + height <= top; from += 1) {
      const rows = table.rows.slice(from, from + height);
      if (!rows.every(isTitles)) continue;
      const titles = titlesOf(rows, table.tellsMerges ?? false);
      const { roles, again } = rolesOf(titles);
      const named = new Set(roles.filter((role) => role !== undefined));
      const score = named.has('name') && named.size > 1 ? named.size : 0;
      if (score > (best?.score ?? 0)) best = { to: from + height, titles, roles, again, score };
    }
  }
  if (!best) return undefined;
  const { score: _score, ...head } = best;
  if (isLettered(table.rows[head.to])) head.to += 1;
  return head;
}

/** Titles are words, at least two of them, in cells of their own. */
function isTitles({ cells }: TableRow): boolean {
  const filled = cells.flatMap((cell) => (cell && cell.text !== '' ? [cell] : []));
  const isTitle = ({ number, date, text }: TableCell): boolean =>
    number === undefined && date === undefined && text.length <= 120;
  return filled.length > 1 && filled.every(isTitle);
}

const textOf = (cell: TableCell | undefined): string => cell?.text ?? '';

function titlesOf(rows: readonly TableRow[], tellsMerges: boolean): string[] {
  const width = Math.max(...rows.map(({ cells }) => cells.length));
  return Array.from({ length: width }, (_, column) => {
    const parts = rows.map(({ cells }, index) => {
      const below = rows.slice(index + 1).some((row) => textOf(row.cells[column]) !== '');
      // A text file does not tell how far a title reaches: as far as there are titles below and none beside.
      return tellsMerges || !below ? textOf(cells[column]) : reaching(cells, column);
    });
    // The lowest title says the most: "Kết quả" over "Điểm" is the points.
    const told = parts.filter((part, index) => part !== '' && part !== parts[index - 1]);
    return told.length > 1 && rolesOf([told.at(-1)!]).roles[0] !== undefined ? told.at(-1)! : told.join(' ');
  });
}

function reaching(cells: readonly (TableCell | undefined)[], column: number): string {
  for (let at = column; at >= 0; at -= 1) if (cells[at]) return textOf(cells[at]);
  return '';
}
