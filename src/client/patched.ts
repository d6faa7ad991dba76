import type { Answer } from '../domain/answer.schema.js';

/** An answer with a patch put over it; undefined where nothing is left of it. */
export function patched(answer: Answer | undefined, patch: Partial<Answer>): Answer | undefined {
  const entries = Object.entries({ ...answer, ...patch }).filter(([, value]) => value !== undefined);
  return entries.length ? Object.freeze(Object.fromEntries(entries) as Answer) : undefined;
}
