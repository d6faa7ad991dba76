import type { PublicLedgerPage } from '../../domain/fund/fund-query.schema.js';
import type { CheckedFund, CheckResult } from './check-ledger.js';

/** What the page says to the worker that checks a ledger. */
export type CheckOrder =
  | { readonly kind: 'fund'; readonly fund: CheckedFund }
  | { readonly kind: 'page'; readonly page: PublicLedgerPage }
  | { readonly kind: 'end' };

/** What the worker answers: that it runs, after each page how many entries are checked, at last what came of it. */
export type CheckAnswer =
  | { readonly kind: 'ready' }
  | { readonly kind: 'checked'; readonly count: number }
  | { readonly kind: 'result'; readonly result: CheckResult }
  | { readonly kind: 'failed' };

/** What a worker is to its own code, and to the page. */
export interface CheckPort {
  postMessage(message: CheckAnswer): void;
  addEventListener(type: 'message', listener: (event: { readonly data: CheckOrder }) => void): void;
}
