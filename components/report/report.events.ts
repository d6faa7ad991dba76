import type { ReportKind } from '../../src/domain/report/report.types.js';

/** The person asks for another place, year or kind of report. Cancel it to show that in the page's own way. */
export class HtsdOpenReportEvent extends Event {
  constructor(
    /** The place, as `code@from` or as the page named it. */
    readonly locality: string,
    readonly kind: ReportKind,
    readonly year: number,
    /** First year of a review. */
    readonly from: number | undefined,
  ) {
    super('htsd-open-report', { bubbles: true, composed: true, cancelable: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'htsd-open-report': HtsdOpenReportEvent;
  }
}
