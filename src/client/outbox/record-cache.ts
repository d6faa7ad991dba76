import { recordKey, recordVersion } from '../../backend/record-store.js';
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

/** The type of the records in an answer, where they are kept one by one. */
export const typeIn = (name: QueryName): RecordType | undefined => recordsOf[name];

/** What the back end said, kept for when it cannot be asked. One owner's is never another's. */
export interface RecordCache {
  /** Keeps an answer; true where it says something new of a record. */
  keep(owner: string, name: QueryName, params: object, page: Page<unknown>): Promise<boolean>;
  /** The answer as it was kept; of a list of records only that it was asked for. Undefined where it never was. */
  kept(owner: string, name: QueryName, params: object): Promise<Page<unknown> | undefined>;
  put(owner: string, records: readonly StoredRecord[]): Promise<void>;
  forget(owner: string, type: RecordType, id: string): Promise<void>;
  read<T extends RecordType>(owner: string, type: T, id: string): Promise<RecordOf<T> | undefined>;
  all<T extends RecordType>(owner: string, type: T): Promise<RecordOf<T>[]>;
  assessmentsOf(owner: string, subject: string): Promise<RecordOf<'assessment'>[]>;
}

/** The cache in a database. Errors: `quota`, `unsupported` (`createDatabase`). */
export function createRecordCache(db: OutboxDb): RecordCache {
  const question = (name: QueryName, params: object): string => {
    const { cursor: _page, limit: _size, ...rest } = params as { cursor?: unknown; limit?: unknown };
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

  const values = <T extends RecordType>(found: { record: unknown }[]): RecordOf<T>[] =>
    found.map(({ record }) => (record as { value: RecordOf<T> }).value);

  return {
    async keep(owner, name, params, page) {
      const type = typeIn(name);
      if (!type && !asAnswered.test(name)) return false;
      if (!name.endsWith('.get'))
        await db.run(
          async (open) =>
            void (await open.put('answers', type ? { items: [] } : page, [owner, question(name, params)])),
        );
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
