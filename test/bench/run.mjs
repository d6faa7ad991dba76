/**
 * Figures of design rows 1 to 6, of the desks, of places and register, and of badges, as ratios within one run.
 *   node test/bench/run.mjs [--only row1|row2|row3|row5|desks|ledger|fund|gauge|places|tallies|register|credentials[,…]]
 *     [--rounds 9] [--without survey[,…]] [--sizes 1000,10000,100000]
 * Figures are reported, not tested: the exit code is 0 unless something broke.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { criteriaSet } from './content.mjs';
import { benchRoot, buildProject, install } from './harness/build.mjs';

const { values: options } = parseArgs({
  options: {
    only: {
      type: 'string',
      default: 'row1,row2,row3,row5,desks,ledger,fund,gauge,places,tallies,register,credentials',
    },
    sizes: { type: 'string', default: '1000,10000,100000' },
    rounds: { type: 'string', default: '9' },
    without: { type: 'string', default: '' },
  },
});
const only = new Set(options.only.split(','));
const without = new Set(options.without.split(','));
const rounds = Number(options.rounds);
const minute = 60_000;

install();
if (!without.has('htsd') || !without.has('htsd-loader')) buildProject();
// What was installed a moment ago can be imported only now.
const { contestants, deskContestants, routes } = await import('./contestants/index.mjs');
const { serve } = await import('./harness/server.mjs');
const { launch } = await import('./harness/browser.mjs');
const { returningVisitor } = await import('./harness/prepare.mjs');
const { details, verdicts, verdictTable } = await import('./harness/report.mjs');
const { gaugeDetails } = await import('./harness/gauge-report.mjs');
const { areaDetails } = await import('./harness/area-report.mjs');

const running = contestants.filter(({ id }) => !without.has(id));
const titles = new Map(running.map(({ id, title }) => [id, title]));
const gaugeTitles = new Map();
const registerTitles = new Map();
const sets = [criteriaSet(50), criteriaSet(500)];
const started = Date.now();
const loadBefore = loadavg()[0];
const results = {};
if (only.has('credentials')) {
  console.log('Badges: 1,000 issued and checked …');
  // A process of its own, before a browser is at work: its memory is that of the badges.
  const file = join(benchRoot, 'credentials.mjs');
  const said = execFileSync(process.execPath, ['--expose-gc', file, '--json'], { encoding: 'utf8' });
  results.credentials = JSON.parse(said);
}
const server = await serve(await routes(sets));
const browser = await launch();

/** Profiles of people who come back, one per contestant. */
async function visitors(list, set) {
  const states = new Map();
  for (const contestant of list) {
    states.set(contestant.id, await returningVisitor(browser, server.origin, contestant, set));
  }
  return states;
}

try {
  if (only.has('row1') || only.has('row2')) {
    console.log('Rows 1 and 2: 50 criteria on slow 4G …');
    const { firstShow } = await import('./rows/first-show.mjs');
    const limits = { rounds: only.has('row2') ? rounds : 3, budget: 2.5 * minute };
    const states = await visitors(running, sets[0]);
    results.size = await firstShow(browser, server.origin, running, sets[0], states, limits);
  }
  if (only.has('row3')) {
    console.log('Row 3: 500 criteria …');
    const { large } = await import('./rows/large.mjs');
    const list = running.map((contestant) => ({ ...contestant, rounds: contestant.largeRounds }));
    const states = await visitors(list, sets[1]);
    results.large = await large(browser, server.origin, list, sets[1], states, {
      rounds,
      budget: 3 * minute,
    });
  }
  if (only.has('row5')) {
    console.log('Row 5: saving a draft …');
    const { draft } = await import('./rows/draft.mjs');
    results.draft = await draft(browser, server.origin);
  }
  if (only.has('desks')) {
    console.log('Desks: 500 criteria under review, 300 that wait for the signer …');
    const { desks } = await import('./rows/desks.mjs');
    const form = contestants.find(({ id }) => id === 'htsd-loader');
    const [review, recognition] = deskContestants;
    const who = { form, review, recognition };
    for (const { id, title } of deskContestants) titles.set(id, title);
    results.desks = await desks(browser, server.origin, who, sets, { rounds, budget: 3 * minute });
  }
  if (only.has('ledger')) {
    console.log('Row 4: a ledger of 100,000 rows …');
    const { ledgerContestants } = await import('./contestants/ledger.mjs');
    const { ledgerPages } = await import('./harness/ledger-pages.mjs');
    const { ledger } = await import('./rows/ledger.mjs');
    for (const { id, title } of ledgerContestants) titles.set(id, title);
    const limits = { rounds, budget: 3 * minute };
    results.ledger = await ledger(browser, server.origin, await ledgerPages(), limits);
  }
  if (only.has('fund')) {
    console.log('Row 5: 100,000 rows in IndexedDB …');
    const { fund } = await import('./rows/fund.mjs');
    results.fund = await fund(server.origin, { rounds, budget: 1.5 * minute });
  }
  if (only.has('gauge')) {
    console.log('Row 6: 100 gauges …');
    const { gaugeContestants } = await import('./contestants/gauge.mjs');
    const { gauge } = await import('./rows/gauge.mjs');
    results.gauge = await gauge(browser, server.origin, { rounds, budget: 1.5 * minute });
    for (const { id, title } of gaugeContestants) gaugeTitles.set(id, title);
  }
  if (only.has('places')) {
    console.log('Places: a key among all communes …');
    const { places } = await import('./rows/places.mjs');
    results.places = await places(browser, server.origin, Math.min(rounds, 5));
  }
  if (only.has('tallies')) {
    console.log('Counts: what a gauge and the register read …');
    const { tallies } = await import('./rows/tallies.mjs');
    const sizes = options.sizes.split(',').map(Number);
    results.tallies = await tallies(server.origin, sizes, rounds);
  }
  if (only.has('register')) {
    console.log('Register: 10,000 subjects …');
    const { registerContestants } = await import('./contestants/register.mjs');
    const { register } = await import('./rows/register.mjs');
    results.register = await register(browser, server.origin, { rounds, budget: 1.5 * minute });
    for (const { id, title } of registerContestants) registerTitles.set(id, title);
  }
} finally {
  await browser.close();
  await server.close();
}

const list = verdicts(
  results,
  running.filter(({ ours }) => ours),
);
const machine = {
  cpus: cpus().length,
  model: cpus()[0].model,
  load: [loadBefore, loadavg()[0]],
  node: process.version,
  chromium: browser.version(),
  seconds: Math.round((Date.now() - started) / 1000),
};
console.log(
  `\n${details(results, titles)}${gaugeDetails(results, gaugeTitles)}${areaDetails(results, registerTitles)}\n${verdictTable(list)}\n`,
);
console.log(
  `${machine.cpus} × ${machine.model}, Chromium ${machine.chromium}, ${machine.seconds} s; load ${machine.load.map((load) => load.toFixed(1)).join(' → ')}` +
    // One load is the bench itself; more than that is somebody else.
    (Math.max(...machine.load) > machine.cpus + 0.5 ? ': others were at work, trust the ratios only' : ''),
);
const folder = join(benchRoot, 'results');
mkdirSync(folder, { recursive: true });
const file = join(folder, `${new Date().toISOString().replaceAll(':', '-').slice(0, 19)}.json`);
writeFileSync(file, `${JSON.stringify({ machine, verdicts: list, results }, null, 2)}\n`);
console.log(`Written: ${file}`);
