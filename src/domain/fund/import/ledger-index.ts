import type { Entry } from '../entry.schema.js';
import type { PackedEntries } from '../fund-query.schema.js';
import { unpackEntries } from '../pack-entries.js';

type Likeness = Pick<Entry, 'kind' | 'account' | 'date' | 'amount'>;

/** Finds entries of a ledger that look like a line of a file. Those that were taken back count no more. */
export interface LedgerIndex {
  /** Pages in order. */
  add(page: PackedEntries): void;
  /** Number of an entry with the same side, account, date and amount; `skip` so many of them. */
  find(like: Likeness, skip: number): number | undefined;
}

export function createLedgerIndex(): LedgerIndex {
  const numbers = new Map<string, number[]>();
  const keys = new Map<number, string>();
  return {
    add(page) {
      for (const entry of unpackEntries(page)) {
        if (entry.reverses !== undefined) {
          const key = keys.get(entry.reverses) ?? '';
          numbers.set(key, (numbers.get(key) ?? []).filter((no) => no !== entry.reverses));
          continue;
        }
        const key = likenessKey(entry);
        keys.set(entry.no, key);
        numbers.set(key, [...(numbers.get(key) ?? []), entry.no]);
      }
    },
    find: (like, skip) => numbers.get(likenessKey(like))?.[skip],
  };
}

export function likenessKey({ kind, account, date, amount }: Likeness): string {
  return [kind, account, date, amount].join(' ');
}
