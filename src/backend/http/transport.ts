import { HtsdError, toHtsdError } from '../errors.js';

/** Milliseconds for which an answer is waited for where nobody says. */
export const usualTimeout = 30_000;

export interface TransportOptions {
  /** Address that every path is added to. */
  baseUrl: string;
  /**
   * The bearer token of who is signed in, asked for with each call, so that it may be renewed in between; undefined for a
   * visitor. It travels in a header, never in an address, and is kept nowhere.
   */
  token?: (() => string | undefined | Promise<string | undefined>) | undefined;
  /** Milliseconds after which an answer is given up. Default 30,000. */
  timeout?: number | undefined;
  /** Default: the browser's own. */
  fetch?: typeof fetch | undefined;
}

/** An answer that has come in whole, whatever its status. */
export interface Answered {
  status: number;
  ok: boolean;
  headers: Headers;
  bytes: ArrayBuffer;
}

/** An answer that comes in as it is read. */
export interface Begun {
  response: Response;
  /** Whether more of it is waited for: from then on, within the time. */
  waiting: (on: boolean) => void;
  /** What it means that reading failed; rejects as `send` where the caller gave up. */
  asFailure: (error: unknown) => HtsdError;
  /** To be called whatever happens: nobody waits for it any more. */
  end: () => void;
}

export interface Transport {
  /** As `send`, for who reads the answer himself: bit by bit, say. */
  begin(path: string, init: RequestInit, signal: AbortSignal | undefined): Promise<Begun>;
  /** `headers` says what to send for the token. Errors: offline, timeout, unsupported after `dispose`; AbortError. */
  send(path: string, init: RequestInit, signal: AbortSignal | undefined): Promise<Answered>;
  /** The time by the clock of whoever answered last, where this device's is far from it. */
  readonly now: () => Date;
  /** Rejects as `send` would where nothing can be sent. */
  open(signal: AbortSignal | undefined): Promise<void>;
  dispose(): void;
}

/**
 * Milliseconds up to which two clocks agree: dates are what matters, and an answer may say when it was made for somebody else
 * and not when it came.
 */
const clockSlack = 600_000;

/** Sends requests and brings whole answers, within the time. */
export function createTransport(
  { baseUrl, token, timeout = usualTimeout, fetch: given }: TransportOptions,
  identify: (headers: Headers, token: string | undefined) => void,
): Transport {
  const base = baseUrl.replace(/\/+$/, '');
  const ask = given ?? ((input: RequestInfo | URL, init?: RequestInit) => fetch(input, init));
  let disposed = false;
  /** Milliseconds that the other side's clock is ahead of this device's. */
  let ahead = 0;
  /** Of another origin the header is read only where it is exposed. */
  function hear(headers: Headers): void {
    const difference = Date.parse(headers.get('date') ?? '') - Date.now();
    if (!Number.isNaN(difference)) ahead = Math.abs(difference) > clockSlack ? difference : 0;
  }
  async function open(signal: AbortSignal | undefined): Promise<void> {
    if (disposed) throw new HtsdError('unsupported', { params: { reason: 'disposed' } });
    throwIfGone(signal);
  }
  async function begin(path: string, init: RequestInit, signal: AbortSignal | undefined): Promise<Begun> {
    await open(signal);
    const headers = new Headers(init.headers);
    try {
      identify(headers, await token?.());
    } catch (error) {
      // Whoever signs people in cannot be reached, or says so in words of the port.
      throw toHtsdError(error, 'offline');
    }
    const late = new AbortController();
    const stop = (): void => late.abort();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const waiting = (on: boolean): void => {
      clearTimeout(timer);
      if (on) timer = setTimeout(stop, timeout);
    };
    const end = (): void => {
      waiting(false);
      signal?.removeEventListener('abort', stop);
    };
    const asFailure = (error: unknown): HtsdError => {
      throwIfGone(signal);
      return new HtsdError(late.signal.aborted ? 'timeout' : 'offline', { cause: error });
    };
    waiting(true);
    signal?.addEventListener('abort', stop, { once: true });
    let response: Response | undefined;
    try {
      throwIfGone(signal);
      response = await ask(base + path, {
        ...init,
        headers,
        signal: late.signal,
        // Whoever it is says so in a header: no cookie of the server's site has a say.
        credentials: 'omit',
        redirect: 'error',
      });
      hear(response.headers);
      return { response, waiting, asFailure, end };
    } catch (error) {
      throw asFailure(error);
    } finally {
      if (!response) end();
    }
  }
  return {
    now: () => new Date(Date.now() + ahead),
    open,
    begin,
    async send(path, init, signal) {
      const { response, asFailure, end } = await begin(path, init, signal);
      // Within the same time: an answer that stops midway is none.
      try {
        const bytes = await response.arrayBuffer();
        return { status: response.status, ok: response.ok, headers: response.headers, bytes };
      } catch (error) {
        throw asFailure(error);
      } finally {
        end();
      }
    },
    dispose: () => void (disposed = true),
  };
}

/** The answer as JSON; undefined where it is none. */
export function jsonOf({ bytes }: Answered): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes)) as unknown;
  } catch {
    return undefined;
  }
}

function throwIfGone(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new DOMException('Aborted', 'AbortError');
}
