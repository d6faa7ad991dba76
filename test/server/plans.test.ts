import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { openDatabase } from '../../src/server/storage/database.js';
import { glance } from '../../src/server/storage/look-ahead.js';
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
