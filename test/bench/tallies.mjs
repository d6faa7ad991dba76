/**
 * Reading a gauge's numbers and pages of the register at several numbers of assessments, in a real IndexedDB. Needs a build.
 *   node test/bench/tallies.mjs [--sizes 1000,10000,100000] [--rounds 9] [--json]
 * Figures are reported, not tested.
 */
import { parseArgs } from 'node:util';
import { launch } from './harness/browser.mjs';
import { dist } from './harness/build.mjs';
import { serve } from './harness/server.mjs';
import { tallies, tallyRoutes } from './rows/tallies.mjs';

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '1000,10000,100000' },
    rounds: { type: 'string', default: '9' },
    json: { type: 'boolean', default: false },
  },
});
const server = await serve(tallyRoutes(dist));
const browser = await launch();
try {
  const sizes = values.sizes.split(',').map(Number);
  const found = await tallies(browser, server.origin, sizes, Number(values.rounds));
  if (values.json) console.log(JSON.stringify(found));
  else
    for (const [size, { made, ...read }] of Object.entries(found)) {
      const told = Object.entries(read).map(([name, ms]) => `${name} ${ms.toFixed(1)} ms`);
      console.log(`${size} assessments: ${told.join(', ')}; made once in ${(made / 1000).toFixed(1)} s`);
    }
} finally {
  await browser.close();
  await server.close();
}
