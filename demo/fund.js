/** The fund as anybody reads it: nobody is signed in. Its books are those of the treasurer's page. */
import { registerOffline } from '/htsd/lib/client.js';
import { backendFor, remote } from './backend.js';
import { enterSamples } from './enter-samples.js';
import { fund, seedFund } from './fund-data.js';

await enterSamples(seedFund);
const provider = document.createElement('htsd-provider');
provider.backend = backendFor(null);
const tracker = document.createElement('htsd-fund-tracker');
tracker.setAttribute('fund', fund);
const theme = new URL(location.href).searchParams.get('theme');
if (theme) tracker.setAttribute('theme', theme);
provider.append(tracker);
document.querySelector('#fund').append(provider);
if (remote) {
  // The books are on the server: without network there is nothing to be read here.
  const { tenant } = await backendFor(null).session();
  const link = document.querySelector('#plain a');
  link.href = `/public/${encodeURIComponent(tenant)}/funds/${fund}/fund.html`;
  document.querySelector('#plain').hidden = false;
} else if (await registerOffline('/htsd-sw.js'))
  // Once all is fetched that the page is made of: it can then be read and checked without network.
  document.querySelector('#kept').hidden = false;
