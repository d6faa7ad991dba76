import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gaugeContestants } from '../contestants/gauge.mjs';
import { gaugeCount, gaugeRows, target } from '../gauge-content.mjs';
import { dist, benchRoot } from '../harness/build.mjs';
import { openPage } from '../harness/browser.mjs';
import { interleave } from '../harness/rounds.mjs';
import { brotli } from '../harness/server.mjs';
import { summary } from '../harness/stats.mjs';

/** What the back end would have answered, for ours; it still finds all of its words by itself. */
async function views() {
  const lib = (name) => import(pathToFileURL(join(dist, 'lib', `${name}.js`)).href);
  const [{ targetView }, { indicators }] = await Promise.all([lib('client'), lib('presets')]);
  const indicator = indicators.find(({ id }) => id === 'gia-dinh');
  return gaugeRows().map(({ name, figures }, index) =>
    targetView({
      indicator,
      place: {
        code: String(index),
        from: '2025-07-01',
        level: 'commune',
        name: { vi: name },
        fullName: { vi: name },
      },
      figures,
      targets: [target],
      year: 2025,
    }),
  );
}

/** Script and style of each, compressed; of ours the element's own file. */
function weights() {
  const size = (path) => brotli(readFileSync(path)).length;
  return Object.fromEntries(
    gaugeContestants.map(({ id, ours }) => {
      const folder = join(benchRoot, '.cache', 'bundles', `gauge-${id}`);
      return [id, ours ? size(join(dist, 'target-gauge.js')) : size(join(folder, 'form.js'))];
    }),
  );
}

/** Row 6: a hundred gauges made and painted in a page whose code is there and has run. */
export async function gauge(browser, origin, limits) {
  const rows = gaugeRows();
  const ours = await views();
  const bytes = weights();
  const results = await interleave(gaugeContestants, limits, async ({ id, ours: isOurs }) => {
    const { page, context, failures } = await openPage(browser, { driver: '' });
    await page.goto(`${origin}/gauge-${id}/index.html`);
    const took = await page.evaluate(
      async (content) => {
        const place = document.querySelector('#gauges');
        const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
        const task = () =>
          new Promise((resolve) => {
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => (port1.close(), resolve());
            port2.postMessage(0);
          });
        const { gaugeDriver } = globalThis;
        const draw = async () => {
          await frame();
          const start = performance.now();
          gaugeDriver.show(content, place);
          for (;;) {
            await frame();
            await task();
            if (gaugeDriver.shown(place) === content.length) return performance.now() - start;
          }
        };
        // Once before: what is measured is drawing, not the compiling of code.
        await draw();
        place.replaceChildren();
        for (let settle = 0; settle < 20; settle++) await frame();
        return draw();
      },
      isOurs ? ours : rows,
    );
    await context.close();
    if (failures.length > 0) throw failures[0];
    return took;
  });
  return Object.fromEntries(
    [...results].map(([id, list]) => [id, { painted: summary(list), bytes: bytes[id], count: gaugeCount }]),
  );
}
