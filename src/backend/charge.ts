import type { Actor } from '../domain/actor.schema.js';
import type { PlacesPart } from '../domain/area/area-record.schema.js';
import { dateInVietnam } from '../domain/civil-date.js';
import { codesInCharge, type CodesInCharge } from '../domain/locality/in-charge.js';

export interface ChargeOptions {
  /** All parts of the places that are known. */
  parts: () => Promise<readonly PlacesPart[]>;
  /** Changes with the parts, and is sooner read than they are. Absent: they are read to see. */
  mark?: (() => Promise<string>) | undefined;
  now: () => Date;
}

/** Finds out which places somebody is in charge of. */
export interface Charge {
  /** The actor with the codes of all places that his scope reaches. Errors: as of reading the parts. */
  of(actor: Actor): Promise<Actor>;
}

/** The actor's scope names something, and not everything: there may be places among it. */
export const mayNamePlaces = ({ scope = [] }: Actor): boolean => scope.length > 0 && !scope.includes('*');

/** Scopes that are held: of a province with a few thousand people in charge. */
const mostScopes = 2_000;

interface Known {
  codes: CodesInCharge;
  /** What was found, by scope. */
  scopes: Map<string, string[]>;
}

/** Looks places up once, and again where they, or the day, have changed: each time it is asked whether they have. */
export function createCharge({ parts, mark, now }: ChargeOptions): Charge {
  let held: { key: string; known: Promise<Known> } | undefined;

  async function current(): Promise<Known> {
    const day = dateInVietnam(now().toISOString());
    // Before the parts: what is written meanwhile makes them old.
    const before = await mark?.();
    const all = before === undefined ? await parts() : undefined;
    const key = JSON.stringify([day, before ?? all!.map(({ id, version }) => [id, version])]);
    if (held?.key === key) return held.known;
    const mine = { key, known: look(all ? Promise.resolve(all) : parts(), day) };
    held = mine;
    // What failed is tried again by whoever comes next.
    mine.known.catch(() => {
      if (held === mine) held = undefined;
    });
    return mine.known;
  }

  return {
    async of(actor) {
      const { scope = [] } = actor;
      if (!mayNamePlaces(actor)) return actor;
      const { codes, scopes } = await current();
      const key = JSON.stringify(scope);
      const places = scopes.get(key) ?? codes(scope);
      if (scopes.size >= mostScopes) scopes.clear();
      scopes.set(key, places);
      return places.length > 0 ? { ...actor, places } : actor;
    },
  };
}

async function look(reading: Promise<readonly PlacesPart[]>, day: string): Promise<Known> {
  const all = await reading;
  const gazetteer = {
    localities: all.flatMap(({ localities }) => localities),
    events: all.flatMap(({ events }) => events),
  };
  return { codes: codesInCharge(gazetteer, day), scopes: new Map() };
}
