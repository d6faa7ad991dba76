/** The values of one key: the same in all rows that have it, one for each, or objects that are columns again. */
type Column = ({ same: unknown } | { each: unknown[] } | { parts: Columns }) & {
  /** Which rows have the key, a 1 or a 0 for each; absent where all have it. */
  has?: string;
};
export type Columns = Record<string, Column>;

type Row = Readonly<Record<string, unknown>>;

const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Rows of much the same shape as columns, for storage: a browser writes and reads a hundred thousand nested objects five
 * times as slowly as lists of their values. `rowsFrom` gives back the same rows; what is undefined is left out.
 */
export function columnsOf(rows: readonly Row[]): Columns {
  const keys = new Set<string>();
  for (const row of rows) for (const key of Object.keys(row)) keys.add(key);
  const columns: Columns = {};
  for (const key of keys) {
    const values = rows.flatMap((row) => (row[key] === undefined ? [] : [row[key]]));
    if (values.length === 0) continue;
    const column: Column = columnOf(values);
    if (values.length < rows.length)
      column.has = rows.map((row) => (row[key] === undefined ? '0' : '1')).join('');
    columns[key] = column;
  }
  return columns;
}

function columnOf(values: readonly unknown[]): Column {
  const [first] = values;
  if (values.every((value) => value === first)) return { same: first };
  return values.every(isRow) ? { parts: columnsOf(values) } : { each: [...values] };
}

/**
 * So many rows out of their columns; `only`: with these keys and no others. Throws a RangeError where the columns are not
 * those of so many rows.
 */
export function rowsFrom(
  columns: Columns,
  count: number,
  only?: ReadonlySet<string>,
): Record<string, unknown>[] {
  const rows = Array.from({ length: count }, (): Record<string, unknown> => ({}));
  for (const [key, column] of Object.entries(columns)) {
    if (only && !only.has(key)) continue;
    const { has } = column;
    const having = has === undefined ? rows : rows.filter((_row, at) => has[at] === '1');
    if (has !== undefined && has.length !== count) throw new RangeError(`column ${key} is too short`);
    if ('same' in column) {
      for (const row of having) row[key] = column.same;
      continue;
    }
    const values = 'parts' in column ? rowsFrom(column.parts, having.length) : column.each;
    if (values.length !== having.length) throw new RangeError(`column ${key} is too short`);
    for (const [at, row] of having.entries()) row[key] = values[at];
  }
  return rows;
}
