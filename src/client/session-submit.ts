import type { CommandOf } from '../domain/command.schema.js';
import type { Editing } from './editing.js';
import { rejectionOf } from './rejection-of.js';
import type { SessionContext } from './session-context.js';
import type { SubmitState } from './view.types.js';

const conflict: SubmitState = {
  status: 'failed',
  problem: { code: 'conflict', params: {}, retryable: true },
};

/** Sends what is left and submits, in one batch. Errors: those of `Delivery.send` and of reading it again. */
export async function submit({ store, refresh }: SessionContext, editing: Editing): Promise<void> {
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
  } else if (receipt?.status === 'conflict') store.set({ submit: conflict });
  await context.refresh();
}
