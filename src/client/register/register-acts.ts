import { alone } from '../alone.js';
import type { Client } from '../client.types.js';
import type { Notes } from '../notes.js';
import { isAbort, toProblem } from '../problem.js';
import type { Act, ActView } from './act.types.js';
import { actsIn, dropAct, isKept, keepAct, keepProgress } from './act-notes.js';
import { sendAct } from './send-act.js';

/** Milliseconds in which an act can be undone. */
export const UNDO_TIME = 10_000;

export interface ActsOptions {
  client: Client;
  notes: Notes;
  /** Whose acts they are, so that two tabs of one person send each once. */
  owner: string;
  changed: (all: readonly ActView[]) => void;
  /** Subjects were changed. */
  applied: () => void;
  /** Milliseconds in which an act can be undone; for tests. */
  wait?: number;
}

/**
 * Acts on many subjects. Each waits, so that it can be undone, then goes out in batches; a reload, a crash or a lost
 * network keeps it. An act that was found waiting begins to wait anew: whoever comes back sees it before it goes.
 */
export class RegisterActs {
  readonly #options: ActsOptions;
  readonly #wait: number;
  readonly #gone = new AbortController();
  readonly #acts = new Map<string, ActView>();
  readonly #due = new Map<string, number>();
  #ticker: ReturnType<typeof setInterval> | undefined;

  constructor(options: ActsOptions) {
    this.#options = options;
    this.#wait = options.wait ?? UNDO_TIME;
    for (const { act, progress } of actsIn(options.notes)) this.#begin(act, progress);
    const unsubscribe = options.notes.subscribe(() => this.#look());
    this.#gone.signal.addEventListener('abort', unsubscribe);
  }

  /** Acts of this moment, the oldest first; those that are done until they are dismissed. */
  get all(): readonly ActView[] {
    return [...this.#acts.values()];
  }

  /** Begins to wait with an act. Resolves when it is kept; where the device keeps nothing it waits all the same. */
  async start(act: Act): Promise<void> {
    this.#begin(act, { told: 0, applied: 0, failures: [] });
    await keepAct(this.#options.notes, act).catch(() => undefined);
  }

  /** Takes an act back that has not begun to go out. */
  async undo(id: string): Promise<void> {
    const view = this.#acts.get(id);
    if (view?.status !== 'waiting') return;
    this.#acts.delete(id);
    this.#due.delete(id);
    this.#options.changed(this.all);
    await dropAct(this.#options.notes, view.act).catch(() => undefined);
  }

  /** Sends at once what waits, or again what is stuck. */
  async send(id: string): Promise<void> {
    const view = this.#acts.get(id);
    if (view && (view.status === 'waiting' || view.status === 'stuck')) await this.#send(view.act);
  }

  /** Tries again what is stuck, e.g. when the network is back. */
  retry(): void {
    for (const { act, status } of this.all) if (status === 'stuck') void this.#send(act);
  }

  /** The person has read what became of an act. */
  dismiss(id: string): void {
    if (this.#acts.get(id)?.status !== 'done') return;
    this.#acts.delete(id);
    this.#options.changed(this.all);
  }

  dispose(): void {
    clearInterval(this.#ticker);
    this.#gone.abort();
  }

  #begin(act: Act, progress: Pick<ActView, 'told' | 'applied' | 'failures'>): void {
    this.#due.set(act.id, performance.now() + this.#wait);
    this.#acts.set(
      act.id,
      Object.freeze({ act, ...progress, status: 'waiting', seconds: this.#left(act.id) }),
    );
    this.#ticker ??= setInterval(() => this.#tick(), Math.min(250, this.#wait));
    this.#options.changed(this.all);
  }

  #left(id: string): number {
    return Math.max(0, Math.ceil(((this.#due.get(id) ?? 0) - performance.now()) / 1000));
  }

  #tick(): void {
    for (const { act, status, seconds } of this.all) {
      if (status !== 'waiting') continue;
      if ((this.#due.get(act.id) ?? 0) <= performance.now()) void this.#send(act);
      else if (this.#left(act.id) !== seconds) this.#put(act.id, { seconds: this.#left(act.id) });
    }
    if (this.all.some(({ status }) => status === 'waiting')) return;
    clearInterval(this.#ticker);
    this.#ticker = undefined;
  }

  /** Another tab began, undid or sent one. */
  #look(): void {
    const kept = actsIn(this.#options.notes);
    for (const { act, progress } of kept) if (!this.#acts.has(act.id)) this.#begin(act, progress);
    for (const { act, status } of this.all) {
      if (status !== 'waiting' || kept.some((one) => one.act.id === act.id)) continue;
      if (this.#options.notes.save().status === 'failed') continue;
      this.#acts.delete(act.id);
      this.#options.changed(this.all);
    }
  }

  async #send(act: Act): Promise<void> {
    const { client, notes, owner } = this.#options;
    const { signal } = this.#gone;
    this.#put(act.id, { status: 'sending', problem: undefined });
    const kept = isKept(notes, act);
    try {
      // Ids that come twice do no harm where there are no locks.
      await alone(`htsd:register:${owner}`, signal, async () => {
        // Another tab was faster.
        if (kept && !isKept(notes, act)) return void this.#acts.delete(act.id);
        const view = this.#acts.get(act.id)!;
        await sendAct(client, act, { ...view, failures: [...view.failures] }, signal, (progress) => {
          this.#put(act.id, progress);
          keepProgress(notes, act, progress);
        });
        this.#put(act.id, { status: 'done' });
        await dropAct(notes, act).catch(() => undefined);
      });
    } catch (error) {
      if (isAbort(error)) return;
      this.#put(act.id, { status: 'stuck', problem: toProblem(error) });
    }
    this.#options.changed(this.all);
    this.#options.applied();
  }

  #put(id: string, patch: Partial<ActView>): void {
    const before = this.#acts.get(id);
    if (!before) return;
    this.#acts.set(id, Object.freeze({ ...before, ...patch }));
    this.#options.changed(this.all);
  }
}
