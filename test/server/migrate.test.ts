import { PGlite } from '@electric-sql/pglite';
import { Kysely, sql } from 'kysely';
import { expect, it } from 'vitest';
import { migrate } from '../../src/server/storage/migrate.js';
import { pgliteDialect } from '../../src/server/storage/pglite-dialect.js';
import type { Tables } from '../../src/server/storage/tables.js';

it('brings what was kept before rows of the register, and where subjects are, had tables of their own', async () => {
  const db = new Kysely<Tables>({ dialect: pgliteDialect(() => PGlite.create()) });
  await migrate(db, '0001-records');
  // Somebody who may make tables, and is no superuser: the wall stands before him, too.
  await sql`create role keeper createrole`.execute(db);
  await sql`grant create on schema public to keeper`.execute(db);
  await sql`grant all on htsd_migration, htsd_migration_lock to keeper`.execute(db);
  for (const table of ['record', 'tally', 'command', 'file', 'htsd_migration'])
    await sql`alter table ${sql.table(table)} owner to keeper`.execute(db);
  const line = {
    ...{ id: 's1', version: 3, subjectVersion: 1, model: 'family', name: 'Ấn', owner: 'o1', search: 'an\n' },
    place: { name: 'Xã Sen Hồ', code: '07210' },
    years: { '2025': { state: 'submitted', score: 80, updatedAt: '2025-03-01T00:00:00.000Z' } },
    updatedAt: '2025-02-01T00:00:00.000Z',
  };
  const file = { kind: 'file', name: 'a "sha256":"' + 'b'.repeat(64) + '"', sha256: 'a'.repeat(64) };
  const answers = { id: 'a1', answers: { c1: { evidence: [file] } } };
  const records = [
    ['row', 's1', JSON.stringify(line)],
    ['row', 's2', '{'],
    ['assessment', 'a1', JSON.stringify(answers)],
    ['subject', 's1', JSON.stringify({ id: 's1', owner: 'o1', place: { name: 'Xã', code: '07210' } })],
    ['subject', 's2', JSON.stringify({ id: 's2', owner: 'o1', place: { name: 'Xã' } })],
    ['subject', 's3', '{'],
    ['fund', 'quy', JSON.stringify({ id: 'quy', owner: 'o2', place: { name: 'Xã', code: '07213' } })],
    ['entry', 'quy.12', '{}'],
    ['entry-secret', 'quy.2026.7', '{}'],
  ];
  for (const [type, id, value] of records)
    await sql`insert into record (province, type, id, version, value) values ('25', ${type}, ${id}, 1, ${value})`.execute(
      db,
    );

  await sql`set role keeper`.execute(db);
  await migrate(db);
  await sql`reset role`.execute(db);
  const { rows } =
    await sql`select cycle, place, state, score::int, sort, changed, ends from standing order by cycle`.execute(
      db,
    );
  expect(rows).toEqual([
    {
      ...{ cycle: '2025', place: '07210', state: 4, score: 8000, sort: 'an\u0001s1', ends: 3 },
      changed: '2025-02-01T00:00:00.000Z',
    },
  ]);
  const refs = await sql`select sha256, type, id from file_ref`.execute(db);
  expect(refs.rows).toEqual([{ sha256: 'a'.repeat(64), type: 'assessment', id: 'a1' }]);
  const { rows: located } =
    await sql`select type, id, owner, place from whereabouts order by type, id`.execute(db);
  expect(located).toEqual([
    { type: 'fund', id: 'quy', owner: 'o2', place: '07213' },
    { type: 'subject', id: 's1', owner: 'o1', place: '07210' },
    { type: 'subject', id: 's2', owner: 'o1', place: '' },
  ]);
  const { rows: entries } =
    await sql`select id, subject from record where type like 'entry%' order by id`.execute(db);
  expect(entries).toEqual([
    { id: 'quy.12', subject: 'quy' },
    { id: 'quy.2026.7', subject: 'quy.2026' },
  ]);
  const walls =
    await sql`select relname from pg_class where relrowsecurity and relforcerowsecurity order by 1`.execute(
      db,
    );
  expect(walls.rows.map((one) => (one as { relname: string }).relname)).toEqual([
    ...['command', 'delivery', 'file', 'file_holder', 'file_ref', 'record', 'standing', 'tally'],
    'whereabouts',
  ]);
  await db.destroy();
});
