/**
 * Advance widths of Times New Roman Bold in thousandths of its size, grouped. Accents do not change them. Enough for the
 * few lines whose rule must be as long as the text; what is not listed counts as an average letter.
 */
const groups: Readonly<Record<number, string>> = {
  220: '|',
  250: ' ,.\u00a0',
  278: "'/\\il",
  333: '!()-:;[]`fjt‘’',
  389: 'Is',
  394: '{}',
  444: 'cerz',
  500: '#$*0123456789?J_agovxy“”–',
  554: 'ơ',
  556: '"Sbdhknpquđ',
  570: '+<=>',
  600: 'ư',
  611: 'FP',
  667: 'BELTZ',
  722: 'ACDNRUVXYwĐ',
  778: 'GHKOQƠ',
  796: 'Ư',
  833: '&m',
  930: '@',
  944: 'M',
  1000: '%W—…',
};
const average = 600;

const widths = new Map(
  Object.entries(groups).flatMap(([width, letters]) =>
    [...letters].map((one) => [one, Number(width)] as const),
  ),
);

/** Width of a bold line in points. */
export function boldWidth(line: string, size: number): number {
  let sum = 0;
  for (const one of line.normalize('NFC'))
    sum += widths.get(one) ?? widths.get(baseOf(one)) ?? (/\p{M}/u.test(one) ? 0 : average);
  return (sum * size) / 1000;
}

/** The letter without its tone and hat; the hooks of ơ and ư stay, because they take room. */
function baseOf(letter: string): string {
  const [first = '', ...marks] = letter.normalize('NFD');
  return marks.includes('\u031b') ? (first + '\u031b').normalize('NFC') : first;
}

/**
 * Breaks a bold text at spaces into as few lines as a column takes, all of about the same length, as a typist would. A
 * word that is wider than the column stays whole. `size` and `column` in points.
 */
export function balancedLines(text: string, size: number, column: number): string[] {
  const words = text.split(' ').filter((word) => word !== '');
  const fewest = fillLines(words, size, column).length;
  let narrow = Math.max(0, ...words.map((word) => boldWidth(word, size)));
  let wide = column;
  // Halving until the widths differ by less than a hair: the narrowest column that needs no further line.
  while (wide - narrow > 0.5) {
    const middle = (wide + narrow) / 2;
    if (fillLines(words, size, middle).length > fewest) narrow = middle;
    else wide = middle;
  }
  return fillLines(words, size, Math.max(wide, narrow));
}

function fillLines(words: readonly string[], size: number, column: number): string[] {
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    const longer = `${last ?? ''} ${word}`;
    if (last !== undefined && boldWidth(longer, size) <= column) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** Width in points of the longest of some bold lines. */
export function longestLine(lines: readonly string[], size: number): number {
  return Math.max(0, ...lines.map((line) => boldWidth(line, size)));
}
