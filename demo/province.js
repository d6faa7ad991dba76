/**
 * What a province's staff sees on its intranet: gauges, ranking, register and report of one place, over figures of the press
 * and of an invented province. Which place is shown stands in the address, as anywhere: `?place=ha-noi`.
 */
import { enterSamples } from './enter-samples.js';
import { catalog, openBackend, seed } from './province-data.js';
import { sampleProvince } from './province-places.js';
import { views } from './province-views.js';

const staff = { id: 'chuyen-vien-tinh', name: 'Đỗ Thị Minh', roles: ['officer', 'reviewer'], scope: ['*'] };
const wanted = new URL(location.href).searchParams;
const shown = Object.hasOwn(views, wanted.get('place') ?? '') ? wanted.get('place') : 'vinh-phuc';
const view = views[shown];
const byId = (id) => document.getElementById(id);

function make(tag, attributes = {}, ...inside) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...inside);
  return element;
}

/** An element of the library, in the theme and language that the address asks for. */
function embedded([tag, attributes, properties]) {
  const element = Object.assign(make(tag, attributes), properties);
  for (const name of ['theme', 'lang']) if (wanted.has(name)) element.setAttribute(name, wanted.get(name));
  return element;
}

const table = ({ caption, rows }) =>
  make(
    'table',
    { class: 'told' },
    make('caption', {}, caption),
    make(
      'tbody',
      {},
      ...rows.map(([name, value]) =>
        make('tr', {}, make('th', { scope: 'row' }, name), make('td', {}, value)),
      ),
    ),
  );

function section({ title, text, table: told, report, elements = [] }) {
  const part = make('section', { class: 'part' }, make('h2', {}, title));
  if (text) part.append(make('p', {}, text));
  if (told) part.append(table(told));
  for (const one of report ? [['htsd-report', report]] : elements)
    part.append(Array.isArray(one[0]) ? make('div', { class: 'pair' }, ...one.map(embedded)) : embedded(one));
  return part;
}

/** Chooses a commune for all that follows it, or the whole province again. */
async function picker(within) {
  const { places } = await catalog.references();
  const field = embedded([
    'htsd-locality-picker',
    { label: 'Xem một xã hoặc cả tỉnh', levels: 'province commune' },
  ]);
  field.value = `${sampleProvince}@2020-01-01`;
  field.places = {
    localities: places.flatMap(({ localities }) => localities),
    events: places.flatMap(({ events }) => events),
  };
  field.addEventListener('htsd-choose', ({ place, former }) => {
    const elsewhere = { 25: former?.code === '26' ? 'vinh-phuc' : 'phu-tho', '01': 'ha-noi' }[place?.code];
    if (elsewhere) location.search = `?place=${elsewhere}`;
    else if (!place || place.code === sampleProvince || place.parent === sampleProvince)
      for (const one of within.querySelectorAll('[data-place]'))
        one.setAttribute(
          one.localName === 'htsd-register' ? 'place' : 'locality',
          place?.code ?? sampleProvince,
        );
  });
  return make('div', { class: 'chosen' }, field);
}

document.title = `${view.title} – Mạng nội bộ`;
byId('title').textContent = byId('here').textContent = view.title;
byId('lead').textContent = view.lead;
byId('views').append(
  ...Object.entries(views).map(([name, { tab }]) =>
    make(
      'li',
      {},
      make('a', { href: `?place=${name}`, ...(name === shown && { 'aria-current': 'true' }) }, tab),
    ),
  ),
);

await enterSamples(seed);
const provider = document.createElement('htsd-provider');
provider.backend = openBackend(staff);
byId('page').append(make('p', { class: view.invented ? 'stand invented' : 'stand' }, view.stand), provider);
if (view.picker) provider.append(await picker(provider));
provider.append(...view.parts.map(section));
