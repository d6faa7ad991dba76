/**
 * Which letters a folded text has, a bit each from a to z; digits share one, and so does everything else but the space. A text
 * that holds another has all the bits of that one.
 */
export function lettersOf(text: string): number {
  let letters = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= 97 && code <= 122) letters |= 1 << (code - 97);
    else if (code >= 48 && code <= 57) letters |= 1 << 26;
    else if (code !== 32) letters |= 1 << 27;
  }
  return letters;
}
