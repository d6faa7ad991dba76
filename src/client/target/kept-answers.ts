import type { Client } from '../client.types.js';
import { toProblem } from '../problem.js';

/** An answer, and when it was read where it is not of this moment. */
export interface Kept<T> {
  readonly value: T;
  /** ISO instant. */
  readonly keptAt?: string;
}

interface Row {
  at: string;
  value: unknown;
}

const store = 'answers';
/** Under which the tenant of the last answer is remembered: without network nobody else can tell it. */
const tenantKey = 'tenant';

/** The back end is out of reach for now. */
export function isAway(error: unknown): boolean {
  const { code } = toProblem(error);
  return code === 'offline' || code === 'timeout';
}

/**
 * Keeps what anybody may read, so that it can be shown with its age where the back end is out of reach. Nothing is kept of a
 * back end that is on this device itself, and nothing is shown to whom the back end refuses it.
 */
export function keepAnswers(client: Client): <T>(name: string, ask: () => Promise<T>) => Promise<Kept<T>> {
  const { backend, device } = client;
  if (backend.checked && !backend.capabilities.remote) return async (_name, ask) => ({ value: await ask() });

  const open = async () => {
    const { openDB } = await import('idb');
    return openDB<{ answers: { key: string; value: Row } }>(
      `${encodeURIComponent(device.storage)}/targets`,
      1,
      {
        upgrade: (db) => void db.createObjectStore(store),
      },
    );
  };
  async function run<T>(work: (db: Awaited<ReturnType<typeof open>>) => Promise<T>): Promise<T> {
    const db = await open();
    try {
      return await work(db);
    } finally {
      db.close();
    }
  }
  const remembered = `${tenantKey}/${backend.name}`;
  const keyOf = (tenant: string, name: string): string => `${backend.name}/${tenant}/${name}`;

  async function keep(name: string, value: unknown): Promise<void> {
    const { tenant } = await client.session();
    const at = client.now().toISOString();
    await run(async (db) => {
      const tx = db.transaction(store, 'readwrite');
      await Promise.all([
        tx.store.put({ at, value }, keyOf(tenant, name)),
        tx.store.put({ at, value: tenant }, remembered),
        tx.done,
      ]);
    });
  }

  const recall = (name: string): Promise<Row | undefined> =>
    run(async (db) => {
      const tenant = await db.get(store, remembered);
      return tenant ? db.get(store, keyOf(String(tenant.value), name)) : undefined;
    });

  return async <T>(name: string, ask: () => Promise<T>): Promise<Kept<T>> => {
    try {
      const value = await ask();
      // A full or forbidden disk only takes away what would be shown without network.
      keep(name, value).catch(() => undefined);
      return { value };
    } catch (error) {
      if (!isAway(error)) throw error;
      const row = await recall(name).catch(() => undefined);
      if (!row) throw error;
      return { value: row.value as T, keptAt: row.at };
    }
  };
}
