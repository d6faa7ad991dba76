import { recordKey, recordVersion } from '../../backend/record-store.js';
import type { RegisterParams } from '../../domain/area/area-query.schema.js';
import type { Page, QueryName } from '../../domain/query.schema.js';
import type { RecordOf, RecordType, StoredRecord } from '../../domain/receipt.schema.js';
import { canonicalJson } from '../../domain/canonical-json.js';
import type { OutboxDb } from './outbox-db.js';

/** What is kept record by record, by the question that it comes from. */
const recordsOf: Partial<Record<QueryName, RecordType>> = {
  'subjects.list': 'subject',
  'subject.get': 'subject',
  'assessments.list': 'assessment',
  'assessment.get': 'assessment',
  'consents.list': 'consent',
  'criteria.get': 'criteria',
};

/** Questions whose answers are kept as they are, beside those made of records. */
const asAnswered = /^(criteria|damaged|places|indicators)\.list$/;

/** Codes of places that a kept question about the register names at most: those of a commune, or of a small province. */
const mostPlaces = 200;

/** Of the register only what everything else is found in: a year as a whole, page by page. */
function isKept(name: QueryName, params: object): boolean {
  if (name !== 'register.list') return asAnswered.test(name);
  const { cycle: _year, cursor: _page, limit: _size, places = [], ...rest } = params as RegisterParams;
  return places.length <= mostPlaces && Object.values(rest).every((one) => one === undefined);
}

/** Which records are asked for is said: each of them is kept, and the question is not. */
export const namesThem = (params: object): boolean => 'ids' in params;

/** The type of the records in an answer, where they are kept one by one. */
export const typeIn = (name: QueryName): RecordType | undefined => recordsOf[name];

/** What the back end said, kept for when it cannot be asked. One owner's is never another's. */
export interface RecordCache {
  /** Keeps an answer; true where it says something new of a record. */
  keep(owner: string, name: QueryName, params: object, page: Page<unknown>): Promise<boolean>;
  /** The answer as it was kept; of a list of records only when it was asked for. Undefined where it never was. */
  kept(owner: string, name: QueryName, params: object): Promise<Page<unknown> | undefined>;
  put(owner: string, records: readonly StoredRecord[]): Promise<void>;
  forget(owner: string, type: RecordType, id: string): Promise<void>;
  read<T extends RecordType>(owner: string, type: T, id: string): Promise<RecordOf<T> | undefined>;
  all<T extends RecordType>(owner: string, type: T): Promise<RecordOf<T>[]>;
  assessmentsOf(owner: string, subject: string): Promise<RecordOf<'assessment'>[]>;
}

/** The cache in a database. Errors: `quota`, `unsupported` (`createDatabase`). */
export function createRecordCache(db: OutboxDb, now: () => Date): RecordCache {
  const question = (name: QueryName, params: object): string => {
    const { cursor = '', limit: _size, ...rest } = params as { cursor?: string; limit?: unknown };
    // Pages of one register stand beside each other.
    if (name === 'register.list') return `${name} ${canonicalJson(rest)} ${cursor}`;
    // Each page of a catalogue is an answer of its own; a list of records is put together anew.
    return `${name} ${canonicalJson(typeIn(name) ? rest : params)}`;
  };

  async function put(owner: string, records: readonly StoredRecord[]): Promise<boolean> {
    if (records.length === 0) return false;
    return db.run(async (open) => {
      const tx = open.transaction('records', 'readwrite');
      const news = await Promise.all(
        records.map(async (record) => {
          const key: [string, string, string] = [owner, record.type, recordKey(record)];
          const known = (await tx.store.get(key))?.record as StoredRecord | undefined;
          const version = known && recordVersion(known);
          // An answer that was long on its way does not take back what came meanwhile.
          if (version !== undefined && version > recordVersion(record)) return false;
          const subject = 'subjectId' in record.value ? String(record.value.subjectId) : '';
          await tx.store.put({ record, owner, subject }, key);
          return version !== recordVersion(record);
        }),
      );
      await tx.done;
      return news.some(Boolean);
    });
  }

  /** A register was read to its end: pages that are none of it any more are let go. */
  const dropOlder = (owner: string, params: object): Promise<void> =>
    db.run(async (open) => {
      const first = question('register.list', { ...params, cursor: '' });
      const tx = open.transaction('answers', 'readwrite');
      const begun = (await tx.store.get([owner, first])) as Page<unknown> | undefined;
      let at = await tx.store.openCursor(IDBKeyRange.bound([owner, first], [owner, `${first}\uffff`]));
      for (; at; at = await at.continue()) {
        const { keptAt = '' } = at.value as Page<unknown>;
        if (keptAt < (begun?.keptAt ?? '')) await at.delete();
      }
      await tx.done;
    });

  const values = <T extends RecordType>(found: { record: unknown }[]): RecordOf<T>[] =>
    found.map(({ record }) => (record as { value: RecordOf<T> }).value);

  return {
    async keep(owner, name, params, page) {
      const type = typeIn(name);
      if (!type && !isKept(name, params)) return false;
      if (!name.endsWith('.get') && !namesThem(params)) {
        const asked = question(name, params);
        const keptAt = now().toISOString();
        // A list of records is as old as its first page: what follows on it says no more of the rest.
        if (!type || (params as { cursor?: string }).cursor === undefined) {
          const answer = type ? { items: [], keptAt } : { ...page, keptAt };
          await db.run(async (open) => void (await open.put('answers', answer, [owner, asked])));
        }
        if (name === 'register.list' && page.next === undefined) await dropOlder(owner, params);
      }
      return type
        ? put(
            owner,
            page.items.map((value) => ({ type, value }) as StoredRecord),
          )
        : false;
    },
    kept: (owner, name, params) =>
      db.run(
        async (open) =>
          (await open.get('answers', [owner, question(name, params)])) as Page<unknown> | undefined,
      ),
    async put(owner, records) {
      await put(owner, records);
    },
    forget: (owner, type, id) => db.run((open) => open.delete('records', [owner, type, id])),
    read: <T extends RecordType>(owner: string, type: T, id: string) =>
      db.run(async (open) => {
        const found = await open.get('records', [owner, type, id]);
        return (found?.record as { value: RecordOf<T> } | undefined)?.value;
      }),
    all: <T extends RecordType>(owner: string, type: T) =>
      db.run(async (open) =>
        values<T>(await open.getAll('records', IDBKeyRange.bound([owner, type], [owner, type, []]))),
      ),
    assessmentsOf: (owner, subject) =>
      db.run(async (open) => {
        const found = await open.getAllFromIndex('records', 'subject', [owner, subject]);
        const those = found.filter(({ record }) => (record as StoredRecord).type === 'assessment');
        return values<'assessment'>(those);
      }),
  };
}
