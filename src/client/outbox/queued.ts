import type { Backend } from '../../backend/port.js';
import { outboxOf } from './outbox.types.js';

/** The back end with a queue before it, unless it has one. A file of its own, so that who may need it names one file only. */
export async function queued(backend: Backend): Promise<Backend> {
  if (outboxOf(backend)) return backend;
  const { withOutbox } = await import('./with-outbox.js');
  return withOutbox(backend);
}
