import { fetchBytes, fetchJson } from '../../src/client/badge-fetch.js';
import type { BadgeShelf, Shelves } from '../../src/client/badge-shelf.js';
import { isAbort, toProblem } from '../../src/client/problem.js';
import type { Input, Verification } from '../../src/credential/verify.js';
import type { PublicRecognition } from '../../src/domain/recognition.schema.js';
import type { Registry } from '../../src/domain/registry.schema.js';
import { bodiesOf } from './issuer-standing.js';
import type { CheckReason, Given, Outcome } from './outcome.types.js';

type Verifier = typeof import('../../src/credential/verify.js');

export interface CheckOptions {
  /** ISO instant. */
  now: string;
  /** Address of the page: a link to it with a recognition as its hash is no download. */
  page: string;
  online: boolean;
  registry: Registry | undefined;
  maxStatusAgeDays: number;
  shelf: BadgeShelf;
  signal: AbortSignal;
  readRecognition(id: string): Promise<PublicRecognition>;
  /** The register that was read is that of this device alone. */
  ownRegister(): boolean;
  /** What went wrong beside the answer, for the page to log. */
  report(error: unknown): void;
}

/** Milliseconds that a link may take. */
const linkTimeout = 20_000;

/** Checks what was handed in. Rejects only with an `AbortError`, once `signal` aborts. */
export async function check(given: Given, options: CheckOptions): Promise<Outcome> {
  let verifier: Verifier;
  try {
    verifier = await import('../../src/credential/verify.js');
  } catch (error) {
    options.report(error);
    return unchecked('part');
  }
  return new Checking(verifier, options).run(given);
}

const unchecked = (code: CheckReason, params: Outcome['reason']['params'] = {}): Outcome => ({
  answer: 'could-not-check',
  reason: { code, params },
});

class Checking {
  constructor(
    private readonly verifier: Verifier,
    private readonly options: CheckOptions,
  ) {}

  async run(given: Given): Promise<Outcome> {
    switch (given.kind) {
      case 'file':
        return this.#file(given.file);
      case 'text':
        return this.#text(given.text, 'text-no-badge');
      case 'link':
        return this.#link(given.url);
      case 'recognition':
        return this.#recognition(given.id);
    }
  }

  async #file(file: Blob): Promise<Outcome> {
    const { maxImageBytes, readInput } = this.verifier;
    if (file.size > maxImageBytes) return unchecked('too-large');
    const input = readInput(new Uint8Array(await file.arrayBuffer()));
    this.options.signal.throwIfAborted();
    const fault = input.kind === 'none' ? input.reason : undefined;
    if (fault !== 'no-badge' && fault !== 'image-damaged') return this.#input(input);
    return this.#photo(file, fault);
  }

  /** No badge lies in the file; perhaps one is to be seen on it. */
  async #photo(file: Blob, fault: CheckReason): Promise<Outcome> {
    let read: import('./read-code.js').CodeRead;
    try {
      const { readCode } = await import('./read-code.js');
      read = await readCode(file);
    } catch (error) {
      this.options.report(error);
      return unchecked('part');
    }
    this.options.signal.throwIfAborted();
    if (read === 'no-picture' || (read === 'none' && fault === 'image-damaged')) return unchecked(fault);
    return read === 'none' ? unchecked('no-code') : this.#text(read.text, 'code-no-badge');
  }

  /** What was typed, or read from a code; where it is nothing of use, the sentence speaks of that and not of pictures. */
  async #text(text: string, useless: CheckReason): Promise<Outcome> {
    const address = bareAddress(text);
    const input = this.verifier.readInput(address ?? text);
    return input.kind === 'none' && input.reason === 'no-badge' ? unchecked(useless) : this.#input(input);
  }

  async #input(input: Input): Promise<Outcome> {
    return input.kind === 'link' ? this.#link(input.url) : this.#verify(input);
  }

  async #link(url: string): Promise<Outcome> {
    const { online, page, signal } = this.options;
    const own = recognitionOf(url, page);
    if (own !== undefined) return this.#recognition(own);
    if (!/^https?:/i.test(absolute(url, page) ?? '')) return unchecked('no-badge');
    try {
      const most = this.verifier.maxImageBytes;
      const input = this.verifier.readInput(await fetchBytes(url, { most, timeout: linkTimeout, signal }));
      // A link that leads to a link is followed no further.
      return input.kind === 'link' ? unchecked('no-badge') : await this.#verify(input);
    } catch (error) {
      if (isAbort(error)) throw error;
      const { code } = toProblem(error);
      if (code === 'too-large') return unchecked('too-large');
      return online ? unchecked('link-unreachable', { url }) : unchecked('offline', { what: 'badge', url });
    }
  }

  async #recognition(id: string): Promise<Outcome> {
    let recognition: PublicRecognition;
    try {
      recognition = await this.options.readRecognition(id);
    } catch (error) {
      if (isAbort(error)) throw error;
      const { code } = toProblem(error);
      if (code === 'not-found' || code === 'invalid')
        return unchecked(this.options.ownRegister() ? 'recognition-elsewhere' : 'recognition-unknown');
      if (code === 'offline') return unchecked('offline', { what: 'badge' });
      this.options.report(error);
      return unchecked('register-unreachable');
    }
    const { credential, state } = recognition;
    const outcome: Outcome =
      credential === undefined
        ? unchecked('not-issued')
        : await this.#verify(this.verifier.readInput(credential));
    // Whoever keeps the register knows first that a title was taken back.
    const revoked = state === 'revoked' && outcome.answer !== 'not-genuine' && outcome.answer !== 'revoked';
    return {
      ...outcome,
      ...(revoked && { answer: 'revoked', reason: { code: 'revoked', params: { list: '' } } }),
      recognition,
    };
  }

  async #verify(input: Input): Promise<Outcome> {
    const { now, online, registry, maxStatusAgeDays, signal } = this.options;
    const kept = await this.#kept();
    const verification = await this.verifier.verify(input, {
      now,
      ...kept,
      registry: bodiesOf(registry),
      maxStatusAgeDays,
      signal,
      ...(online && { fetchJson }),
    });
    await this.#keep(verification.learned);
    const { answer, reason } = verification;
    return { answer, reason, verification };
  }

  async #kept(): Promise<Shelves> {
    try {
      return await this.options.shelf.read();
    } catch (error) {
      // Without storage nothing is kept; with a network the check goes on all the same.
      this.options.report(error);
      return { documents: {}, statusLists: {} };
    }
  }

  async #keep(learned: Verification['learned']): Promise<void> {
    if (!Object.keys(learned.documents).length && !Object.keys(learned.statusLists).length) return;
    try {
      await this.options.shelf.keep(learned);
    } catch (error) {
      this.options.report(error);
    }
  }
}

/** What browsers show of an address, and people copy: without `https://`, but with something behind the host's name. */
export function bareAddress(text: string): string | undefined {
  const trimmed = text.trim();
  if (trimmed.length > 2_000) return undefined;
  const bare = /^(?:[\p{L}\p{N}-]{1,63}\.)+[a-z]{2,24}(?::\d{1,5})?[/?#]\S*$/iu.test(trimmed);
  return bare ? `https://${trimmed}` : undefined;
}

function absolute(url: string, page: string): string | undefined {
  try {
    return new URL(url, page).href;
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

/** The recognition that a link to this very page names as its hash. */
export function recognitionOf(url: string, page: string): string | undefined {
  const target = absolute(url, page);
  if (target === undefined) return undefined;
  const [address = '', hash = ''] = target.split('#');
  if (!hash || address.split('?')[0] !== page.replace(/[?#].*$/, '')) return undefined;
  try {
    return decodeURIComponent(hash);
  } catch (error) {
    if (error instanceof URIError) return hash;
    throw error;
  }
}
