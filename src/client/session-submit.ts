import type { CommandOf } from '../domain/command.schema.js';
import type { Editing } from './editing.js';
import { isAbort, toProblem } from './problem.js';
import { rejectionOf } from './rejection-of.js';
import { sameJson } from './same-json.js';
import { mayEdit, type SessionContext } from './session-context.js';
import type { SubmitState } from './view.types.js';

/** Milliseconds before a submission that could not be sent is tried again: doubled each time. */
const firstRetry = 5_000;
const lastRetry = 60_000;

const conflict: SubmitState = {
  status: 'failed',
  problem: { code: 'conflict', params: {}, retryable: true },
};

/**
 * Sends what is left and submits, in one batch; where that could not be sent, does it again by itself while the person
 * changes nothing. Errors: those of `Delivery.send` and of reading it again.
 */
export async function submit(context: SessionContext, editing: Editing): Promise<void> {
  try {
    await submitOnce(context, editing);
  } catch (error) {
    if (!isAbort(error) && toProblem(error).retryable) submitLater(context, editing);
    throw error;
  }
}

/** What waits to submit, by session: a later attempt takes the place of an earlier one. */
const waiting = new WeakMap<SessionContext, () => void>();

/** Waits for a while, or for the network to come back, and submits what was to be submitted. */
function submitLater(context: SessionContext, editing: Editing): void {
  const { store, signal } = context;
  const { answers, facts } = editing.desk.work;
  const over = new AbortController();
  let wait = firstRetry;
  let running = false;
  let timer = setTimeout(() => void again(), wait);
  const stop = (): void => {
    clearTimeout(timer);
    over.abort();
  };
  waiting.get(context)?.();
  waiting.set(context, stop);

  /** What was changed since is not what the person agreed to submit; and he may have done it himself. */
  const stillMeant = (): boolean =>
    context.desk === editing.desk &&
    mayEdit(store.get()) &&
    store.get().submit.status === 'failed' &&
    sameJson(editing.desk.work.answers, answers) &&
    sameJson(editing.desk.work.facts, facts);

  async function again(): Promise<void> {
    if (running) return;
    clearTimeout(timer);
    if (!stillMeant()) return stop();
    running = true;
    store.set({ submit: { status: 'sending' } });
    try {
      await submitOnce(context, editing);
      stop();
      if (store.get().submit.status === 'sending') store.set({ submit: { status: 'idle' } });
    } catch (error) {
      if (signal.aborted || isAbort(error)) return stop();
      const problem = toProblem(error);
      store.set({ submit: { status: 'failed', problem } });
      if (!problem.retryable) return stop();
      wait = Math.min(lastRetry, wait * 2);
      timer = setTimeout(() => void again(), wait);
    } finally {
      running = false;
    }
  }

  signal.addEventListener('abort', stop, { signal: over.signal });
  if (typeof document !== 'undefined')
    addEventListener('online', () => void again(), { signal: over.signal });
}

async function submitOnce({ store, refresh }: SessionContext, editing: Editing): Promise<void> {
  const delivered = await editing.send(true);
  if (delivered.status === 'conflicts') store.set({ submit: conflict });
  else if (delivered.status === 'rejected') {
    store.set({ submit: { status: 'rejected', rejection: delivered.rejection } });
  } else if (delivered.status === 'done') {
    editing.announce();
    await refresh();
  }
}

/** The last withdrawal of each session: repeated as it was after a lost answer, so that it counts once. */
const attempts = new WeakMap<SessionContext, CommandOf<'assessment.withdraw'>>();

/** Takes a submission back. Errors: those of `execute` and of reading it again. */
export async function withdraw(context: SessionContext, reason?: string): Promise<void> {
  const { client, store, signal } = context;
  const { assessment } = store.get();
  if (!assessment) return;
  let command = attempts.get(context);
  if (command?.expected !== assessment.version || command.payload.reason !== reason) {
    const envelope = { id: client.newId(), record: assessment.id, expected: assessment.version };
    command = { ...envelope, kind: 'assessment.withdraw', payload: reason ? { reason } : {} };
    attempts.set(context, command);
  }
  const [receipt] = await client.execute([command], { signal });
  if (receipt?.status === 'rejected') {
    store.set({ submit: { status: 'rejected', rejection: rejectionOf(receipt) } });
  } else if (receipt?.status === 'conflict') {
    // Nothing is typed that could be chosen from: somebody has begun to review it.
    store.set({ submit: { status: 'rejected', rejection: { code: 'wrong-state' } } });
  }
  await context.refresh();
}
