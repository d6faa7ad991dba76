import { expect } from '@open-wc/testing';
import { isHtsdError } from '../src/backend/errors.js';
import { createPageClient } from './page-client.js';

const failure = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => undefined,
    (error: unknown) => (isHtsdError(error) ? [error.code, error.params['field']] : String(error)),
  );

type Page = typeof globalThis & { M?: { cfg: Record<string, unknown> } };

describe('the back end that a script tag names', () => {
  afterEach(() => void delete (globalThis as Page).M);

  it('is our server at its address, with the queue before it', async () => {
    const client = await createPageClient({ baseUrl: '/htsd', province: '25' });
    expect([client.backend.name, 'outbox' in client.backend]).to.deep.equal(['http', true]);
    await client.dispose();
  });

  it('is our server, told by the Moodle around it who is signed in', async () => {
    const network = window.fetch;
    const asked: [string, string | null][] = [];
    window.fetch = async (input, init) => {
      const { pathname, search } = new URL(input instanceof Request ? input.url : input.toString());
      asked.push([pathname + search, new Headers(init?.headers).get('Authorization')]);
      return pathname === '/lib/ajax/service.php'
        ? Response.json([{ error: false, data: { token: 'abc', person: 'u4', expiresin: 300 } }])
        : Response.json({ actor: { id: 'moodle-1.u4', name: 'Sen', roles: ['member'] }, tenant: '25' });
    };
    (globalThis as Page).M = { cfg: { wwwroot: location.origin, sesskey: 'key', contextid: 7 } };
    try {
      const client = await createPageClient({ htsdAdapter: 'http', baseUrl: '/htsd', moodlePerson: 'u4' });
      const { actor } = await client.backend.session();
      expect(actor?.id).to.equal('moodle-1.u4');
      expect(asked.slice(0, 2)).to.deep.equal([
        ['/lib/ajax/service.php?sesskey=key&info=local_htsd_token', null],
        ['/htsd/v1/session', 'Bearer abc'],
      ]);
      await client.dispose();
    } finally {
      window.fetch = network;
    }
  });

  it('is that of Moodle where the page is one of Moodle, with the queue before it', async () => {
    expect(await failure(createPageClient({ htsdAdapter: 'moodle' }))).to.deep.equal(['invalid', 'wwwroot']);
    (globalThis as Page).M = { cfg: { wwwroot: location.origin, sesskey: 'abc', contextid: 7 } };
    const client = await createPageClient({ htsdAdapter: 'moodle' });
    const { backend } = client;
    expect([backend.name, backend.capabilities.remote, 'outbox' in backend]).to.deep.equal([
      'moodle',
      true,
      true,
    ]);
    await client.dispose();
  });
});
