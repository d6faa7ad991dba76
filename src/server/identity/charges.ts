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
  of(identity: Identity): Promise<Identity>;
}

/** Provinces that are held. A token may name any. */
const mostProvinces = 100;

/** Places are read when somebody comes who is in charge of some, and held while they stay as they are. */
export function chargesOf({ database, catalog, now }: ChargesOptions): Charges {
  const provinces = new Map<string, Charge>();

  function chargeIn(province: string): Charge {
    const known = provinces.get(province);
    if (known) return known;
    const run: Parameters<typeof createSqlReader>[0] = (work) =>
      database.behind({ role: 'writer', province }, work);
    const charge = createCharge({
      now,
      parts: () => knownParts({ reader: createSqlReader(run, province), catalog }),
      mark: async () => {
        const rows = await run((db) =>
          db
            .selectFrom('record')
            .select(['id', 'version'])
            .where('province', '=', province)
            // Planned without values it would be taken for a type as large as any, and all records gone through.
            .where('type', '=', sql.lit('places'))
            .orderBy('id')
            .execute(),
        );
        return JSON.stringify(rows);
      },
    });
    if (provinces.size >= mostProvinces) provinces.clear();
    provinces.set(province, charge);
    return charge;
  }

  return {
    async of(identity) {
      const { actor, province } = identity;
      if (!actor || !mayNamePlaces(actor)) return identity;
      return { ...identity, actor: await chargeIn(province).of(actor) };
    },
  };
}
