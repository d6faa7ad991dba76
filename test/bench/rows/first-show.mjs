import { openPage } from '../harness/browser.mjs';
import { interleave } from '../harness/rounds.mjs';
import { summary } from '../harness/stats.mjs';

const isCode = ({ path }) => path.endsWith('.js') || path.endsWith('.css');
const sum = (list) => list.reduce((total, { bytes }) => total + bytes, 0);

/**
 * Rows 1 and 2: one visit each on slow 4G and a slow processor to the form of 50 criteria. Bytes are those that came
 * until the form had been shown, scored and its draft saved; the time is that until the first input moved the total.
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
    const early = await page.evaluate(() => bench.transfers());
    const marker = '1.75';
    await page.evaluate((text) => bench.type(bench.typed(benchDriver.criteria()[0]), text), marker);
    await page.waitForFunction((text) => bench.stored(text), marker, { timeout: 20_000 });
    const saved = await page.evaluate(() => bench.transfers());
    await page.waitForLoadState('networkidle');
    const settled = await page.evaluate(() => bench.transfers());
    const documentBytes = await page.evaluate(
      () => performance.getEntriesByType('navigation')[0].encodedBodySize,
    );
    await context.close();
    if (failures.length > 0) throw failures[0];
    return {
      ...times,
      complete,
      documentBytes,
      // A file counts once it was asked for before the moment, arrived or not.
      bytesInteractive: sum(early.filter((file) => isCode(file) && file.start < times.interactive)),
      bytesSaved: sum(saved.filter(isCode)),
      bytesSettled: sum(settled.filter(isCode)),
      files: settled.filter(isCode),
    };
  });
  return Object.fromEntries(
    [...results].map(([id, visits]) => {
      const last = visits.at(-1);
      return [
        id,
        {
          interactive: summary(visits.map((visit) => visit.interactive)),
          seen: summary(visits.map((visit) => visit.seen)),
          complete: summary(visits.map((visit) => visit.complete)),
          bytesInteractive: last.bytesInteractive,
          bytesSaved: last.bytesSaved,
          bytesSettled: last.bytesSettled,
          documentBytes: last.documentBytes,
          files: last.files,
        },
      ];
    }),
  );
}
