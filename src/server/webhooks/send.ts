import { Webhook as Signature } from 'standardwebhooks';
import { ask, NotAsked } from '../outside/ask.js';
import type { Taken } from '../storage/deliveries.js';
import type { Webhook } from './webhook.js';

/** What came of sending one event. */
export type Outcome =
  | { ok: true }
  | {
      ok: false;
      /** For the log: a status, a code of the system, or which rule of ours forbids it. */
      reason: string;
      /** Whether others will fare better: nobody is heard at that address, or this one is not wanted. */
      whose: 'receiver' | 'event';
      /** Seconds after which the receiver wants to be asked again. */
      after?: number | undefined;
    };

/** Milliseconds for the whole of it. A receiver answers first, and works then. */
export const timeout = 15_000;

/** Statuses that say something about one event; all others are about whoever is there, or about nobody being there. */
const ofEvent: ReadonlySet<number> = new Set([400, 409, 413, 415, 422]);

/** Sends one event, signed as Standard Webhooks 1.0 says. Never rejects but when it is given up by `signal`. */
export async function send(
  { url, secrets, internal }: Webhook,
  { id, body }: Pick<Taken, 'id' | 'body'>,
  now: Date,
  signal: AbortSignal,
): Promise<Outcome> {
  const signatures = secrets.map((secret) => new Signature(secret).sign(id, now, body));
  try {
    const { status, headers } = await ask(url, {
      ...{ internal, timeout, signal, body, headOnly: true },
      headers: {
        'content-type': 'application/json',
        'user-agent': 'htsd-server',
        'webhook-id': id,
        'webhook-timestamp': String(Math.floor(now.getTime() / 1_000)),
        'webhook-signature': signatures.join(' '),
      },
    });
    if (status >= 200 && status < 300) return { ok: true };
    return {
      ...{ ok: false, reason: `status ${status}` },
      whose: ofEvent.has(status) ? 'event' : 'receiver',
      after: readRetryAfter(headers['retry-after'], now),
    };
  } catch (error) {
    if (signal.aborted) throw error;
    return { ok: false, reason: reasonOf(error), whose: 'receiver' };
  }
}

/** Without the message of a library, which may name addresses. */
function reasonOf(error: unknown): string {
  if (error instanceof NotAsked) return error.message;
  if (!(error instanceof Error)) return typeof error;
  if (error.name === 'AbortError') return 'timeout';
  return 'code' in error ? String(error.code) : error.name;
}

/** Seconds, however it was said. */
function readRetryAfter(said: string | undefined, now: Date): number | undefined {
  if (said === undefined) return undefined;
  const seconds = /^\d{1,9}$/.test(said) ? Number(said) : (Date.parse(said) - now.getTime()) / 1_000;
  return Number.isFinite(seconds) && seconds > 0 ? seconds : undefined;
}
