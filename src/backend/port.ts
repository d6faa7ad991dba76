import type { Achievement } from '../domain/achievement.schema.js';
import type { Actor } from '../domain/actor.schema.js';
import type { Command } from '../domain/command.schema.js';
import type { Page, QueryItem, QueryName, QueryParams } from '../domain/query.schema.js';
import type { Receipt } from '../domain/receipt.schema.js';

/** Who is asking. `actor` is null for a visitor who has not signed in. */
export interface Session {
  actor: Actor | null;
  /** Tenant that the session works in: a province, an agency. */
  tenant: string;
}

/** What a back end can do beyond commands and queries. A component asks here instead of trying and failing. */
export interface Capabilities {
  /** Evidence files can be stored. */
  files: boolean;
  /** `subscribe` reports changes made elsewhere. */
  push: boolean;
  /** Answers some queries without a session. */
  publicRead: boolean;
  /** Computes sums over many records itself. */
  aggregate: boolean;
  /** What is written outlives the page. */
  durable: boolean;
  /** Nothing leaves this device: what is not found here may well be on another. Absent: everybody asks the same store. */
  deviceOnly?: boolean;
  /** `achievements` tells which courses a person completed and which badges he was issued on this platform. */
  achievements?: boolean;
  /** Keeps funds and their ledgers. Absent: it does. */
  funds?: boolean;
  /** It lies over a network that may be away: what cannot be delivered is to be kept and sent later (`withOutbox`). */
  remote?: boolean;
  /** Knows `ids` of `subjects.list` and `subjects` of `recognitions.list`. Absent: it is asked about subjects one by one. */
  named?: boolean;
}

export interface CallOptions {
  signal?: AbortSignal | undefined;
  /**
   * Hears which share of a long command is decided, from 0 to 1, where the back end can tell. With 1 it is being written:
   * an abort before leaves nothing of the command, one from then on comes too late.
   */
  progress?: ((share: number) => void) | undefined;
  /**
   * Id of the person in whose name it is sent, where the caller knows. A back end that by now has somebody else signed in, in
   * another tab, say, answers `unauthenticated` and does nothing.
   */
  inNameOf?: string | undefined;
}

export interface FileInfo {
  /** SHA-256 of the bytes, lower-case hexadecimal. */
  sha256: string;
  type: string;
  /** Bytes. */
  size: number;
}

/** Evidence files, stored under their own hash: the same bytes are kept once. */
export interface Files {
  /** Stores the bytes and answers what was stored; the back end computes the hash itself. Errors: too-large, invalid, quota, forbidden. */
  put(blob: Blob, options?: CallOptions): Promise<FileInfo>;
  /** Errors: not-found, forbidden. */
  get(sha256: string, options?: CallOptions): Promise<Blob>;
}

/** A change that another tab, device or person made. */
export interface BackendEvent {
  type: string;
  id: string;
  version: number;
}

/**
 * The port that every back end fills. Every failure is an `HtsdError`; an aborted call rejects with an
 * `AbortError`. `execute` answers one receipt per command, in the order sent, and is harmless to repeat.
 */
export interface Backend {
  readonly name: string;
  readonly capabilities: Capabilities;
  /**
   * Its answers were checked against the schemas before they leave it: an embedded back end that reads what it wrote.
   * The client then checks them no second time. Whatever comes over a network says nothing here.
   */
  readonly checked?: boolean;
  /** The time by its own clock, as it was heard last: a device's may be years off. Absent: nobody knows better than the device. */
  readonly now?: (() => Date) | undefined;
  session(options?: CallOptions): Promise<Session>;
  execute(commands: readonly Command[], options?: CallOptions): Promise<Receipt[]>;
  query<Q extends QueryName>(
    name: Q,
    params: QueryParams<Q>,
    options?: CallOptions,
  ): Promise<Page<QueryItem<Q>>>;
  /** Absent where `capabilities.files` is false. */
  readonly files?: Files | undefined;
  /**
   * What this platform's own records say of who is asking: of nobody else, ever. Present where `capabilities.achievements`
   * is true. Errors: unauthenticated.
   */
  achievements?(options?: CallOptions): Promise<Achievement[]>;
  /** Present where `capabilities.push` is true; answers the function that ends it. */
  subscribe?(listener: (event: BackendEvent) => void): () => void;
  dispose(): Promise<void>;
}
