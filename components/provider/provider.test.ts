import { expect } from '@open-wc/testing';
import { createMemoryAdapter } from '../../src/backend/memory/memory-adapter.js';
import { createClient } from '../../src/client/client.js';
import { registerAdapter, setClientMaker } from '../base/adapter-registry.js';
import { tenItems } from '../../test/fixtures/criteria-sets.js';
import { catalogOf } from '../../test/support/catalog.js';
import { syncTag } from '../../test/support/mount-sync.js';
import { until } from '../../test/support/mount-form.js';
import type { HtsdErrorEvent } from '../base/error-event.js';

setClientMaker(async (backend) => createClient(backend, { storage: 'provider-test' }));

const phaseOf = (form: HTMLElementTagNameMap['htsd-assessment-form']): string | undefined =>
  form.session?.getState().phase;

afterEach(() => document.body.replaceChildren());

describe('htsd-provider', () => {
  it('makes the named back end from its attributes, without the ones that are its own', async () => {
    const seen: Readonly<Record<string, string>>[] = [];
    registerAdapter('spy', async (options) => {
      seen.push(options);
      return createMemoryAdapter({ tenant: options['tenant'] });
    });
    const provider = document.createElement('htsd-provider');
    for (const [name, value] of Object.entries({
      adapter: 'spy',
      tenant: 'sen-ho',
      class: 'x',
      lang: 'en',
      'verify-href': '/kiem-tra.html',
    })) {
      provider.setAttribute(name, value);
    }
    document.body.append(provider);
    await until(() => seen.length > 0, 'the adapter');
    expect(seen).to.deep.equal([{ tenant: 'sen-ho' }]);
  });

  it('gives its back end to a form that was there before it was defined or set', async () => {
    const provider = document.createElement('htsd-provider');
    provider.backend = createMemoryAdapter({ catalog: catalogOf(tenItems()) });
    const form = document.createElement('htsd-assessment-form');
    provider.append(form);
    document.body.append(provider);
    await until(() => phaseOf(form) === 'register', 'the register step');
  });

  it('moves its components to a new back end', async () => {
    const provider = document.createElement('htsd-provider');
    provider.backend = createMemoryAdapter({ actor: null });
    const form = document.createElement('htsd-assessment-form');
    provider.append(form);
    document.body.append(provider);
    await until(() => phaseOf(form) === 'forbidden', 'the refusal');
    provider.backend = createMemoryAdapter({ catalog: catalogOf(tenItems()) });
    await until(() => phaseOf(form) === 'register', 'the register step');
  });

  it('reports an adapter that nobody registered instead of throwing into the page', async () => {
    const provider = document.createElement('htsd-provider');
    provider.adapter = 'nowhere';
    const heard = new Promise<HtsdErrorEvent>((resolve) => provider.addEventListener('htsd-error', resolve));
    document.body.append(provider);
    expect(String((await heard).error)).to.contain('nowhere');
  });

  it('finds the provider around a shadow host', async () => {
    const provider = document.createElement('htsd-provider');
    provider.backend = createMemoryAdapter({ catalog: catalogOf(tenItems()) });
    const host = document.createElement('div');
    const form = document.createElement('htsd-assessment-form');
    host.attachShadow({ mode: 'open' }).append(form);
    provider.append(host);
    document.body.append(provider);
    await until(() => phaseOf(form) === 'register', 'the register step');
  });
});

describe('a back end over a network', () => {
  it('gets a queue before it, one on the device does not', async () => {
    const clientOf = async (remote: boolean) => {
      const adapter = createMemoryAdapter();
      const provider = document.createElement('htsd-provider');
      provider.backend = { ...adapter, capabilities: { ...adapter.capabilities, remote } };
      const status = document.createElement(syncTag);
      provider.append(status);
      document.body.append(provider);
      const line = () =>
        status.shadowRoot?.querySelector('.line:not([role=status]), .hint')?.textContent ?? '';
      await until(() => line() && !line().includes('Đang kiểm tra'), 'the line');
      return line();
    };
    expect(await clientOf(true)).to.contain('Đã gửi hết');
    expect(await clientOf(false)).to.contain('không cần gửi đi');
  });
});
