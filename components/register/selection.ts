import type { RegisterRow } from '../../src/domain/area/area-query.schema.js';

/** Subjects that a person picked, as he saw them last; they stay picked while the list shows something else. */
export class Selection {
  readonly #rows = new Map<string, RegisterRow>();
  /** Where a range begins: the row that was picked last by itself. */
  anchor: number | undefined;

  get size(): number {
    return this.#rows.size;
  }

  get rows(): readonly RegisterRow[] {
    return [...this.#rows.values()];
  }

  has(subject: string): boolean {
    return this.#rows.has(subject);
  }

  toggle(row: RegisterRow, index: number): void {
    this.anchor = index;
    if (!this.#rows.delete(row.subject)) this.#rows.set(row.subject, row);
  }

  /** Picks everything from the anchor to there. */
  extend(rows: readonly RegisterRow[], index: number): void {
    const from = Math.min(this.anchor ?? index, rows.length - 1);
    this.anchor ??= index;
    for (const row of rows.slice(Math.min(from, index), Math.max(from, index) + 1))
      this.#rows.set(row.subject, row);
  }

  all(rows: readonly RegisterRow[]): void {
    for (const row of rows) this.#rows.set(row.subject, row);
  }

  clear(): void {
    this.#rows.clear();
    this.anchor = undefined;
  }

  /** Only these stay picked. */
  keep(subjects: ReadonlySet<string>): void {
    for (const subject of [...this.#rows.keys()]) if (!subjects.has(subject)) this.#rows.delete(subject);
  }

  /** The list was read again: what is picked is known as it stands now. */
  renew(rows: readonly RegisterRow[]): void {
    if (this.#rows.size === 0) return;
    for (const row of rows) if (this.#rows.has(row.subject)) this.#rows.set(row.subject, row);
  }
}
