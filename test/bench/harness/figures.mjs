/** Figures as they are read. */
export const ms = (value) =>
  value === undefined ? '–' : `${value < 10 ? value.toFixed(2) : Math.round(value)} ms`;
export const kb = (bytes) => (bytes === undefined ? '–' : `${(bytes / 1000).toFixed(1)} kB`);
export const mb = (bytes) => (bytes === undefined ? '–' : `${(bytes / 1e6).toFixed(2)} MB`);
const plain = (value) => (value < 10 ? value.toFixed(2) : Math.round(value));
export const spread = ({ median, q1, q3, n }) => `${ms(median)} (${plain(q1)}–${plain(q3)}, n ${n})`;
export const times = (ratio) => `${ratio.toFixed(2)} ×`;

/** Columns of equal width, the first to the left, the others to the right. */
export function table(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => String(row[column]).length)));
  return rows
    .map((row) =>
      row
        .map((cell, column) =>
          column === 0 ? String(cell).padEnd(widths[0]) : String(cell).padStart(widths[column]),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
