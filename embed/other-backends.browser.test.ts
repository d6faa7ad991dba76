import { expect } from '@open-wc/testing';
import { isHtsdError } from '../src/backend/errors.js';
import { installAdapters } from './adapters.js';
import { createForPage } from './other-backends.js';

installAdapters();

function tag(attributes: Record<string, string>): Element {
  const element = document.createElement('div');
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}

const failure = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => undefined,
    (error: unknown) => (isHtsdError(error) ? [error.code, error.params['field']] : String(error)),
  );

type Page = typeof globalThis & { M?: { cfg: Record<string, unknown> } };

describe('the back end that a page names', () => {
  afterEach(() => void delete (globalThis as Page).M);

  it('is made with the options beside its name', async () => {
    const backend = await createForPage(tag({ 'data-htsd-adapter': 'memory', 'data-tenant': 'xa-sen-ho' }));
    expect((await backend.session()).tenant).to.equal('xa-sen-ho');
    await backend.dispose();
  });

  it('is none where nobody knows the name', async () => {
    expect(await failure(createForPage(tag({ 'data-htsd-adapter': 'elsewhere' })))).to.contain('elsewhere');
  });

  it('is that of Moodle where the page is one of Moodle, with the queue before it', async () => {
    const moodle = tag({ 'data-htsd-adapter': 'moodle' });
    expect(await failure(createForPage(moodle))).to.deep.equal(['invalid', 'wwwroot']);
    (globalThis as Page).M = { cfg: { wwwroot: location.origin, sesskey: 'abc', contextid: 7 } };
    const backend = await createForPage(moodle);
    expect([backend.name, backend.capabilities.remote, 'outbox' in backend]).to.deep.equal([
      'moodle',
      true,
      true,
    ]);
    await backend.dispose();
  });
});
