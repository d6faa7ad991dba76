import { isAbort } from '../../../../../src/client/problem.js';
import type { ImportOptions, ImportPlan } from '../../../../../src/domain/fund/import/import.types.js';
import { LedgerIndex } from '../../../../../src/domain/fund/import/ledger-index.js';
import { importRows, planSteps } from '../../../../../src/domain/fund/import/plan-import.js';
import { rowFaults } from '../../../../../src/domain/fund/row-faults.js';
import type { Rejection } from '../../../../../src/domain/reader.types.js';
import { SheetRun, type SheetPhase } from '../../../../base/import/sheet-run.js';
import type { Desk } from '../desk.js';

export type ImportChoices = Omit<ImportOptions, 'today' | 'ledger'>;

/** One import on its way from a file into the ledger. */
export class ImportDesk extends SheetRun<ImportPlan, ImportChoices> {
  readonly desk: Desk;
  /** What the ledger says against single lines, by their numbers in the file. */
  refused: { line: number; rejection: Pick<Rejection, 'code' | 'path'> }[] = [];
  /** The revision of the ledger that the plan looked at. */
  #revision = -1;

  constructor(desk: Desk) {
    super(desk.host);
    this.desk = desk;
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

  /** Looks at every line, against the ledger as it is now. */
  async look(): Promise<void> {
    const { table } = this;
    const { session, view } = this.desk;
    if (!table) return;
    const signal = this.begin('planning');
    this.#revision = view.revision;
    const options = { ...this.choices, today: session.today, ledger: this.#index() };
    try {
      this.plan = await this.heard(planSteps(table, view.fund, options), table.rows.length, signal);
      this.end('preview');
    } catch (error) {
      this.failed(error, signal, this.plan ? 'preview' : 'choose');
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
    const signal = this.begin('writing');
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
        progress: (share) => this.tell(share),
      });
      if (acted.status === 'done') return this.#done(plan);
      if (acted.status === 'rejected')
        this.refused = rowFaults(acted.rejection).map(({ row, rejection }) => ({
          line: taken[row - 1]?.line ?? row,
          rejection,
        }));
      this.end('preview');
    } catch (error) {
      if (!isAbort(error)) throw error;
      await session.refresh().catch(() => undefined);
      await this.look();
      this.note = session.getState().fund.count > before ? 'import.cancelled.late' : 'import.cancelled';
      desk.host.focus('#dialog-title');
    }
  }

  #done({ totals, problems }: ImportPlan): void {
    const { desk } = this;
    const waits = problems.some(({ key }) => key === 'import.plan.needs-approval');
    this.end('choose');
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

  protected override begin(phase: SheetPhase): AbortSignal {
    this.refused = [];
    this.desk.settle();
    return super.begin(phase);
  }
}
