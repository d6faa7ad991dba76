import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { benchRoot, bundle } from '../harness/build.mjs';
import { document } from './html.mjs';

const probe = readFileSync(join(benchRoot, 'harness', 'ledger-probe.js'), 'utf8');
const form = '<script type="module" src="form.js"></script>';

/** Who shows the register. */
export const registerContestants = [
  {
    id: 'plain',
    title: 'windowed list over getAll',
    head: `<link rel="stylesheet" href="form.css">${form}`,
    body: '<p class="status" role="status"></p><div class="scroller"><div class="space"></div></div>',
  },
  {
    id: 'ours',
    title: 'HTSD',
    head: `<script type="module" src="/dist/register.js"></script><script type="module" src="/dist/provider.js"></script>${form}`,
    body: '',
  },
];

/** Routes of their pages. */
export async function registerRoutes() {
  const map = {};
  for (const { id, title, head, body } of registerContestants) {
    const base = `/register-${id}/`;
    map[`${base}index.html`] = document({
      title,
      head: `<script>${probe}</script>${head}`,
      body: `<h1>${title}</h1><div id="ledger">${body}</div>`,
    });
    map[base] = { folder: await bundle(`register-${id}`) };
  }
  return map;
}
