import { readFileSync } from 'node:fs';
import { sql, type RawBuilder } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { admin, newId, officer, stranger, type Scene } from '../../src/backend/conformance/scene.js';
import type { Actor } from '../../src/domain/actor.schema.js';
import { sceneOn } from './scene-on.js';
import { startServer, type TestServer } from './start-server.js';

let server: TestServer;
let scene: Scene;
let mine: string;
let theirs: string;
beforeAll(async () => {
  server = await startServer();
  scene = await sceneOn(server);
  mine = (await scene.openAssessment(await scene.as(officer))).id;
  theirs = (await scene.openAssessment(await scene.as(stranger))).id;
});
afterAll(async () => {
  await scene.end();
  await server.close();
});

/** What a statement without any condition finds. */
const everything = (role: 'reader' | 'writer', province: string, actor?: string, scope?: string[]) =>
  server.database.behind({ role, province, actor, scope }, (db) =>
    db.selectFrom('record').select('id').where('type', '=', 'assessment').orderBy('id').execute(),
  );

it('takes nothing from one person in the name of another', async () => {
  const backend = await scene.as(officer);
  const command = {
    ...{ id: newId(), kind: 'assessment.answer' as const, record: mine, expected: 1 },
    payload: { answers: {} },
  };
  const sent = backend.execute([command], { inNameOf: stranger.id });
  await expect(sent).rejects.toMatchObject({ code: 'unauthenticated' });
  const [receipt] = await backend.execute([command], { inNameOf: officer.id });
  expect(receipt?.status).toBe('applied');
});

describe('the second wall, where the code asks for everything', () => {
  it('shows a person his own and what he is in charge of', async () => {
    expect(await everything('reader', scene.tenant, officer.id)).toEqual([{ id: mine }]);
    expect(await everything('reader', scene.tenant, 'nobody')).toEqual([]);
    expect(await everything('reader', scene.tenant, admin.id, ['*'])).toEqual([{ id: mine }, { id: theirs }]);
    const [subject] = (await (await scene.as(stranger)).query('subjects.list', {})).items;
    expect(await everything('reader', scene.tenant, 'somebody', [subject!.id])).toEqual([{ id: theirs }]);
  });

  it('shows nobody another province', async () => {
    expect(await everything('writer', 'elsewhere')).toEqual([]);
    expect(await everything('writer', '')).toEqual([]);
    const tables = ['tally', 'command', 'file', 'record', 'standing', 'file_ref'] as const;
    for (const table of tables)
      expect(
        await server.database.behind({ role: 'writer', province: 'elsewhere' }, (db) =>
          db.selectFrom(table).select('province').execute(),
        ),
      ).toEqual([]);
  });

  it('lets nobody write into another province, and a reader nowhere', async () => {
    const row = { type: 'subject', id: newId(), version: 1, value: '{}', parent: '', owner: '', subject: '' };
    const write = (role: 'reader' | 'writer', province: string) =>
      server.database.behind({ role, province }, (db) =>
        db
          .insertInto('record')
          .values({ ...row, province: scene.tenant, cycle: '', open: false, listed: '' })
          .execute(),
      );
    await expect(write('writer', 'elsewhere')).rejects.toThrow(/row-level security/);
    await expect(write('reader', scene.tenant)).rejects.toThrow(/permission denied/);
  });

  it('lets nobody change what was done', async () => {
    const change = (statement: string) =>
      server.database.behind({ role: 'writer', province: scene.tenant }, (db) =>
        sql.raw(statement).execute(db),
      );
    await expect(change(`update command set actor = 'x'`)).rejects.toThrow(/permission denied/);
    await expect(change('delete from command')).rejects.toThrow(/permission denied/);
  });

  it('has every key and index that must be unique begin with the province', async () => {
    const { rows } = await server.database.behind({ role: 'writer', province: '' }, (db) =>
      sql<{ name: string; first: string }>`
        select c.relname as name, a.attname as first from pg_index i
        join pg_class c on c.oid = i.indexrelid join pg_class t on t.oid = i.indrelid
        join pg_attribute a on a.attrelid = t.oid and a.attnum = i.indkey[0]
        where i.indisunique and t.relnamespace = 'public'::regnamespace and t.relname not like 'htsd_%'`.execute(
        db,
      ),
    );
    expect(rows.length).toBeGreaterThan(4);
    for (const { name, first } of rows) expect([name, first]).toEqual([name, 'province']);
  });

  it('can be laid on several machines by the statements that are written down: they name every table, and rows point into their own province only', async () => {
    const asOwner = <T>(query: RawBuilder<T>) =>
      server.database.behind({ role: 'writer', province: '' }, (db) => query.execute(db));
    const guide = readFileSync(new URL('../../docs/server.md', import.meta.url), 'utf8');
    const named = [...guide.matchAll(/^select create_distributed_table\('(\w+)', '(\w+)'/gm)];
    const tables = await asOwner(sql<{ name: string; column: string | null }>`
      select t.relname as name, a.attname as column from pg_class t
      left join pg_attribute a on a.attrelid = t.oid and a.attname = 'province' and a.attnotnull
      where t.relkind in ('r', 'p') and t.relnamespace = 'public'::regnamespace and t.relname not like 'htsd_%'
      order by 1`);
    expect(tables.rows.map(({ name, column }) => [name, column])).toEqual(
      named.map(([, name, column]) => [name, column]).sort(),
    );
    const links = await asOwner(sql<{ from: string; to: string; here: string; there: string }>`
      select c.conrelid::regclass::text as from, c.confrelid::regclass::text as to, a.attname as here, b.attname as there
      from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
      join pg_attribute b on b.attrelid = c.confrelid and b.attnum = c.confkey[1] where c.contype = 'f'`);
    const order = named.map(([, name]) => name);
    for (const { from, to, here, there } of links.rows) {
      expect([from, here, there]).toEqual([from, 'province', 'province']);
      expect(order.indexOf(to), `${to} before ${from}`).toBeLessThan(order.indexOf(from));
    }
  });
});

describe('what has changed', () => {
  interface Changes {
    items: { type: string; id: string; version: number }[];
    next: string;
    more: boolean;
  }
  const changes = async (actor: Actor, since?: string): Promise<Changes> => {
    const headers = { Authorization: `Bearer ${await server.signer.token(actor, scene.tenant)}` };
    const query = since === undefined ? '' : `?since=${since}`;
    return (await (await fetch(`${server.url}/v1/changes${query}`, { headers })).json()) as Changes;
  };

  it('is told to who may read it, from where he left off, and to nobody else', async () => {
    const begin = await changes(officer);
    expect(begin.items).toEqual([]);
    const { id } = await scene.openAssessment(await scene.as(officer));
    const mineToo = await changes(officer, begin.next);
    expect(mineToo.items.map(({ type }) => type)).toEqual(['subject', 'assessment']);
    expect(mineToo.items[1]).toEqual({ type: 'assessment', id, version: 1 });
    expect((await changes(officer, mineToo.next)).items).toEqual([]);
    expect((await changes(stranger, begin.next)).items).toEqual([]);
    expect((await changes(admin, begin.next)).items).toEqual(mineToo.items);
  });

  it('is told of once, and left out by nothing that was under way', async () => {
    const begin = await changes(admin);
    const backend = await scene.as(officer);
    const told: string[] = [];
    let place = begin.next;
    const listen = async (): Promise<void> => {
      const { items, next } = await changes(admin, place);
      place = next;
      told.push(...items.map(({ id }) => id));
    };
    const registered = Array.from({ length: 12 }, async () => {
      const id = await scene.register(backend);
      await listen();
      return id;
    });
    const ids = await Promise.all(registered);
    await listen();
    expect(new Set(told)).toEqual(new Set(ids));
  });

  it('is asked for with a place that it gave', async () => {
    expect(await changes(officer, 'c1.1; drop table')).toMatchObject({ error: { code: 'invalid' } });
    expect((await fetch(`${server.url}/v1/changes`)).status).toBe(401);
  });
});

describe('what comes over the network', () => {
  const post = (path: string, body: BodyInit, headers: Record<string, string> = {}) =>
    fetch(`${server.url}/v1/${path}`, { method: 'POST', body, headers });
  const codeOf = async (response: Response) =>
    ((await response.json()) as { error: { code: string } }).error.code;
  const token = () =>
    server.signer.token(officer, scene.tenant).then((it) => ({ Authorization: `Bearer ${it}` }));

  it.each([
    ['no JSON', '{"commands":'],
    ['200 levels of JSON', `{"commands":${'['.repeat(200)}${']'.repeat(200)}}`],
    ['no commands', '{}'],
    ['a text', '"commands"'],
    ['bytes that are no text', new Uint8Array([0xff, 0xfe, 0x00])],
    ['commands without an id', '{"commands":[{"kind":"subject.register"}]}'],
    ['commands named by another prototype', '{"__proto__":{"commands":[]}}'],
  ] satisfies [string, BodyInit][])('is refused where it is %s', async (_, body) => {
    const response = await post('commands', body, await token());
    expect([response.status, await codeOf(response)]).toEqual([400, 'invalid']);
  });

  it('is refused where it is too large, whatever it says of its length', async () => {
    const large = new Uint8Array(17 * 1_048_576).fill(0x20);
    const said = await post('commands', large, await token());
    expect([said.status, await codeOf(said)]).toEqual([413, 'too-large']);
    const many = Array.from({ length: 501 }, () => ({ id: newId() }));
    const counted = await post('commands', JSON.stringify({ commands: many }), await token());
    expect([counted.status, await codeOf(counted)]).toEqual([413, 'too-large']);
  });

  it('keeps signs that a database cannot keep, and gives them back as they were', async () => {
    const backend = await scene.as(officer);
    const name = 'Trường \u0001 A\ud800B';
    const id = await scene.register(backend, name);
    expect((await backend.query('subject.get', { id })).items[0]?.name).toBe(name);
  });

  it('is not read where a stranger brings it', async () => {
    const large = new Uint8Array(17 * 1_048_576).fill(0x20);
    const brought = await post('commands', large);
    expect([brought.status, await codeOf(brought)]).toEqual([401, 'unauthenticated']);
  });

  it('says of a failure its code and nothing of the house', async () => {
    const response = await fetch(`${server.url}/v1/queries/subjects.list`);
    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toBe('Bearer');
    expect(await response.json()).toEqual({
      error: { code: 'unauthenticated', params: {}, retryable: false },
    });
    const nowhere = await fetch(`${server.url}/v1/queries/toString`);
    expect([nowhere.status, await codeOf(nowhere)]).toEqual([501, 'unsupported']);
  });

  it('is answered with headers under which nothing of it can run, and to no other site', async () => {
    const from = { Origin: 'https://other.example' };
    const answers = [
      await fetch(`${server.url}/v1/session`, { headers: from }),
      await post('commands', '{"commands":[]}', { ...(await token()), ...from }),
      await post('commands', '{}', { ...(await token()), ...from }),
      await fetch(`${server.url}/v1/commands`, { method: 'OPTIONS', headers: from }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 400, 204]);
    for (const { headers } of answers) {
      expect(headers.get('access-control-allow-origin')).toBeNull();
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('content-security-policy')).toContain('sandbox');
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('htsd-request')).toMatch(/^[0-9a-f-]{36}$/);
    }
    for (const { headers } of answers.slice(0, 3))
      expect(headers.get('content-type')).toMatch(/^application\/json/);
  });

  it('is answered to a portal that the operator has named, receipts as well as what was asked', async () => {
    const origin = 'https://portal.example';
    const { database, signer } = server;
    const named = await startServer({ database, signer, origins: [origin] });
    try {
      const headers = { ...(await token()), Origin: origin };
      for (const answer of [
        await fetch(`${named.url}/v1/session`, { headers }),
        await fetch(`${named.url}/v1/commands`, { method: 'POST', headers, body: '{"commands":[]}' }),
      ]) {
        expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([200, origin]);
        const exposed = answer.headers.get('access-control-expose-headers');
        for (const one of ['HTSD-Request', 'Date']) expect(exposed).toContain(one);
        expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
        await answer.json();
      }
    } finally {
      await named.close();
    }
  });

  it('says that it lives, and that it is ready', async () => {
    for (const path of ['health', 'ready']) expect((await fetch(`${server.url}/${path}`)).status).toBe(200);
  });
});
