import {
  importSubjects,
  readKnown,
  type SubjectImport,
} from '../../../../src/client/register/import-subjects.js';
import { misfit } from '../../../../src/domain/criteria-fit.js';
import type { CriteriaSetSummary } from '../../../../src/domain/criteria-set.schema.js';
import type { Rejection } from '../../../../src/domain/reader.types.js';
import type {
  Decision,
  ImportOptions,
  ImportPlan,
  KnownSubject,
} from '../../../../src/domain/register-import/import.types.js';
import { planSteps } from '../../../../src/domain/register-import/plan-import.js';
import { settleImport, type Settled } from '../../../../src/domain/register-import/settle-import.js';
import { SheetRun, type SheetPhase } from '../../../base/import/sheet-run.js';
import type { RegisterHost } from '../../register-host.js';

export type ImportChoices = Omit<ImportOptions, 'known' | 'setFor'>;

/** One import on its way from a file into the register. */
export class ImportDesk extends SheetRun<ImportPlan, ImportChoices> {
  readonly host: RegisterHost;
  /** Lines of the register that were read. */
  compared = 0;
  readonly decisions = new Map<number, Decision>();
  /** What the back end says against the import, and against single rows. */
  refused: { rejection: Rejection; rows: readonly { line: number; rejection: Rejection }[] } | undefined;
  #known: readonly KnownSubject[] | undefined;
  #sets: readonly CriteriaSetSummary[] = [];
  #settled: Settled | undefined;
  /** What was sent last and got no answer, and of which rows it was made. */
  #unanswered: { settled: Settled; command: SubjectImport } | undefined;

  constructor(host: RegisterHost) {
    super(host);
    this.host = host;
  }

  /** What becomes of the plan by what was decided so far. */
  get settled(): Settled | undefined {
    if (!this.plan) return undefined;
    return (this.#settled ??= settleImport(this.plan, this.decisions));
  }

  /** Everything that was asked of the person is answered. */
  get ready(): boolean {
    const { plan, settled } = this;
    if (this.phase !== 'preview' || !plan || !settled || settled.taken.length === 0) return false;
    if (plan.notes.some(({ severity }) => severity === 'stop') || settled.open > 0) return false;
    return this.leaveOut || settled.left.stopped === 0;
  }

  /** What a person says of a row that may be about a known subject. */
  decide(lines: readonly number[], decision: Decision): void {
    for (const line of lines) this.decisions.set(line, decision);
    this.#settled = undefined;
    this.host.changed();
  }

  /** Looks at every row, against the register as it is now. */
  async look(): Promise<void> {
    const { table } = this;
    if (!table) return;
    const { session, list } = this.host;
    const signal = this.begin('comparing');
    try {
      this.#sets = await session.sets();
      this.#known ??= await readKnown(session.client, list.getState().filter.cycle, signal, (count) => {
        this.compared = count;
        this.tell(0);
      });
      this.end('planning');
      const steps = planSteps(table, { ...this.choices, known: this.#known, setFor: this.#setFor });
      this.decisions.clear();
      this.plan = await this.heard(steps, table.rows.length, signal);
      this.#settled = undefined;
      // What became of it is among what the rows were compared with.
      this.#unanswered = undefined;
      this.end('preview');
    } catch (error) {
      this.failed(error, signal, this.plan ? 'preview' : 'choose');
    }
  }

  /** Enters everything that is taken in one act, or nothing of it. */
  async enter(): Promise<void> {
    const { settled, host } = this;
    if (!settled || !this.ready) return;
    const before = this.#unanswered;
    if (before && before.settled !== settled) {
      await this.look();
      this.note = 'register-import.unsure';
      return host.changed();
    }
    const signal = this.begin('writing');
    host.focus('[data-do=stop]');
    // Whatever becomes of it, the register is another one then than it was compared with.
    this.#known = undefined;
    try {
      const { client } = host.session;
      const how = {
        setFor: this.#setFor,
        source: this.name,
        before: before?.command,
        made: (command: SubjectImport): void => void (this.#unanswered = { settled, command }),
      };
      const done = await importSubjects(client, settled.taken, how, signal, (share) => this.tell(share));
      this.#unanswered = undefined;
      if (done.status === 'done') {
        const sentence = host.l.t('register-import.done', { n: done.count });
        this.end('choose');
        host.close();
        host.say(sentence);
        return host.list.refresh();
      }
      this.refused = done;
      this.end('preview');
    } catch (error) {
      const late = this.share >= 1;
      if (!this.failed(error, signal, 'preview')) return;
      this.note = late ? 'register-import.cancelled.late' : 'register-import.cancelled';
      this.phase = 'preview';
      host.focus('#dialog-title');
    }
  }

  /** The set in force for a subject in a year. */
  readonly #setFor: ImportOptions['setFor'] = (of, year) => {
    const fitting = this.#sets.filter((set) => misfit(set, of, year) === undefined);
    const found = fitting.find(({ superseded }) => !superseded) ?? fitting[0];
    return found && { id: found.id, version: found.version };
  };

  protected override begin(phase: SheetPhase): AbortSignal {
    this.refused = undefined;
    return super.begin(phase);
  }
}
