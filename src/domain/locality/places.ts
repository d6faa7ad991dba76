import type { Gazetteer, Locality, LocalityEvent } from './locality.schema.js';

export const keyOf = ({ code, from }: Pick<Locality, 'code' | 'from'>): string => `${code}@${from}`;

/** The place is there on that day. */
export const isThere = ({ from, to }: Pick<Locality, 'from' | 'to'>, day: string): boolean =>
  from <= day && (to === undefined || day <= to);

/** Places to be asked by code, by day, downwards and through time. */
export interface Places {
  /** The place of that key. */
  get(key: string): Locality | undefined;
  /** The place that bears a code on a day. */
  at(code: string, day: string): Locality | undefined;
  /** What lies directly in it on a day, in the order in which it was listed. */
  within(code: string, day: string): readonly Locality[];
  /** From the widest down to the place itself. A circle of parents ends where it closes. */
  path(key: string, day: string): readonly Locality[];
  /** What it came from directly, and what became of it. */
  cameFrom(key: string): LocalityEvent | undefined;
  /** All events that it came from: one may have brought a part of another place, and one a whole one. */
  origins(key: string): readonly LocalityEvent[];
  became(key: string): LocalityEvent | undefined;
  /** Places of today, or of another day, that it went over into, itself where it is still there. */
  successors(key: string, day: string): readonly Locality[];
}

/** Makes places askable; whether they are sound is for `lintGazetteer` to say. */
export function createPlaces({ localities, events }: Pick<Gazetteer, 'localities' | 'events'>): Places {
  const byKey = new Map<string, Locality>();
  const byCode = new Map<string, Locality[]>();
  const byParent = new Map<string, Locality[]>();
  const push = <T>(map: Map<string, T[]>, key: string, one: T): void => {
    const list = map.get(key);
    if (list) list.push(one);
    else map.set(key, [one]);
  };
  for (const one of localities) {
    byKey.set(keyOf(one), one);
    push(byCode, one.code, one);
    if (one.parent !== undefined) push(byParent, one.parent, one);
  }
  const began = new Map<string, LocalityEvent[]>();
  const ended = new Map<string, LocalityEvent>();
  for (const event of events) {
    for (const key of event.after) push(began, key, event);
    for (const key of event.before) ended.set(key, event);
  }
  const at = (code: string, day: string): Locality | undefined =>
    byCode.get(code)?.find((one) => isThere(one, day));

  return {
    get: (key) => byKey.get(key),
    at,
    within: (code, day) => (byParent.get(code) ?? []).filter((one) => isThere(one, day)),
    path(key, day) {
      const way: Locality[] = [];
      let one = byKey.get(key);
      while (one && !way.includes(one)) {
        way.unshift(one);
        one = one.parent === undefined ? undefined : at(one.parent, day);
      }
      return way;
    },
    cameFrom: (key) => began.get(key)?.at(-1),
    origins: (key) => began.get(key) ?? [],
    became: (key) => ended.get(key),
    successors(key, day) {
      const found = new Set<Locality>();
      const seen = new Set<string>();
      const open = [key];
      for (let next = open.pop(); next !== undefined; next = open.pop()) {
        const one = byKey.get(next);
        if (!one || seen.has(next)) continue;
        seen.add(next);
        const event = ended.get(next);
        if (event && event.on <= day) open.push(...event.after);
        else if (isThere(one, day)) found.add(one);
      }
      return [...found];
    },
  };
}
