/** A database that came back from `pg_dump`, as its operator starts the server on it. */
import pg from 'pg';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Actor } from '../../src/domain/actor.schema.js';
import { starting } from '../../src/server/start-faults.js';
import { changesSince } from '../../src/server/storage/changes.js';
import { openDatabase } from '../../src/server/storage/database.js';
import { wall } from '../../src/server/storage/whole-wall.js';
import { ownDatabase } from './own-database.js';

const province = '25';
let url: string;
/** Whom nothing is forbidden. */
let superuser: pg.Client;
beforeEach(async () => {
  url = await ownDatabase();
  await (await openDatabase({ url, connections: 1 })).close();
  superuser = new pg.Client(url);
  await superuser.connect();
});
afterEach(() => superuser.end());

const opened = (address = url) =>
  starting('database', () => openDatabase({ url: address, connections: 1, province }));
const lacks = (what: RegExp) => ({
  fault: { variable: 'DATABASE_URL', code: 78, sentence: expect.stringMatching(what) as string },
});

it('is not served where it was restored before its roles, or without rights, and the operator is told what it lacks', async () => {
  for (const [lost, what] of [
    ['drop policy all_of_it on record', /lacks policy all_of_it on record: it was restored before its roles/],
    ['drop policy one_province on file_ref', /policy one_province on file_ref/],
    ['alter table tally no force row level security', /policy \w+ on tally/],
    ['revoke all on delivery from htsd_teller', /a right of htsd_teller on delivery/],
  ] as const) {
    await superuser.query(lost);
    await expect(opened(), lost).rejects.toMatchObject(lacks(what));
    await superuser.query('drop schema public cascade; create schema public');
    await (await openDatabase({ url, connections: 1 })).close();
  }
});

it('is not served by a user who is in none of its roles, as one of another province is', async () => {
  const lone = `lone_${url.slice(-12)}`;
  await superuser.query(`create role ${lone} login createrole password 'x';
    alter table htsd_migration owner to ${lone}; alter table htsd_migration_lock owner to ${lone}`);
  const other = new URL(url);
  other.username = lone;
  other.password = 'x';
  await expect(opened(other.href)).rejects.toMatchObject(lacks(/the membership of this user in htsd_\w+/));
});

it('of a second province on one cluster is served once its user was given the roles of the first, which he may not take', async () => {
  const second = await ownDatabase();
  const to = new URL(second);
  [to.username, to.password] = [`second_${second.slice(-12)}`, 'x'];
  await superuser.query(`create role ${to.username} login createrole password 'x'`);
  await superuser.query(`alter database ${to.pathname.slice(1)} owner to ${to.username}`);
  await expect(opened(to.href)).rejects.toMatchObject({
    fault: {
      code: 78,
      sentence: expect.stringMatching(/another province.*grant him.*htsd_writer/) as string,
    },
  });
  await superuser.query(
    `grant htsd_writer, htsd_reader, htsd_overseer, htsd_eraser, htsd_teller to ${to.username}`,
  );
  const served = await opened(to.href);
  await served.behind({ role: 'writer', province }, (db) => db.selectFrom('record').select('id').execute());
  await served.close();
});

it('has every policy that was built, and no other', async () => {
  const { rows } = await superuser.query<{
    name: string;
    roles: string;
  }>(`select tablename || ' ' || policyname as name,
    array_to_string(array(select replace(one, 'htsd_', '') from unnest(roles::text[]) one order by one), ' ') as roles from pg_policies`);
  const built = Object.entries(wall).flatMap(([table, policies]) =>
    Object.entries(policies).map(([policy, who]) => [`${table} ${policy}`, who || 'public']),
  );
  expect(Object.fromEntries(rows.map(({ name, roles }) => [name, roles]))).toEqual(Object.fromEntries(built));
});

it('tells of its log whoever follows changes, although numbers of transactions begin anew, once and in order', async () => {
  const chief: Actor = { id: 'chief', name: 'Chief', roles: ['reviewer'], scope: ['*'] };
  const { rows } = await superuser.query<{ now: string }>('select pg_current_xact_id()::text as now');
  const now = BigInt(rows[0]!.now);
  await superuser.query(`insert into record (province, type, id, version, value)
    select '${province}', 'activity', 'a' || n, 1, '{}' from generate_series(1, 4) n`);
  // As pg_dump writes them: with the numbers of where they come from, some of which have been here already.
  const numbers = [now - 2n, now - 1n, now + 900_000_000n, now + 900_000_001n];
  for (const [at, number] of numbers.entries())
    await superuser.query(
      `insert into command (province, id, at, actor, kind, record, entry, xid, seq) overriding system value
      select '${province}', 'c' || $1::int, now(), 'x', 'activity.record', 'a' || $1::int, json_build_object('records',
        json_build_array(json_build_object('type', 'activity', 'id', 'a' || $1::int, 'version', 1))), $2::text::xid8, $1::int`,
      [at + 1, String(number)],
    );
  const restored = await opened();
  try {
    const told = (await changesSince(restored, chief, province, 'c1.0.0')).steps;
    expect(told.flatMap(({ items }) => items.map(({ id }) => id))).toEqual(['a1', 'a2', 'a3', 'a4']);
    const forced = await superuser.query(
      `select relforcerowsecurity as forced from pg_class where relname = 'command'`,
    );
    expect(forced.rows).toEqual([{ forced: true }]);
    const left = await superuser.query(
      `select count(*)::int as n from command where xid = '${now - 2n}'::xid8`,
    );
    expect(left.rows, 'what has a number of here keeps it').toEqual([{ n: 1 }]);
  } finally {
    await restored.close();
  }
});
