import { writeXlsx, type CellStyle, type WriteSheet } from 'hucre/xlsx';
import { clean } from '../wording.js';
import type { Sheet } from './sheet.js';
import { columnsOf, formats, valuesOf, xlsxType } from './xlsx-cells.js';

const font = { name: 'Arial', size: 10 };

/** Rows from which on writing all of it at once would be felt; nobody prints as many. */
const long = 4_000;
/** Where a browser does not compress by itself, a file written row by row would be ten times as big. */
const compresses = (): boolean => typeof CompressionStream !== 'undefined';

/** Most characters of a tab, and what none may hold. */
const longestName = 31;
const forbidden = /[[\]:*?/\\]/g;

/**
 * Writes sheets as XLSX: numbers as numbers, dates as dates, the head frozen, printed on A4. Texts are texts whatever
 * they begin with, so none runs as a formula. Errors: rejects only where the library itself fails.
 */
export async function toXlsx(sheets: readonly Sheet[]): Promise<Blob> {
  const names = new Set<string>();
  const [only] = sheets;
  if (sheets.length === 1 && only && only.rows.length > long && compresses())
    return (await import('./long-xlsx.js')).toLongXlsx(only, tabName(only.name, names));
  const bytes = await writeXlsx({
    sheets: sheets.map((sheet) => written(sheet, tabName(sheet.name, names))),
    defaultFont: font,
  });
  return new Blob([bytes as Uint8Array<ArrayBuffer>], {
    type: xlsxType,
  });
}

function written({ columns, rows, totals = [] }: Sheet, name: string): WriteSheet {
  const bold = { font: { ...font, bold: true } };
  const head: CellStyle = { ...bold, alignment: { wrapText: true, vertical: 'center' } };
  const cells: NonNullable<WriteSheet['cells']> = new Map(
    columns.map((_column, index) => [`0,${index}`, { style: head }]),
  );
  totals.forEach((_row, below) =>
    columns.forEach(({ kind }, index) => {
      const numFmt = formats[kind];
      cells.set(`${1 + rows.length + below},${index}`, { style: { ...bold, ...(numFmt && { numFmt }) } });
    }),
  );
  return {
    name,
    columns: columnsOf(columns),
    rows: [
      columns.map(({ header }) => clean(header)),
      ...[...rows, ...totals].map((row) => valuesOf(row, columns)),
    ],
    cells,
    freezePane: { rows: 1 },
    pageSetup: {
      paperSize: 'a4',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '$1:$1',
    },
  };
}

/** Short enough, without what Excel forbids, and like none before it. */
function tabName(wanted: string, taken: Set<string>): string {
  const plain =
    clean(wanted)
      .replace(forbidden, ' ')
      .replace(/^'+|'+$/g, '')
      .trim() || '1';
  let name = plain.slice(0, longestName);
  for (let count = 2; taken.has(name.toLowerCase()); count += 1)
    name = `${plain.slice(0, longestName - 4)} (${count})`;
  taken.add(name.toLowerCase());
  return name;
}
