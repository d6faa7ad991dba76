import type { Gazetteer, Locality } from '../locality.schema.js';
import { isThere, keyOf } from '../places.js';
import type { ImportPlace } from './import-report.js';
import { nameKey, splitKind } from './place-words.js';

/** The localities of an import as they come together, to be asked by code and by name. */
export class PlaceBook {
  readonly #all: Locality[];
  readonly #byCode = new Map<string, Locality[]>();
  readonly #byName = new Map<string, Locality[]>();
  /** Where each one was read, by key. */
  readonly sources = new Map<string, ImportPlace>();

  constructor(base: Gazetteer) {
    this.#all = [];
    for (const one of base.localities) this.add({ ...one });
  }

  get all(): readonly Locality[] {
    return this.#all;
  }

  add(one: Locality, at?: ImportPlace): Locality {
    this.#all.push(one);
    push(this.#byCode, one.code, one);
    push(this.#byName, nameIn(one.parent, one.fullName.vi), one);
    if (at && !this.sources.has(keyOf(one))) this.sources.set(keyOf(one), at);
    return one;
  }

  /** The place that bears a code on a day. */
  at(code: string, day: string): Locality | undefined {
    return this.#byCode.get(code)?.find((one) => isThere(one, day));
  }

  /** All that ever bore a code. */
  withCode(code: string): readonly Locality[] {
    return this.#byCode.get(code) ?? [];
  }

  /** Places of that name in one place on a day, whatever the kind and the accents. */
  named(name: string, parent: string | undefined, day: string): readonly Locality[] {
    return (this.#byName.get(nameIn(parent, name)) ?? []).filter((one) => isThere(one, day));
  }
}

const nameIn = (parent: string | undefined, name: string): string => `${parent ?? ''} ${nameKey(name)}`;

function push<T>(map: Map<string, T[]>, key: string, one: T): void {
  const list = map.get(key);
  if (list) list.push(one);
  else map.set(key, [one]);
}

/** A locality from a name with its kind. */
export function newLocality(
  facts: Pick<Locality, 'code' | 'from' | 'level'> & {
    readonly to?: string | undefined;
    readonly parent?: string | undefined;
  },
  fullName: string,
  english?: string,
): Locality {
  const { code, from, to, level, parent } = facts;
  return {
    code,
    from,
    ...(to !== undefined && { to }),
    level,
    name: { vi: splitKind(fullName).name },
    fullName: { vi: fullName, ...(english !== undefined && { en: english }) },
    ...(parent !== undefined && { parent }),
  };
}
