import { HtsdError, isHtsdError } from '../backend/errors.js';

export interface FetchLimits {
  /** Bytes. */
  most: number;
  /** Milliseconds for all of it. */
  timeout: number;
  signal?: AbortSignal | undefined;
}

/** Bytes of a document or a status list. */
const mostOfDocument = 2_000_000;

/**
 * The bytes at an address of this site, or of one that lets everybody read (CORS). Nothing that could tell the person's
 * name travels along. Errors: `too-large`, `not-found`, `forbidden`, `timeout`, `invalid` (no web address), `offline`.
 */
export async function fetchBytes(url: string, { most, timeout, signal }: FetchLimits): Promise<Uint8Array> {
  const address = readAddress(url);
  // Names under .invalid are promised to lead nowhere (RFC 6761): nothing is asked.
  if (!address) throw new HtsdError('invalid', { params: { reason: 'address' } });
  if (/\.invalid$/.test(address.hostname)) throw new HtsdError('offline');
  const control = new AbortController();
  const stop = (): void => control.abort();
  const timer = setTimeout(stop, timeout);
  signal?.addEventListener('abort', stop, { once: true });
  try {
    const answer = await fetch(address.href, {
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      signal: control.signal,
    });
    if (!answer.ok) throw new HtsdError(codeOf(answer.status));
    // Led away to plain http, anybody on the way could have written it.
    if (address.protocol === 'https:' && !answer.url.startsWith('https:')) throw new HtsdError('forbidden');
    return await readAtMost(answer, most);
  } catch (cause) {
    if (isHtsdError(cause)) throw cause;
    if (signal?.aborted) throw new DOMException('Aborted', 'AbortError');
    throw new HtsdError(control.signal.aborted ? 'timeout' : 'offline', { cause });
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', stop);
    // What was not read to its end is left to the network to drop.
    control.abort();
  }
}

/** JSON at an address, or the text of a compact JWT. Errors: those of `fetchBytes`; `SyntaxError` for broken JSON. */
export async function fetchJson(url: string, signal: AbortSignal): Promise<unknown> {
  const bytes = await fetchBytes(url, { most: mostOfDocument, timeout: 10_000, signal });
  const text = new TextDecoder().decode(bytes).trim();
  return /^[[{"]/.test(text) ? (JSON.parse(text) as unknown) : text;
}

function readAddress(url: string): URL | undefined {
  try {
    const address = new URL(url, document.baseURI);
    return /^https?:$/.test(address.protocol) ? address : undefined;
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

const codeOf = (status: number): 'not-found' | 'forbidden' | 'server' =>
  status === 404 || status === 410 ? 'not-found' : status === 401 || status === 403 ? 'forbidden' : 'server';

async function readAtMost(answer: Response, most: number): Promise<Uint8Array> {
  const tooLarge = (): HtsdError => new HtsdError('too-large');
  if (Number(answer.headers.get('content-length') ?? 0) > most) throw tooLarge();
  const reader = answer.body?.getReader();
  if (!reader) return new Uint8Array();
  const parts: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > most) throw tooLarge();
    parts.push(value);
  }
  const all = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
