import { SheetFault } from './sheet-file.types.js';
import type { Area, OpenRow } from './sheet-rows.js';

/** So many marks cost a moment; areas that lie over each other could ask for millions. */
const mostMarks = 1_000_000;

/**
 * Marks the cells of merged areas; the ones that are covered bear copies of the first one, which says what a reader sees
 * there. Answers how many areas hold more than one row or column of what was read.
 */
export function* markMerged(
  rows: readonly OpenRow[],
  areas: readonly Area[],
  columns: number,
): Generator<number, number, undefined> {
  let marks = 0;
  let marked = 0;
  for (const { top, left, bottom, right } of areas) {
    yield marks;
    let at = firstFrom(rows, top);
    const first = rows[at]?.line === top ? rows[at]?.cells[left] : undefined;
    if (!first || first.merged) continue;
    first.merged = 'first';
    marked += 1;
    for (let row = rows[at]; row && row.line <= bottom; row = rows[(at += 1)]) {
      for (let column = left; column <= Math.min(right, columns - 1); column += 1) {
        if (row.line === top && column === left) continue;
        row.cells[column] = { ...first, merged: column === left ? 'below' : 'beside' };
        if ((marks += 1) > mostMarks) throw new SheetFault('damaged');
      }
    }
  }
  return marked;
}

/** Index of the first row at the line or after it. */
function firstFrom(rows: readonly OpenRow[], line: number): number {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle]?.line ?? 0) < line) low = middle + 1;
    else high = middle;
  }
  return low;
}
