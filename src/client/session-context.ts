import type { LostWork } from './lost-work.js';
import type { Actor } from '../domain/actor.schema.js';
import type { Client } from './client.types.js';
import type { Desk } from './desk.js';
import type { AssessmentView, SessionOptions } from './view.types.js';
import type { ViewStore } from './view-store.js';

/** What the parts of a session share. */
export interface SessionContext {
  client: Client;
  /** Prefix of databases, locks and channels. */
  storage: string;
  /** What the host asked for; another subject in the place of one that cannot be read. */
  options: SessionOptions;
  /** What was found spoilt at the register step, until a registration takes it in. */
  lost?: LostWork | undefined;
  readonly store: ViewStore;
  /** Fires when the session is disposed of. */
  readonly signal: AbortSignal;
  /** Known once loaded. */
  actor?: Actor | undefined;
  tenant: string;
  /** The assessment that is open. */
  desk?: Desk | undefined;
  /** Shows the year and subject of the view anew from the back end. */
  load: (subject?: string | null) => Promise<void>;
  /** Reads the open assessment again. Errors: those of the query. */
  refresh: () => Promise<void>;
  /** Shows an error instead of the form. */
  fail: (error: unknown) => void;
}

/** The person may type now. */
export const mayEdit = ({ phase, role }: AssessmentView): boolean => phase === 'editing' && role === 'editor';
