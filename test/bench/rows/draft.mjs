import { summary } from '../harness/stats.mjs';

/** Row 5: our draft store's save against one plain put of the same record, taking turns, both strict. */
export async function draft(browser, origin) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${origin}/draft/index.html`);
  const { put, save } = await page.evaluate(() => globalThis.benchDraft(200));
  await context.close();
  return { put: summary(put), save: summary(save) };
}
