/** A table as it was read from a sheet, before anything is understood of it. */
export interface Table {
  /** Of the tab; the file's name for a file that is one table. */
  name: string;
  /** Rows in which something stands, in order. */
  rows: readonly TableRow[];
  /** Dates are counted from 1904, as old Macs did. */
  from1904?: true;
  /** The file tells which cells are merged; a text file never does. */
  tellsMerges?: true;
}

export interface TableRow {
  /** Number of the row in the sheet, from 1. */
  line: number;
  /** By column, from 0; holes where nothing stands. */
  cells: readonly (TableCell | undefined)[];
  /** Not seen by who looks at the sheet. */
  hidden?: true;
}

export interface TableCell {
  /** Composed letters, no space around; of numbers their digits, of dates `31/12/2025`. */
  text: string;
  /** Where the cell holds a number. It may have a fraction: what computed it counts in fractions. */
  number?: number;
  /** ISO date, where the cell holds a date. */
  date?: string;
  /** What stands here was computed by the program that wrote the file, and may be of another day; empty: it never was. */
  formula?: true;
  /** The program that wrote the file put an error here, such as #REF!. */
  error?: true;
  /**
   * Merged with others. Of the cells of such an area the first one holds the value; the ones below it and beside it
   * bear copies, which are no further values.
   */
  merged?: 'first' | 'below' | 'beside';
}
