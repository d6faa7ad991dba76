/** Parts as a file has them, "35 %" or "0,35". */
const decimal = /^(\d{1,9})(?:[.,](\d{1,6}))?\s*%?$/;

/**
 * Whole numbers in proportion for parts that come to 1 or to 100; undefined where they come to something else. By hand in
 * decimals: 0.1 + 0.2 is not 0.3 for a computer.
 */
export function wholeShares(
  texts: readonly string[],
):
  | { readonly ok: true; readonly parts: number[]; readonly sum: number }
  | { readonly ok: false; readonly found: string } {
  const read = texts.map((text) => decimal.exec(text.trim()));
  if (!read.every((one) => one !== null)) return { ok: false, found: texts.join(' + ').slice(0, 80) };
  const places = Math.max(0, ...read.map((one) => (one[2] ?? '').length));
  const parts = read.map((one) => Number(one[1]) * 10 ** places + Number((one[2] ?? '').padEnd(places, '0')));
  const sum = parts.reduce((all, one) => all + one, 0);
  const unit = 10 ** places;
  if (sum === unit || sum === 100 * unit) return { ok: true, parts, sum };
  return { ok: false, found: String(sum / unit) };
}
