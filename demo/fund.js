/** The fund as anybody reads it: nobody is signed in. Its books are those of the treasurer's page. */
import { createLocalAdapter } from '/htsd/lib/adapters/local.js';
import { registerOffline } from '/htsd/lib/client.js';
import { presets } from '/htsd/lib/presets.js';
import { fund, seedFund } from './fund-data.js';

await seedFund();
const provider = document.createElement('htsd-provider');
provider.backend = createLocalAdapter({ actor: null, catalog: presets });
const tracker = document.createElement('htsd-fund-tracker');
tracker.setAttribute('fund', fund);
const theme = new URL(location.href).searchParams.get('theme');
if (theme) tracker.setAttribute('theme', theme);
provider.append(tracker);
document.querySelector('#fund').append(provider);
// Once all is fetched that the page is made of: it can then be read and checked without network.
if (await registerOffline('/htsd-sw.js')) document.querySelector('#kept').hidden = false;
