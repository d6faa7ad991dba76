import { ofOneMoment, readPublicFund } from '../../../../src/client/ledger/one-moment.js';
import { publicPages } from '../../../../src/client/ledger/read-ledger.js';
import { runCheck } from '../../../../src/client/ledger/run-check.js';
import { startCheckWorker } from '../../../../src/client/ledger/start-worker.js';
import type { CheckResult } from '../../../../src/client/ledger/check-ledger.js';
import { isAbort } from '../../../../src/client/problem.js';
import type { PublicFund } from '../../../../src/domain/fund/fund-query.schema.js';
import { HtsdFundCheckedEvent } from '../../fund-tracker.events.js';
import type { FundHost } from '../../fund-view.js';

/** What became of the hash that a person typed from a printed report. */
export type HashAnswer =
  | { readonly kind: 'malformed' | 'unknown' | 'failed' }
  | { readonly kind: 'head' | 'opening' }
  | { readonly kind: 'year'; readonly year: string }
  | { readonly kind: 'entry'; readonly no: number };

/** Milliseconds between two drawings of the progress. */
const drawEvery = 80;
/** Fewer signs could fit by chance. */
const leastSigns = 16;

/** Checking the ledger, and comparing a printed hash with it. */
export class CheckDesk {
  state: 'idle' | 'running' | 'cancelled' | 'failed' | 'done' = 'idle';
  count = 0;
  result: CheckResult | undefined;
  answer: HashAnswer | undefined;
  comparing = false;
  /** Why the check could not be done. */
  failure: unknown;
  readonly #host: FundHost;
  #stop: AbortController | undefined;
  #drawn = 0;

  constructor(host: FundHost) {
    this.#host = host;
  }

  /** Checks the fund as it is now, not as it was when it was shown: what was recorded since is no fault. */
  async run(shown: PublicFund): Promise<void> {
    this.#stop?.abort();
    const { signal } = (this.#stop = new AbortController());
    this.state = 'running';
    this.count = 0;
    this.result = undefined;
    this.#host.focus('#check-cancel');
    const progress = (count: number): void => {
      this.count = count;
      if (performance.now() - this.#drawn < drawEvery) return;
      this.#drawn = performance.now();
      this.#host.changed();
    };
    try {
      const { client } = this.#host;
      const { fund = shown } = await readPublicFund(client, shown.id, signal);
      const { done: result } = await ofOneMoment(
        client,
        fund,
        signal,
        (now) => runCheck(client, now, { signal, progress, worker: startCheckWorker }),
        ({ faults }) => faults.length === 0,
      );
      if (signal.aborted) return;
      this.result = result;
      this.state = 'done';
      this.#host.emit(new HtsdFundCheckedEvent(fund.id, result.faults.length === 0));
    } catch (error) {
      if (signal.aborted) return;
      this.state = 'failed';
      this.failure = error;
      if (!isAbort(error)) this.#host.report(error);
    }
    this.#host.focus('#check-result');
  }

  cancel(): void {
    this.#stop?.abort();
    this.state = 'cancelled';
    this.#host.focus('#check-result');
  }

  /** Looks for a hash, or at least the first 16 signs of one: at the end, at the ends of closed years, everywhere. */
  async compare(fund: PublicFund, typed: string): Promise<void> {
    const wanted = typed.replace(/[\s.:-]/g, '').toLowerCase();
    if (!/^[0-9a-f]*$/.test(wanted) || wanted.length < leastSigns || wanted.length > 64) {
      this.answer = typed.trim() === '' ? undefined : { kind: 'malformed' };
      this.#host.changed();
      return;
    }
    const year = fund.years.find(({ head }) => head.startsWith(wanted));
    if (year) this.answer = { kind: 'year', year: year.year };
    else if (fund.head.startsWith(wanted)) this.answer = { kind: fund.count === 0 ? 'opening' : 'head' };
    else await this.#search(fund, wanted);
    this.#host.changed();
  }

  async #search(fund: PublicFund, wanted: string): Promise<void> {
    this.comparing = true;
    this.answer = undefined;
    this.#host.changed();
    try {
      this.answer = { kind: 'unknown' };
      const stop = new AbortController();
      for await (const { entries } of publicPages(this.#host.client, fund.id, stop.signal)) {
        if (entries.first === 1 && entries.previous.startsWith(wanted)) this.answer = { kind: 'opening' };
        for (let at = 0; at < entries.count; at++)
          if (entries.hashes.startsWith(wanted, at * 64))
            this.answer = { kind: 'entry', no: entries.first + at };
        if (this.answer.kind !== 'unknown') break;
      }
    } catch (error) {
      this.answer = { kind: 'failed' };
      this.#host.report(error);
    }
    this.comparing = false;
  }

  dispose(): void {
    this.#stop?.abort();
  }
}
