import { inSlices } from '../../../../../src/client/ledger/slices.js';
import { isAbort, toProblem } from '../../../../../src/client/problem.js';
import type { Problem } from '../../../../../src/client/view.types.js';
import type { ReadSheetOptions, SheetFile, SheetProblem } from '../../../../../src/document/index.js';
import type { ImportOptions, ImportPlan } from '../../../../../src/domain/fund/import/import.types.js';
import { LedgerIndex } from '../../../../../src/domain/fund/import/ledger-index.js';
import { importRows, planSteps } from '../../../../../src/domain/fund/import/plan-import.js';
import type { Table } from '../../../../../src/domain/fund/import/table.types.js';
import { rowFaults } from '../../../../../src/domain/fund/row-faults.js';
import type { Rejection } from '../../../../../src/domain/reader.types.js';
import type { Desk } from '../desk.js';

/** What goes on: nothing is chosen, the file is read, the lines are looked at, shown, recorded. */
export type ImportPhase = 'choose' | 'reading' | 'planning' | 'preview' | 'writing';
export type ImportChoices = Omit<ImportOptions, 'today' | 'ledger'>;

/** Milliseconds between two drawings of the progress. */
const pace = 80;

/** One import on its way from a file into the ledger. Nothing of it is kept: until it is recorded, the file is there. */
export class ImportDesk {
  readonly desk: Desk;
  phase: ImportPhase = 'choose';
  /** Of what is read, looked at or recorded. */
  share = 0;
  name = '';
  file: SheetFile | undefined;
  /** Which sheet of the file is taken. */
  sheet = 0;
  plan: ImportPlan | undefined;
  choices: ImportChoices = {};
  /** Lines that cannot be taken are left out; the person said so. */
  leaveOut = false;
  /** Why the file cannot be read. */
  trouble: SheetProblem | Problem | undefined;
  /** What the ledger says against single lines, by their numbers in the file. */
  refused: { line: number; rejection: Pick<Rejection, 'code' | 'path'> }[] = [];
  /** A sentence about what was done. */
  note: string | undefined;
  #blob: File | undefined;
  /** The revision of the ledger that the plan looked at. */
  #revision = -1;
  #work = new AbortController();
  #drawn = 0;

  constructor(desk: Desk) {
    this.desk = desk;
  }

  get table(): Table | undefined {
    return this.file?.tables[0];
  }

  /** It can still be stopped without anything being recorded. */
  get stoppable(): boolean {
    return (
      this.phase === 'reading' || this.phase === 'planning' || (this.phase === 'writing' && this.share < 1)
    );
  }

  get stopped(): number {
    return this.plan?.lines.filter(({ state }) => state === 'stop').length ?? 0;
  }

  /** Everything that was asked of the person is answered. */
  get ready(): boolean {
    const { plan } = this;
    if (this.phase !== 'preview' || !plan || plan.totals.count === 0) return false;
    if (plan.problems.some(({ severity }) => severity === 'stop')) return false;
    return this.leaveOut || this.stopped === 0;
  }

  /** Reads another file from its beginning. */
  async choose(file: File): Promise<void> {
    this.#blob = file;
    this.name = file.name;
    this.choices = {};
    await this.read({});
  }

  /** Reads the chosen file, in another way or another sheet of it. */
  async read(how: ReadSheetOptions): Promise<void> {
    const file = this.#blob;
    if (!file) return;
    const signal = this.#begin('reading');
    this.file = undefined;
    this.plan = undefined;
    this.leaveOut = false;
    try {
      const { readSheet } = await import('../../../../../src/document/index.js');
      const progress = (share: number): void => this.#tell(share);
      const read = await readSheet(file, { ...how, signal, progress });
      if (read.ok) {
        this.file = read.file;
        this.sheet =
          how.sheets?.[0] ??
          Math.max(
            0,
            read.file.sheets.findIndex(({ hidden }) => !hidden),
          );
        await this.look();
        this.desk.host.focus('#import-preview');
        return;
      }
      this.trouble = read.problem;
    } catch (error) {
      if (isAbort(error)) {
        if (signal === this.#work.signal) this.#end('choose');
        return;
      }
      this.trouble = toProblem(error, 'offline');
      this.desk.host.report(error);
    }
    this.#end('choose');
  }

  /** Changes how the lines are understood, and looks at them again. */
  choice(change: ImportChoices): Promise<void> {
    this.choices = { ...this.choices, ...change };
    return this.look();
  }

  /** Looks at every line, against the ledger as it is now. */
  async look(): Promise<void> {
    const { table } = this;
    const { session, view } = this.desk;
    if (!table) return;
    const signal = this.#begin('planning');
    this.#revision = view.revision;
    const options = { ...this.choices, today: session.today, ledger: this.#index() };
    try {
      this.plan = await inSlices(this.#heard(planSteps(table, view.fund, options), table.rows.length), {
        signal,
      });
      this.#end('preview');
    } catch (error) {
      if (!isAbort(error)) throw error;
      if (signal === this.#work.signal) this.#end(this.plan ? 'preview' : 'choose');
    }
  }

  /** Records all lines that are taken in one act, or none of them. */
  async record(): Promise<void> {
    const { plan, desk } = this;
    const { session, view } = desk;
    if (!plan || !this.ready) return;
    if (this.#revision !== view.revision) {
      await this.look();
      this.note = 'import.changed';
      desk.host.changed();
      return;
    }
    const before = view.fund.count;
    const signal = this.#begin('writing');
    desk.host.focus('[data-do=stop]');
    const taken = plan.lines.filter(({ state }) => state !== 'stop');
    const { id } = view.fund;
    try {
      const acted = await desk.act({
        kind: 'fund.import',
        typed: taken.map(({ draft }) => draft),
        payload: () => ({ fund: id, rows: importRows(plan, () => session.newSalt()) }),
        // Too big for the notes of this device; the file itself is still there.
        keep: false,
        signal,
        progress: (share) => this.#tell(share),
      });
      if (acted.status === 'done') return this.#done(plan);
      if (acted.status === 'rejected')
        this.refused = rowFaults(acted.rejection).map(({ row, rejection }) => ({
          line: taken[row - 1]?.line ?? row,
          rejection,
        }));
      this.#end('preview');
    } catch (error) {
      if (!isAbort(error)) throw error;
      await session.refresh().catch(() => undefined);
      await this.look();
      this.note = session.getState().fund.count > before ? 'import.cancelled.late' : 'import.cancelled';
      desk.host.focus('#dialog-title');
    }
  }

  /** Stops what goes on, as long as that leaves nothing behind. */
  stop(): void {
    if (this.stoppable) this.#work.abort();
  }

  #done({ totals, problems }: ImportPlan): void {
    const { desk } = this;
    const waits = problems.some(({ key }) => key === 'import.plan.needs-approval');
    this.#end('choose');
    if (desk.dialog) desk.close();
    desk.say(waits ? 'import.done.waiting' : 'import.done', {
      n: totals.count,
      receipts: desk.money(totals.receipts),
      payments: desk.money(totals.payments),
    });
    desk.host.focus('#said');
  }

  /** What is in the ledger, or on its way there: a file that comes twice is not recorded twice. */
  #index(): LedgerIndex {
    const { session, view } = this.desk;
    const index = new LedgerIndex();
    for (const page of session.ledger.pages()) index.addPage(page);
    for (const { draft, state } of view.pending) if (draft && state === 'waiting') index.addDraft(draft);
    for (const { command } of view.outbox) index.addDraft(command);
    return index;
  }

  *#heard(
    steps: Generator<number, ImportPlan, undefined>,
    all: number,
  ): Generator<void, ImportPlan, undefined> {
    for (;;) {
      const step = steps.next();
      if (step.done) return step.value;
      this.#tell(step.value / all);
      yield;
    }
  }

  #begin(phase: ImportPhase): AbortSignal {
    this.#work.abort();
    this.#work = new AbortController();
    this.phase = phase;
    this.share = 0;
    this.trouble = undefined;
    this.refused = [];
    this.note = undefined;
    this.desk.session.settle();
    this.desk.host.changed();
    return this.#work.signal;
  }

  #tell(share: number): void {
    this.share = share;
    const now = performance.now();
    if (share < 1 && now - this.#drawn < pace) return;
    this.#drawn = now;
    this.desk.host.changed();
  }

  #end(phase: ImportPhase): void {
    this.phase = phase;
    this.desk.host.changed();
  }
}
