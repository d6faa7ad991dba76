import { keyOf } from '../locality/places.js';
import type { PlacesPart } from './target-answers.types.js';

/** With more codes than so many a question is longer than what it saves. */
const mostCodes = 2_000;

/**
 * Codes under which subjects are counted that a place's figures of any year are made of: its own, all that lay in it at
 * any time, and what it came from. Nothing where all have to be asked for: for a place that lies in no other, which also
 * tells what is in no place, or where there are too many.
 */
export function codesFeeding(parts: readonly PlacesPart[], locality: string): readonly string[] | undefined {
  const all = parts.flatMap(({ localities }) => localities);
  const known = new Map(all.map((one) => [keyOf(one), one]));
  const start = all.filter((one) => one.code === locality || keyOf(one) === locality);
  if (start.length === 0) return undefined;
  const [before, after] = [new Map<string, string[]>(), new Map<string, string[]>()];
  for (const event of parts.flatMap(({ events }) => events)) {
    for (const key of event.after) before.set(key, [...(before.get(key) ?? []), ...event.before]);
    for (const key of event.before) after.set(key, [...(after.get(key) ?? []), ...event.after]);
  }
  const inside = new Map<string, string[]>();
  for (const { parent, ...one } of all)
    if (parent !== undefined) inside.set(parent, [...(inside.get(parent) ?? []), keyOf(one)]);

  // A former place is looked at as what it became. A set that grows while it is gone through ends when nothing new comes.
  const shown = new Set(start.map(keyOf));
  for (const key of shown) for (const next of after.get(key) ?? []) shown.add(next);
  if ([...shown].some((key) => known.get(key)?.parent === undefined)) return undefined;
  const keys = new Set(shown);
  const codes = new Set<string>();
  for (const key of keys) {
    const code = key.slice(0, key.lastIndexOf('@'));
    for (const one of [...(inside.get(code) ?? []), ...(before.get(key) ?? [])]) keys.add(one);
    codes.add(code);
    if (codes.size > mostCodes) return undefined;
  }
  return [...codes];
}
