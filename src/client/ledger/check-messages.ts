import type { PublicLedgerPage } from '../../domain/fund/fund-query.schema.js';
import type { EntryColumns } from '../../domain/fund/pack-entries.js';
import type { BrokenSeals } from '../../domain/fund/seals.js';
import type { CheckedFund, CheckResult } from './check-ledger.js';

/**
 * A page on its way to a worker. Lists of numbers and of small objects take longer to be copied than to be checked:
 * numbers go as typed arrays, the parties as one text of JSON.
 */
export interface CarriedPage {
  readonly entries: EntryColumns;
  readonly parties: string;
}

/** What the page says to the workers that check a ledger. */
export type CheckOrder =
  /** To the one that leads: what is checked. */
  | { readonly kind: 'fund'; readonly fund: CheckedFund }
  /** To the one that leads: all pages in order, to compute the hashes of as well or not. */
  | { readonly kind: 'page'; readonly page: CarriedPage; readonly seals: 'own' | 'later' }
  /** To the one that leads: what another has found in the page that begins with the entry of this number. */
  | { readonly kind: 'seals'; readonly first: number; readonly broken: BrokenSeals }
  /** To the others: compute the hashes of this page. */
  | { readonly kind: 'seal'; readonly page: CarriedPage }
  /** To the one that leads: that was the last page. */
  | { readonly kind: 'end' };

/**
 * What a worker answers: that it runs, what it found in a page whose hashes it was to compute, after each page in order
 * how many entries are checked, at last what came of it.
 */
export type CheckAnswer =
  | { readonly kind: 'ready' }
  | { readonly kind: 'sealed'; readonly first: number; readonly broken: BrokenSeals }
  | { readonly kind: 'checked'; readonly count: number }
  | { readonly kind: 'result'; readonly result: CheckResult }
  | { readonly kind: 'failed' };

/** What a worker is to its own code. */
export interface CheckPort {
  postMessage(message: CheckAnswer): void;
  addEventListener(type: 'message', listener: (event: { readonly data: CheckOrder }) => void): void;
}

/** As much of a worker as the page uses of it. */
export interface CheckWorker {
  postMessage(message: CheckOrder): void;
  terminate(): void;
  onmessage: ((event: MessageEvent<CheckAnswer>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
}

/** The page as it is sent; it must be whole, so that every number finds room in its column. */
export function carryPage({ entries, parties }: PublicLedgerPage): CarriedPage {
  return {
    entries: {
      ...entries,
      bits: new Uint8Array(entries.bits),
      category: new Int32Array(entries.category),
      amounts: new Float64Array(entries.amounts),
      days: new Int32Array(entries.days),
      at: new Float64Array(entries.at),
      vouchers: new Float64Array(entries.vouchers),
    },
    parties: JSON.stringify(parties),
  };
}
