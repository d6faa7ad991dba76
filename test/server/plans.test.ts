import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { expect, it } from 'vitest';
import type { Actor } from '../../src/domain/actor.schema.js';
import { chargesOf } from '../../src/server/identity/charges.js';
import { changesSince } from '../../src/server/storage/changes.js';
import { openDatabase } from '../../src/server/storage/database.js';
import { deliveriesOf, putIn } from '../../src/server/storage/deliveries.js';
import { glance, lookAhead, outlookOf } from '../../src/server/storage/look-ahead.js';
import { openAssessmentOf } from '../../src/server/storage/read-one.js';
import { createSqlReader } from '../../src/server/storage/sql-reader.js';
import type { Wanted } from '../../src/backend/answer-query.js';
import type { Tables } from '../../src/server/storage/tables.js';
import { ownRecords, type Person } from '../../src/server/storage/own-records.js';
import { personalData, subjectsOf } from '../../src/server/upkeep/personal-data.js';
import { ownDatabase } from './own-database.js';

/** How it goes through a table, and by which conditions. */
const scan = /(Seq|Index|Index Only|Bitmap Heap|Bitmap Index) Scan.* on (record|command|\w+_\w+)\b/;

it('a glance looks for everything by its whole key, also when it is planned while there is little', async () => {
  const database = await openDatabase({ url: await ownDatabase(), connections: 1 });
  try {
    for (const lines of [0, ...new Array<number>(40).fill(15)]) {
      const plan = await database.behind({ role: 'writer', province: '25' }, async (db) => {
        await sql`insert into command (province, id, at, actor, kind, record, entry)
          select '25', gen_random_uuid()::text, now(), 'x', 'subject.register', n, repeat('{}', 200) from generate_series(1, ${lines}::int) n`.execute(
          db,
        );
        const { rows } = await sql<{
          'QUERY PLAN': string;
        }>`explain (generic_plan) ${sql.raw(glance)}`.execute(db);
        return rows.map((row) => row['QUERY PLAN']);
      });
      const ways = plan.flatMap((line, index) => (scan.test(line) ? [plan[index + 1]] : []));
      expect(ways).toHaveLength(5);
      for (const conditions of ways) expect(conditions).toMatch(/Index Cond: .*\b(id|parent) = /);
    }
  } finally {
    await database.close();
  }
});

it('what goes on, and what is of a subject, is looked for by that subject, also by whoever plans without values', async () => {
  const database = await openDatabase({ url: await ownDatabase(), connections: 1 });
  try {
    const writer = { role: 'writer', province: '25' } as const;
    const found = await database.transaction(writer, async (db) => {
      await sql`insert into record (province, type, id, version, parent, subject, cycle, open, value)
        select '25', 'assessment', n::text, 1, 'of-' || n, 'of-' || n, '2026', n % 2 = 1, '{"id":"' || n || '"}' from generate_series(1, 3000) n`.execute(
        db,
      );
      const read = () => readsOf(db);
      const before = await read();
      const open = [
        await openAssessmentOf(db, '25', 'of-1001', '2026'),
        await openAssessmentOf(db, '25', 'of-1002', '2026'),
      ];
      const reader = createSqlReader(async (work) => work(db), '25');
      const { records } = await reader.scan('assessment', { subject: 'of-2000' });
      return { open, ids: records.map(({ id }) => id), reads: (await read()) - before };
    });
    expect(found).toMatchObject({ open: ['1001', undefined], ids: ['2000'] });
    expect(found.reads).toBeLessThan(10);
  } finally {
    await database.close();
  }
});

it('what waits for a reviewer or a signer is found by what he asks for, among all that was ever decided', async () => {
  const url = await ownDatabase();
  const database = await openDatabase({ url, connections: 1 });
  try {
    await database.behind({ role: 'writer', province: '25' }, async (db) => {
      await sql`insert into record (province, type, id, version, parent, subject, cycle, listed, value)
        select '25', t, t || n, 1, 'of-' || n, 'of-' || n, '2026', t || ' ' || case when n > 4000 and n % 100 = 0 then w else d end || ' family ' || 2020 + n % 6, '{"id":"' || n || '"}'
        from generate_series(1, 5000) n, (values ('assessment', 'submitted', 'recognised'), ('recognition', 'revoked', 'granted')) k (t, w, d)`.execute(
        db,
      );
      await sql`insert into record (province, type, id, version, parent, subject, value)
        select '25', t, t || n, 1, case t when 'round' then 'quy-' || n else 'round' || n % 500 end, 'quy-' || n % 500, '{"id":"' || n || '"}'
        from generate_series(1, 5000) n, (values ('round'), ('award')) k (t) where t = 'award' or n <= 500`.execute(
        db,
      );
      await sql`insert into whereabouts (province, type, id, owner, place) select '25', 'subject', 'of-' || n, 'x', n % 100 from generate_series(1, 5000) n`.execute(
        db,
      );
    });
    const asOwner = new Kysely<never>({
      dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString: url, max: 1 }) }),
    });
    const everybody = { id: 'r', scope: ['*'], places: [] };
    const ofOne = { id: 'r', scope: [], places: ['0'] };
    const asks: [Person, 'assessment' | 'recognition' | 'award', Wanted, ids: string[], most: number][] = [
      [
        everybody,
        'award',
        { fund: 'quy-77' },
        Array.from({ length: 10 }, (_, no) => String(no * 500 + 77)).sort(),
        60,
      ],
      [everybody, 'assessment', { state: 'submitted' }, tens, 200],
      [everybody, 'recognition', { state: 'revoked', model: 'family' }, tens, 200],
      [
        everybody,
        'recognition',
        { subjects: ['of-2', 'of-1', 'of-2', 'of-x'], state: 'revoked' },
        ['1', '2'],
        20,
      ],
      [ofOne, 'assessment', { state: 'submitted' }, tens, 400],
      [ofOne, 'recognition', { mine: true }, [], 10],
      [ofOne, 'recognition', { subjects: tens.map((no) => `of-${no}`) }, tens, 60],
    ];
    for (const [person, type, wanted, ids, most] of asks) {
      // Ways by whose it is are weighed against each other; what is listed for all is found by one index, whatever is known.
      if (person !== everybody) await sql`analyze record, whereabouts`.execute(asOwner);
      const asking = { role: 'reader', province: '25', actor: person.id, ...person } as const;
      const { found, reads } = await database.transaction(asking, async (db) => {
        const before = await readsOf(db);
        const reader = createSqlReader(async (work) => work(db), '25', person);
        const { records } = await reader.scan(type, { wanted, count: 21 });
        return { found: records.map(({ id }) => id), reads: (await readsOf(db)) - before };
      });
      expect(found).toEqual(ids);
      expect(reads, `${type} ${JSON.stringify(wanted)} ${person.places?.join()}`).toBeLessThan(most);
    }
    // Whoever decides about some of them is told of titles that are there by their keys.
    const ahead = await database.transaction({ role: 'writer', province: '25' }, async (db) => {
      const before = await readsOf(db);
      const outlook = { ...outlookOf([]), titles: ['recognition4100', 'recognition4200', 'recognition9'] };
      const seen = await lookAhead(db, '25', outlook);
      return { ids: seen.map(({ id }) => id), reads: (await readsOf(db)) - before };
    });
    expect(ahead.ids).toEqual(['recognition4100', 'recognition4200', 'recognition9']);
    expect(ahead.reads).toBeLessThan(20);
    await asOwner.destroy();
  } finally {
    await database.close();
  }
});
it('whoever plans without values knows what is rare, and reads a part in its order', async () => {
  const url = await ownDatabase();
  const database = await openDatabase({ url, connections: 1 });
  try {
    const writer = { role: 'writer', province: '25' } as const;
    await database.behind(writer, async (db) => {
      await sql`insert into record (province, type, id, version, value)
        select '25', case when n = 1 then 'places' else 'row' end, md5(n::text), 1, '{"id":"' || n || '","localities":[],"events":[]' || repeat(' ', 400) || '}' from generate_series(1, 20000) n`.execute(
        db,
      );
      await sql`insert into command (province, id, at, actor, kind, record, entry)
        select '25', md5(n::text), now(), 'x', 'subject.register', n, '{"records":[]}' from generate_series(20000, 1, -1) n`.execute(
        db,
      );
    });
    const asOwner = new Kysely<never>({
      dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString: url, max: 1 }) }),
    });
    await sql`analyze record, command`.execute(asOwner);
    const reads = async () => {
      await database.behind(writer, (db) => sql`select pg_stat_force_next_flush()`.execute(db));
      const { rows } = await sql<{
        reads: number;
      }>`select sum(seq_tup_read + coalesce(idx_tup_fetch, 0))::int as reads
        from pg_stat_user_tables where relname in ('record', 'command')`.execute(asOwner);
      return rows[0]!.reads;
    };
    const before = await reads();
    const reader = createSqlReader((work) => database.behind(writer, work), '25');
    expect((await reader.scan('row', {})).records).toHaveLength(200);
    expect((await reader.scan('places', {})).records.map(({ id }) => id)).toEqual(['1']);
    const actor: Actor = { id: 'r', name: 'R', roles: ['reviewer'], scope: ['07205'] };
    const charges = chargesOf({ database, now: () => new Date() });
    expect((await charges.of({ actor, province: '25' })).actor).toEqual(actor);
    expect((await changesSince(database, actor, '25', 'c1.0.0')).more).toBe(true);
    expect((await reads()) - before).toBeLessThan(1_000);
    await asOwner.destroy();
  } finally {
    await database.close();
  }
});

const tens = Array.from({ length: 10 }, (_, no) => String(4_100 + no * 100));

/** Lines of `record` that a transaction has looked at so far. */
async function readsOf(db: Kysely<Tables>): Promise<number> {
  const { rows } = await sql<{ reads: number }>`
    select (pg_stat_get_xact_tuples_returned('record'::regclass) + sum(pg_stat_get_xact_tuples_returned(indexrelid)))::int as reads
    from pg_index where indrelid = 'record'::regclass`.execute(db);
  return rows[0]!.reads;
}

it('what is whose is found by an index, among many records of a type', async () => {
  const url = await ownDatabase();
  const database = await openDatabase({ url, connections: 1 });
  try {
    const writer = { role: 'writer', province: '25' } as const;
    await database.behind(writer, (db) =>
      sql`insert into record (province, type, id, version, owner, value)
        select '25', t.type, n::text, 1, 'person-' || n, '{}' from generate_series(1, 3000) n, (values ('subject'), ('row')) t (type)`.execute(
        db,
      ),
    );
    const asOwner = new Kysely<never>({
      dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString: url, max: 1 }) }),
    });
    await sql`analyze record`.execute(asOwner);
    const looks = async () => {
      const { rows } = await sql<{ name: string; looks: number }>`
        select indexrelname as name, idx_scan::int as looks from pg_stat_user_indexes where relname = 'record'`.execute(
        asOwner,
      );
      return Object.fromEntries(rows.map(({ name, looks: times }) => [name, times]));
    };
    const flush = () => database.behind(writer, (db) => sql`select pg_stat_force_next_flush()`.execute(db));

    await flush();
    const before = await looks();
    expect(await subjectsOf(database, '25', 'person-7')).toEqual(['7']);
    const mine = await database.behind({ ...writer, role: 'reader', actor: 'person-8' }, (db) =>
      ownRecords(db, '25', 'subject', { id: 'person-8' }, { limit: 10 }),
    );
    expect(mine.map(({ id }) => id)).toEqual(['8']);
    await flush();
    const after = await looks();
    expect(after['record_owner']! - before['record_owner']!).toBe(2);
    expect((await personalData(database, '25', ['7']))[0]?.assessments).toEqual([]);
    await flush();
    expect((await looks())['record_parent']! - after['record_parent']!).toBe(3);
    await asOwner.destroy();
  } finally {
    await database.close();
  }
});

it('what is to be told is found where it stands, however much waits and however little is known of how much', async () => {
  const url = await ownDatabase();
  const database = await openDatabase({ url, connections: 1 });
  try {
    const province = '25';
    const some = (from: number, to: number) =>
      Array.from({ length: to - from }, (_, index) => {
        const id = String(from + index).padStart(6, '0');
        return {
          webhook: 'w',
          id,
          kind: 'k',
          line: `subject ${id}`,
          body: '{}',
          at: new Date(0).toISOString(),
        };
      });
    const put = (from: number, to: number) =>
      database.behind({ role: 'writer', province }, (db) => putIn(db, province, some(from, to), new Date(0)));
    const told = deliveriesOf(database, province);
    const [now, until] = [new Date(1_000), new Date(2_000)];
    const asOwner = new Kysely<never>({
      dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString: url, max: 1 }) }),
    });
    // As it was when somebody looked last: a few, nearly all of them delivered.
    await put(0, 200);
    for (const { id } of await told.take('w', 200, now, until)) await told.delivered('w', [id], now);
    await sql`analyze delivery`.execute(asOwner);
    await put(200, 9_000);

    const reads = async () => {
      await database.behind({ role: 'teller', province }, (db) =>
        sql`select pg_stat_force_next_flush()`.execute(db),
      );
      const { rows } = await sql<{ name: string; reads: number }>`
        select indexrelname as name, (idx_tup_read + idx_tup_fetch)::int as reads from pg_stat_user_indexes
        where relname = 'delivery'`.execute(asOwner);
      return rows.reduce((sum, one) => sum + one.reads, 0);
    };
    const before = await reads();
    const taken = await told.take('w', 20, now, until);
    expect(taken).toHaveLength(20);
    await told.delivered(
      'w',
      taken.map(({ id }) => id),
      now,
    );
    // Of 80 lines at the front the first of each, and 20 of them taken, and noted.
    const after = await reads();
    expect(after - before).toBeLessThan(1_000);
    // Of 500 lines the first of each.
    expect(await told.nextDue('w')).toEqual(new Date(0));
    expect((await reads()) - after).toBeLessThan(3_000);
    await asOwner.destroy();
  } finally {
    await database.close();
  }
});
