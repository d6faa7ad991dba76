import { heap, openPage } from '../harness/browser.mjs';
import { interleave } from '../harness/rounds.mjs';
import { median, quantile, summary } from '../harness/stats.mjs';

/**
 * Row 3: the form of 500 criteria on a slow processor without a slow network. Ready: all criteria in the page and
 * painted. Change: from a typed number or a chosen option to the new total painted. `things`: how many there are to be,
 * where they are no criteria.
 */
export async function large(browser, origin, contestants, set, states, limits, things) {
  const count = things ?? set.sections.reduce((total, section) => total + section.criteria.length, 0);
  const results = await interleave(contestants, limits, async (contestant) => {
    const { page, context, cdp, failures } = await openPage(browser, {
      ...contestant,
      state: states.get(contestant.id),
      cpu: 4,
    });
    await page.goto(`${origin}/${contestant.id}/${set.id}/index.html`, { waitUntil: 'commit' });
    const ready = await page.evaluate((all) => bench.complete(all), count);
    await page.waitForLoadState('networkidle');
    const elements = await page.evaluate(() => bench.count());
    const bytes = await heap(cdp);
    const changes = await page.evaluate((times) => bench.changes(times), contestant.changes ?? 24);
    const bytesAfter = await heap(cdp);
    await context.close();
    if (failures.length > 0) throw failures[0];
    return { ready, elements, heap: bytes, heapAfter: bytesAfter, changes };
  });
  return Object.fromEntries(
    [...results].map(([id, visits]) => {
      const changes = visits.flatMap((visit) => visit.changes);
      return [
        id,
        {
          ready: summary(visits.map((visit) => visit.ready)),
          change: { ...summary(changes), p95: quantile(changes, 0.95) },
          heap: median(visits.map((visit) => visit.heap)),
          heapAfter: median(visits.map((visit) => visit.heapAfter)),
          elements: visits.at(-1).elements,
        },
      ];
    }),
  );
}
