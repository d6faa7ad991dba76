import { openPage } from '../harness/browser.mjs';

/**
 * Which files a contestant needs to show the form, score an answer and save the draft. Files that were asked for
 * only after the first criterion stood there are candidates for "not needed": they are withheld in a visit of
 * its own, and left out of the weight only if that visit shows, scores and saves all the same.
 * @param {{ path: string, start: number }[]} files of a visit on a slow network
 * @param {number} seen milliseconds until the first criterion stood there in that visit
 */
export async function neededFiles(browser, origin, contestant, set, state, { files, seen }) {
  const late = new Set(files.filter(({ start }) => start > seen).map(({ path }) => path));
  if (late.size === 0) return files;
  const { page, context } = await openPage(browser, { ...contestant, state });
  await page.route(
    (url) => late.has(url.pathname),
    (route) => route.abort(),
  );
  await page.goto(`${origin}/${contestant.id}/${set.id}/index.html`, { waitUntil: 'commit' });
  try {
    await page.evaluate(() => bench.saveMark('1.75'));
    return files.filter(({ path }) => !late.has(path));
  } catch {
    return files;
  } finally {
    await context.close();
  }
}
