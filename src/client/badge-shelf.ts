import { openDB, type DBSchema, type IDBPDatabase } from 'idb';

/** Something that was fetched to check badges: an issuer's document, a status list. As `htsd/credential` keeps it. */
export interface KeptDocument {
  content: unknown;
  /** ISO instant. */
  fetchedAt: string;
}

/** By address or DID. */
export interface Shelves {
  documents: Record<string, KeptDocument>;
  statusLists: Record<string, KeptDocument>;
}

interface ShelfSchema extends DBSchema {
  documents: { key: string; value: KeptDocument };
  statusLists: { key: string; value: KeptDocument };
}
type ShelfDb = IDBPDatabase<ShelfSchema>;

const names = ['documents', 'statusLists'] as const satisfies (keyof Shelves)[];
/** Entries kept of each; a badge of a stranger must not fill the disk. A list is a megabyte at most. */
const most = { documents: 100, statusLists: 30 } as const;

/** What is kept on this device to check badges without network. */
export interface BadgeShelf {
  /** Everything that is kept. Rejects where the browser gives no storage. */
  read(): Promise<Shelves>;
  /** Adds what was learned; of too many, the oldest go. Rejects where it cannot be written. */
  keep(learned: Shelves): Promise<void>;
}

const empty = (): Shelves => ({ documents: {}, statusLists: {} });

/** The shelf in the IndexedDB database `<name>/badges`. Every call opens it anew, so that no tab holds up another. */
export function createBadgeShelf(name = 'htsd'): BadgeShelf {
  async function run<T>(work: (db: ShelfDb) => Promise<T>): Promise<T> {
    const db = await openDB<ShelfSchema>(`${encodeURIComponent(name)}/badges`, 1, {
      upgrade(opened) {
        for (const one of names) opened.createObjectStore(one);
      },
    });
    try {
      return await work(db);
    } finally {
      db.close();
    }
  }

  return {
    read: () =>
      run(async (db) => {
        const found = empty();
        for (const one of names) {
          const [keys, values] = await Promise.all([db.getAllKeys(one), db.getAll(one)]);
          const entries = keys.flatMap((key, index): [string, KeptDocument][] => {
            const value = values[index];
            return isKept(value) ? [[key, value]] : [];
          });
          found[one] = Object.fromEntries(entries);
        }
        return found;
      }),
    keep: (learned) =>
      run(async (db) => {
        for (const one of names) {
          const entries = Object.entries(learned[one]);
          if (!entries.length) continue;
          const tx = db.transaction(one, 'readwrite');
          for (const [key, value] of entries) await tx.store.put(value, key);
          const keys = await tx.store.getAllKeys();
          const values = await tx.store.getAll();
          const byAge = keys
            .map((key, index) => ({ key, at: values[index]?.fetchedAt ?? '' }))
            .sort((a, b) => (a.at < b.at ? -1 : 1));
          for (const { key } of byAge.slice(0, Math.max(0, byAge.length - most[one])))
            await tx.store.delete(key);
          await tx.done;
        }
      }),
  };
}

/** What lies there may be damaged, or of another version. */
const isKept = (value: KeptDocument | undefined): value is KeptDocument =>
  typeof value === 'object' && 'content' in value && typeof value.fetchedAt === 'string';
