import { openDB } from 'idb';

/** Everything in a store of the drafts' database, as key and value. */
export async function stored(
  storage: string,
  store = 'drafts',
): Promise<[IDBValidKey, Record<string, unknown>][]> {
  const db = await openDB(`${storage}-drafts`);
  try {
    const [keys, values] = await Promise.all([db.getAllKeys(store), db.getAll(store)]);
    return keys.map((key, index) => [key, values[index] as Record<string, unknown>]);
  } finally {
    db.close();
  }
}

/** Puts something into the database as it stands. */
export async function plant(storage: string, store: string, key: IDBValidKey, value: unknown): Promise<void> {
  const db = await openDB(`${storage}-drafts`);
  try {
    await db.put(store, value, key);
  } finally {
    db.close();
  }
}

/** Replaces a method until the function it answers is called. */
export function tamper<T extends object, K extends keyof T>(target: T, name: K, fake: T[K]): () => void {
  const real = Object.getOwnPropertyDescriptor(target, name);
  Object.defineProperty(target, name, { value: fake, configurable: true, writable: true });
  return () => {
    if (real) Object.defineProperty(target, name, real);
    else delete target[name];
  };
}

/** A channel in Firefox, in the frame of another site, where cookies of other sites are blocked. */
export const forbidden = class {
  constructor() {
    throw new DOMException('The operation is insecure.', 'SecurityError');
  }
} as unknown as typeof BroadcastChannel;
