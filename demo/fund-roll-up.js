/** The commune's fund and those below it, as anybody may add them up: nobody is signed in. */
import { createLocalAdapter } from '/htsd/lib/adapters/local.js';
import { presets } from '/htsd/lib/presets.js';
import { seedFundTree } from './fund-tree-data.js';

const fund = await seedFundTree();
const provider = document.createElement('htsd-provider');
provider.backend = createLocalAdapter({ actor: null, catalog: presets });
const tracker = document.createElement('htsd-fund-tracker');
tracker.setAttribute('fund', fund);
tracker.setAttribute('view', 'roll-up');
const wanted = new URL(location.href).searchParams;
for (const name of ['theme', 'lang']) if (wanted.has(name)) tracker.setAttribute(name, wanted.get(name));
provider.append(tracker);
document.querySelector('#funds').append(provider);
