/**
 * How long until a component is there: in the page itself, and in a frame from another origin, one after the other in the same
 * run, on a cold cache. From the navigation of the portal's page to the first frame in which the form's heading is drawn.
 *   node test/bench/frame.mjs [--rounds 15] [--component assessment-form] [--delay 40]
 * `--delay`: milliseconds before each answer of the library's site.
 */
import { createServer } from 'node:http';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { chromiumFlags } from '../../scripts/chromium-flags.mjs';
import { findChromium } from '../../scripts/find-chromium.mjs';
import { serveSite } from '../../scripts/site.mjs';
import { summary } from './harness/stats.mjs';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '15' },
    component: { type: 'string', default: 'assessment-form' },
    delay: { type: 'string', default: '0' },
  },
});
const tag = `htsd-${values.component}`;
const listen = (server) =>
  new Promise((done) =>
    server.listen(0, 'localhost', () => done(`http://localhost:${server.address().port}/`)),
  );
/** Scripts of another origin have to be allowed. */
const site = createServer((request, response) => {
  response.setHeader('access-control-allow-origin', '*');
  setTimeout(() => serveSite(request, response, () => response.writeHead(404).end()), Number(values.delay));
});
const library = { url: await listen(site) };
const portalPage = (body) =>
  `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Portal</title><link rel="icon" href="data:,"></head><body>${body}</body></html>`;
/** All from the same other origin. In the page by the loader, as the configurator's snippet has it, and by its own file. */
const bodies = {
  page: `<script type="module" src="${library.url}htsd/htsd.js"></script><${tag}></${tag}>`,
  own: `<script type="module" src="${library.url}htsd/${values.component}.js"></script><${tag}></${tag}>`,
  frame: `<iframe data-htsd-frame src="${library.url}htsd/frame.html?component=${values.component}" title="F" width="700" height="500"></iframe><script type="module" src="${library.url}htsd/htsd-frame.js"></script>`,
};
const portal = createServer((request, response) => {
  const name = (request.url ?? '').slice(1);
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
  response.end(portalPage(bodies[name] ?? ''));
});
const home = await listen(portal);
const browser = await chromium.launch({ executablePath: await findChromium(), args: chromiumFlags() });

async function once(kind) {
  const context = await browser.newContext();
  await context.addInitScript((name) => {
    const look = () => {
      if (document.querySelector(name)?.shadowRoot?.querySelector('h2, [part=label]'))
        globalThis.ready = performance.timeOrigin + performance.now();
      else requestAnimationFrame(look);
    };
    look();
  }, tag);
  const tab = await context.newPage();
  await tab.goto(home + kind);
  const where = kind === 'frame' ? tab.frames().find((frame) => frame !== tab.mainFrame()) : tab.mainFrame();
  await where.waitForFunction(() => globalThis.ready !== undefined);
  const ready = await where.evaluate(() => globalThis.ready);
  const begun = await tab.evaluate(() => performance.timeOrigin);
  const own = await where.evaluate(() => performance.timeOrigin);
  await context.close();
  return [ready - begun, ready - own];
}

const times = { page: [], own: [], frame: [] };
const kinds = Object.keys(times);
try {
  for (const kind of kinds) await once(kind);
  for (let round = 0; round < Number(values.rounds); round++)
    for (const kind of round % 2 ? kinds : kinds.toReversed()) times[kind].push(await once(kind));
} finally {
  await browser.close();
  portal.close();
  site.close();
}
const from = (kind, which) => summary(times[kind].map((pair) => pair[which]));
const ms = ({ median, q1, q3 }) => `${median.toFixed(0)} ms (${q1.toFixed(0)} to ${q3.toFixed(0)})`;
const [page, own, framed, alone] = [from('page', 0), from('own', 0), from('frame', 0), from('frame', 1)];
const ratio = (one) =>
  `${(one.median / page.median).toFixed(2)} × by the loader, ${(one.median / own.median).toFixed(2)} × by its own file`;
console.log(`${tag}, ${page.n} rounds, ${values.delay} ms per answer
in the page by the loader ${ms(page)}, by its own file ${ms(own)}
in a frame ${ms(framed)}: ${ratio(framed)}
from the frame's own navigation ${ms(alone)}: ${ratio(alone)}`);
