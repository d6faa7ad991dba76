import type { StatusCounter, StatusEntry } from './recognition.schema.js';

/** The record that counts the places given away in a tenant. */
export const STATUS_COUNTER = 'revocation';

/** Places of one list: the least length of a Bitstring Status List, so that no place tells who is meant. */
export const STATUS_LIST_LENGTH = 131_072;

/** Gives the next places away, in order; a full list is followed by the next one. */
export function takePlaces(
  before: StatusCounter | undefined,
  count: number,
): { counter: StatusCounter; places: StatusEntry[] } {
  const used = before?.used ?? 0;
  return {
    counter: {
      ...before,
      id: STATUS_COUNTER,
      version: (before?.version ?? 0) + 1,
      used: used + count,
    },
    places: Array.from({ length: count }, (_unused, offset) => ({
      list: `${STATUS_COUNTER}-${Math.floor((used + offset) / STATUS_LIST_LENGTH) + 1}`,
      index: (used + offset) % STATUS_LIST_LENGTH,
    })),
  };
}
