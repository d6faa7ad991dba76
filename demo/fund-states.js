/** Every state of a fund, on back ends written for them like those of the form. */
import { createMemoryAdapter } from '/htsd/lib/adapters/memory.js';
import { HtsdError } from '/htsd/lib/backend.js';

const visitor = () => createMemoryAdapter({ actor: null });
const fund = 'quy-khuyen-hoc-sen-ho';

/** A back end of which no question is answered but in this way. */
const answering = (query) => ({ ...visitor(), query });
const failing = (code) => answering(() => Promise.reject(new HtsdError(code)));

/** Fails once: pressing "try again" then finds that there is no such fund. */
function failingOnce() {
  const backend = visitor();
  let failed = false;
  return {
    ...backend,
    query(name, params, options) {
      if (failed) return backend.query(name, params, options);
      failed = true;
      return Promise.reject(new HtsdError('server'));
    },
  };
}

const states = {
  'fund-loading': () => [answering(() => new Promise(() => {})), { fund }],
  'fund-empty': () => [visitor(), {}],
  'fund-error': () => [failingOnce(), { fund }],
  'fund-offline': () => [failing('offline'), { fund }],
  'fund-forbidden': () => [visitor(), { fund, view: 'treasurer' }],
  'fund-not-found': () => [visitor(), { fund: 'khong-co-quy-nay' }],
};

/** The fund in the state, inside a provider; undefined where the name is none of a fund's states. */
export function fundIn(state) {
  if (!Object.hasOwn(states, state)) return undefined;
  const [backend, attributes] = states[state]();
  const provider = document.createElement('htsd-provider');
  provider.backend = backend;
  const tracker = document.createElement('htsd-fund-tracker');
  for (const [name, value] of Object.entries(attributes)) tracker.setAttribute(name, value);
  provider.append(tracker);
  return provider;
}
