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
 * Hashes of the files that a record names, each once. Read from the text that is stored: in a text of a person's the
 * quotes would be escaped, so that nobody can pretend to name a file.
 */
export function filesNamedIn(type: string, value: string): string[] {
  if (!namingTypes.has(type as RecordType) || !value.includes('"sha256"')) return [];
  return [...new Set(Array.from(value.matchAll(named), ([, sha256]) => sha256!))];
}
