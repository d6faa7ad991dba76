import type {
  Cell,
  MeasureId,
  Report,
  ReportLine,
  ReportSection,
  Trace,
} from '../../src/domain/report/report.types.js';
import type { LanguageController } from '../base/language.js';

/** What is shown: a report, or why there is none. */
export type ReportPhase =
  | 'empty'
  | 'loading'
  | 'shown'
  | 'absent'
  | 'not-found'
  | 'forbidden'
  | 'offline'
  | 'error';

/** A number that somebody opens. */
export interface Figure {
  readonly section: ReportSection;
  readonly line: ReportLine;
  readonly measure: MeasureId;
  readonly year: number;
  readonly cell: Cell & { readonly trace: Trace };
}

/** What the parts of a report are drawn from. */
export interface ReportContext {
  readonly l: LanguageController;
  readonly report: Report;
  /** Tables, or pictures with the tables behind them. */
  readonly look: 'table' | 'chart';
  /** Leads down to what a number was made of; absent where there is no back end to ask. */
  readonly follow: ((figure: Figure) => void) | undefined;
  /** How many of the funds' ledgers are read. */
  readonly ledgers: { readonly read: number; readonly all: number } | undefined;
}
