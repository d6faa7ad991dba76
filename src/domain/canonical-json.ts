/** Keys and ids, as their schemas have them, stand in JSON as they are. */
const plain = /^[A-Za-z0-9._:@+-]*$/;
/** A text as it stands in JSON. */
export const quoted = (text: string): string => (plain.test(text) ? `"${text}"` : JSON.stringify(text));

/**
 * JSON with sorted keys and without what is undefined, so that two spellings of one value are equal. For text, whole
 * numbers, lists and objects this is the canonical form of RFC 8785, so that others can hash it too. Written by hand:
 * an import is gone through row by row while somebody waits, and `JSON.stringify` would have to be given sorted copies.
 */
export function canonicalJson(value: unknown): string {
  if (typeof value === 'string') return quoted(value);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  let text = '';
  if (Array.isArray(value)) {
    for (const part of value) text += `${text && ','}${part === undefined ? 'null' : canonicalJson(part)}`;
    return `[${text}]`;
  }
  const parts = value as Record<string, unknown>;
  for (const key of sortedKeys(parts)) {
    const part = parts[key];
    if (part !== undefined) text += `${text && ','}${quoted(key)}:${canonicalJson(part)}`;
  }
  return `{${text}}`;
}

function sortedKeys(parts: object): string[] {
  const keys = Object.keys(parts);
  for (let at = 1; at < keys.length; at += 1) if (keys[at - 1]! > keys[at]!) return keys.sort();
  return keys;
}
