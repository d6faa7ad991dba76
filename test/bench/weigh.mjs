/**
 * What the critical path of the form weighs, module by module: every file that a real visit fetched until the form
 * stood there, then those that came later.
 *   node test/bench/weigh.mjs [assessment-form.js|htsd.js]
 */
import { join } from 'node:path';
import { criteriaSet } from './content.mjs';
import { buildProject, dist, install } from './harness/build.mjs';

install();
buildProject();
const { contestants, routes } = await import('./contestants/index.mjs');
const { serve } = await import('./harness/server.mjs');
const { launch, openPage } = await import('./harness/browser.mjs');
const { returningVisitor } = await import('./harness/prepare.mjs');
const { moduleSizes } = await import('./harness/module-sizes.mjs');
const { table } = await import('./harness/figures.mjs');

const ours = contestants.find(({ id }) => id === (process.argv[2] === 'htsd.js' ? 'htsd-loader' : 'htsd'));
const set = criteriaSet(50);
const server = await serve(await routes([set]));
const browser = await launch();

async function visit() {
  const state = await returningVisitor(browser, server.origin, ours, set);
  const { page } = await openPage(browser, { ...ours, state, network: true });
  await page.goto(`${server.origin}/${ours.id}/${set.id}/index.html`);
  const { seen } = await page.evaluate(() => bench.interactive());
  await page.waitForLoadState('networkidle');
  const files = await page.evaluate(() => bench.transfers());
  return { seen, files: files.filter(({ path }) => path.startsWith('/dist/')) };
}

const kb = (bytes) => (bytes / 1000).toFixed(2);

function print(title, files) {
  const weighed = files.map(({ path, start, end }) => ({
    ...moduleSizes(join(dist, path.slice('/dist/'.length))),
    path,
    start,
    end,
  }));
  const total = weighed.reduce((sum, file) => sum + file.brotli, 0);
  console.log(`\n${title}: ${kb(total)} kB brotli in ${files.length} files\n`);
  const rows = weighed.map((it) => [
    it.path,
    kb(it.raw),
    kb(it.brotli),
    Math.round(it.start),
    Math.round(it.end),
  ]);
  console.log(table([['file', 'raw kB', 'brotli kB', 'asked at ms', 'there at ms'], ...rows]));
  const modules = weighed.flatMap((it) => it.modules).sort((a, b) => b.saved - a.saved);
  console.log(
    `\n${table([['module', 'raw kB', 'kB saved without it'], ...modules.map((it) => [it.name, kb(it.raw), kb(it.saved)])])}`,
  );
}

try {
  const { seen, files } = await visit();
  print(
    'Until the first criterion stood there',
    files.filter((file) => file.start < seen),
  );
  const later = files.filter((file) => file.start >= seen);
  if (later.length > 0) print('Later', later);
} finally {
  await browser.close();
  await server.close();
}
