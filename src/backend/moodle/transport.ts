import { HtsdError } from '../errors.js';

/** How the functions of the plugin are called. Errors: as the port says. */
export interface MoodleTransport {
  call(name: string, args: Record<string, unknown>, signal: AbortSignal | undefined): Promise<unknown>;
}

/** Milliseconds after which an answer is given up. */
const patience = 30_000;

/**
 * Sends a request and reads its answer as JSON, whatever its status; undefined where it is none.
 * Errors: offline, timeout, too-large, rate-limited, server; AbortError.
 */
export async function ask(
  send: typeof fetch,
  address: string,
  init: RequestInit,
  signal: AbortSignal | undefined,
): Promise<{ status: number; body: unknown }> {
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), patience);
  const stop = (): void => late.abort();
  signal?.addEventListener('abort', stop, { once: true });
  try {
    if (signal?.aborted) throw new DOMException('Aborted', 'AbortError');
    const answer = await send(address, { ...init, method: 'POST', signal: late.signal });
    const text = await answer.text();
    if (answer.status === 413) throw new HtsdError('too-large');
    if (answer.status === 429) throw new HtsdError('rate-limited');
    if (answer.status >= 500) throw new HtsdError('server', { params: { status: answer.status } });
    return { status: answer.status, body: parsed(text) };
  } catch (error) {
    if (signal?.aborted) throw new DOMException('Aborted', 'AbortError');
    if (error instanceof HtsdError) throw error;
    throw new HtsdError(late.signal.aborted ? 'timeout' : 'offline', { cause: error });
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', stop);
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** An answer that is none of Moodle's: a page for signing in of the network, a site under repair. */
export const malformed = (call: string): HtsdError =>
  new HtsdError('server', { params: { reason: 'malformed', call } });
