import type { EventKind } from './event.js';

/** Somebody who is told of what happens. */
export interface Webhook {
  /** By which it goes in the database, in the log and in the metrics. */
  name: string;
  url: URL;
  /** Each signs: while one takes the place of another, both do. */
  secrets: string[];
  /** Absent: all. */
  events?: ReadonlySet<EventKind> | undefined;
  /** Codes of places: it is told of what lies in them. Absent: of everything in the province. */
  places?: string[] | undefined;
  /** It lies in the operator's own network. */
  internal: boolean;
}
