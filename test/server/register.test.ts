import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { answerQuery, type RecordReader } from '../../src/backend/answer-query.js';
import { newId } from '../../src/backend/conformance/scene.js';
import { createMemoryStore } from '../../src/backend/memory/memory-store.js';
import type { LogEntry, RecordStore } from '../../src/backend/record-store.js';
import type { Actor } from '../../src/domain/actor.schema.js';
import type { RegisterParams } from '../../src/domain/area/area-query.schema.js';
import type { RegisterEntry } from '../../src/domain/area/area-record.schema.js';
import { rowStates } from '../../src/domain/area/register-order.js';
import { searchable } from '../../src/domain/area/searchable.js';
import { tallyDelta } from '../../src/domain/area/tallies.js';
import type { Page, QueryName, QueryParams } from '../../src/domain/query.schema.js';
import type { StoredRecord } from '../../src/domain/receipt.schema.js';
import { inBatches } from '../../src/server/storage/in-batches.js';
import { openDatabase, type Asking, type Database } from '../../src/server/storage/database.js';
import { createSqlReader } from '../../src/server/storage/sql-reader.js';

let database: Database;
beforeAll(async () => {
  database = await openDatabase();
});
afterAll(() => database.close());

const clerk: Actor = { id: 'clerk', name: 'Ngô Văn Sơn', roles: ['reviewer'], scope: ['*'] };
const owner: Actor = { id: 'owner-1', name: 'Lý Thị Mai', roles: ['officer'], scope: ['s3', 's4'] };

const years = ['2023', '2024', '2025', '2026'];
const names = [
  'Đặng Văn Hòa',
  'đặng văn hoà',
  'Dương Thị Én',
  'An',
  'Bùi\u0000 Hoa',
  'Cao \u{1F3E1}',
  'a%_\\b',
];
const instant = fc
  .integer({ min: 0, max: 40 })
  .map((day) => new Date(Date.UTC(2026, 0, 1 + day)).toISOString());
const standing = fc.record(
  {
    state: fc.constantFrom(...rowStates.filter((state) => state !== 'none')),
    criteria: fc.constant({ id: 'c', version: '1' }),
    registered: fc.boolean(),
    score: fc.constantFrom(0, 7.5, 80, 80.25, 99.99, 100),
    updatedAt: instant,
  },
  { requiredKeys: ['state', 'criteria', 'registered', 'updatedAt'] },
);
const line = fc
  .record(
    {
      id: fc.integer({ min: 1, max: 12 }).map((no) => `s${no}`),
      model: fc.constantFrom('family', 'clan', 'unit'),
      subjectGroup: fc.constantFrom('farmers', ''),
      name: fc.constantFrom(...names),
      place: fc.record(
        {
          name: fc.constantFrom('Xã Sen Hồ', 'Xã Bích Động', 'xã sen hồ'),
          code: fc.constantFrom('07210', '07213'),
        },
        { requiredKeys: ['name'] },
      ),
      parent: fc.constantFrom('Thôn Đông', 'Thôn Hoà'),
      owner: fc.constantFrom('owner-1', 'owner-2'),
      closedAt: instant,
      updatedAt: instant,
      years: fc.dictionary(fc.constantFrom(...years), standing),
    },
    { requiredKeys: ['id', 'model', 'name', 'place', 'owner', 'updatedAt', 'years'] },
  )
  .map((fields): RegisterEntry => ({
    ...fields,
    search: [fields.name, fields.place.name, fields.parent ?? ''].map(searchable).join('\n'),
    version: 1,
    subjectVersion: 1,
  }));
const question = fc.record(
  {
    cycle: fc.constantFrom('2022', ...years, '2027'),
    limit: fc.integer({ min: 1, max: 6 }),
    model: fc.constantFrom('family' as const, 'clan' as const),
    subjectGroup: fc.constantFrom('', 'farmers'),
    places: fc.subarray(['07210', '07213', ''], { minLength: 1 }),
    state: fc.subarray([...rowStates], { minLength: 1 }),
    text: fc.constantFrom('hoa', 'HÒA đông', 'sen', '%', 'a_', '\\', 'én thi', '\u{1F3E1}', '  '),
    sort: fc.constantFrom(
      'name' as const,
      'place' as const,
      'score' as const,
      'state' as const,
      'updated' as const,
    ),
    descending: fc.boolean(),
  },
  { requiredKeys: ['cycle'] },
);

/** Writes lines of the register, as they follow each other, with what the tallies grow by. */
async function write(store: RecordStore, lines: readonly RegisterEntry[], id: string): Promise<void> {
  const guards: Parameters<RecordStore['commit']>[0]['guards'] = [];
  const writes: StoredRecord[] = [];
  const tallies = [];
  for (const one of lines) {
    const before = await store.read('row', one.id);
    guards.push({ on: 'record', type: 'row', id: one.id, version: before?.version });
    const after = { ...one, version: (before?.version ?? 0) + 1 };
    writes.push({ type: 'row', value: after });
    tallies.push(...tallyDelta(before, after));
  }
  const entry = {
    command: { id, kind: 'subject.update', record: 'x', expected: 0, payload: {} },
  } as LogEntry;
  const done = { ...entry, actor: { id: 'clerk', name: '' }, at: new Date(0).toISOString(), records: [] };
  expect(await store.commit({ entry: done, writes, guards, tallies })).toBe(true);
}

async function all<Q extends QueryName>(
  name: Q,
  params: QueryParams<Q>,
  reader: RecordReader,
  actor: Actor,
): Promise<unknown[][]> {
  const pages: unknown[][] = [];
  let cursor: string | undefined;
  do {
    const page: Page<unknown> = await answerQuery(
      name,
      { ...params, ...(cursor !== undefined && { cursor }) } as QueryParams<Q>,
      { reader, actor },
    );
    pages.push(page.items);
    cursor = page.next;
  } while (cursor !== undefined && pages.length < 40);
  return pages;
}

const unique = (lines: readonly RegisterEntry[]): RegisterEntry[] => [
  ...new Map(lines.map((one) => [one.id, one])).values(),
];

it('finds the rows and tallies that are found by reading every line, page by page', async () => {
  let provinces = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(line, { minLength: 1, maxLength: 12 }).map(unique), { minLength: 1, maxLength: 4 }),
      fc.array(question, { minLength: 5, maxLength: 10 }),
      async (changes, questions) => {
        const province = `p${(provinces += 1)}`;
        const tenant = createMemoryStore().tenant(province);
        const writer = { role: 'writer' as const, province };
        for (const lines of changes) {
          const id = newId();
          await write(tenant, lines, id);
          await inBatches(
            [{ id }],
            { database, asking: writer, signal: new AbortController().signal },
            async (_, store) => {
              await write(store, lines, id);
              return [];
            },
          );
        }
        for (const actor of [clerk, owner]) {
          const asking: Asking = { role: 'reader', province, actor: actor.id, scope: actor.scope };
          const reader = createSqlReader((work) => database.behind(asking, work), province);
          for (const params of questions)
            expect(await all('register.list', params, reader, actor)).toEqual(
              await all('register.list', params, tenant, actor),
            );
          for (const { cycle, model, places, limit } of questions) {
            const params = { cycle, model, places, limit } satisfies Partial<RegisterParams>;
            expect(await all('tallies.list', params, reader, actor)).toEqual(
              await all('tallies.list', params, tenant, actor),
            );
          }
        }
      },
    ),
    { numRuns: 25, endOnFailure: true },
  );
});

it('shows a person through the wall no row of others, whatever is asked for', async () => {
  const province = 'wall';
  const find = async (actor: string, scope: string[]) => {
    const rows = await database.behind({ role: 'reader', province, actor, scope }, (db) =>
      db.selectFrom('standing').select(['id', 'cycle']).orderBy('id').orderBy('cycle').execute(),
    );
    return rows.map(({ id, cycle }) => `${id} ${cycle}`);
  };
  const base = { ...fc.sample(line, { numRuns: 1, seed: 7 })[0]!, closedAt: undefined, years: {} };
  const signal = new AbortController().signal;
  const asking = { role: 'writer' as const, province };
  const id = newId();
  await inBatches([{ id }], { database, asking, signal }, async (_, store) => {
    await write(
      store,
      [
        { ...base, id: 'mine', owner: 'me' },
        { ...base, id: 'charge', owner: 'you' },
        { ...base, id: 'theirs', owner: 'you' },
      ],
      id,
    );
    return [];
  });
  expect(await find('me', ['charge'])).toEqual(['charge ', 'mine ']);
  expect(await find('nobody', [])).toEqual([]);
  expect(await find('chief', ['*'])).toEqual(['charge ', 'mine ', 'theirs ']);
});
