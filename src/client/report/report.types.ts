import type { CallOptions } from '../../backend/port.js';
import type { ActivityItem, FigureItem, RegisterRow } from '../../domain/area/area-query.schema.js';
import type { Absence, Cell, Ratio, Report, ReportAsk, Trace } from '../../domain/report/report.types.js';
import type { PlaceName } from '../../domain/target/year-figure.types.js';
import type { Client } from '../client.types.js';
import type { Problem } from '../view.types.js';

/** Everything that a report is drawn from. Frozen; a new object per change. */
export interface ReportView {
  readonly ask: ReportAsk;
  /**
   * `absent`: the place was not there in that year, see `absence`; `unknown`: no such place; `failed`: see `problem`, with
   * nothing to show. A report that is shown stays while another is read: `busy`.
   */
  readonly status: 'loading' | 'ready' | 'absent' | 'unknown' | 'failed';
  readonly report?: Report;
  readonly absence?: Absence;
  readonly problem?: Problem;
  /** Something is being read. */
  readonly busy: boolean;
  /** How many of the funds' ledgers are read. */
  readonly ledgers?: { readonly read: number; readonly all: number };
  /** Instant at which it was read, where it is what was kept on this device because the back end is out of reach. */
  readonly keptAt?: string;
  /** Years to choose from, the newest first. */
  readonly years: readonly number[];
}

/** One row below a number. */
export type TraceRow =
  /** A place with its own number; `cell.trace` leads on. `former`: one of before the boundaries changed. */
  | {
      readonly kind: 'part';
      readonly place: PlaceName;
      readonly cell: Cell;
      readonly share?: Ratio;
      readonly former?: boolean;
    }
  | { readonly kind: 'subject'; readonly row: RegisterRow }
  /** `counts`: the figure that the number is; the others were told earlier in the year. */
  | {
      readonly kind: 'figure';
      readonly item: FigureItem;
      readonly place: PlaceName;
      readonly counts: boolean;
    }
  | { readonly kind: 'activity'; readonly item: ActivityItem; readonly place: PlaceName | undefined }
  /** `amount`: đồng that the fund adds to the number. */
  | {
      readonly kind: 'fund';
      readonly id: string;
      readonly name: string;
      readonly place: string;
      readonly amount: number;
      /** The last year is closed in its books. */
      readonly closed: boolean;
    }
  /** `count`: how many the fund gave to. */
  | {
      readonly kind: 'gifts';
      readonly id: string;
      readonly name: string;
      readonly place: string;
      readonly count: number;
      readonly closed: boolean;
    }
  /** Taken out of the plain sum of the funds: transfers between them, or such as do not name the other fund. */
  | { readonly kind: 'less'; readonly code: 'between' | 'loose'; readonly amount: number };

export interface TracePage {
  readonly rows: readonly TraceRow[];
  /** Goes back in as `cursor`; absent on the last page. */
  readonly next?: string;
  /** Where it is known. */
  readonly total?: number;
}

/** A report on a page, and the way down from its numbers. Knows no DOM element. */
export interface ReportSession {
  getState(): ReportView;
  /** Calls back after every change, at most once a microtask; answers the function that ends it. */
  subscribe(listener: () => void): () => void;
  /** Another place, year or kind. What is on its way for the one before is given up. */
  ask(next: ReportAsk): void;
  /** Reads everything anew. What goes wrong stands in the state. */
  refresh(): Promise<void>;
  /** What a number was made of, page by page. Errors: those of the queries, and an abort. */
  follow(trace: Trace, options?: CallOptions & { cursor?: string | undefined }): Promise<TracePage>;
  dispose(): void;
}

/** Opens a report and begins to read. `openReportSession(client, ask)` of `./report-session.js`. */
export type OpenReportSession = (client: Client, ask: ReportAsk, running?: boolean) => ReportSession;
