import { inSlices } from '../../../../src/client/ledger/slices.js';
import { isAbort, toProblem } from '../../../../src/client/problem.js';
import { importSubjects, readKnown } from '../../../../src/client/register/import-subjects.js';
import type { Problem } from '../../../../src/client/view.types.js';
import type { ReadSheetOptions, SheetFile, SheetProblem } from '../../../../src/document/index.js';
import { misfit } from '../../../../src/domain/criteria-fit.js';
import type { CriteriaSetSummary } from '../../../../src/domain/criteria-set.schema.js';
import type { Table } from '../../../../src/domain/fund/import/table.types.js';
import type { Rejection } from '../../../../src/domain/reader.types.js';
import type {
  Decision,
  ImportOptions,
  ImportPlan,
  KnownSubject,
} from '../../../../src/domain/register-import/import.types.js';
import { planSteps } from '../../../../src/domain/register-import/plan-import.js';
import { settleImport, type Settled } from '../../../../src/domain/register-import/settle-import.js';
import type { RegisterHost } from '../../register-host.js';

/** What goes on: nothing is chosen, the file and the register are read, rows are looked at, shown, entered. */
export type ImportPhase = 'choose' | 'reading' | 'comparing' | 'planning' | 'preview' | 'writing';
export type ImportChoices = Omit<ImportOptions, 'known' | 'setFor'>;

/** Milliseconds between two drawings of the progress. */
const pace = 80;

/** One import on its way from a file into the register. Nothing of it is kept: until it is entered, the file is there. */
export class ImportDesk {
  readonly host: RegisterHost;
  phase: ImportPhase = 'choose';
  /** Of what is read, looked at or entered. */
  share = 0;
  /** Lines of the register that were read. */
  compared = 0;
  name = '';
  file: SheetFile | undefined;
  /** Which sheet of the file is taken. */
  sheet = 0;
  plan: ImportPlan | undefined;
  choices: ImportChoices = {};
  readonly decisions = new Map<number, Decision>();
  /** Rows that cannot be taken are left out; the person said so. */
  leaveOut = false;
  /** Why the file cannot be read, or the register not be asked. */
  trouble: SheetProblem | Problem | undefined;
  /** What the back end says against the import, and against single rows. */
  refused: { rejection: Rejection; rows: readonly { line: number; rejection: Rejection }[] } | undefined;
  /** A sentence about what was done. */
  note: string | undefined;
  #known: readonly KnownSubject[] | undefined;
  #sets: readonly CriteriaSetSummary[] = [];
  #blob: File | undefined;
  #settled: Settled | undefined;
  #work = new AbortController();
  #drawn = 0;

  constructor(host: RegisterHost) {
    this.host = host;
  }

  get table(): Table | undefined {
    return this.file?.tables[0];
  }

  /** It can still be stopped without anything being entered. */
  get stoppable(): boolean {
    return (
      this.phase !== 'choose' && this.phase !== 'preview' && !(this.phase === 'writing' && this.share >= 1)
    );
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
      const { readSheet } = await import('../../../../src/document/index.js');
      const read = await readSheet(file, { ...how, signal, progress: (share) => this.#tell(share) });
      if (!read.ok) {
        this.trouble = read.problem;
        return this.#end('choose');
      }
      this.file = read.file;
      const seen = read.file.sheets.findIndex(({ hidden }) => !hidden);
      this.sheet = how.sheets?.[0] ?? Math.max(0, seen);
      await this.look();
      this.host.focus('#import-preview');
    } catch (error) {
      this.#failed(error, signal, 'choose');
    }
  }

  /** Changes how the rows are understood, and looks at them again. */
  choice(change: ImportChoices): Promise<void> {
    this.choices = { ...this.choices, ...change };
    return this.look();
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
    const signal = this.#begin('comparing');
    try {
      this.#sets = await session.sets();
      this.#known ??= await readKnown(session.client, list.getState().filter.cycle, signal, (count) => {
        this.compared = count;
        this.#tell(0);
      });
      this.phase = 'planning';
      this.host.changed();
      const options = { ...this.choices, known: this.#known, setFor: this.#setFor };
      const steps = planSteps(table, options);
      this.decisions.clear();
      this.plan = await inSlices(this.#heard(steps, table.rows.length), { signal });
      this.#settled = undefined;
      this.#end('preview');
    } catch (error) {
      this.#failed(error, signal, this.plan ? 'preview' : 'choose');
    }
  }

  /** Enters everything that is taken in one act, or nothing of it. */
  async enter(): Promise<void> {
    const { settled, host } = this;
    if (!settled || !this.ready) return;
    const signal = this.#begin('writing');
    host.focus('[data-do=stop]');
    try {
      const { client } = host.session;
      const done = await importSubjects(client, settled.taken, this.#setFor, signal, (share) =>
        this.#tell(share),
      );
      // Whatever became of it, the register is another one now than it was compared with.
      this.#known = undefined;
      if (done.status === 'done') {
        const sentence = host.l.t('register-import.done', { n: done.count });
        this.#end('choose');
        host.close();
        host.say(sentence);
        return host.list.refresh();
      }
      this.refused = done;
      this.#end('preview');
    } catch (error) {
      const late = this.share >= 1;
      this.#failed(error, signal, 'preview');
      if (!isAbort(error)) return;
      this.#known = undefined;
      this.note = late ? 'register-import.cancelled.late' : 'register-import.cancelled';
      this.phase = 'preview';
      host.focus('#dialog-title');
    }
  }

  /** Stops what goes on, as long as that leaves nothing behind. */
  stop(): void {
    if (this.stoppable) this.#work.abort();
  }

  /** The set in force for a subject in a year. */
  readonly #setFor: ImportOptions['setFor'] = (of, year) => {
    const fitting = this.#sets.filter((set) => misfit(set, of, year) === undefined);
    const found = fitting.find(({ superseded }) => !superseded) ?? fitting[0];
    return found && { id: found.id, version: found.version };
  };

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

  #failed(error: unknown, signal: AbortSignal, phase: ImportPhase): void {
    if (isAbort(error)) {
      if (signal === this.#work.signal) this.#end(phase);
      return;
    }
    this.trouble = toProblem(error, 'offline');
    this.host.report(error);
    this.#end(phase);
  }

  #begin(phase: ImportPhase): AbortSignal {
    this.#work.abort();
    this.#work = new AbortController();
    this.phase = phase;
    this.share = 0;
    this.trouble = undefined;
    this.refused = undefined;
    this.note = undefined;
    this.host.changed();
    return this.#work.signal;
  }

  #tell(share: number): void {
    this.share = share;
    const now = performance.now();
    if (share < 1 && now - this.#drawn < pace) return;
    this.#drawn = now;
    this.host.changed();
  }

  #end(phase: ImportPhase): void {
    this.phase = phase;
    this.host.changed();
  }
}
