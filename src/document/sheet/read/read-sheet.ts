import { inUnicode } from './in-unicode.js';
import { readCsv, type CsvChoices } from './read-csv.js';
import { openXls, readXls } from './read-xls.js';
import { readXlsx } from './read-xlsx.js';
import { SheetFault, sheetLimits, type SheetFile, type SheetProblem } from './sheet-file.types.js';
import { inSlices } from './slices.js';
import { sniffSheet } from './sniff-sheet.js';
import type { Letters } from './syllables.js';

export interface ReadSheetOptions extends CsvChoices {
  /** Which sheets of a workbook, by their places in `sheets`; the first one that people see by default. */
  sheets?: readonly number[];
  /** How its letters are to be understood, where that was found out wrongly. */
  letters?: Letters | undefined;
  signal?: AbortSignal;
  /** Share that is read, from 0 to 1: of the bytes, as near as can be told. Heard between slices. */
  progress?: (share: number) => void;
}

export type ReadSheet = { ok: true; file: SheetFile } | { ok: false; problem: SheetProblem };

/** Parts of a workbook unpack to about so many times their size. */
const usualRatio = 8;

/**
 * Reads an XLSX, XLS or CSV file into tables, in slices of a few milliseconds on the page's own thread. What the file is, its
 * bytes tell. Answers what cannot be read as a problem; rejects only with an `AbortError`, or where the browser cannot
 * read the file itself.
 */
export async function readSheet(
  file: Blob & { readonly name?: string },
  options: ReadSheetOptions = {},
): Promise<ReadSheet> {
  const { signal, progress, sheets, letters } = options;
  const name = file.name ?? '';
  try {
    if (file.size > sheetLimits.file)
      throw new SheetFault('too-large', { limit: sheetLimits.file / 1024 / 1024 });
    const bytes = new Uint8Array(await file.arrayBuffer());
    const kind = sniffSheet(bytes);
    const title = name.replace(/\.\w+$/, '');
    const work =
      kind === 'xlsx'
        ? readXlsx(bytes, sheetLimits, sheets)
        : kind === 'xls'
          ? readXls(await openXls(bytes), sheetLimits, sheets)
          : readCsv(bytes, title, sheetLimits, options);
    const all = bytes.length * (kind === 'xlsx' ? usualRatio : 2);
    const read = await inSlices(readable(work, letters), {
      signal,
      progress: (done) => progress?.(Math.min(done / all, 0.99)),
    });
    progress?.(1);
    return { ok: true, file: withType(read, name) };
  } catch (error) {
    if (error instanceof SheetFault)
      return { ok: false, problem: { code: error.code, params: error.params } };
    throw error;
  }
}

/** Yields bytes that are done, and all of them while the letters are looked at. */
function* readable(
  work: Generator<number, SheetFile, undefined>,
  letters: Letters | undefined,
): Generator<number, SheetFile, undefined> {
  const looking = inUnicode(yield* work, letters);
  for (;;) {
    const step = looking.next();
    if (step.done) return step.value;
    yield Infinity;
  }
}

const endings: Readonly<Record<SheetFile['format'], RegExp>> = {
  xlsx: /\.(xlsx|xlsm|xltx|xltm)$/i,
  xls: /\.(xls|xlt)$/i,
  csv: /\.(csv|txt|tsv)$/i,
};

/** Tells where the ending of the name says something else than the bytes. */
function withType(file: SheetFile, name: string): SheetFile {
  if (!/\.\w+$/.test(name) || endings[file.format].test(name)) return file;
  const params = { type: file.format === 'csv' ? 'CSV' : `Excel (.${file.format})` };
  return { ...file, notes: [{ code: 'other-type', params }, ...file.notes] };
}
