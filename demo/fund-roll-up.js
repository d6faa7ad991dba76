/** The commune's fund and those below it, as anybody may add them up: nobody is signed in. */
import { backendFor } from './backend.js';
import { enterSamples } from './enter-samples.js';
import { fund } from './fund-data.js';
import { seedFundTree } from './fund-tree-data.js';

await enterSamples(seedFundTree);
const provider = document.createElement('htsd-provider');
provider.backend = backendFor(null);
const tracker = document.createElement('htsd-fund-tracker');
tracker.setAttribute('fund', fund);
tracker.setAttribute('view', 'roll-up');
const wanted = new URL(location.href).searchParams;
for (const name of ['theme', 'lang']) if (wanted.has(name)) tracker.setAttribute(name, wanted.get(name));
provider.append(tracker);
document.querySelector('#funds').append(provider);
