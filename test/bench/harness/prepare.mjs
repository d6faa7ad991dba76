import { openPage } from './browser.mjs';

/** Criteria that the seeding visit answers: enough that coming back has something to restore. */
const answered = (count) => (count > 100 ? 4 : 10);

/**
 * A profile in which a person was here before: subject and assessment exist, some criteria are answered, a draft is
 * stored. It is made by a real visit to the contestant's page, once per contestant and set, and then given to the
 * fresh context of every measured run.
 * @returns {Promise<object>} storage state for `openPage`
 */
export async function returningVisitor(browser, origin, contestant, set) {
  const visit = await openPage(browser, contestant);
  const { page, context } = visit;
  if (contestant.seed) await contestant.seed(page, origin, set);
  await page.goto(`${origin}/${contestant.id}/${set.id}/index.html`);
  const count = set.sections.reduce((sum, section) => sum + section.criteria.length, 0);
  await page.evaluate((all) => bench.complete(all), count);
  await page.evaluate((times) => bench.changes(times), answered(count));
  await page.evaluate(() => bench.saveMark('1.25'));
  // Storage is copied once it is quiet.
  await page.goto(`${origin}/empty.html`);
  const state = await context.storageState({ indexedDB: true });
  await context.close();
  return state;
}
