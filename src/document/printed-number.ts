import type { Criterion } from '../domain/criteria-set.schema.js';

/**
 * Number of a criterion in a table: its own, else that of its section with its place in it. What stands for wording that
 * is not at hand has none, because nobody knows which targets it covers.
 */
export function printedNumber({ number, provenance }: Criterion, section: string, position: number): string {
  return number ?? (provenance === 'missing' ? '' : `${section}.${position + 1}`);
}
