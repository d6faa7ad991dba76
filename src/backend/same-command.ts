import type { Command } from '../domain/command.schema.js';

/** JSON with sorted keys and without what is undefined, so that two spellings of one value are equal. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => {
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return part;
    return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}

/** The two are the same command, sent twice. */
export function sameCommand(one: Command, other: Command): boolean {
  return canonical(one) === canonical(other);
}
