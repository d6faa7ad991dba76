/**
 * JSON with sorted keys and without what is undefined, so that two spellings of one value are equal. For text, whole
 * numbers and objects whose keys are no numbers this is the canonical form of RFC 8785, so that others can hash it too.
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => {
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return part;
    return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}
