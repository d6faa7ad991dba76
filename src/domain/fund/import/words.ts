/**
 * Text as words to compare: lower case, without accents, signs as single spaces. "Số phiếu (thu/chi)" becomes
 * "so phieu thu chi".
 */
export function plainWords(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('đ', 'd')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The words stand in the text next to each other, as whole words. Both as `plainWords` has them. */
export function holdsWords(text: string, words: string): boolean {
  return words !== '' && ` ${text} `.includes(` ${words} `);
}
