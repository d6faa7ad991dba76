import type { Table } from '../../../domain/fund/import/table.types.js';
import { markMerged } from './merge-cells.js';
import {
  SheetFault,
  type SheetFile,
  type SheetLimits,
  type SheetNote,
  type SheetNoteCode,
} from './sheet-file.types.js';
import { sheetListener, type CellContext, type SheetContent } from './sheet-rows.js';
import type { Meter } from './unpack-part.js';
import { readDateStyles, readStrings, readWorkbook, type WorkbookSheet } from './workbook.js';
import { readXml } from './xml-stream.js';
import { readDirectory } from './zip-directory.js';

/** What of each sheet is told. */
type Told = Pick<SheetContent, 'formulas' | 'wide'> & {
  merged: number;
  hiddenRows: number;
  hiddenColumns: number;
};

/**
 * Reads the sheets of a workbook that are asked for by their place, or the first one that people see. Only the parts
 * that hold cells are unpacked: macros, pictures and links stay what they are. Formulas are never computed; what the
 * program that wrote the file had computed is taken, and marked. Yields how many bytes were unpacked. Throws a
 * `SheetFault`.
 */
export function* readXlsx(
  bytes: Uint8Array,
  limits: SheetLimits,
  wanted?: readonly number[],
): Generator<number, SheetFile, undefined> {
  const directory = readDirectory(bytes, limits);
  const meter: Meter = { limits, unpacked: 0 };
  const { sheets, from1904, strings, styles } = yield* readWorkbook(directory, meter);
  const chosen = chosenOf(sheets, wanted);
  const context: CellContext = {
    strings: yield* readStrings(strings, meter),
    dateStyles: yield* readDateStyles(styles, meter),
    from1904,
  };
  const tables: Table[] = [];
  const told: Told[] = [];
  for (const sheet of chosen) {
    const { listener, content } = sheetListener(context, limits);
    yield* readXml(sheet.part, meter, listener);
    const merged = yield* markMerged(content.rows, content.areas, limits.columns);
    tables.push({
      name: sheet.name,
      rows: content.rows,
      tellsMerges: true,
      ...(from1904 && { from1904 }),
    });
    told.push({
      ...content,
      merged,
      hiddenRows: content.rows.filter(({ hidden }) => hidden).length,
      hiddenColumns: hiddenWithin(content),
    });
  }
  const macros = [...directory.keys()].some((name) => name.endsWith('vbaproject.bin'));
  return {
    format: 'xlsx',
    sheets: sheets.map(({ name, hidden }) => ({ name, hidden })),
    tables,
    notes: notesOf(sheets, chosen, told, { macros, from1904 }),
  };
}

function chosenOf(sheets: readonly WorkbookSheet[], wanted?: readonly number[]): WorkbookSheet[] {
  const chosen = wanted
    ? wanted.flatMap((place) => sheets[place] ?? [])
    : sheets.filter(({ hidden }) => !hidden).slice(0, 1);
  if (chosen.length === 0) throw new SheetFault('no-sheet');
  return chosen;
}

/** Hidden columns in which something stands. */
function hiddenWithin({ rows, hiddenColumns }: SheetContent): number {
  if (hiddenColumns.length === 0) return 0;
  const used = new Set(rows.flatMap(({ cells }) => Object.keys(cells)).map(Number));
  return [...used].filter((column) => hiddenColumns.some(({ from, to }) => column >= from && column <= to))
    .length;
}

function notesOf(
  sheets: readonly WorkbookSheet[],
  chosen: readonly WorkbookSheet[],
  told: readonly Told[],
  { macros, from1904 }: { macros: boolean; from1904: boolean },
): SheetNote[] {
  const sum = (of: (one: Told) => number): number => told.reduce((all, one) => all + of(one), 0);
  const leftOut = sheets.filter((sheet) => sheet.hidden && !chosen.includes(sheet));
  const counted: [SheetNoteCode, number][] = [
    ['hidden-rows', sum(({ hiddenRows }) => hiddenRows)],
    ['hidden-columns', sum(({ hiddenColumns }) => hiddenColumns)],
    ['formulas', sum(({ formulas }) => formulas)],
    ['merged', sum(({ merged }) => merged)],
  ];
  return [
    ...(macros ? [{ code: 'macros' as const, params: {} }] : []),
    ...(leftOut.length > 0
      ? [
          {
            code: 'hidden-sheets' as const,
            params: { n: leftOut.length, names: leftOut.map(({ name }) => name).join(', ') },
          },
        ]
      : []),
    ...counted.filter(([, n]) => n > 0).map(([code, n]) => ({ code, params: { n } })),
    ...(from1904 ? [{ code: 'from-1904' as const, params: {} }] : []),
    ...(told.some(({ wide }) => wide) ? [{ code: 'columns-left-out' as const, params: {} }] : []),
  ];
}
