import { createCharge, type Charge, type ChargeOptions } from '../charge.js';
import { knownParts } from '../known-parts.js';
import type { Catalog } from '../catalog.js';
import type { Connection } from './connection.js';
import { createLocalReader } from './local-reader.js';

/** Finds out which places somebody is in charge of, by those kept here. Loaded for who is in charge of some, and not of all. */
export function chargeHere(
  connection: Connection,
  { catalog, now }: Pick<ChargeOptions, 'now'> & { catalog?: Catalog | undefined },
): Charge {
  const known = charges.get(connection);
  if (known) return known;
  const parts = () => knownParts({ reader: createLocalReader(connection), catalog });
  const charge = createCharge({ parts, now });
  charges.set(connection, charge);
  return charge;
}

/** A charge holds what it made of places; an adapter, which has a connection of its own, has one. */
const charges = new WeakMap<Connection, Charge>();
