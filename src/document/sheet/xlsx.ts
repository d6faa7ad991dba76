import { writeXlsx, type CellStyle, type ColumnDef, type WriteSheet } from 'hucre/xlsx';
import { clean } from '../wording.js';
import type { Sheet, SheetColumn, SheetRow } from './sheet.js';

/** What people of the portal expect of a sheet: no sign of a currency, so that it can be computed with. */
const formats: Readonly<Record<SheetColumn['kind'], string | undefined>> = {
  text: undefined,
  money: '#,##0',
  count: '0',
  decimal: '0.00',
  date: 'dd/mm/yyyy',
};

const font = { name: 'Arial', size: 10 };

/** Most characters of a tab, and what none may hold. */
const longestName = 31;
const forbidden = /[[\]:*?/\\]/g;

/**
 * Writes sheets as XLSX: numbers as numbers, dates as dates, the head frozen, printed on A4. Texts are texts whatever
 * they begin with, so none runs as a formula. Errors: rejects only where the library itself fails.
 */
export async function toXlsx(sheets: readonly Sheet[]): Promise<Blob> {
  const names = new Set<string>();
  const bytes = await writeXlsx({
    sheets: sheets.map((sheet) => written(sheet, tabName(sheet.name, names))),
    defaultFont: font,
  });
  return new Blob([bytes as Uint8Array<ArrayBuffer>], {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
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
    columns: columns.map(({ width, kind }): ColumnDef => {
      const numFmt = formats[kind];
      return { width, ...(numFmt && { numFmt }) };
    }),
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

function valuesOf(row: SheetRow, columns: readonly SheetColumn[]): (string | number | Date | null)[] {
  return columns.map(({ kind }, index) => {
    const value = row[index] ?? null;
    if (typeof value !== 'string') return value;
    if (kind === 'date' && /^\d{4}-\d\d-\d\d$/.test(value)) return new Date(`${value}T00:00:00.000Z`);
    return clean(value);
  });
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
