/**
 * A unit's form over a "server" that a box cuts off. The server is a store in this browser, so that the page needs none;
 * everything before it is what a portal with a real one has. The person is invented.
 */
import { HtsdError } from '/htsd/lib/backend.js';
import { createLocalAdapter } from '/htsd/lib/adapters/local.js';
import { withOutbox } from '/htsd/lib/client.js';
import { presets } from '/htsd/lib/presets.js';

const server = createLocalAdapter({
  name: 'may-chu-thu',
  catalog: presets,
  actor: { id: 'can-bo-van-phong', name: 'Nguyễn Thị Minh Hà', roles: ['officer'] },
});

let cut = new URL(location.href).searchParams.has('offline');
const over = (work) => (cut ? Promise.reject(new HtsdError('offline')) : work());
const backend = withOutbox(
  {
    ...server,
    capabilities: { ...server.capabilities, deviceOnly: false, remote: true },
    session: (options) => over(() => server.session(options)),
    query: (...args) => over(() => server.query(...args)),
    execute: (...args) => over(() => server.execute(...args)),
    files: {
      put: (...args) => over(() => server.files.put(...args)),
      get: (...args) => over(() => server.files.get(...args)),
    },
  },
  { storage: 'htsd-thu-mang' },
);

const network = document.querySelector('#network');
network.checked = cut;
network.addEventListener('change', () => {
  cut = network.checked;
  if (!cut) void backend.outbox.send();
});

const provider = document.createElement('htsd-provider');
provider.backend = backend;
const form = document.createElement('htsd-assessment-form');
form.setAttribute('model', 'unit');
provider.append(document.createElement('htsd-sync-status'), form);
document.querySelector('#desk').append(provider);
