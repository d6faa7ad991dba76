import type { RecordType } from '../../domain/receipt.schema.js';

/** Kinds of records that may name evidence. */
export const namingTypes: ReadonlySet<RecordType> = new Set<RecordType>([
  'assessment',
  'entry-secret',
  'pending',
  'round',
  'award',
]);

const named = /"sha256":"([0-9a-f]{64})"/g;

/**
 * Hashes of the files that a text of JSON names, each once. Within what a person wrote the quotes would be escaped, so that
 * nobody can pretend to name a file.
 */
export const hashesIn = (json: string): string[] => [
  ...new Set(Array.from(json.matchAll(named), ([, sha256]) => sha256!)),
];

const hash = /^[0-9a-f]{64}$/;

/** The same of what was read from JSON already. */
export function hashesWithin(value: unknown, found = new Set<string>()): Set<string> {
  if (typeof value !== 'object' || value === null) return found;
  // Every command is looked through: no list is made of what is in it.
  for (const name in value) {
    const one = (value as Record<string, unknown>)[name];
    if (typeof one === 'object') hashesWithin(one, found);
    else if (name === 'sha256' && typeof one === 'string' && hash.test(one)) found.add(one);
  }
  return found;
}

/** Hashes of the files that a record names, read from the text that is stored. */
export function filesNamedIn(type: string, value: string): string[] {
  if (!namingTypes.has(type as RecordType) || !value.includes('"sha256"')) return [];
  return hashesIn(value);
}
