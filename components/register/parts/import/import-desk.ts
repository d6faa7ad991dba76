import {
  importSubjects,
  readKnown,
  type SubjectImport,
} from '../../../../src/client/register/import-subjects.js';
import { alone } from '../../../../src/client/alone.js';
import { sameJson } from '../../../../src/client/same-json.js';
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
    const signal = this.begin('comparing');
    try {
      this.#sets = await this.host.session.sets();
      this.#known ??= await this.#readKnown(signal);
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

  /**
   * Enters everything that is taken in one act, or nothing of it: one tab at a time, and only while the register says of
   * each row what it said when the person looked.
   */
  async enter(): Promise<void> {
    const { settled, host } = this;
    if (!settled || !this.ready) return;
    const before = this.#unanswered;
    if (before && before.settled !== settled) {
      await this.look();
      this.note = 'register-import.unsure';
      return host.changed();
    }
    const signal = this.begin('comparing');
    try {
      await alone('htsd:register-import', signal, async () => {
        // What may have arrived is among what the register says, and is repeated as it was.
        if (before || (await this.#stands(signal))) await this.#write(settled, before?.command);
      });
    } catch (error) {
      this.#stopped(error, signal);
    }
  }

  /** False where another tab or person entered something that the rows are about: then they are shown anew. */
  async #stands(signal: AbortSignal): Promise<boolean> {
    const { table, plan, host } = this;
    if (!table || !plan) return false;
    const known = await this.#readKnown(signal);
    if (sameJson(known.map(stamp), this.#known?.map(stamp))) return true;
    this.#known = known;
    const steps = planSteps(table, { ...this.choices, known, setFor: this.#setFor });
    const now = await this.heard(steps, table.rows.length, signal);
    if (sameJson(now.rows.map(matched), plan.rows.map(matched))) return true;
    this.plan = now;
    this.#settled = undefined;
    this.end('preview');
    this.note = 'register-import.changed';
    host.focus('#dialog-title');
    return false;
  }

  #readKnown(signal: AbortSignal): Promise<KnownSubject[]> {
    const { session, list } = this.host;
    return readKnown(session.client, list.getState().filter.cycle, signal, (count) => {
      this.compared = count;
      this.tell(0);
    });
  }

  async #write(settled: Settled, before: SubjectImport | undefined): Promise<void> {
    const { host } = this;
    const signal = this.begin('writing');
    host.focus('[data-do=stop]');
    // Whatever becomes of it, the register is another one then than it was compared with.
    this.#known = undefined;
    try {
      const { client } = host.session;
      const how = {
        setFor: this.#setFor,
        source: this.name,
        before,
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
      this.#stopped(error, signal);
    }
  }

  #stopped(error: unknown, signal: AbortSignal): void {
    const late = this.phase === 'writing' && this.share >= 1;
    if (!this.failed(error, signal, 'preview')) return;
    this.note = late ? 'register-import.cancelled.late' : 'register-import.cancelled';
    this.phase = 'preview';
    this.host.focus('#dialog-title');
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

const stamp = ({ id, version }: KnownSubject): string => `${id} ${version}`;

/** What the register says of a row. */
const matched = ({ line, state, match }: ImportPlan['rows'][number]): unknown => [
  line,
  state,
  match?.line,
  match?.known?.map(({ id }) => id),
];
