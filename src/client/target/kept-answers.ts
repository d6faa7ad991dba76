import type { Client } from '../client.types.js';
import { peek } from '../peek.js';
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

/** The back end is out of reach for now, or in trouble: the same question may be answered later. */
export const isAway = (error: unknown): boolean => toProblem(error).retryable;

/**
 * Keeps what anybody may read, so that it can be shown with its age where the back end cannot answer. Nothing is kept of a
 * back end that is on this device itself, and nothing is shown to whom the back end refuses it.
 */
export function keepAnswers(client: Client): <T>(name: string, ask: () => Promise<T>) => Promise<Kept<T>> {
  const { backend, device } = client;
  if (backend.checked && !backend.capabilities.remote) return async (_name, ask) => ({ value: await ask() });

  const database = `${encodeURIComponent(device.storage)}/targets`;
  const remembered = `${tenantKey}/${backend.name}`;
  const keyOf = (tenant: string, name: string): string => `${backend.name}/${tenant}/${name}`;

  /** All answers that come at a time ask together who is here. */
  let asking: ReturnType<Client['session']> | undefined;

  async function keep(name: string, value: unknown): Promise<void> {
    const { tenant } = await (asking ??= client.session().finally(() => (asking = undefined)));
    const at = client.now().toISOString();
    put(database, { [keyOf(tenant, name)]: { at, value }, [remembered]: { at, value: tenant } });
  }

  const look = async (key: string): Promise<Row | undefined> => {
    const told = await peek(database, store, (answers) => answers.get(key) as IDBRequest<Row | undefined>);
    return typeof told === 'string' ? undefined : told.found;
  };
  const recall = async (name: string): Promise<Row | undefined> => {
    const tenant = await look(remembered);
    return tenant && look(keyOf(String(tenant.value), name));
  };

  return async <T>(name: string, ask: () => Promise<T>): Promise<Kept<T>> => {
    try {
      const value = await ask();
      // A full or forbidden disk only takes away what would be shown without network.
      keep(name, value).catch(() => undefined);
      return { value };
    } catch (error) {
      if (!isAway(error)) throw error;
      const row = await recall(name);
      if (!row) throw error;
      return { value: row.value as T, keptAt: row.at };
    }
  };
}

/** Puts rows into the store, by hand: a gauge alone would not fetch a library for it. Whether it came to that nobody is told. */
function put(database: string, rows: Readonly<Record<string, Row>>): void {
  const opening = indexedDB.open(database, 1);
  opening.onupgradeneeded = () => void opening.result.createObjectStore(store);
  opening.onerror = (event) => event.preventDefault();
  opening.onsuccess = () => {
    const db = opening.result;
    try {
      const answers = db.transaction(store, 'readwrite').objectStore(store);
      for (const [key, row] of Object.entries(rows)) answers.put(row, key);
    } catch {
      // It is kept another time.
    }
    // Waits for what is under way.
    db.close();
  };
}
