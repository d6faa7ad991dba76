import type { ReadSheetOptions, SheetFile } from '../../../src/document/index.js';
import type { Table } from '../../../src/domain/fund/import/table.types.js';
import { ImportRun, type ImportHost } from './import-run.js';

/** What goes on: nothing is chosen, the file is read, compared with what there is, its lines are looked at, shown, written. */
export type SheetPhase = 'choose' | 'reading' | 'comparing' | 'planning' | 'preview' | 'writing';

/** A spreadsheet on its way into a list. Nothing of it is kept: until it is written, the file is there. */
export abstract class SheetRun<Plan, Choices extends object> extends ImportRun<SheetPhase> {
  name = '';
  file: SheetFile | undefined;
  /** Which sheet of the file is taken. */
  sheet = 0;
  /** What becomes of each line. */
  plan: Plan | undefined;
  /** What the person said about how the file is understood. */
  choices: Partial<Choices> = {};
  /** Lines that cannot be taken are left out; the person said so. */
  leaveOut = false;
  /** Key of a sentence about what was done. */
  note: string | undefined;
  readonly #shows: ImportHost;
  #blob: File | undefined;

  protected constructor(host: ImportHost) {
    super(host, 'choose');
    this.#shows = host;
  }

  get table(): Table | undefined {
    return this.file?.tables[0];
  }

  /** It can still be stopped without anything being written. */
  get stoppable(): boolean {
    const { phase } = this;
    return phase !== 'choose' && phase !== 'preview' && !(phase === 'writing' && this.share >= 1);
  }

  /** The plan that stands on the screen: while lines are looked at again they stay, so that nobody loses his place. */
  get shown(): Plan | undefined {
    return ['comparing', 'planning', 'preview'].includes(this.phase) ? this.plan : undefined;
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
    const signal = this.begin('reading');
    this.file = undefined;
    this.plan = undefined;
    this.leaveOut = false;
    try {
      const { readSheet } = await import('../../../src/document/index.js');
      const read = await readSheet(file, { ...how, signal, progress: (share) => this.tell(share) });
      if (!read.ok) {
        this.trouble = read.problem;
        return this.end('choose');
      }
      this.file = read.file;
      const seen = read.file.sheets.findIndex(({ hidden }) => !hidden);
      this.sheet = how.sheets?.[0] ?? Math.max(0, seen);
      await this.look();
      this.#shows.focus('#import-preview');
    } catch (error) {
      this.failed(error, signal, 'choose');
    }
  }

  /** Changes how the lines are understood, and looks at them again. */
  choice(change: Partial<Choices>): Promise<void> {
    this.choices = { ...this.choices, ...change };
    return this.look();
  }

  /** The person agrees to go on without the lines that cannot be taken, or does not. */
  agree(leaveOut: boolean): void {
    this.leaveOut = leaveOut;
    this.#shows.changed();
  }

  /** Looks at every line, against what there is now; ends with a preview, or with why there is none. */
  abstract look(): Promise<void>;

  override stop(): void {
    if (this.stoppable) super.stop();
  }

  protected override begin(phase: SheetPhase): AbortSignal {
    this.note = undefined;
    return super.begin(phase);
  }
}
