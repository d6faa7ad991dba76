import { answerQuery, type RecordReader } from '../../backend/answer-query.js';
import { recordKey } from '../../backend/record-store.js';
import type { Actor } from '../../domain/actor.schema.js';
import { isOpen } from '../../domain/assessment-phase.js';
import type { Command } from '../../domain/command.schema.js';
import { decide } from '../../domain/decide.js';
import type { Page, QueryItem, QueryName, QueryParams } from '../../domain/query.schema.js';
import type { Decision } from '../../domain/reader.types.js';
import type { RecordOf, RecordType, StoredRecord } from '../../domain/receipt.schema.js';
import type { RecordCache } from './record-cache.js';
import { asGiven } from '../as-given.js';

/** What a command came to here, and which records it rested on. */
export interface Foreseen {
  decision: Decision;
  /** Ids of the records that were looked at. */
  reads: Set<string>;
}

/**
 * The records of one person as they will be once everything that waits has arrived: what the back end said last, and the
 * commands that wait, decided by the very rules that the back end goes by.
 */
export class World {
  /** Records that commands which wait have made or changed. */
  readonly #made = new Map<string, StoredRecord>();
  /** What was read already: a set is as big as everything else together, and every answer asks for it. */
  readonly #known = new Map<string, Promise<unknown>>();

  constructor(
    readonly cache: RecordCache,
    readonly owner: string,
    readonly actor: Actor,
  ) {}

  /** What a command comes to on the records as they stand; nothing is changed by asking. */
  async foresee(command: Command, at: string): Promise<Foreseen> {
    const reads = new Set<string>();
    const decision = await decide(command, {
      actor: this.actor,
      now: at,
      read: (type, id) => {
        reads.add(id);
        return this.read(type, id);
      },
      findAssessment: async (subject, cycle) => {
        const kept = await this.cache.assessmentsOf(this.owner, subject);
        const ids = new Set(kept.map(({ id }) => id));
        for (const record of this.#made.values()) if (record.type === 'assessment') ids.add(record.value.id);
        const all = await Promise.all([...ids].map((id) => this.read('assessment', id)));
        const found = all.find(
          (one) => one?.subjectId === subject && one.cycle === cycle && isOpen(one.state),
        );
        if (found) reads.add(found.id);
        return found;
      },
      references: async () => undefined,
      hasher: async () => (await import('../../backend/hash-text.js')).hashText,
    });
    return { decision, reads };
  }

  /** Takes in what a command wrote. A submission that waits has no number yet: only the back end gives one. */
  take(command: Command, writes: readonly StoredRecord[]): void {
    for (const record of writes) {
      const last = record.type === 'assessment' && record.value.submissions.at(-1);
      if (last && command.kind === 'assessment.submit') {
        const submissions = [...record.value.submissions.slice(0, -1), { ...last, receipt: '' }];
        this.#put({ ...record, value: { ...record.value, submissions } });
      } else this.#put(record);
    }
  }

  #put(record: StoredRecord): void {
    this.#made.set(`${record.type} ${recordKey(record)}`, record);
  }

  /** Everything that was made. */
  get made(): StoredRecord[] {
    return [...this.#made.values()];
  }

  async read<T extends RecordType>(type: T, id: string): Promise<RecordOf<T> | undefined> {
    const key = `${type} ${id}`;
    const made = this.#made.get(key);
    if (made) return (made as unknown as { value: RecordOf<T> | undefined }).value;
    let known = this.#known.get(key);
    if (!known) this.#known.set(key, (known = this.cache.read(this.owner, type, id)));
    return known as Promise<RecordOf<T> | undefined>;
  }

  /** Answers a question from what is on this device. Errors: those of `answerQuery`. */
  answer<Q extends QueryName>(name: Q, params: QueryParams<Q>): Promise<Page<QueryItem<Q>>> {
    return this.#answer(name, params, (type) => this.cache.all(this.owner, type));
  }

  /** Puts what waits into an answer of the back end: changed records in their place, new ones at its end. */
  async dress<Q extends QueryName>(
    name: Q,
    type: RecordType,
    params: QueryParams<Q>,
    page: Page<QueryItem<Q>>,
  ): Promise<Page<QueryItem<Q>>> {
    const made = this.made.filter((record) => record.type === type).map((record) => record.value);
    if (made.length === 0) return page;
    const { cursor, limit: _size, ...rest } = params as { cursor?: string; limit?: number };
    const mine: { id: string }[] = [];
    let next: string | undefined;
    do {
      const some = { ...rest, ...(next !== undefined && { cursor: next }) } as QueryParams<Q>;
      const more = await this.#answer(name, some, async () => []);
      mine.push(...(more.items as { id: string }[]));
      next = more.next;
    } while (next !== undefined);
    const fits = new Map(mine.map((one) => [one.id, one]));
    const changed = new Set(made.map((one) => (one as { id: string }).id));
    const items = (page.items as { id: string }[]).flatMap((one) => {
      if (!changed.has(one.id)) return [one];
      const now = fits.get(one.id);
      fits.delete(one.id);
      return now ? [now] : [];
    });
    if (cursor === undefined) {
      for (const one of fits.values())
        if (!(await this.cache.read(this.owner, type, one.id))) items.push(one);
    }
    return { ...page, items: items as QueryItem<Q>[] };
  }

  #answer<Q extends QueryName>(
    name: Q,
    params: QueryParams<Q>,
    kept: <T extends RecordType>(type: T) => Promise<RecordOf<T>[]>,
  ): Promise<Page<QueryItem<Q>>> {
    const reader: RecordReader = {
      read: (type, id) => this.read(type, id),
      scan: async (type, { after, subject }) => {
        const all = new Map((await kept(type)).map((value) => [(value as { id: string }).id, value]));
        for (const record of this.made)
          if (record.type === type) all.set(recordKey(record), record.value as never);
        const records = [...all.entries()]
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .filter(([id]) => after === undefined || id > after)
          .map(([, value]) => value)
          .filter((value) => subject === undefined || !('subjectId' in value) || value.subjectId === subject);
        return { records };
      },
    };
    // What is on this device was given to this very person: it is not asked once more in which place it lies.
    return answerQuery(name, params, { reader, actor: asGiven(this.actor) });
  }
}
