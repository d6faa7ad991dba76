import type { HashText } from '../../domain/fund/entry-hash.js';
import { startCheck, type LedgerCheck } from './check-ledger.js';
import type { CheckPort } from './check-messages.js';

/** Checks one ledger for a page that asks from outside: what the worker does. */
export function serveCheck(port: CheckPort, hash: HashText): void {
  let check: LedgerCheck | undefined;
  port.addEventListener('message', ({ data: order }) => {
    try {
      if (order.kind === 'fund') check = startCheck(order.fund, hash);
      else if (order.kind === 'page') {
        let count = 0;
        for (count of check!.add(order.page));
        port.postMessage({ kind: 'checked', count });
      } else port.postMessage({ kind: 'result', result: check!.end() });
    } catch {
      // The page then checks by itself, and meets the same error where it can be told.
      port.postMessage({ kind: 'failed' });
    }
  });
  port.postMessage({ kind: 'ready' });
}
