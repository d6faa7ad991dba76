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

const names = new Map<string, string>();
const mostNames = 5_000;

/** The same of a name, which is asked for again and again: of a place many rows name, of a subject that somebody is at. */
export function searchableName(name: string): string {
  const known = names.get(name);
  if (known !== undefined) return known;
  if (names.size >= mostNames) names.clear();
  const found = searchable(name);
  names.set(name, found);
  return found;
}
