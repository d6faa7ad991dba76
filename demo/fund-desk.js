/**
 * The books of a fund, for three people on one device. Who somebody is comes from the back end's session; a portal knows
 * it from its sign-in, this page from `?person=`. `?fund=` names another fund: who may, opens its books.
 */
import { backendFor } from './backend.js';
import { enterSamples } from './enter-samples.js';
import { fund, people, seedFund } from './fund-data.js';

const views = {
  treasurer: { view: 'treasurer', position: 'Thủ quỹ' },
  second: { view: 'treasurer', position: 'Chủ tài khoản' },
  inspector: { view: 'inspection', position: 'Ban kiểm tra' },
};

const wanted = new URL(location.href).searchParams;
const who = Object.hasOwn(views, wanted.get('person') ?? '') ? wanted.get('person') : 'treasurer';
const { view, position } = views[who];
const asked = wanted.get('fund') ?? fund;
const address = wanted.has('fund') ? `?person=${who}&fund=${asked}` : `?person=${who}`;
document.querySelector(`.states a[href=${JSON.stringify(address)}]`)?.setAttribute('aria-current', 'true');
document.querySelector('#name').textContent = people[who].name;
document.querySelector('#position').textContent = position;

await enterSamples(seedFund);
const provider = document.createElement('htsd-provider');
provider.backend = backendFor(people[who]);
const tracker = document.createElement('htsd-fund-tracker');
tracker.setAttribute('fund', asked);
tracker.setAttribute('view', view);
if (wanted.has('theme')) tracker.setAttribute('theme', wanted.get('theme'));
provider.append(tracker);
document.querySelector('#desk').append(provider);
