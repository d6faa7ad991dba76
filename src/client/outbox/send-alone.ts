import type { OutboxDb } from './outbox-db.js';

/** Milliseconds for which a tab without Web Locks may send before it has to say so again. */
const lease = 20_000;

/**
 * Runs `work` in one tab at a time; answers false where another one is at it. By Web Locks, which the browser gives back
 * when a tab dies; where it has none, by a lease in the database, renewed with every `still`. Two at once would do no harm
 * beyond the work: a command counts once by its id.
 */
export async function sendAlone(
  db: OutboxDb,
  name: string,
  work: (still: () => Promise<void>) => Promise<void>,
): Promise<boolean> {
  const locks = globalThis.navigator?.locks;
  if (locks)
    return locks.request(name, { ifAvailable: true }, async (lock) => {
      if (lock) await work(async () => undefined);
      return lock !== null;
    });
  const self = Math.random().toString(36).slice(2);
  if (!(await take(db, self))) return false;
  try {
    await work(async () => void (await take(db, self)));
  } finally {
    await db.run(async (open) => {
      const tx = open.transaction('state', 'readwrite');
      if (isLease(await tx.store.get('lease'), self)) await tx.store.delete('lease');
      await tx.done;
    });
  }
  return true;
}

async function take(db: OutboxDb, self: string): Promise<boolean> {
  return db.run(async (open) => {
    const tx = open.transaction('state', 'readwrite');
    const now = Date.now();
    const held = (await tx.store.get('lease')) as { by: string; until: number } | undefined;
    // One that reaches further than any lease can was made before the clock was set back.
    const valid = held && held.by !== self && held.until > now && held.until <= now + lease;
    if (!valid) await tx.store.put({ by: self, until: now + lease }, 'lease');
    await tx.done;
    return !valid;
  });
}

const isLease = (value: unknown, by: string): boolean => (value as { by?: unknown } | undefined)?.by === by;
