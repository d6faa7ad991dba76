/** Funds as the tests of `htsd-fund-tracker` put them into a page. */
import '../../components/fund-tracker/fund-tracker.define.js';
import '../../components/provider/provider.define.js';
import { setClientMaker } from '../../components/base/adapter-registry.js';
import { HtsdError } from '../../src/backend/errors.js';
import { createMemoryAdapter } from '../../src/backend/memory/memory-adapter.js';
import type { Backend } from '../../src/backend/port.js';
import { createClient } from '../../src/client/client.js';
import { until } from './mount-form.js';

export type Tracker = HTMLElementTagNameMap['htsd-fund-tracker'];

/** An element on a back end of which some answers are replaced. */
export function mount(
  changes: Partial<Backend>,
  attributes: Record<string, string> = { fund: 'quy-1' },
): Tracker {
  const provider = document.createElement('htsd-provider');
  provider.backend = { ...createMemoryAdapter({ actor: null }), ...changes };
  const tracker = document.createElement('htsd-fund-tracker');
  for (const [name, value] of Object.entries(attributes)) tracker.setAttribute(name, value);
  provider.append(tracker);
  document.body.append(provider);
  return tracker;
}

/** What a back end says that cannot tell who is asking. */
export const failing = (code: ConstructorParameters<typeof HtsdError>[0]): Partial<Backend> => ({
  session: () => Promise.reject(new HtsdError(code)),
});

export const phase = (tracker: Tracker, wanted: Tracker['phase']) =>
  until(() => tracker.phase === wanted, wanted);

export const words = (tracker: Tracker): string =>
  (tracker.shadowRoot?.textContent ?? '').replace(/\s+/g, ' ').trim();

/** Each test of a file begins with an empty Vietnamese page. */
export function useCleanPage(): void {
  setClientMaker(async (backend) => createClient(backend, { storage: 'fund-test' }));

  beforeEach(() => {
    document.documentElement.lang = 'vi';
  });
  afterEach(() => document.body.replaceChildren());
}
