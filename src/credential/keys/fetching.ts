import { checkJson, credentialLimits, isObject, type Json, type JsonLimits } from '../format/json.js';
import type { Kept, Verification, VerifyContext } from '../verify/verdict.types.js';

/** What is kept at hand, or is fetched now. */
export interface Found {
  content: Json;
  /** The object that was kept or learned: the same one while nothing new was fetched. */
  kept: Kept;
  /** True where the network was asked a moment ago. */
  fresh: boolean;
  /** False for what was kept and has been fetched anew since. */
  latest: boolean;
}

type Shelf = keyof Verification['learned'];

/** Reads documents from what the caller keeps and from the network; what is fetched is written down for the caller. */
export class Fetching {
  readonly learned: Verification['learned'] = { documents: {}, statusLists: {} };

  constructor(private readonly context: VerifyContext) {}

  /** The document, or undefined where it is neither kept nor reachable. A fresh one is not asked for again. */
  async find(shelf: Shelf, name: string, url: string, limits = credentialLimits): Promise<Found | undefined> {
    const known = this.learned[shelf][name] ?? this.kept(shelf, name);
    if (known && this.ageMs(known) <= (this.context.freshMinutes ?? 5) * 60_000) {
      return this.read(shelf, known, true, limits);
    }
    const fetched = await this.fetch(url);
    if (fetched === undefined) return known && this.read(shelf, known, false, limits);
    const kept: Kept = { content: fetched, fetchedAt: this.context.now };
    const found = this.read(shelf, kept, true, limits);
    if (!found) return known && this.read(shelf, known, false, limits);
    this.learned[shelf][name] = kept;
    return found;
  }

  /** What the caller kept, where the network gave something newer. */
  keptBefore(shelf: Shelf, name: string, { kept }: Found, limits: JsonLimits): Found | undefined {
    const known = this.kept(shelf, name);
    const found = known && known !== kept ? this.read(shelf, known, false, limits) : undefined;
    return found && { ...found, latest: false };
  }

  /** Milliseconds since it was fetched. What claims to come from the future is as old as can be. */
  ageMs({ fetchedAt }: Kept): number {
    const age = Date.parse(this.context.now) - Date.parse(fetchedAt);
    return age >= -60_000 ? age : Infinity;
  }

  private kept(shelf: Shelf, name: string): Kept | undefined {
    const all = this.context[shelf];
    return all && Object.hasOwn(all, name) ? all[name] : undefined;
  }

  /** A document is an object: a page of HTML in its place (a gateway's, a site's "not found") says nothing of any key. */
  private read(...[shelf, kept, fresh, limits]: [Shelf, Kept, boolean, JsonLimits]): Found | undefined {
    const { value } = checkJson(kept.content, limits);
    const fits = shelf === 'documents' ? isObject(value) : value !== undefined;
    return value === undefined || !fits ? undefined : { content: value, kept, fresh, latest: true };
  }

  /** Undefined where there is no network, no answer in time, or no such document: the caller's badge is then not checked. */
  async fetch(url: string): Promise<unknown> {
    const { fetchJson, fetchTimeoutMs = 10_000, signal } = this.context;
    if (!fetchJson) return undefined;
    signal?.throwIfAborted();
    const control = new AbortController();
    const stop = (): void => control.abort(signal?.reason);
    signal?.addEventListener('abort', stop, { once: true });
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<undefined>((resolve) => {
      timer = setTimeout(() => resolve(undefined), fetchTimeoutMs);
      control.signal.addEventListener('abort', () => resolve(undefined), { once: true });
    });
    try {
      // Whatever keeps the document away (no network, 404, no JSON), the answer is the same: it is not at hand.
      const asked = fetchJson(url, control.signal).catch(() => undefined);
      return await Promise.race([asked, late]);
    } finally {
      clearTimeout(timer);
      control.abort();
      signal?.removeEventListener('abort', stop);
      signal?.throwIfAborted();
    }
  }
}
