import type { Entry } from '../../domain/fund/entry.schema.js';
import type { HashText } from '../../domain/fund/entry-hash.js';
import type { PublicLedgerPage } from '../../domain/fund/fund-query.schema.js';
import { unpackEntries } from '../../domain/fund/pack-entries.js';
import { brokenSeals, type BrokenSeals } from '../../domain/fund/seals.js';
import { startCheck, type LedgerCheck } from './check-ledger.js';
import type { CarriedPage, CheckPort } from './check-messages.js';

/** A page that is gone through once all before it are, and its hashes are computed. */
interface Waiting {
  readonly first: number;
  readonly entries: readonly Entry[];
  broken: BrokenSeals | undefined;
}

/** Checks one ledger, or helps to, for a page that asks from outside: what a worker does. */
export function serveCheck(port: CheckPort, hash: HashText): void {
  let check: LedgerCheck | undefined;
  const waiting: Waiting[] = [];

  function seal(page: CarriedPage, entries: readonly Entry[]): BrokenSeals {
    const parties = JSON.parse(page.parties) as PublicLedgerPage['parties'];
    const broken = brokenSeals(entries, parties, hash);
    port.postMessage({ kind: 'sealed', first: page.entries.first, broken });
    return broken;
  }

  function goOn(): void {
    for (let [next] = waiting; next?.broken; [next] = waiting) {
      waiting.shift();
      port.postMessage({ kind: 'checked', count: check!.addSealed(next.entries, next.broken) });
    }
  }

  port.addEventListener('message', ({ data: order }) => {
    try {
      if (order.kind === 'fund') check = startCheck(order.fund, hash);
      else if (order.kind === 'seal') seal(order.page, unpackEntries(order.page.entries));
      else if (order.kind === 'page') {
        const { page, seals } = order;
        const entries = unpackEntries(page.entries);
        const broken = seals === 'own' ? seal(page, entries) : undefined;
        waiting.push({ first: page.entries.first, entries, broken });
      } else if (order.kind === 'seals')
        waiting.find(({ first }) => first === order.first)!.broken = order.broken;
      else port.postMessage({ kind: 'result', result: check!.end() });
      goOn();
    } catch {
      // The page then checks by itself, and meets the same error where it can be told.
      port.postMessage({ kind: 'failed' });
    }
  });
  port.postMessage({ kind: 'ready' });
}
