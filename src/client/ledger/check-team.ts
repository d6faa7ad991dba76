import type { PublicLedgerPage } from '../../domain/fund/fund-query.schema.js';
import type { CheckedFund, CheckResult } from './check-ledger.js';
import { carryPage, type CheckAnswer, type CheckWorker } from './check-messages.js';

export interface TeamOptions {
  signal: AbortSignal;
  /** Called with the number of entries checked so far. */
  progress: (count: number) => void;
  /** Starts a worker; undefined, or throwing, where the page cannot have one. */
  worker?: (() => CheckWorker | undefined) | undefined;
  /** Workers at once. Default: by the size of the ledger and the processors of the device. */
  workers?: number | undefined;
}

/** Milliseconds after which a worker that says nothing is taken for none: some pages block it in silence. */
const patience = 4_000;
/** Pages that may be on their way for each worker: enough to keep it busy, little to keep in memory. */
const ahead = 12;
/** More do not help: the page itself cannot read faster. */
const mostWorkers = 4;
/** Entries for which one worker more is worth its start. */
const worthOne = 16_384;

/** A worker ended before its work did. */
export class WorkerGone extends Error {}

interface Member {
  readonly worker: CheckWorker;
  ready: boolean;
  /** Pages whose hashes it has still to compute. */
  load: number;
}

/**
 * Workers that check one ledger together. The first leads: it goes through all entries in order. The hashes, which are
 * nearly all of the work, are computed by whoever has least to do. Helpers join once they run; without any the one that
 * leads does everything.
 */
export class CheckTeam {
  readonly #members: Member[] = [];
  readonly #options: TeamOptions;
  #waiting = 0;
  #result: CheckResult | undefined;
  #gone = false;
  #wake: (() => void) | undefined;

  private constructor(options: TeamOptions) {
    this.#options = options;
    options.signal.addEventListener('abort', this.#woken);
  }

  /**
   * Starts the workers and waits for the one that leads. Undefined where there can be none. Rejects with an `AbortError`
   * when the person cancels.
   */
  static async start(fund: CheckedFund, options: TeamOptions): Promise<CheckTeam | undefined> {
    const team = new CheckTeam(options);
    const wanted = options.workers ?? usual(fund.count);
    while (team.#members.length < wanted && team.#recruit());
    const [lead] = team.#members;
    if (lead && (await team.#isThere(lead))) {
      lead.worker.postMessage({ kind: 'fund', fund });
      return team;
    }
    team.dismiss();
    if (options.signal.aborted) throw new DOMException('Cancelled', 'AbortError');
    return undefined;
  }

  /** Gives out a page; resolves when the next one may come. Rejects with `WorkerGone`, or when the person cancels. */
  async add(page: PublicLedgerPage): Promise<void> {
    await this.#until(() => this.#waiting < ahead * this.#ready.length);
    const [lead] = this.#members;
    const carried = carryPage(page);
    // Of two with as much to do it is not the one that leads, which has more to do than that.
    const by = this.#ready.reduce((least, member) => (member.load <= least.load ? member : least));
    this.#waiting += 1;
    by.load += 1;
    if (by !== lead) by.worker.postMessage({ kind: 'seal', page: carried });
    lead!.worker.postMessage({ kind: 'page', page: carried, seals: by === lead ? 'own' : 'later' });
  }

  /** What came of it, after the last page. Rejects as `add`. */
  async end(): Promise<CheckResult> {
    await this.#until(() => this.#waiting === 0);
    this.#members[0]!.worker.postMessage({ kind: 'end' });
    await this.#until(() => this.#result !== undefined);
    return this.#result!;
  }

  /** Ends all workers, whatever they are at. */
  dismiss(): void {
    this.#options.signal.removeEventListener('abort', this.#woken);
    for (const { worker } of this.#members) worker.terminate();
  }

  get #ready(): Member[] {
    return this.#members.filter(({ ready }) => ready);
  }

  readonly #woken = (): void => this.#wake?.();

  /** Whether there is one more worker now. */
  #recruit(): boolean {
    let worker: CheckWorker | undefined;
    try {
      worker = this.#options.worker?.();
    } catch {
      // From another origin, or against the page's policy.
      return false;
    }
    if (!worker) return false;
    const member: Member = { worker, ready: false, load: 0 };
    worker.onmessage = ({ data }) => this.#hear(member, data);
    worker.onerror = (event) => {
      event.preventDefault();
      this.#lose(member);
    };
    this.#members.push(member);
    return true;
  }

  #hear(member: Member, answer: CheckAnswer): void {
    if (answer.kind === 'ready') member.ready = true;
    else if (answer.kind === 'sealed') {
      const [lead] = this.#members;
      const { first, broken } = answer;
      member.load -= 1;
      if (member !== lead) lead!.worker.postMessage({ kind: 'seals', first, broken });
    } else if (answer.kind === 'checked') {
      this.#waiting -= 1;
      this.#options.progress(answer.count);
    } else if (answer.kind === 'result') this.#result = answer.result;
    else this.#lose(member);
    this.#woken();
  }

  /** A helper that never came is not missed; whoever had work takes it with him. */
  #lose(member: Member): void {
    if (member.ready || member === this.#members[0]) this.#gone = true;
    this.#woken();
  }

  async #isThere(lead: Member): Promise<boolean> {
    const timer = setTimeout(() => this.#lose(lead), patience);
    try {
      await this.#until(() => lead.ready);
    } catch {
      return false;
    } finally {
      clearTimeout(timer);
    }
    return true;
  }

  async #until(enough: () => boolean): Promise<void> {
    for (;;) {
      if (this.#options.signal.aborted) throw new DOMException('Cancelled', 'AbortError');
      if (this.#gone) throw new WorkerGone();
      if (enough()) return;
      await new Promise<void>((resolve) => (this.#wake = resolve));
    }
  }
}

/** Workers for so many entries, as many as there are processors at most. */
function usual(count: number): number {
  const processors = (globalThis.navigator as Navigator | undefined)?.hardwareConcurrency ?? 1;
  return Math.min(mostWorkers, Math.max(1, processors), Math.ceil(Math.max(1, count) / worthOne));
}
