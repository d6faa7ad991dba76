import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  createChangesPull,
  type ChangesPull,
  type PulledChanges,
} from '../../src/backend/http/http-adapter.js';
import { officer } from '../../src/backend/conformance/scene.js';
import type { Actor } from '../../src/domain/actor.schema.js';
import { memoryFiles } from '../../src/server/files/disk-files.js';
import { createApp } from '../../src/server/http/app.js';
import { changesInLines } from '../../src/server/http/changes-in-lines.js';
import { changesSince } from '../../src/server/storage/changes.js';
import { openDatabase, type Database } from '../../src/server/storage/database.js';
import { ownDatabase } from './own-database.js';
import { sceneOn } from './scene-on.js';
import { startServer } from './start-server.js';

const chief: Actor = { id: 'chief', name: 'Chief', roles: ['reviewer'], scope: ['*'] };
const province = '25';
const all = 1_234;
const everyId = Array.from({ length: all }, (_, no) => `một${no + 1}`);

/** One connection only: whoever keeps it to himself keeps everybody else waiting. */
let database: Database;
/** How often the database was asked. */
let asked = 0;
let fetchFrom: (input: RequestInfo | URL, init?: RequestInit) => Promise<Response>;
beforeAll(async () => {
  const real = await openDatabase({ url: await ownDatabase(), connections: 1 });
  database = {
    ...real,
    behind: (asking, work) => {
      asked += 1;
      return real.behind(asking, work);
    },
  };
  // Written by one statement, as a batch is, so that only their numbers tell which came first.
  await real.behind({ role: 'writer', province }, async (db) => {
    await sql`insert into record (province, type, id, version, value)
      select ${province}, 'activity', 'một' || n, 1, '{}' from generate_series(1, ${all}::int) n`.execute(db);
    await sql`insert into command (province, id, at, actor, kind, record, entry)
      select ${province}, 'c' || n, now(), 'x', 'activity.record', 'một' || n,
        json_build_object('records', json_build_array(json_build_object('type', 'activity', 'id', 'một' || n, 'version', 1)))
      from generate_series(1, ${all}::int) n`.execute(db);
  });
  const app = createApp({
    ...{ database, files: memoryFiles(), now: () => new Date() },
    identify: async () => ({ actor: chief, province }),
  });
  fetchFrom = async (input, init) => app.request(input, init);
});
afterAll(() => database.close());

const pullBy = (fetch: typeof fetchFrom): ChangesPull =>
  createChangesPull({ baseUrl: 'http://htsd.example', fetch });

const streamed = (since: string): Promise<Response> =>
  fetchFrom(`http://htsd.example/v1/changes?since=${since}`, { headers: { Accept: 'application/x-ndjson' } });

async function taken(pull: ChangesPull, since = 'c1.0.0'): Promise<PulledChanges[]> {
  const parts: PulledChanges[] = [];
  for await (const part of pull(since)) parts.push(part);
  return parts;
}

const idsOf = (parts: readonly PulledChanges[]): string[] =>
  parts.flatMap(({ items }) => items.map(({ id }) => id));

/** An answer of which only so much arrives; every other one ends as if that were all. */
function cutAfter(bytes: Uint8Array): Response {
  let left = bytes;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (left.length > 0) controller.enqueue(left);
      else if (bytes.length % 2 === 0) controller.close();
      else controller.error(new TypeError('The connection was cut.'));
      left = new Uint8Array();
    },
  });
  return new Response(body, { headers: { 'Content-Type': 'application/x-ndjson' } });
}

describe('changes by pages', () => {
  it('are told once and in order, however many of them one statement wrote', async () => {
    const found: string[] = [];
    let since = 'c1.0.0';
    for (let more = true; more;) {
      const page = await changesSince(database, chief, province, since);
      found.push(...page.steps.flatMap(({ items }) => items.map(({ id }) => id)));
      ({ next: since, more } = page);
    }
    expect(found).toEqual(everyId);
  });

  it('are what a server without a stream is asked for', async () => {
    const pages = pullBy((input, init) => fetchFrom(input, { ...init, headers: {} }));
    const parts = await taken(pages);
    expect([parts.length, idsOf(parts)]).toEqual([3, everyId]);
  });
});

describe('changes in a stream', () => {
  it('are those of the pages, in one answer', async () => {
    let requests = 0;
    const parts = await taken(pullBy((...request) => ((requests += 1), fetchFrom(...request))));
    expect([requests, parts.length, idsOf(parts)]).toEqual([1, all, everyId]);
    expect(await taken(pullBy(fetchFrom), parts.at(-1)!.next)).toEqual([]);
    const later = parts[600]!.next;
    expect(idsOf(await taken(pullBy(fetchFrom), later))).toEqual(everyId.slice(601));
  });

  it('come to a browser that has no streams, too', async () => {
    const whole = pullBy(async (...request) =>
      Object.defineProperty(await fetchFrom(...request), 'body', { value: null }),
    );
    expect(idsOf(await taken(whole))).toEqual(everyId);
  });

  it('begin where there is nothing yet to tell', async () => {
    const { value } = await pullBy(fetchFrom)().next();
    expect(value).toEqual({ items: [], next: expect.stringMatching(/^c1\.\d+\.\d+$/) as string });
    expect(await taken(pullBy(fetchFrom), value!.next)).toEqual([]);
  });

  it('go on where they were cut, at any byte of a line, and tell nothing twice', async () => {
    const since = (await taken(pullBy(fetchFrom)))[all - 4]!.next;
    const whole = new Uint8Array(await (await streamed(since)).arrayBuffer());
    const firstLine = whole.indexOf('\n'.charCodeAt(0)) + 1;
    expect(whole.length).toBeGreaterThan(200);
    for (let bytes = 0; bytes < whole.length; bytes += 1) {
      let requests = 0;
      const cutOnce = pullBy((...request) => {
        requests += 1;
        return requests > 1 ? fetchFrom(...request) : Promise.resolve(cutAfter(whole.subarray(0, bytes)));
      });
      if (bytes < firstLine) await expect(taken(cutOnce, since)).rejects.toMatchObject({ code: 'offline' });
      else expect([bytes, ...idsOf(await taken(cutOnce, since))]).toEqual([bytes, ...everyId.slice(-3)]);
    }
  });

  it('are read from the database as they are taken, and no faster', async () => {
    asked = 0;
    const reader = (await streamed('c1.0.0')).body!.getReader();
    await reader.read();
    // The commands of one page, and what of them may be told: the only connection is free.
    expect(asked).toBe(2);
    await database.ping();
    expect(asked).toBe(2);
    await reader.read();
    expect(asked).toBe(4);
    await reader.cancel();
    expect(asked).toBe(4);
    await database.ping();
  });

  it('are not sent any more to who leaves', async () => {
    let sent = true;
    const endless = pullBy(async () => {
      let no = 0;
      const body = new ReadableStream<Uint8Array>({
        pull: (to) => to.enqueue(new TextEncoder().encode(`{"items":[],"next":"${(no += 1)}"}\n`)),
        cancel: () => void (sent = false),
      });
      return new Response(body, { headers: { 'Content-Type': 'application/x-ndjson' } });
    });
    for await (const { next } of endless('0')) if (next === '3') break;
    expect(sent).toBe(false);
  });

  it('end after a while, and say that there is more', async () => {
    const desk = { changes: (since?: string) => changesSince(database, chief, province, since) };
    let minutes = 0;
    const clock = (): number => (minutes += 1) * 60_000;
    const lines = await changesInLines(desk, 'c1.0.0', () => undefined, undefined, clock);
    const text = (await new Response(lines).text()).trim().split('\n');
    expect(text).toHaveLength(500 + 1);
    expect(JSON.parse(text.at(-1)!)).toMatchObject({ more: true });
    expect((JSON.parse(text.at(-1)!) as { next: string }).next).toBe(
      (JSON.parse(text.at(-2)!) as { next: string }).next,
    );
  });

  it('end early where the program stops, and say where to go on', async () => {
    const closing = new AbortController();
    const desk = {
      changes: (since?: string) => {
        closing.abort();
        return changesSince(database, chief, province, since);
      },
    };
    const lines = await changesInLines(desk, 'c1.0.0', () => undefined, closing.signal);
    const text = (await new Response(lines).text()).trim().split('\n');
    expect(text).toHaveLength(500 + 1);
    expect(JSON.parse(text.at(-1)!)).toMatchObject({ more: true });
  });

  it('say when they cannot go on, after what was told before', async () => {
    const told: unknown[] = [];
    let pages = 0;
    const desk = {
      changes: (since?: string) => {
        if ((pages += 1) > 1) throw new Error('relation "command" is not there');
        return changesSince(database, chief, province, since);
      },
    };
    const lines = await changesInLines(desk, 'c1.0.0', (error) => told.push(error));
    const text = (await new Response(lines).text()).trim().split('\n');
    expect(text).toHaveLength(500 + 1);
    expect(JSON.parse(text.at(-1)!)).toEqual({ error: { code: 'server', params: {}, retryable: true } });
    expect(told).toHaveLength(1);
  });

  it('are refused as pages are', async () => {
    expect((await streamed('x')).status).toBe(400);
    await expect(taken(pullBy(fetchFrom), 'x')).rejects.toMatchObject({ code: 'invalid' });
  });

  it('of a server that goes round in a circle come to an end', async () => {
    const circle = pullBy(async () => Response.json({ items: [], next: 'c1.0.0', more: true }));
    await expect(taken(circle)).rejects.toMatchObject({ code: 'server', params: { reason: 'malformed' } });
    const wrong = pullBy(async () => Response.json({ items: [{ type: 'x' }], next: 'y', more: false }));
    await expect(taken(wrong)).rejects.toMatchObject({ code: 'server', params: { reason: 'malformed' } });
  });
});

it('a place that a database restored from before has not come to is refused, and not taken for one after which nothing happened', async () => {
  const url = await ownDatabase();
  const restored = await openDatabase({ url, connections: 1 });
  const server = await startServer({ database: restored });
  const client = new pg.Client(url);
  await client.connect();
  try {
    const scene = await sceneOn(server);
    await scene.register(await scene.as(officer));
    const { rows } = await client.query<{ xid: string }>('select pg_current_xact_id()::text as xid');
    const later = `c1.${BigInt(rows[0]!.xid) + 1_000n}.7`;
    const refused = { code: 'invalid', params: { field: 'since' } };
    await expect(changesSince(restored, officer, scene.tenant, later)).rejects.toMatchObject(refused);
    const token = await server.signer.token(officer, scene.tenant);
    const pull = createChangesPull({ baseUrl: server.url, token: () => token });
    await expect(taken(pull, later)).rejects.toMatchObject(refused);
    // Where to begin is never ahead, also while nobody does anything.
    const { next } = await changesSince(restored, officer, scene.tenant, undefined);
    expect(await changesSince(restored, officer, scene.tenant, next)).toEqual({
      steps: [],
      next,
      more: false,
    });
    await scene.end();
  } finally {
    await client.end();
    await server.close();
    await restored.close();
  }
});

it('who leaves a stream of a real server leaves nothing behind there', async () => {
  const server = await startServer({ database });
  const token = await server.signer.token(chief, province);
  const pull = createChangesPull({ baseUrl: server.url, token: () => token });
  const left: string[] = [];
  for await (const { items } of pull('c1.0.0')) {
    left.push(...items.map(({ id }) => id));
    if (left.length === 3) break;
  }
  expect(left).toEqual(everyId.slice(0, 3));
  const controller = new AbortController();
  const given = pull('c1.0.0', { signal: controller.signal });
  await given.next();
  controller.abort();
  await expect(given.next()).rejects.toMatchObject({ name: 'AbortError' });
  expect(idsOf(await taken(pull))).toEqual(everyId);
  // Would wait for connections that somebody holds.
  await server.close();
  expect(server.told).toEqual([]);
});
