/** What a database of the browser holds: it is not there, it cannot be known here, or what was asked. */
export type Peek<T> = 'missing' | 'unknown' | { found: T };

/** Milliseconds after which a database that does not open is left to what knows how to wait for it. */
const deadline = 3_000;

/**
 * Looks into a store of a database of the browser without what it takes to work on it, and without making one. Never rejects.
 */
export function peek<T>(
  database: string,
  store: string,
  ask: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<Peek<T>> {
  return new Promise((resolve) => {
    // Forbidden or missing: then nothing can be kept here, and nothing was.
    if (typeof indexedDB === 'undefined') return resolve('missing');
    let isNew = false;
    const timer = setTimeout(resolve, deadline, 'unknown');
    const tell = (told: Peek<T>): void => {
      clearTimeout(timer);
      resolve(told);
    };
    try {
      const opening = indexedDB.open(database);
      opening.addEventListener('upgradeneeded', () => {
        isNew = true;
        opening.transaction?.abort();
      });
      opening.addEventListener('error', (event) => {
        event.preventDefault();
        tell(isNew ? 'missing' : 'unknown');
      });
      opening.addEventListener('success', () => {
        const db = opening.result;
        db.addEventListener('versionchange', () => db.close());
        const close = (told: Peek<T>): void => {
          db.close();
          tell(told);
        };
        try {
          const asking = ask(db.transaction(store).objectStore(store));
          asking.addEventListener('success', () => close({ found: asking.result }));
          asking.addEventListener('error', () => close('unknown'));
        } catch {
          close('unknown');
        }
      });
    } catch {
      tell('missing');
    }
  });
}
