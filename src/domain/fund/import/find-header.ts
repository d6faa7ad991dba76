import { isLettered } from './lettered.js';
import { rolesOf, unitOf } from './column-titles.js';
import type { ColumnRole } from './import.types.js';
import type { Table, TableCell, TableRow } from './table.types.js';
import { holdsWords, plainWords } from './words.js';

/** The head of a table: rows of titles above its lines. */
export interface Header {
  /** Index of its first row, and of the first one behind it. */
  from: number;
  to: number;
  titles: string[];
  roles: (ColumnRole | undefined)[];
  unit: number;
  /** The heading names a bank book. */
  bank: boolean;
}

/** A head stands near the top; below it, its letters and figures may stand: A, B, 1, 2. */
const looked = 40;
const tallest = 3;

/**
 * Finds the head of a table by its titles: one to three rows that name a date and an amount. Titles of two rows read
 * from above: "Số tiền" over "Thu" and "Chi". Undefined where there is none.
 */
export function findHeader(table: Table): Header | undefined {
  let best:
    | { from: number; to: number; titles: string[]; roles: (ColumnRole | undefined)[]; score: number }
    | undefined;
  const top = Math.min(looked, table.rows.length);
  for (let height = 1; height <= tallest; height += 1) {
    for (let from = 0; from + height <= top; from += 1) {
      const rows = table.rows.slice(from, from + height);
      if (!rows.every(isTitles)) continue;
      const titles = titlesOf(rows, table.tellsMerges ?? false);
      const roles = rolesOf(titles);
      const score = scoreOf(roles);
      if (score > (best?.score ?? 0)) best = { from, to: from + height, titles, roles, score };
    }
  }
  if (!best) return undefined;
  const { from, titles, roles } = best;
  let { to } = best;
  if (isLettered(table.rows[to])) to += 1;
  return { from, to, titles, roles, ...saidAbove(table, from, to) };
}

/** The same head with other roles, or one at the top of a table without titles. */
export function withRoles(
  table: Table,
  header: Header | undefined,
  roles: readonly (ColumnRole | undefined)[],
): Header {
  const found = header ?? { from: 0, to: 0, titles: [], ...saidAbove(table, 0, 0) };
  return { ...found, roles: [...roles] };
}

function saidAbove(table: Table, from: number, to: number): Pick<Header, 'unit' | 'bank'> {
  const headings = table.rows.slice(0, to).flatMap(({ cells }) => cells.map((cell) => cell?.text ?? ''));
  const above = table.rows.slice(0, from).flatMap(({ cells }) => cells.map((cell) => cell?.text ?? ''));
  const bank = [table.name, ...above].some((text) => holdsWords(plainWords(text), 'tien gui'));
  return { unit: unitOf(headings), bank };
}

/** A date and an amount make a head; every other title makes it likelier. */
function scoreOf(roles: readonly (ColumnRole | undefined)[]): number {
  const has = (...wanted: ColumnRole[]): boolean => wanted.some((role) => roles.includes(role));
  if (!has('date', 'voucher-date') || !has('receipt', 'payment', 'amount')) return 0;
  return new Set(roles.filter((role) => role !== undefined)).size;
}

/** Titles are words. */
function isTitles({ cells }: TableRow): boolean {
  return cells.every(
    (cell) =>
      !cell || (cell.number === undefined && cell.date === undefined && !/\d{3}|\d[/.-]\d/.test(cell.text)),
  );
}

function titlesOf(rows: readonly TableRow[], tellsMerges: boolean): string[] {
  const width = Math.max(...rows.map(({ cells }) => cells.length));
  return Array.from({ length: width }, (_, column) => {
    const parts = rows.map(({ cells }, index) => {
      const below = rows.slice(index + 1).some((row) => textOf(row.cells[column]) !== '');
      // A text file does not tell how far a title reaches: as far as there are titles below and none beside.
      return tellsMerges || !below ? textOf(cells[column]) : reaching(cells, column);
    });
    return parts.filter((part, index) => part !== '' && part !== parts[index - 1]).join(' ');
  });
}

const textOf = (cell: TableCell | undefined): string => cell?.text ?? '';

function reaching(cells: readonly (TableCell | undefined)[], column: number): string {
  for (let at = column; at >= 0; at -= 1) if (cells[at]) return textOf(cells[at]);
  return '';
}
