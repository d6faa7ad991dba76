import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDatabase, type Database } from '../../src/server/storage/database.js';
import { askLines } from '../../src/server/upkeep/log-lines.js';
import { ownDatabase } from './own-database.js';

const writer = { role: 'writer', province: '25' } as const;
const lines = 20_000;
let database: Database;
/** Whom the tables belong to. */
let keeper: Kysely<never>;

/** The log of two thousand subjects, ten lines of each, and two that may name one in a list; as the database knows it after a night. */
beforeAll(async () => {
  const url = await ownDatabase();
  database = await openDatabase({ url, connections: 1 });
  keeper = new Kysely<never>({
    dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString: url, max: 1 }) }),
  });
  await database.behind(writer, async (db) => {
    await sql`insert into command (province, id, at, actor, kind, record, entry)
      select '25', 'c' || lpad(n::text, 5, '0'), now(), 'x', k, r, json_build_object('command',
        json_build_object('id', 'c' || lpad(n::text, 5, '0'), 'kind', k, 'record', r), 'said', repeat('x', 300)) || m
      from (select n, 's' || lpad((n / 10)::text, 4, '0') as r,
        case when n = 15000 then 'recognition.grant' when n % 10 = 0 then 'subject.register' else 'assessment.answer' end as k,
        case when n = 12340 then '{"payload":{"members":{"note":"","ids":["s0700"]}}}' else '' end as m
        from generate_series(0, ${sql.lit(lines - 1)}) n) a`.execute(db);
  });
  await sql`vacuum analyze command`.execute(keeper);
});
afterAll(async () => {
  await keeper.destroy();
  await database.close();
});

/** Lines that were looked at so far. */
async function reads(): Promise<number> {
  await database.behind(writer, (db) => sql`select pg_stat_force_next_flush()`.execute(db));
  const { rows } = await sql<{
    reads: number;
  }>`select (seq_tup_read + coalesce(idx_tup_fetch, 0))::int as reads
    from pg_stat_user_tables where relname = 'command'`.execute(keeper);
  return rows[0]!.reads;
}

it('what the log says of one is found where it stands, with what may name it, among all that was ever done', async () => {
  const before = await reads();
  const { rows } = await database.behind(writer, (db) => askLines('25', ['s0700', 's0701']).execute(db));
  const own = Array.from({ length: 20 }, (_, no) => `c${String(7_000 + no).padStart(5, '0')}`);
  expect(rows.map(({ id }) => id)).toEqual([...own, 'c12340', 'c15000']);
  // It stands in a megabyte, and on two pages.
  expect((await reads()) - before).toBeLessThan(lines / 4);
});

it('what it says of many is looked for in one go, and with each line once', async () => {
  const many = Array.from({ length: 2_000 }, (_, no) => `s${String(no).padStart(4, '0')}`);
  const before = await reads();
  const { rows } = await database.behind(writer, (db) => askLines('25', many.slice(1)).execute(db));
  expect(rows).toHaveLength(lines - 10);
  expect((await reads()) - before).toBe(lines);
  const plan = await database.behind(writer, (db) =>
    sql<{ 'QUERY PLAN': string }>`explain ${askLines('25', many)}`.execute(db),
  );
  expect(plan.rows.map((row) => row['QUERY PLAN']).join('\n')).toMatch(/hashed SubPlan/);
});
