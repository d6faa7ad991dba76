import { document, escape } from '../html.mjs';

export const cycle = '2026';

const scope = ['*'];
/** Whoever works on the bench's assessments. */
export const people = {
  author: { id: 'author', name: 'Lê Thị Hoa', roles: ['officer', 'admin'], scope },
  reviewer: { id: 'reviewer', name: 'Trần Văn Đức', roles: ['reviewer'], scope },
  signer: { id: 'signer', name: 'Phạm Minh Đức', roles: ['signer'], scope },
};

/** A desk on the page's own store, as its person. `then` runs with the desk once it is in the page. */
const desk =
  (tag, actor, attributes, then = '') =>
  (set) =>
    document({
      title: set.title.vi,
      head: '<script type="module" src="/dist/htsd.js"></script>',
      body: `<h1>${escape(set.title.vi)}</h1>
<script type="module">
import { createLocalAdapter } from '/dist/lib/adapters/local.js';
const provider = document.createElement('htsd-provider');
const catalog = { list: async () => [], get: async () => undefined };
provider.backend = createLocalAdapter({ actor: ${JSON.stringify(actor)}, catalog });
const desk = document.createElement('${tag}');
for (const [name, value] of Object.entries(${JSON.stringify(attributes)})) desk.setAttribute(name, value);
provider.append(desk);
document.body.append(provider);
${then}
</script>`,
    });

/** One assessment, taken up and open. */
export const reviewPage = desk('htsd-review', people.reviewer, { assessment: 'bench-0' });

/** The list of all that wait, taken whole. */
export const recognitionPage = desk(
  'htsd-recognition',
  people.signer,
  { 'issuer-name': 'UBND xã Thử', signer: 'Phạm Minh Đức', model: 'unit' },
  `const press = async (selector) => {
  for (;;) {
    const found = desk.shadowRoot?.querySelector(selector);
    if (found && !found.disabled) return found.click();
    await new Promise((frame) => requestAnimationFrame(frame));
  }
};
await press('#all');
await press('#take-all');`,
);
