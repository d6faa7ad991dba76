import { readXls as readBook, type CellValue, type Workbook } from 'hucre';
import type { Table, TableCell } from '../../../domain/fund/import/table.types.js';
import { markMerged } from './merge-cells.js';
import { SheetFault, type SheetFile, type SheetLimits, type SheetNote } from './sheet-file.types.js';
import type { OpenRow } from './sheet-rows.js';
import { tidy } from './tidy.js';

/** Rows that are taken in one step. */
const step = 200;

/** What a workbook of before 2007 holds, read at one go. Throws a `SheetFault` for what is damaged or older still. */
export async function openXls(bytes: Uint8Array): Promise<Workbook> {
  try {
    return await readBook(bytes);
  } catch (error) {
    const older = error instanceof Error && error.message.startsWith('Unsupported XLS version');
    throw new SheetFault(older ? 'older-excel' : 'damaged');
  }
}

/**
 * Tables of the sheets that are asked for by their place, or of the first one. Such a file tells values, dates and merged cells; which
 * of them are computed or hidden it would tell, too, but not to this reader, and the person is told so. Yields how many rows are
 * done. Throws a `SheetFault`.
 */
export function* readXls(
  { sheets }: Workbook,
  limits: SheetLimits,
  wanted: readonly number[] = [0],
): Generator<number, SheetFile, undefined> {
  const tables: Table[] = [];
  const told = { merged: 0, wide: false };
  let cells = 0;
  for (const sheet of wanted.flatMap((place) => sheets[place] ?? [])) {
    const rows: OpenRow[] = [];
    // Rows in which nothing stands are holes.
    for (const [index, values] of sheet.rows.entries()) {
      if (index % step === 0) yield index;
      const found = Array.from((values ?? []).slice(0, limits.columns), cellOf);
      if ((values?.length ?? 0) > limits.columns) told.wide = true;
      const count = found.filter((cell) => cell !== undefined).length;
      if (count === 0) continue;
      rows.push({ line: index + 1, cells: found });
      cells += count;
      if (rows.length > limits.rows || cells > limits.cells)
        throw new SheetFault('too-many-rows', { limit: limits.rows });
    }
    const areas = (sheet.merges ?? []).map(({ startRow, startCol, endRow, endCol }) => ({
      ...{ top: startRow + 1, left: startCol, bottom: endRow + 1, right: endCol },
    }));
    told.merged += yield* markMerged(rows, areas, limits.columns);
    tables.push({ name: sheet.name, rows, tellsMerges: true });
  }
  if (tables.length === 0) throw new SheetFault('no-sheet');
  const notes: SheetNote[] = [{ code: 'old-excel', params: {} }];
  if (told.merged > 0) notes.push({ code: 'merged', params: { n: told.merged } });
  if (told.wide) notes.push({ code: 'columns-left-out', params: {} });
  return { format: 'xls', sheets: sheets.map(({ name }) => ({ name, hidden: false })), tables, notes };
}

const faultText = /^#(?:NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|ERR!)$/;

function cellOf(value: CellValue | undefined): TableCell | undefined {
  if (value === null || value === undefined) return undefined;
  if (typeof value === 'number')
    return Number.isFinite(value) ? { text: String(value), number: value } : undefined;
  if (value instanceof Date) {
    const date = Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10);
    return date === '' ? undefined : { text: date.split('-').reverse().join('/'), date };
  }
  if (typeof value === 'boolean') return { text: value ? 'TRUE' : 'FALSE' };
  const text = tidy(String(value));
  return text === '' ? undefined : { text, ...(faultText.test(text) && { error: true as const }) };
}
