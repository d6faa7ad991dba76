import type { Table, TableCell, TableRow } from '../../../domain/fund/import/table.types.js';
import { LettersCount, unicodeOf } from './old-letters.js';
import type { SheetFile, SheetNote } from './sheet-file.types.js';
import type { Letters } from './syllables.js';

/** Rows that are looked at in one step. */
const step = 50;
/** Words of a column that are looked at. */
const enough = 300;
/** From so many words on they say something; fewer go by what stands around them. */
const few = 3;
/** Letters that neither of the old encodings has: the cell is as it should be, whatever stands around it. */
const proper = /[\u0100-\u02ff\u1e00-\u1eff]/;
const beyondAscii = /[^\0-\u007f]/;

/**
 * A file whose texts were written for the fonts of before Unicode, as those people read it: found out column by column, as books
 * were put together from several. `said` overrules it. Yields now and then, nothing of meaning.
 */
export function* inUnicode(file: SheetFile, said?: Letters): Generator<number, SheetFile, undefined> {
  const notes: SheetNote[] = [...file.notes];
  const tables: Table[] = [];
  let letters = said;
  let suspect = false;
  for (const table of file.tables) {
    const kinds: Letters[] = [];
    if (said === undefined) {
      const { columns, all } = yield* countColumns(table);
      for (const [column, count] of columns.entries()) kinds[column] = lettersOf(count, all);
      letters ??= kinds.find((kind) => kind !== 'unicode');
      suspect ||= columns.some(({ words, as }) => as.unicode < words * 0.5);
    }
    tables.push(yield* rewritten(table, (column) => said ?? kinds[column] ?? 'unicode'));
  }
  if (letters === 'tcvn3' || letters === 'vni') notes.push({ code: letters, params: {} });
  letters ??= suspect ? 'unicode' : undefined;
  return { ...file, tables, notes, ...(letters && { letters }) };
}

function* countColumns(
  table: Table,
): Generator<number, { columns: LettersCount[]; all: LettersCount }, undefined> {
  const columns: LettersCount[] = [];
  const all = new LettersCount();
  for (const [index, { cells }] of table.rows.entries()) {
    if (index % step === 0) yield index;
    for (let column = 0; column < cells.length; column += 1) {
      const text = cells[column]?.text ?? '';
      const count = (columns[column] ??= new LettersCount());
      if (count.words < enough && beyondAscii.test(text)) count.add(text);
    }
  }
  for (const one of columns) all.take(one);
  return { columns, all };
}

function lettersOf(column: LettersCount, all: LettersCount): Letters {
  const own = column.found;
  if (own === 'unicode' || (own && column.words >= few)) return own;
  return (all.words >= few ? all.found : undefined) ?? 'unicode';
}

function* rewritten(table: Table, kindOf: (column: number) => Letters): Generator<number, Table, undefined> {
  const rows: TableRow[] = [];
  for (const [index, row] of table.rows.entries()) {
    if (index % step === 0) yield index;
    const cells = row.cells.map((cell, column) => cell && rewrittenCell(cell, kindOf(column)));
    if (row.cells.every((cell, column) => cell === cells[column])) rows.push(row);
    else if (cells.some((cell) => cell !== undefined)) rows.push({ ...row, cells });
  }
  return { ...table, rows };
}

function rewrittenCell(cell: TableCell, letters: Letters): TableCell | undefined {
  const { text } = cell;
  if (letters === 'unicode' && !text.includes('\u00ad')) return cell;
  if (!beyondAscii.test(text)) return cell;
  const read = unicodeOf(text, proper.test(text) ? 'unicode' : letters).replaceAll('\u00ad', '');
  if (read === text) return cell;
  return read === '' && cell.number === undefined && cell.date === undefined
    ? undefined
    : { ...cell, text: read };
}
