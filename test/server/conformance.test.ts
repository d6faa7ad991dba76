import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHttpAdapter } from '../../src/backend/http/http-adapter.js';
import { conformance, type Harness } from '../../src/backend/conformance/conformance.js';
import type { Backend } from '../../src/backend/port.js';
import type { Registry } from '../../src/domain/registry.schema.js';
import { createSigner } from './keys.js';
import { ownDatabase } from './own-database.js';
import { openDatabase } from '../../src/server/storage/database.js';
import { startServer, type TestServer } from './start-server.js';

const registries = new Map<string, Registry>();
let server: TestServer;
let twin: TestServer;
beforeAll(async () => {
  const registry = (province: string) => registries.get(province);
  const url = await ownDatabase();
  // At the same time, as copies behind a balancer start: one brings the tables, the other waits for it.
  const [database, other] = await Promise.all([openDatabase({ url }), openDatabase({ url })]);
  const signer = await createSigner();
  server = await startServer({ database, signer, registry });
  twin = await startServer({ database: other, signer, registry });
});
afterAll(async () => {
  await Promise.all([server.close(), twin.close()]);
  await Promise.all([server.database.close(), twin.database.close()]);
  expect([...server.told, ...twin.told], 'failures that nobody foresaw').toEqual([]);
});

/** What becomes of the next call of a back end on its way. */
const onTheWay = new Map<Backend, 'stall' | 'lose'>();

const harness: Harness = {
  async open({ tenant, actor }) {
    let fault: 'stall' | 'lose' | undefined;
    const backend = createHttpAdapter({
      ...{ baseUrl: (turn += 1) % 2 === 0 ? server.url : twin.url, province: tenant },
      token: () => {
        // Asked for as each call begins, which may be given up before anything is sent.
        fault = onTheWay.get(backend);
        onTheWay.delete(backend);
        return actor ? server.signer.token(actor, tenant) : undefined;
      },
      async fetch(input, init) {
        if (fault === 'stall')
          return new Promise((_, fail) => {
            init?.signal?.addEventListener('abort', () => fail(new DOMException('Aborted', 'AbortError')));
          });
        const response = await fetch(input, init);
        if (fault === 'lose') throw new TypeError('The connection was cut.');
        return response;
      },
    });
    return backend;
  },
  vouch: (tenant, registry) => void registries.set(tenant, registry),
  stall: (backend) => void onTheWay.set(backend, 'stall'),
  loseAnswer: (backend) => void onTheWay.set(backend, 'lose'),
  damage: (province, id) =>
    server.database.behind({ role: 'writer', province }, async (db) => {
      await db
        .updateTable('record')
        .set({ value: '{' })
        .where('type', '=', 'assessment')
        .where('id', '=', id)
        .execute();
    }),
};

/** Sent by turns to either of two servers. */
let turn = 0;

describe('two servers on one PostgreSQL, asked by turns over HTTP', () => {
  for (const { name, run } of conformance(harness)) it(name, run);
});
