import { HtsdError } from '../../backend/errors.js';
import type { Session } from '../../backend/port.js';
import { checkReceipts, checkSession } from '../border.js';
import { withDeadline } from '../deadline.js';
import { isAbort, toProblem } from '../problem.js';
import { takeReceipts } from './arriving.js';
import type { Entry } from './entry.types.js';
import { courseOf, isFailure, waitAfter } from './error-course.js';
import { failedAgain } from './failing.js';
import { bringFiles, dropFiles, markTried, putAside, type Call } from './leaving.js';
import type { Core, Person } from './outbox-core.js';
import { mostInBatch, nextBatch } from './plan.js';
import { sendAlone } from './send-alone.js';

/** Milliseconds that an answer may take. */
const patience = 30_000;
/** After so many refusals of single commands in a row it is the back end that refuses, not the commands. */
const mostRefused = 5;
/** Attempts at a batch that the back end fails over before it is divided: most failures are over by then. */
const patientAttempts = 2;

export interface SenderOptions {
  /** From 0 to 1. */
  random: () => number;
}

export interface Sender {
  /** Sends what can be sent; a call while another is under way has one of its own after that. */
  send(): Promise<void>;
  /** There is something new: it is sent now, unless a failure has to be waited out. */
  nudge(): void;
  /** Tries again after a while, later with each failure. */
  failed(error: unknown): void;
  close(): void;
}

/** Brings what waits to the back end: in order, one tab at a time, everything once. */
export function createSender(core: Core, { random }: SenderOptions): Sender {
  const { backend, view, store } = core;
  const gone = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  /** Attempts in a row that ended with a failure of the back end itself. */
  let broken = 0;
  let running: Promise<void> | undefined;
  let asked = false;

  const call: Call = (work) => withDeadline(patience, gone.signal, work);

  /** Who is signed in now: a token may have run out, or another person may be here. */
  async function present(): Promise<Person> {
    const session: Session = checkSession(await call((signal) => backend.session({ signal })));
    if (!session.actor) throw new HtsdError('unauthenticated');
    await core.adopt(session);
    return core.person!;
  }

  async function run(still: () => Promise<void>): Promise<void> {
    let most = mostInBatch;
    let refused = 0;
    const divides = broken >= patientAttempts;
    let failure: Error | undefined;
    let passed = false;
    const aside = new Set<number>();
    const brought = new Set<string>();
    for (;;) {
      const person = await present();
      await still();
      const { entries } = await store.queue(person.owner);
      const next = nextBatch(entries, most, core.underWay, aside);
      // What the back end fails over is tried again later, and was in nobody's way.
      if (next.length === 0 && failure) throw failure;
      if (next.length === 0) return;
      if (view.get().status !== 'sending')
        view.set({ status: 'sending', sent: 0, of: Math.max(view.get().waiting, next.length) });
      const failed = async (entry: Entry, error: unknown): Promise<void> => {
        failure = error as Error;
        aside.add(entry.seq);
        await core.change(person.owner, (queue) => ({
          put: queue.entries.filter(({ seq }) => seq === entry.seq).map((one) => failedAgain(one, passed)),
        }));
        if (++refused >= mostRefused) throw error;
      };
      // On disk before it leaves: whatever happens now, it goes out as it is until it is answered.
      const leaving = await markTried(core, person, next);
      const batch = await bringFiles(core, person, leaving, { call, brought, failed });
      if (batch.length === 0) continue;
      try {
        const commands = batch.map(({ command }) => command);
        const inNameOf = person.actor.id;
        const answer = await call((signal) => backend.execute(commands, { signal, inNameOf }));
        await takeReceipts(core, person, batch, await checkReceipts(commands, answer), aside);
      } catch (error) {
        const fails = isFailure(error) && (batch.length === 1 || divides);
        if (isAbort(error) || (!fails && courseOf(error) !== 'apart')) throw error;
        if (batch.length > 1) {
          most = Math.ceil(batch.length / 2);
          continue;
        }
        if (fails) await failed(batch[0]!, error);
        else {
          await putAside(core, person, batch[0]!, error);
          if (++refused >= mostRefused) throw error;
        }
        continue;
      }
      await dropFiles(core, person, batch);
      passed = true;
      refused = 0;
      failures = broken = 0;
      most = Math.min(mostInBatch, most * 2);
    }
  }

  async function attempt(): Promise<void> {
    clearTimeout(timer);
    try {
      const alone = await sendAlone(core.db, `${core.storage}-outbox`, run);
      failures = broken = 0;
      view.set({ status: 'idle', problem: undefined });
      await core.refresh();
      // Another tab is at it; should it die, this one goes on.
      if (!alone && core.due) later(patience);
    } catch (error) {
      if (gone.signal.aborted) return;
      await stop(error);
    }
  }

  async function stop(error: unknown): Promise<void> {
    const problem = toProblem(error);
    const signIn = courseOf(error) === 'sign-in';
    const status = signIn ? 'sign-in' : ['offline', 'timeout'].includes(problem.code) ? 'offline' : 'waiting';
    view.set({ status: view.get().waiting > 0 ? status : 'idle', problem });
    await core.refresh();
    failures += 1;
    broken = isFailure(error) ? broken + 1 : 0;
    // Signing in is told by the page; what it does not tell is looked for now and then.
    if (core.due) later(waitAfter(failures, problem, random));
  }

  function later(ms: number): void {
    clearTimeout(timer);
    if (!gone.signal.aborted) timer = setTimeout(() => void sender.send(), ms);
  }

  const sender: Sender = {
    send() {
      if (gone.signal.aborted) return Promise.resolve();
      if (running) {
        asked = true;
        return running;
      }
      running = (async () => {
        do {
          asked = false;
          await attempt();
        } while (asked && !gone.signal.aborted);
      })().finally(() => (running = undefined));
      return running;
    },
    nudge() {
      if (failures === 0) void sender.send();
    },
    failed: (error) => void stop(error),
    close() {
      gone.abort();
      clearTimeout(timer);
      end();
    },
  };

  const wake = (): void => {
    if (core.due && document.visibilityState === 'visible') void sender.send();
  };
  if (typeof document !== 'undefined') {
    addEventListener('online', wake);
    document.addEventListener('visibilitychange', wake);
  }
  function end(): void {
    if (typeof document === 'undefined') return;
    removeEventListener('online', wake);
    document.removeEventListener('visibilitychange', wake);
  }
  return sender;
}
