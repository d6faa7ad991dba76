import type { TableRow } from './table.types.js';

/**
 * Below a head its columns may be lettered: A, B, 1, 2. Each follows the one before it and no column is left out, so that
 * no row of the table itself is taken for it.
 */
export function isLettered(row: TableRow | undefined): boolean {
  const texts = row?.cells.map((cell) => cell?.text ?? '') ?? [];
  while (texts.at(-1) === '') texts.pop();
  if (texts.length < 3) return false;
  let letters = 0;
  let numbers = 0;
  return texts.every((text) => {
    const [, sign = ''] = /^\(?([A-Za-z]|\d{1,2})\)?$/.exec(text) ?? [];
    if (/^\d/.test(sign)) return Number(sign) === (numbers += 1);
    return numbers === 0 && sign.toUpperCase() === String.fromCharCode(64 + (letters += 1));
  });
}
