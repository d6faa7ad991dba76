import { writeXlsxStream, type CellValue } from 'hucre';
import type { Sheet } from './sheet.js';
import { columnsOf, valuesOf, xlsxType } from './xlsx-cells.js';

/** Rows written between two moments in which the page draws and hears the person. */
const stretch = 500;

/**
 * Writes one long sheet row by row, with pauses: a whole province would keep a page from answering for seconds. As `toXlsx`, but for what
 * is for paper: a bold head, and the set-up of the page. `name`: of its tab. Errors: rejects only where the library itself fails.
 */
export async function toLongXlsx({ columns, rows, totals = [] }: Sheet, name: string): Promise<Blob> {
  async function* lines(): AsyncGenerator<CellValue[]> {
    let left = stretch;
    for (const list of [rows, totals])
      for (const row of list) {
        yield valuesOf(row, columns);
        left -= 1;
        if (left > 0) continue;
        left = stretch;
        await new Promise((later) => setTimeout(later));
      }
  }
  const stream = writeXlsxStream(lines(), {
    name,
    columns: columnsOf(columns, (header) => ({ header })),
    freezePane: { rows: 1 },
  });
  const bytes = await new Response(stream).arrayBuffer();
  return new Blob([bytes], { type: xlsxType });
}
