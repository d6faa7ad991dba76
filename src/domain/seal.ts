/**
 * Bumped whenever a schema of a stored record changes its meaning: seals of an earlier era do not hold, and what they
 * closed is checked in full.
 */
const era = '2';

/** A record with the mark of whoever checked it before writing it down. */
export type Sealed<T> = T & { seal: string };

/**
 * Fingerprint of a value's JSON, 64 bits. It finds damage by accident, not by malice: whoever can write into the
 * person's own browser storage can do anything there.
 */
export function sealOf(value: unknown): string {
  const text = era + JSON.stringify(value);
  let a = 0x811c9dc5;
  let b = text.length;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 0x01000193);
    b = Math.imul(b ^ unit, 0x5bd1e995) ^ (b >>> 15);
  }
  return (a >>> 0).toString(36) + (b >>> 0).toString(36);
}

/** The value with its seal, for writing. Only for what has been checked. */
export function seal<T extends object>(value: T): Sealed<T> {
  return { ...value, seal: sealOf(value) };
}

/**
 * What was written, without its seal. `whole` says that it is to the letter what was sealed, and so needs no check
 * against its schema, which would cost the page the schemas.
 */
export function unseal(raw: unknown): { value: unknown; whole: boolean } {
  if (typeof raw !== 'object' || raw === null || !('seal' in raw)) return { value: raw, whole: false };
  const { seal: mark, ...value } = raw;
  return { value, whole: mark === sealOf(value) };
}
