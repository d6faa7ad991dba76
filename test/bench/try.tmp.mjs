import { criteriaSet } from '/work/main/test/bench/content.mjs';
import { contestants, routes } from '/work/main/test/bench/contestants/index.mjs';
import { serve } from '/work/main/test/bench/harness/server.mjs';
import { launch } from '/work/main/test/bench/harness/browser.mjs';
import { returningVisitor } from '/work/main/test/bench/harness/prepare.mjs';
import { firstShow } from './rows/first-show.mjs';
import { large } from './rows/large.mjs';
const sets = [criteriaSet(50), criteriaSet(500)];
const server = await serve({ ...(await routes(sets)), '/empty.html': '<!doctype html><title>empty</title>' });
const browser = await launch();
const states = new Map();
for (const c of contestants) {
  console.time(c.id);
  states.set(c.id, await returningVisitor(browser, server.origin, c, sets[0]));
  console.timeEnd(c.id);
}
console.time('rows12');
const r = await firstShow(browser, server.origin, contestants, sets[0], states, { rounds: 3, budget: 60000 });
console.timeEnd('rows12');
console.log(JSON.stringify(r, null, 1));
const quick = contestants.filter((c) => c.id !== 'survey');
const s5 = new Map();
for (const c of quick) s5.set(c.id, await returningVisitor(browser, server.origin, c, sets[1]));
console.time('row3');
console.log(
  JSON.stringify(
    await large(browser, server.origin, quick, sets[1], s5, { rounds: 3, budget: 60000 }),
    null,
    1,
  ),
);
console.timeEnd('row3');
await browser.close();
await server.close();
