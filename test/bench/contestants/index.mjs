import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { benchRoot, bundle, dist } from '../harness/build.mjs';
import { tallyRoutes } from '../rows/tallies.mjs';
import { gaugeRoutes } from './gauge.mjs';
import { registerRoutes } from './register.mjs';
import { ledgerRoutes } from './ledger.mjs';
import { page as plainPage } from './plain/page.mjs';
import { page as oursPage } from './ours/page.mjs';
import { seed } from './ours/seed.mjs';
import { recognitionPage, reviewPage } from './desks/page.mjs';
import { seed as seedDesk } from './desks/seed.mjs';
import { page as litPage } from './lit/page.mjs';
import { page as surveyPage } from './survey/page.mjs';

const empty = '<!doctype html><html lang="vi"><title>empty</title>';
const driver = (name) => readFileSync(join(benchRoot, 'contestants', name, 'driver.js'), 'utf8');

/** Everybody who runs. `folder` holds form.js; contestants of one folder differ in their page only. */
export const contestants = [
  { id: 'plain', title: 'plain HTML', folder: 'plain', page: plainPage },
  { id: 'lit', title: 'bare Lit', folder: 'lit', page: litPage({ lazy: false }) },
  { id: 'lit-lazy', title: 'bare Lit + content-visibility', folder: 'lit', page: litPage({ lazy: true }) },
  // Its 500 criteria take a minute a visit: one of them, with fewer changes, says enough.
  { id: 'survey', title: 'SurveyJS', folder: 'survey', page: surveyPage, largeRounds: 1, changes: 6 },
  {
    id: 'htsd',
    title: 'HTSD, its own entry',
    folder: 'ours',
    page: oursPage('assessment-form.js'),
    seed,
    ours: true,
  },
  { id: 'htsd-loader', title: 'HTSD, loader', folder: 'ours', page: oursPage('htsd.js'), seed, ours: true },
].map((contestant) => ({ ...contestant, driver: driver(contestant.folder) }));

/** The desks of those who judge, beside the form of the same size. */
export const deskContestants = [
  {
    id: 'htsd-review',
    title: 'HTSD, review',
    page: reviewPage,
    seed: seedDesk({ count: 1, until: 'in-review' }),
  },
  {
    id: 'htsd-recognition',
    title: 'HTSD, signer: list of 300',
    page: recognitionPage,
    seed: seedDesk({ count: 300, until: 'verified' }),
  },
].map((contestant) => ({ ...contestant, ours: true, driver: driver('desks') }));

/**
 * Routes for the server: one page per contestant and set, beside the contestant's own files.
 * @param {object[]} sets criteria sets
 */
export async function routes(sets) {
  const map = {
    '/empty.html': empty,
    '/draft/index.html': '<!doctype html><title>draft</title><script src="form.js" type="module"></script>',
    '/dist/': { folder: dist },
    '/draft/': { folder: await bundle('draft') },
    '/fund/index.html': '<!doctype html><title>fund</title><script src="form.js" type="module"></script>',
    '/fund/': { folder: await bundle('fund') },
    ...(await ledgerRoutes()),
    ...(await gaugeRoutes()),
    ...(await registerRoutes()),
    ...tallyRoutes(dist),
  };
  for (const contestant of [...contestants, ...deskContestants]) {
    const folder = contestant.ours ? undefined : await bundle(contestant.folder);
    for (const set of sets) {
      const base = `/${contestant.id}/${set.id}/`;
      map[`${base}index.html`] = contestant.page(set);
      if (folder) map[base] = { folder };
    }
  }
  return map;
}
