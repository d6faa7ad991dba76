import { serve } from '@hono/node-server';
import type { Hono } from 'hono';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { conformance, type Harness, type Part } from '../../src/backend/conformance/conformance.js';
import { checkMapping, createMappedAdapter } from '../../src/backend/http/http-adapter.js';
import type { Mapping } from '../../src/backend/http/http-adapter.js';
import type { Backend } from '../../src/backend/port.js';
import { pageOf, schemasOf } from '../../src/domain/query.schema.js';
import { createFormApi } from './form-api.js';
import formMapping from './form-api.mapping.json' with { type: 'json' };
import { createODataApi } from './odata-api.js';
import odataMapping from './odata-api.mapping.json' with { type: 'json' };
import { tokenOf } from './people.js';

/** Starts a foreign back end on loopback and proves it by the suite, through its mapping alone. */
function proves(name: string, app: Hono, mapping: Mapping, parts: readonly Part[]): void {
  describe(name, () => {
    let server: ReturnType<typeof serve>;
    let baseUrl = '';
    beforeAll(async () => {
      await new Promise<void>((done) => {
        server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, () => done());
      });
      baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`;
    });
    afterAll(() => new Promise((done) => server.close(done)));

    const onTheWay = new Map<Backend, 'stall' | 'lose'>();
    const harness: Harness = {
      parts,
      async open(person) {
        let fault: 'stall' | 'lose' | undefined;
        const mapped = createMappedAdapter({
          ...{ baseUrl, mapping },
          token: () => tokenOf(person),
          async fetch(input, init) {
            if (fault === 'stall')
              return new Promise((_, fail) => {
                init?.signal?.addEventListener('abort', () =>
                  fail(new DOMException('Aborted', 'AbortError')),
                );
              });
            const response = await fetch(input, init);
            if (fault === 'lose') throw new TypeError('The connection was cut.');
            return response;
          },
        });
        // A call may be given up before anything is sent: the fault is that call's all the same.
        const taking = (): void => {
          fault = onTheWay.get(backend);
          onTheWay.delete(backend);
        };
        const backend: Backend = {
          ...mapped,
          async query(name, ...call) {
            taking();
            const page = await mapped.query(name, ...call);
            // What comes out of a mapping must be whole records, or a client will not show them.
            pageOf((await schemasOf(name))!).parse(page);
            return page;
          },
          execute: (...call) => (taking(), mapped.execute(...call)),
        };
        return backend;
      },
      stall: (backend) => void onTheWay.set(backend, 'stall'),
      loseAnswer: (backend) => void onTheWay.set(backend, 'lose'),
    };
    it('has a mapping without faults', () => {
      expect(checkMapping(JSON.parse(JSON.stringify(mapping)))).toEqual([]);
    });
    for (const { name: title, run } of conformance(harness)) it(title, run);
  });
}

proves(
  'a back end that posts forms and says failures with the status 200',
  createFormApi(),
  formMapping as Mapping,
  ['core'],
);
proves('a back end in the manner of OData', createODataApi(), odataMapping as Mapping, ['core', 'review']);
