import type { TableCell, TableRow } from '../../../domain/fund/import/table.types.js';
import { CsvReader, type CsvRecord } from './csv-records.js';
import { findSeparator } from './csv-separator.js';
import { readCsvText } from './csv-text.js';
import {
  SheetFault,
  type Separator,
  type SheetEncoding,
  type SheetFile,
  type SheetLimits,
  type SheetNote,
} from './sheet-file.types.js';
import { tidy } from './tidy.js';

/** Characters that are parsed in one step. */
const step = 4096;

/** What the person says about a text file, where it was understood wrongly. */
export interface CsvChoices {
  encoding?: SheetEncoding | undefined;
  separator?: Separator | undefined;
}

/**
 * Reads a text file as a table. Every cell is text; figures and dates are for whoever knows the columns. Yields how many
 * bytes are done, twice their number in all: they are decoded first. Throws a `SheetFault`.
 */
export function* readCsv(
  bytes: Uint8Array,
  name: string,
  limits: SheetLimits,
  choices: CsvChoices = {},
): Generator<number, SheetFile, undefined> {
  const { encoding, pieces, broken } = yield* readCsvText(bytes, choices.encoding);
  const start = pieces.slice(0, 2).join('').slice(0, 100_000);
  if (start.includes('\u0000')) throw new SheetFault('not-a-sheet');
  const separator = choices.separator ?? findSeparator(start) ?? ',';
  const reader = new CsvReader(separator, limits.line);
  const content = new Content(limits);
  for (const [index, piece] of pieces.entries()) {
    for (let at = 0; at < piece.length; at += step) {
      reader.add(piece.slice(at, at + step));
      content.add(reader.records.splice(0));
      yield bytes.length * (1 + index / pieces.length);
    }
  }
  reader.end();
  content.add(reader.records.splice(0));
  const notes: SheetNote[] = [];
  if (encoding === 'windows-1258') notes.push({ code: 'windows-1258', params: {} });
  if (broken > 0) notes.push({ code: 'broken-letters', params: { n: broken } });
  if (content.wide) notes.push({ code: 'columns-left-out', params: {} });
  return {
    format: 'csv',
    sheets: [{ name, hidden: false }],
    tables: [{ name, rows: content.rows }],
    notes,
    encoding,
    separator,
  };
}

/** Rows in which something stands, as they are read. */
class Content {
  readonly rows: TableRow[] = [];
  readonly #limits: SheetLimits;
  wide = false;
  #cells = 0;

  constructor(limits: SheetLimits) {
    this.#limits = limits;
  }

  add(records: readonly CsvRecord[]): void {
    const { rows, cells, columns } = this.#limits;
    for (const { line, fields } of records) {
      // Excel's own first line, which only says what parts the cells.
      if (line === 1 && /^sep=.?$/i.test(fields[0] ?? '')) continue;
      const found = fields.slice(0, columns).map(cellOf);
      if (fields.slice(columns).some((field) => field.trim() !== '')) this.wide = true;
      const count = found.filter((cell) => cell !== undefined).length;
      if (count === 0) continue;
      this.rows.push({ line, cells: found });
      this.#cells += count;
      if (this.rows.length > rows || this.#cells > cells)
        throw new SheetFault('too-many-rows', { limit: rows });
    }
  }
}

function cellOf(field: string): TableCell | undefined {
  const text = tidy(withoutApostrophe(field));
  return text === '' ? undefined : { text };
}

/** Files that are written with care have an apostrophe before what would run as a formula; it is no part of the text. */
function withoutApostrophe(field: string): string {
  return field.replace(/(^|[;\r\n])'(?=[=+\-@\t\r\n＝＋－＠])/g, '$1');
}
