import { inSlices } from '../../../src/client/ledger/slices.js';
import { isAbort, toProblem } from '../../../src/client/problem.js';
import type { Problem } from '../../../src/client/view.types.js';
import type { SheetProblem } from '../../../src/document/index.js';

/** What an import needs of the one who shows it. */
export interface ImportHost {
  /** Something has to be drawn again. */
  changed(): void;
  focus(selector: string): void;
  /** The person is told of a failure already; the page hears of it, too. */
  report(error: unknown): void;
}

/** Milliseconds between two drawings of the progress. */
const pace = 80;

/** Something read from files on its way into the back end: what goes on, how far it is, how it is stopped. */
export abstract class ImportRun<Phase extends string> {
  phase: Phase;
  /** Of what is read, looked at or written: 0 to 1. */
  share = 0;
  /** Why the file cannot be read, or the back end not be asked. */
  trouble: SheetProblem | Problem | undefined;
  readonly #host: ImportHost;
  #work = new AbortController();
  #drawn = 0;

  protected constructor(host: ImportHost, phase: Phase) {
    this.#host = host;
    this.phase = phase;
  }

  /** Stops what goes on. */
  stop(): void {
    this.#work.abort();
  }

  /** Begins something else, which ends what went on. */
  protected begin(phase: Phase): AbortSignal {
    this.#work.abort();
    this.#work = new AbortController();
    this.phase = phase;
    this.share = 0;
    this.trouble = undefined;
    this.#host.changed();
    return this.#work.signal;
  }

  /** Says how far it is, drawn no more often than the eye can follow. */
  protected tell(share: number): void {
    this.share = share;
    const now = performance.now();
    if (share < 1 && now - this.#drawn < pace) return;
    this.#drawn = now;
    this.#host.changed();
  }

  protected end(phase: Phase): void {
    this.phase = phase;
    this.#host.changed();
  }

  /** It was stopped or failed: the person is where he was, and reads why. True where he stopped it himself. */
  protected failed(error: unknown, signal: AbortSignal, phase: Phase): boolean {
    const stopped = isAbort(error);
    if (!stopped) {
      this.trouble = toProblem(error, 'offline');
      this.#host.report(error);
    }
    // What was begun since then has its own end.
    if (signal === this.#work.signal) this.end(phase);
    return stopped;
  }

  /** Runs steps that each answer how many of all are done; resolves with what they come to. */
  protected heard<T>(steps: Generator<number, T, undefined>, all: number, signal: AbortSignal): Promise<T> {
    const tell = (share: number): void => this.tell(share);
    function* told(): Generator<void, T, undefined> {
      for (;;) {
        const step = steps.next();
        if (step.done) return step.value;
        tell(step.value / all);
        yield;
      }
    }
    return inSlices(told(), { signal });
  }
}
