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
