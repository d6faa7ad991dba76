/**
 * Whether numbers in a cell format are days. `code` is what the file says about formats of its own; the ids of the
 * others are fixed. A time without a day is none.
 */
export function isDateFormat(id: number, code?: string): boolean {
  if (code === undefined)
    return (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
  const letters = code
    // Texts, escaped and padding letters, colours, conditions and languages are no part of the pattern.
    .replace(/"[^"]*"|\\.|[_*].|\[[^\]]*\]/g, '')
    .split(';', 1)[0];
  return letters !== undefined && !/general/i.test(letters) && /[dy]/i.test(letters);
}
