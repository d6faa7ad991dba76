/** What the queue's database holds: it is not there, there is nothing to send in it, or there is. */
export type Holding = 'nothing' | 'no-entries' | 'entries';

/** Milliseconds after which a database that does not open is left to what knows how to wait for it. */
const deadline = 3_000;

/** Looks into the database of the queue without what it takes to work on it, and without making one. Never rejects. */
export function unsentHere(name: string): Promise<Holding> {
  return new Promise((resolve) => {
    // Forbidden or missing: then nothing can be kept here, and nothing was.
    if (typeof indexedDB === 'undefined') return resolve('nothing');
    let isNew = false;
    const timer = setTimeout(resolve, deadline, 'entries');
    const tell = (holding: Holding): void => {
      clearTimeout(timer);
      resolve(holding);
    };
    try {
      const opening = indexedDB.open(name);
      opening.addEventListener('upgradeneeded', () => {
        isNew = true;
        opening.transaction?.abort();
      });
      opening.addEventListener('error', (event) => {
        event.preventDefault();
        tell(isNew ? 'nothing' : 'entries');
      });
      opening.addEventListener('success', () => {
        const db = opening.result;
        db.addEventListener('versionchange', () => db.close());
        const close = (holding: Holding): void => {
          db.close();
          tell(holding);
        };
        try {
          const counting = db.transaction('entries').objectStore('entries').count();
          counting.addEventListener('success', () => close(counting.result > 0 ? 'entries' : 'no-entries'));
          counting.addEventListener('error', () => close('entries'));
        } catch {
          close('entries');
        }
      });
    } catch {
      tell('nothing');
    }
  });
}
