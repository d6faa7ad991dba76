import { openPage } from '../harness/browser.mjs';
import { neededFiles } from './needed-files.mjs';
import { interleave } from '../harness/rounds.mjs';
import { summary } from '../harness/stats.mjs';

const isCode = ({ path }) => path.endsWith('.js') || path.endsWith('.css');
const sum = (list) => list.reduce((total, { bytes }) => total + bytes, 0);

/**
 * Rows 1 and 2: one visit each on slow 4G and a slow processor to the form of 50 criteria. Bytes are those of the
 * files needed to show, score and save a draft; the time is that until the first input moved the total.
 */
export async function firstShow(browser, origin, contestants, set, states, limits) {
  const count = set.sections.reduce((total, section) => total + section.criteria.length, 0);
  const results = await interleave(contestants, limits, async (contestant) => {
    const visit = await openPage(browser, {
      ...contestant,
      state: states.get(contestant.id),
      cpu: 4,
      network: true,
    });
    const { page, context, failures } = visit;
    await page.goto(`${origin}/${contestant.id}/${set.id}/index.html`, { waitUntil: 'commit' });
    const [times, complete] = await Promise.all([
      page.evaluate(() => bench.interactive()),
      page.evaluate((all) => bench.complete(all), count),
    ]);
    await page.evaluate(() => bench.saveMark('1.75'));
    await page.waitForLoadState('networkidle');
    const settled = await page.evaluate(() => bench.transfers());
    const documentBytes = await page.evaluate(
      () => performance.getEntriesByType('navigation')[0].encodedBodySize,
    );
    await context.close();
    if (failures.length > 0) throw failures[0];
    return { ...times, complete, documentBytes, files: settled.filter(isCode) };
  });
  const answer = {};
  for (const contestant of contestants) {
    const visits = results.get(contestant.id);
    const last = visits.at(-1);
    const state = states.get(contestant.id);
    answer[contestant.id] = {
      interactive: summary(visits.map((visit) => visit.interactive)),
      seen: summary(visits.map((visit) => visit.seen)),
      complete: summary(visits.map((visit) => visit.complete)),
      bytesNeeded: sum(await neededFiles(browser, origin, contestant, set, state, last)),
      bytesAll: sum(last.files),
      documentBytes: last.documentBytes,
      files: last.files,
    };
  }
  return answer;
}
