const marks = /\p{M}/gu;
const breaks = /\s+/g;

/**
 * A line as it is searched and sorted: without accents, in small letters, one space between words. What is written with đ
 * or d, composed or not, with the tone on the one vowel or the other, comes to the same.
 */
export function searchable(text: string): string {
  const small = text.toLowerCase().normalize('NFD').replace(marks, '');
  return small.replaceAll('đ', 'd').replace(breaks, ' ').trim();
}
