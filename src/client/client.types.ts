import type { Backend, CallOptions, Capabilities, Session } from '../backend/port.js';
import type { Command } from '../domain/command.schema.js';
import type { Page, QueryItem, QueryName, QueryParams } from '../domain/query.schema.js';
import type { Receipt } from '../domain/receipt.schema.js';
import type { DraftStore } from './draft-store.js';
import type { AssessmentSession } from './view.types.js';

export interface ClientOptions {
  /** Milliseconds until an unanswered call fails with `timeout`. Default 30,000. */
  timeout?: number;
  /** Prefix of the browser databases, so that two providers on one page do not mix. Default 'htsd'. */
  storage?: string;
  /** Default: the back end's clock where it tells one, else this device's. */
  now?: () => Date;
}

/** What of a client is in this browser. */
export interface Device {
  /** Prefix of the browser databases, locks and channels. */
  readonly storage: string;
  /** To be had by `draftsOf`. */
  drafts?: DraftStore | undefined;
  /** Assessments that are open, which end with the client. */
  readonly sessions: Set<AssessmentSession>;
}

/**
 * What components talk to. Everything that comes over the border from the back end is checked against its
 * schema: an answer that does not fit fails with `server`, one that never comes with `timeout`.
 */
export interface Client {
  readonly backend: Backend;
  readonly capabilities: Capabilities;
  /** @internal */
  readonly device: Device;
  session(options?: CallOptions): Promise<Session>;
  query<Q extends QueryName>(
    name: Q,
    params: QueryParams<Q>,
    options?: CallOptions,
  ): Promise<Page<QueryItem<Q>>>;
  /** All pages of a query, one after the other; `max` (default 1,000) bounds a back end that never ends. */
  queryAll<Q extends QueryName>(
    name: Q,
    params: QueryParams<Q>,
    options?: CallOptions & { max?: number },
  ): Promise<QueryItem<Q>[]>;
  execute(commands: readonly Command[], options?: CallOptions): Promise<Receipt[]>;
  /** UUIDv7. */
  newId(): string;
  now(): Date;
  dispose(): Promise<void>;
}
