import { readCriteriaKey } from '../../domain/criteria-key.js';
import type { Receipt } from '../../domain/receipt.schema.js';
import type { Catalog } from '../../backend/catalog.js';
import type { RecordStore } from '../../backend/record-store.js';
import { AtHand } from './at-hand.js';
import { Batch } from './batch.js';
import type { BatchOptions, Criteria } from './batch.types.js';
import type { Asking, Database } from './database.js';
import type { Outgoing } from './outgoing.js';
import type { Trust } from './trust.js';

/** Commands that are written together. */
export const mostTogether = 100;
/** What one of these writes is enough for a statement of its own. */
const bulk = /\.import$/;

export interface Batches {
  database: Database;
  asking: Asking & { role: 'writer' };
  catalog?: Catalog | undefined;
  /** What is to be told outside of a province. */
  outgoing?: Outgoing | undefined;
}

/** Decides commands on what a store says. */
type Apply = (commands: readonly unknown[], store: RecordStore) => Promise<Receipt[]>;

/** Criteria sets at hand, for each database. */
const known = new WeakMap<Database, Criteria>();
/** Records at hand, for each database. */
const hands = new WeakMap<Database, AtHand>();

/**
 * Has commands decided in the order sent, some at a time, and written with one statement each time: first on what is at hand,
 * as long as there is `trust`, and where not all of them can be applied so, on what the database says. Where somebody else was
 * faster, those of that statement are decided anew, one by one. Errors: as of `apply`; what was decided before one of them
 * stays, but where the caller gave up.
 */
export async function inBatches(
  commands: readonly unknown[],
  { signal, trust, ...batches }: Batches & { signal: AbortSignal; trust?: Trust | undefined },
  apply: Apply,
): Promise<Receipt[]> {
  const options = optionsOf(batches);
  const oneByOne = (some: readonly unknown[]): Promise<Receipt[]> =>
    apply(some, new Batch(some, { ...options, when: 'each' }));

  const receipts: Receipt[] = [];
  for (const some of parted(commands)) receipts.push(...(await decided(some)));
  return receipts;

  async function decided(some: readonly unknown[]): Promise<Receipt[]> {
    if (some.length === 1) return oneByOne(some);
    const trusting = trust?.given ?? false;
    const trusted = trusting ? await onTrust(some) : undefined;
    if (trusted) return trusted;
    const looked = await onTheDatabase(some);
    if (trusting && looked.every(isApplied)) trust?.lose();
    return looked;
  }

  /** Undefined, with nothing written, where it does not hold. */
  async function onTrust(some: readonly unknown[]): Promise<Receipt[] | undefined> {
    const batch = new Batch(some, { ...options, when: 'together', trusting: true });
    try {
      const found = await apply(some, batch);
      return found.every(isApplied) && (await batch.write()) ? found : undefined;
    } catch (error) {
      if (signal.aborted) throw error;
      // Looked at again, it comes to the same error, after what could be done before it.
      return undefined;
    }
  }

  async function onTheDatabase(some: readonly unknown[]): Promise<Receipt[]> {
    const batch = new Batch(some, { ...options, when: 'together' });
    let found: Receipt[];
    try {
      found = await apply(some, batch);
    } catch (error) {
      if (signal.aborted) throw error;
      // What could be decided before it stays; decided anew, it comes to the same error.
      if (!(await batch.write())) await oneByOne(some);
      throw error;
    }
    return (await batch.write()) ? found : oneByOne(some);
  }
}

const isApplied = ({ status }: Receipt): boolean => status === 'applied';

/** A store for one change that is no command: each `commit` is written at once. */
export const storeOf = (batches: Batches): RecordStore =>
  new Batch([], { ...optionsOf(batches), when: 'each' });

/** What a batch works with. */
export function optionsOf({ database, asking, catalog, outgoing }: Batches): Omit<BatchOptions, 'when'> {
  const criteria: Criteria = known.get(database) ?? new Map();
  known.set(database, criteria);
  const hand = hands.get(database) ?? new AtHand();
  hands.set(database, hand);
  return {
    run: (work) => database.behind(asking, work),
    together: (work) => database.transaction(asking, work),
    province: asking.province,
    ...{ criteria, hand },
    outgoing: outgoing?.province === asking.province ? outgoing : undefined,
    async comesAlong(key) {
      const ref = readCriteriaKey(key);
      return ref !== undefined && (await catalog?.get(ref.id, ref.version)) !== undefined;
    },
  };
}

/** In the order sent; what is large stands alone. */
function parted(commands: readonly unknown[]): unknown[][] {
  const parts: unknown[][] = [];
  let open: unknown[] | undefined;
  for (const one of commands) {
    if (isBulk(one)) {
      parts.push([one]);
      open = undefined;
    } else if (open && open.length < mostTogether) open.push(one);
    else parts.push((open = [one]));
  }
  return parts;
}

/** What is large is written by a statement of its own. */
export const isBulk = (one: unknown): boolean =>
  typeof one === 'object' && one !== null && 'kind' in one && bulk.test(String(one.kind));
