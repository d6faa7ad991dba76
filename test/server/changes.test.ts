import { sql } from 'kysely';
import { expect, it } from 'vitest';
import type { BackendEvent } from '../../src/backend/port.js';
import { changesSince } from '../../src/server/storage/changes.js';
import { openDatabase } from '../../src/server/storage/database.js';
import { ownDatabase } from './own-database.js';

it('tells every change once and in order, however many of them one statement wrote', async () => {
  const database = await openDatabase({ url: await ownDatabase(), connections: 1 });
  try {
    const chief = { id: 'chief', name: 'Chief', roles: ['reviewer' as const], scope: ['*'] };
    const all = 1_234;
    await database.behind({ role: 'writer', province: '25' }, async (db) => {
      await sql`insert into record (province, type, id, version, value)
        select '25', 'activity', 'a' || n, 1, '{}' from generate_series(1, ${all}::int) n`.execute(db);
      await sql`insert into command (province, id, at, actor, kind, record, entry)
        select '25', 'c' || n, now(), 'x', 'activity.record', 'a' || n,
          json_build_object('records', json_build_array(json_build_object('type', 'activity', 'id', 'a' || n, 'version', 1)))
        from generate_series(1, ${all}::int) n`.execute(db);
    });
    const found: BackendEvent[] = [];
    let since = 'c1.0.0';
    for (let more = true; more;) {
      const page = await changesSince(database, chief, '25', since);
      found.push(...page.items);
      ({ next: since, more } = page);
    }
    expect(found.map(({ id }) => id)).toEqual(Array.from({ length: all }, (_, no) => `a${no + 1}`));
  } finally {
    await database.close();
  }
});
