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

/** Width in points of the longest line when a bold text is broken at spaces to fit a column. */
export function longestLine(text: string, size: number, column: number): number {
  const space = boldWidth(' ', size);
  let longest = 0;
  let current = 0;
  for (const word of text.split(' ')) {
    const width = boldWidth(word, size);
    current = current > 0 && current + space + width <= column ? current + space + width : width;
    longest = Math.max(longest, current);
  }
  return Math.min(longest, column);
}
