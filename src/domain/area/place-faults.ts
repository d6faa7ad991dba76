import type { PlaceFault } from '../locality/lint-gazetteer.js';
import type { Rejection } from '../reader.types.js';

/** What is wrong with a place or an event of a list that was refused. */
export interface RefusedPlace {
  /** As from `lintGazetteer`; `vanished`: it is there, and the list neither holds nor removes it. */
  readonly code: PlaceFault['code'] | 'vanished' | 'vanished-event';
  /** The place, by key. */
  readonly key?: string;
  /** The event, by its place in the list. */
  readonly event?: number;
}

/** Most faults that a refusal names. */
export const MOST_FAULTS = 200;

/** The words of a refusal's path. */
export const faultWord = ({ code, key, event }: RefusedPlace): string =>
  `${event === undefined ? (key ?? '') : `events.${event}`}:${code}`;

/** The places and events that a refused list names. Empty for every other refusal. */
export function placeFaults({ code, path = [] }: Pick<Rejection, 'code' | 'path'>): RefusedPlace[] {
  if (code !== 'invalid' || path[0] !== 'places') return [];
  return path.slice(1).flatMap((word): RefusedPlace[] => {
    const [, where = '', what] = /^(.*):([a-z-]+)$/.exec(word) ?? [];
    if (what === undefined) return [];
    const [, event] = /^events\.(\d+)$/.exec(where) ?? [];
    const fault = { code: what as RefusedPlace['code'] };
    return [event === undefined ? { ...fault, key: where } : { ...fault, event: Number(event) }];
  });
}
