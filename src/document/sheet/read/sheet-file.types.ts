import type { Table } from '../../../domain/fund/import/table.types.js';
import type { Letters } from './syllables.js';

/** Why a file cannot be read. The sentence is `sheet.problem.<code>`. */
export const sheetProblems = [
  'empty',
  'too-large',
  'not-a-sheet',
  'web-page',
  'older-excel',
  'binary-excel',
  'open-document',
  'password',
  'damaged',
  'bomb',
  'too-many-rows',
  'no-sheet',
  'quote-open',
  'line-too-long',
] as const;
export type SheetProblemCode = (typeof sheetProblems)[number];

/** What the person is told about a file that was read. The sentence is `sheet.note.<code>`. */
export const sheetNotes = [
  'other-type',
  'old-excel',
  'macros',
  'hidden-sheets',
  'hidden-rows',
  'hidden-columns',
  'formulas',
  'merged',
  'from-1904',
  'columns-left-out',
  'windows-1258',
  'tcvn3',
  'vni',
  'broken-letters',
] as const;
export type SheetNoteCode = (typeof sheetNotes)[number];

export interface SheetProblem {
  code: SheetProblemCode;
  /** For the holes of the sentence. */
  params: Readonly<Record<string, string | number>>;
}
export interface SheetNote {
  code: SheetNoteCode;
  params: Readonly<Record<string, string | number>>;
}

export interface SheetInfo {
  name: string;
  /** Nobody who opens the file sees it. */
  hidden: boolean;
}

/** Encodings of text files, as `TextDecoder` names them. */
export type SheetEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1258' | 'windows-1252';
export type Separator = ',' | ';' | '\t' | '|';

/** A file that was read. */
export interface SheetFile {
  format: 'xlsx' | 'xls' | 'csv';
  /** Every sheet of the file, in order. */
  sheets: readonly SheetInfo[];
  /** The ones that were taken: those asked for, or the first one that people see. */
  tables: readonly Table[];
  notes: readonly SheetNote[];
  /** How a text file was understood. */
  encoding?: SheetEncoding;
  /** How the letters were understood; absent where there is no doubt about them. */
  letters?: Letters;
  separator?: Separator;
}

/** Limits within which a file is read; beyond them it is refused. */
export interface SheetLimits {
  /** Bytes of the file. */
  file: number;
  /** Files within an XLSX. */
  entries: number;
  /** Bytes that all parts of an XLSX that are looked at may unpack to, and one that is kept in memory. */
  unpacked: number;
  kept: number;
  /** How many times its size a part may unpack to, and from how many bytes on that counts. */
  ratio: number;
  ratioFrom: number;
  /** Rows and cells in which something stands. */
  rows: number;
  cells: number;
  columns: number;
  /** Characters of one line of a text file. */
  line: number;
}

/**
 * Twice as many rows as one import takes, with room for headings and sums. A million empty rows that somebody coloured
 * unpack to 100 MB and are still read.
 */
export const sheetLimits: Readonly<SheetLimits> = {
  file: 30 * 1024 * 1024,
  entries: 4096,
  unpacked: 256 * 1024 * 1024,
  kept: 48 * 1024 * 1024,
  ratio: 250,
  ratioFrom: 8 * 1024 * 1024,
  rows: 40_000,
  cells: 1_000_000,
  columns: 256,
  line: 500_000,
};

/** Leaves the reading of a file; `readSheet` answers it as a problem. */
export class SheetFault extends Error {
  constructor(
    readonly code: SheetProblemCode,
    readonly params: SheetProblem['params'] = {},
  ) {
    super(code);
    this.name = 'SheetFault';
  }
}
