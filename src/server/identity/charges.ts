import { sql } from 'kysely';
import { createCharge, mayNamePlaces, type Charge } from '../../backend/charge.js';
import { knownParts } from '../../backend/known-parts.js';
import type { Catalog } from '../../backend/catalog.js';
import type { Database } from '../storage/database.js';
import { createSqlReader } from '../storage/sql-reader.js';
import type { Identity } from './identity.js';

export interface ChargesOptions {
  database: Database;
  catalog?: Catalog | undefined;
  now: () => Date;
}

/** Finds out which places people are in charge of, in any province. */
export interface Charges {
  /**
   * The identity with the places that its person is in charge of.
   * @param moment milliseconds for which it was not asked whether places have changed; default 0: it is asked now
   */
  of(identity: Identity, moment?: number): Promise<Identity>;
}

/** Provinces that are held. A token may name any. */
const mostProvinces = 100;

interface Held {
  charge: Charge;
  /** What was found out longer ago than this is asked again. */
  renew(moment: number): void;
}

/** Places are read when somebody comes who is in charge of some, and held while they stay as they are. */
export function chargesOf({ database, catalog, now }: ChargesOptions): Charges {
  const provinces = new Map<string, Held>();

  function heldOf(province: string): Held {
    const known = provinces.get(province);
    if (known) return known;
    let mark: Promise<string> | undefined;
    let at = -Infinity;
    const run: Parameters<typeof createSqlReader>[0] = (work) =>
      database.behind({ role: 'writer', province }, work);
    const charge = createCharge({
      now,
      parts: () => knownParts({ reader: createSqlReader(run, province), catalog }),
      mark: () => (mark ??= read()),
    });
    async function read(): Promise<string> {
      at = performance.now();
      const rows = await run((db) =>
        db
          .selectFrom('record')
          .select(['id', 'version'])
          .where('province', '=', province)
          // Planned without values it would be taken for a type as large as any, and all records gone through.
          .where('type', '=', sql.lit('places'))
          .orderBy('id')
          .execute(),
      ).catch((error: unknown) => {
        mark = undefined;
        throw error;
      });
      return JSON.stringify(rows);
    }
    const held: Held = {
      charge,
      renew(moment) {
        if (performance.now() - at >= moment) mark = undefined;
      },
    };
    if (provinces.size >= mostProvinces) provinces.clear();
    provinces.set(province, held);
    return held;
  }

  return {
    async of(identity, moment = 0) {
      const { actor, province } = identity;
      if (!actor || !mayNamePlaces(actor)) return identity;
      const held = heldOf(province);
      held.renew(moment);
      return { ...identity, actor: await held.charge.of(actor) };
    },
  };
}
