/**
 * The reviewer and the one who signs, on the device where the portal's other pages write, too. Who somebody is comes from
 * the back end's session; a portal knows it from its sign-in, this page from `?person=`.
 */
import { withDemoIssuer } from '/htsd/lib/demo-issuer.js';
import { backendFor } from './backend.js';
import { seed } from './review-data.js';

const people = {
  reviewer: {
    actor: { id: 'tham-dinh-1', name: 'Trần Văn Đức', roles: ['reviewer'], scope: ['*'] },
    position: 'Cán bộ thẩm định',
    tag: 'htsd-review',
    attributes: {},
  },
  signer: {
    actor: { id: 'nguoi-ky', name: 'Trần Quốc Việt', roles: ['signer'], scope: ['*'] },
    position: 'Người ký',
    tag: 'htsd-recognition',
    attributes: {
      'issuer-id': 'ubnd-xa-sen-ho',
      'issuer-name': 'Uỷ ban nhân dân xã Sen Hồ',
      'registry-src': 'registry.json',
      signer: 'Trần Quốc Việt',
      'signer-position': 'Chủ tịch',
      place: 'Sen Hồ',
    },
  },
};

const wanted = new URL(location.href).searchParams;
const who = Object.hasOwn(people, wanted.get('person') ?? '') ? wanted.get('person') : 'reviewer';
const { actor, position, tag, attributes } = people[who];
document.querySelector(`.states a[href="?person=${who}"]`).setAttribute('aria-current', 'true');
document.querySelector('#name').textContent = actor.name;
document.querySelector('#position').textContent = position;

// Where the samples cannot be entered, the desk itself says what is wrong.
await seed().catch((error) => console.warn('The samples could not be entered', error));
const provider = document.createElement('htsd-provider');
// What the signer grants gets a trial badge at once, which says that it is one.
provider.backend = withDemoIssuer(backendFor(actor));
// It keeps what the page's default back end keeps, so that the page beside the script knows its titles.
provider.setAttribute('verify-href', 'htsd/verify.html');
const desk = document.createElement(tag);
for (const [name, value] of Object.entries(attributes)) desk.setAttribute(name, value);
if (wanted.has('theme')) desk.setAttribute('theme', wanted.get('theme'));
desk.addEventListener('htsd-decided', ({ act, about }) => {
  if (act !== 'grant') return;
  document.querySelector('#badge-lead').hidden = false;
  for (const id of about) {
    const place = document.createElement('li');
    const link = document.createElement('a');
    link.href = `badges.html#${encodeURIComponent(id)}`;
    link.textContent = `Huy hiệu ${id}`;
    place.append(link);
    document.querySelector('#badge-links').append(place);
  }
});
provider.append(desk);
document.querySelector('#desk').append(provider);
