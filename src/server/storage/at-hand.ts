import type { RecordType } from '../../domain/receipt.schema.js';

/** A record as it stood when it was last seen. */
export interface Kept {
  version: number;
  /** Which transaction wrote it, as the database has it in `xmin`; 0 where that is not known. */
  mark: number;
  text: string;
  /** Read when it is first asked for. */
  value?: unknown;
}

/** Records that the next command is likely to be about, too. */
const held: ReadonlySet<RecordType> = new Set<RecordType>(['subject', 'assessment', 'row']);

/** Milliseconds for which a record is kept. Whoever fills in a form comes again within seconds. */
const moment = 60_000;
/** Letters of all records together: some tens of megabytes with what is read from them. */
const most = 8_000_000;

interface Item {
  kept: Kept;
  until: number;
}

/**
 * Records that were written or read a moment ago, so that whoever goes on with one need not have it looked for. What is
 * decided on them holds only where the database finds them as they were when it is written, by version and mark: another server
 * may have changed them meanwhile, or somebody by hand. In memory, the longest unused go first.
 */
export class AtHand {
  readonly #clock: () => number;
  readonly #items = new Map<string, Item>();
  #letters = 0;

  constructor(clock: () => number = () => performance.now()) {
    this.#clock = clock;
  }

  /** Whether records of a type are kept at all. */
  static holds(type: RecordType): boolean {
    return held.has(type);
  }

  get(key: string): Kept | undefined {
    const item = this.#items.get(key);
    if (!item) return undefined;
    if (item.until > this.#clock()) return item.kept;
    this.drop(key);
    return undefined;
  }

  /** An older version never takes the place of a newer one, whichever comes first. */
  keep(key: string, kept: Kept): void {
    const known = this.#items.get(key);
    if (known && known.kept.version > kept.version) return;
    this.drop(key);
    this.#items.set(key, { kept, until: this.#clock() + moment });
    this.#letters += kept.text.length;
    if (this.#letters > most) this.#makeRoom();
  }

  /** Drops a tenth at a time: a map finds its first key only behind all that were deleted before it. */
  #makeRoom(): void {
    for (const key of this.#items.keys()) {
      this.drop(key);
      if (this.#letters <= most * 0.9) return;
    }
  }

  drop(key: string): void {
    const known = this.#items.get(key);
    if (!known) return;
    this.#items.delete(key);
    this.#letters -= known.kept.text.length;
  }
}
