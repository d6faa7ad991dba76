import { HtsdError, isHtsdError, toHtsdError } from '../errors.js';

/** A token and the call that sends it. */
export interface TokenSource {
  token: () => Promise<string | undefined>;
  /** Sends a request; where its token is no longer believed, once more with a new one. Commands are harmless to repeat. */
  fetch: typeof fetch;
}

/** Milliseconds before its end that a token is no longer used: what is sent with it takes its time. */
const margin = 30_000;
/** How long a token serves whose end nobody said. */
const short = 60_000;

/**
 * Tokens of who is signed in to the host, from an address of the host: `{ "token": "…", "expiresIn": seconds }`, or the
 * status 204 or 401 where nobody is. Asked with the host's cookies, kept in memory only. Errors: offline, server, and what a
 * `fetch` of the caller's own says in words of the port.
 */
export function tokenSource(
  address: string,
  {
    fetch: ask = (...call) => fetch(...call),
    now = Date.now,
  }: { fetch?: typeof fetch; now?: () => number } = {},
): TokenSource {
  let kept: { token: string | undefined; until: number } | undefined;
  let asking: Promise<string | undefined> | undefined;

  async function bring(): Promise<string | undefined> {
    const answer = await ask(address, { credentials: 'same-origin', cache: 'no-store' }).catch(
      (cause: unknown) => {
        throw toHtsdError(cause, 'offline');
      },
    );
    if (answer.status === 204 || answer.status === 401) {
      kept = { token: undefined, until: now() + short };
      return undefined;
    }
    const said = (await answer.json().catch(() => undefined)) as
      | { token?: unknown; expiresIn?: unknown }
      | undefined;
    if (!answer.ok || typeof said?.token !== 'string')
      throw new HtsdError('server', {
        params: { reason: 'malformed', call: 'token', status: answer.status },
      });
    const seconds = typeof said.expiresIn === 'number' ? said.expiresIn : NaN;
    kept = {
      token: said.token,
      until: now() + (Number.isFinite(seconds) ? seconds * 1_000 - margin : short),
    };
    return said.token;
  }

  async function token(): Promise<string | undefined> {
    if (kept && now() < kept.until) return kept.token;
    // Elements that ask at the same time share one answer.
    asking ??= bring().finally(() => (asking = undefined));
    return asking;
  }

  return {
    token,
    async fetch(input, init = {}) {
      const first = await ask(input, init);
      const headers = new Headers(init.headers);
      const before = kept?.token;
      const bearing = before === undefined ? [] : [...headers].filter(([, value]) => value.endsWith(before));
      if (first.status !== 401 || before === undefined || bearing.length === 0) return first;
      kept = undefined;
      const fresh = await token().catch((error: unknown) => {
        // The host has nobody there any more: what the first answer says is true.
        if (isHtsdError(error) && error.code === 'unauthenticated') return undefined;
        throw error;
      });
      if (fresh === undefined || fresh === before) return first;
      for (const [name, value] of bearing) headers.set(name, value.slice(0, -before.length) + fresh);
      return ask(input, { ...init, headers });
    },
  };
}
