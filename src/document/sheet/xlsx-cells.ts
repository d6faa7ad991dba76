import type { ColumnDef } from 'hucre/xlsx';
import { clean } from '../wording.js';
import type { SheetColumn, SheetRow } from './sheet.js';

/** Of a file of this kind. */
export const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** What people of the portal expect of a sheet: no sign of a currency, so that it can be computed with. */
export const formats: Readonly<Record<SheetColumn['kind'], string | undefined>> = {
  text: undefined,
  money: '#,##0',
  count: '0',
  decimal: '0.00',
  date: 'dd/mm/yyyy',
};

/** Columns as the library wants them. `more`: what else it is to know of one, from its heading. */
export const columnsOf = (
  columns: readonly SheetColumn[],
  more: (header: string) => ColumnDef = () => ({}),
): ColumnDef[] =>
  columns.map(({ header, width, kind }) => {
    const numFmt = formats[kind];
    return { width, ...more(clean(header)), ...(numFmt && { numFmt }) };
  });

/** What stands in the cells of a row: numbers as numbers, days as dates, texts without what no file may hold. */
export function valuesOf(row: SheetRow, columns: readonly SheetColumn[]): (string | number | Date | null)[] {
  return columns.map(({ kind }, index) => {
    const value = row[index] ?? null;
    if (typeof value !== 'string') return value;
    if (kind === 'date' && /^\d{4}-\d\d-\d\d$/.test(value)) return new Date(`${value}T00:00:00.000Z`);
    return clean(value);
  });
}
