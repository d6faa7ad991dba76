import type { Page } from 'playwright-core';

/**
 * Changes a stored ledger behind everybody's back, where the browser keeps it: the amount of the entry of a number, or the
 * hash of the last one.
 */
export const damageLedger = (page: Page, fund: string, what: { amountOf: number } | 'head'): Promise<void> =>
  page.evaluate(
    async ([key, index]) => {
      const promised = <T>(request: IDBRequest<T>): Promise<T> =>
        new Promise((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error ?? new Error('IndexedDB'));
        });
      const db = await promised(indexedDB.open('htsd/records/default'));
      const store = db.transaction('funds', 'readwrite').objectStore('funds');
      const kept = await promised(
        store.get(key) as IDBRequest<{ row: { amounts: number[]; hashes: string } }>,
      );
      if (index === undefined) kept.row.hashes = kept.row.hashes.slice(0, -64) + '0'.repeat(64);
      else kept.row.amounts[index] = (kept.row.amounts[index] ?? 0) + 10_000;
      await promised(store.put(kept));
      db.close();
    },
    [`entries/${fund}/000000`, what === 'head' ? undefined : what.amountOf - 1] as const,
  );
