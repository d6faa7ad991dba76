import type { CriteriaRef } from './criteria-set.schema.js';

/** The id under which one immutable version of a criteria set is stored: `id@version`. */
export function criteriaKey(ref: CriteriaRef): string {
  return `${ref.id}@${ref.version}`;
}

/** Splits `id@version` again; undefined where it is no such key. */
export function readCriteriaKey(key: string): CriteriaRef | undefined {
  const at = key.indexOf('@');
  return at > 0 && at < key.length - 1 ? { id: key.slice(0, at), version: key.slice(at + 1) } : undefined;
}
