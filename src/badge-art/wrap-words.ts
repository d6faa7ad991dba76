/** How wide words are, in pixels. */
export type Measure = (words: string, size: number, weight: 400 | 600) => number;

/** What neither a picture nor XML can hold. */
const unprintable = /[\p{Cc}\p{Cs}\p{Cn}]+/gu;

/** Breaks words into lines of at most so many pixels; what does not fit into the last one ends in an ellipsis. */
export function wrapWords(
  text: string,
  room: number,
  most: number,
  measure: (words: string) => number,
): string[] {
  const words = text.normalize('NFC').replace(unprintable, ' ').trim().split(/\s+/).filter(Boolean);
  const lines: string[] = [];
  for (const [index, word] of words.entries()) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && measure(longer) <= room) lines[lines.length - 1] = longer;
    else if (lines.length < most) lines.push(shorten(word, room, measure, false));
    else {
      lines[lines.length - 1] = shorten([last, ...words.slice(index)].join(' '), room, measure, true);
      break;
    }
  }
  return lines;
}

/** Cuts letters off the end until the rest fits together with an ellipsis. */
function shorten(text: string, room: number, measure: (words: string) => number, cut: boolean): string {
  if (!cut && measure(text) <= room) return text;
  const letters = [...text].slice(0, 200);
  while (letters.length > 1 && measure(`${letters.join('')}…`) > room) letters.pop();
  return `${letters.join('').trimEnd()}…`;
}
