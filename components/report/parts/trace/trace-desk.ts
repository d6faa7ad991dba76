import type { ReportSession, TraceRow } from '../../../../src/client/report/report.types.js';
import { isAbort, toProblem } from '../../../../src/client/problem.js';
import type { Problem } from '../../../../src/client/view.types.js';
import type { Cell, Trace } from '../../../../src/domain/report/report.types.js';
import type { LocalText } from '../../../../src/domain/text.schema.js';
import type { Figure } from '../../report-context.js';

/** One step of the way down: a number, and what it was made of as far as that is read. */
export interface Step {
  /** The place that the number is of. */
  readonly place: LocalText;
  readonly cell: Cell & { readonly trace: Trace };
  readonly rows: readonly TraceRow[];
  /** Where the next page begins. */
  readonly next: string | undefined;
  readonly total: number | undefined;
  readonly busy: boolean;
  readonly problem: Problem | undefined;
  /** Row from which the step below it was taken, for the way back. */
  readonly left: number | undefined;
}

interface Ties {
  readonly follow: ReportSession['follow'];
  readonly changed: () => void;
  readonly focus: (selector: string) => void;
  readonly report: (error: unknown) => void;
}

/** The way down from one number, page by page, and back. */
export class TraceDesk {
  readonly figure: Figure;
  #steps: readonly Step[] = [];
  #reading = new AbortController();
  readonly #ties: Ties;

  constructor(figure: Figure, place: LocalText, ties: Ties) {
    this.figure = figure;
    this.#ties = ties;
    this.#push(place, figure.cell);
  }

  get steps(): readonly Step[] {
    return this.#steps;
  }

  /** One step further down. `index`: the row that is followed. */
  down(index: number): void {
    const row = this.#steps.at(-1)?.rows[index];
    if (row?.kind !== 'part' || !row.cell.trace) return;
    this.#change({ left: index });
    this.#push(row.place.name, { ...row.cell, trace: row.cell.trace });
  }

  /** Back to a step, to the row that was followed there. */
  back(to: number): void {
    this.#reading.abort();
    this.#steps = this.#steps.slice(0, to + 1);
    const { left } = this.#steps.at(-1)!;
    this.#ties.focus(left === undefined ? '#dialog-title' : `[data-row="${left}"]`);
    this.#ties.changed();
    if (this.#steps.at(-1)!.busy) void this.#read();
  }

  /** The next page, or the first one anew after a failure. */
  async more(): Promise<void> {
    const before = this.#steps.at(-1)!.rows.length;
    const again = await this.#read();
    if (again) this.#ties.focus(`[data-line="${before}"]`);
  }

  dispose(): void {
    this.#reading.abort();
  }

  #push(place: LocalText, cell: Step['cell']): void {
    const step = { place, cell, rows: [], next: undefined, total: undefined, busy: true };
    this.#steps = [...this.#steps, { ...step, problem: undefined, left: undefined }];
    this.#ties.focus('#dialog-title');
    void this.#read();
  }

  #change(change: Partial<Step>): void {
    this.#steps = [...this.#steps.slice(0, -1), { ...this.#steps.at(-1)!, ...change }];
    this.#ties.changed();
  }

  /** True where something was read. */
  async #read(): Promise<boolean> {
    this.#reading.abort();
    const { signal } = (this.#reading = new AbortController());
    const { cell, next } = this.#steps.at(-1)!;
    this.#change({ busy: true, problem: undefined });
    try {
      const page = await this.#ties.follow(cell.trace, { signal, cursor: next });
      if (signal.aborted) return false;
      const { rows, total } = this.#steps.at(-1)!;
      this.#change({
        rows: [...rows, ...page.rows],
        next: page.next,
        total: page.total ?? total,
        busy: false,
      });
      return true;
    } catch (error) {
      if (signal.aborted || isAbort(error)) return false;
      this.#change({ busy: false, problem: toProblem(error) });
      this.#ties.report(error);
      return false;
    }
  }
}
