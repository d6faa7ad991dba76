/**
 * A table as a file: what CSV and XLSX are both written from. Amounts and counts stay numbers and dates stay dates, so
 * that whoever opens the file can go on computing with them.
 */
export interface Sheet {
  /** On the tab of the sheet. */
  name: string;
  columns: readonly SheetColumn[];
  rows: readonly SheetRow[];
  /** Below the rows, in bold. */
  totals?: readonly SheetRow[];
}

export interface SheetColumn {
  header: string;
  /** In characters. */
  width: number;
  /** `money`: whole đồng; `count`: any other whole number; `decimal`: with two decimals; `date`: ISO dates. */
  kind: 'text' | 'money' | 'count' | 'decimal' | 'date';
}

/** One value a column; null leaves the cell empty. */
export type SheetRow = readonly (string | number | null)[];
