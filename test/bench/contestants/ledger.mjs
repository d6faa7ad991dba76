import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { benchRoot, bundle } from '../harness/build.mjs';
import { document } from './html.mjs';

const probe = readFileSync(join(benchRoot, 'harness', 'ledger-probe.js'), 'utf8');
const list = `<p class="status" role="status"></p>
<div class="scroller"><div class="space"></div></div>`;
const table = `<p class="status" role="status"></p>
<div class="table"></div>`;
const form = '<script type="module" src="form.js"></script>';

/** Who shows the ledger. `idle` shows nothing: what the machine does to an empty page's frames. */
export const ledgerContestants = [
  { id: 'idle', title: 'nothing', body: '' },
  {
    id: 'plain',
    title: 'windowed list by hand',
    body: list,
    head: `<link rel="stylesheet" href="form.css">${form}`,
  },
  {
    id: 'tabulator',
    title: 'Tabulator',
    body: table,
    head: `<link rel="stylesheet" href="form.css">${form}`,
  },
  {
    id: 'ours',
    title: 'HTSD, public view',
    body: '',
    head: `<script type="module" src="/dist/htsd.js"></script>${form}`,
  },
];

/** Routes of their pages. */
export async function ledgerRoutes() {
  const map = {};
  for (const { id, title, head = '', body } of ledgerContestants) {
    const base = `/ledger-${id}/`;
    map[`${base}index.html`] = document({
      title,
      head: `<script>${probe}</script>${head}`,
      body: `<h1>${title}</h1>
<div id="ledger">${body}</div>`,
    });
    if (id !== 'idle') map[base] = { folder: await bundle(`ledger-${id}`) };
  }
  return map;
}
