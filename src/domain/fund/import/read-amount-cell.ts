import { MOST_DONG, parseDong, type DongProblem } from '../../money.js';
import type { LineProblem } from './import.types.js';
import type { TableCell } from './table.types.js';

/** Nothing, đồng, or why not. */
export type AmountReading = { value: number } | { problem: Pick<LineProblem, 'key' | 'params'> } | undefined;

const dong = (code: DongProblem): AmountReading => ({ problem: { key: `dong.${code}`, params: {} } });

/** Signs that stand for nothing in a column of amounts. */
const nothing = /^[-–—.x_ ]*$/i;

/** The amount in a cell, in đồng; `unit` is what 1 stands for. A nought is no amount. */
export function readAmountCell(cell: TableCell | undefined, unit: number): AmountReading {
  if (!cell || cell.merged === 'beside') return undefined;
  if (cell.error) return { problem: { key: 'import.line.cell-error', params: { text: cell.text } } };
  if (cell.formula && cell.text === '') return { problem: { key: 'import.line.formula-empty', params: {} } };
  if (nothing.test(cell.text)) return undefined;
  const read = cell.number === undefined ? parsed(cell.text, unit) : whole(cell.number, unit);
  // An amount that several lines share would be counted once for each.
  return read && cell.merged === 'below'
    ? { problem: { key: 'import.line.amount-merged', params: {} } }
    : read;
}

function parsed(text: string, unit: number): AmountReading {
  const read = parseDong(text);
  if (!read.ok) return read.code === 'zero' ? undefined : dong(read.code);
  return whole(read.value, unit);
}

/** A number of a spreadsheet, which may have been computed in fractions: 15 digits of it count. */
function whole(number: number, unit: number): AmountReading {
  const value = Number((number * unit).toPrecision(15));
  if (value === 0) return undefined;
  if (value < 0) return dong('negative');
  if (!Number.isInteger(value)) return dong('not-whole');
  return value > MOST_DONG ? dong('too-large') : { value };
}
