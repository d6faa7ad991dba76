/** Pages of a Moodle with the plugin's script tag, in the tests' site; what is asked of Moodle goes to a double of it. */
import { readFileSync } from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';
import type { BrowserContext, Page } from 'playwright-core';
import type { MoodleDouble } from '../moodle/moodle-double.js';
import { expect, visit, type Stage } from './support.js';

/** A page with this content, whose back end is what the script tag says; answers its address. */
export async function moodlePage(
  person: BrowserContext,
  { url }: Pick<Stage, 'url'>,
  moodle: MoodleDouble,
  {
    content,
    sesskey,
    tag = 'data-htsd-adapter="moodle"',
    lang = 'vi',
  }: { content: string; sesskey: string; tag?: string; lang?: string },
): Promise<string> {
  await person.route('**/lib/ajax/service.php**', async (route) => {
    const { pathname, search } = new URL(route.request().url());
    const answer = await fetch(`${moodle.url}${pathname}${search}`, {
      method: 'POST',
      body: route.request().postData(),
    });
    await route.fulfill({ contentType: 'application/json', body: await answer.text() });
  });
  const address = `${url}mod/page/view.php`;
  const cfg = { wwwroot: new URL(url).origin, sesskey, contextid: 7 };
  await person.route(address, (route) =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      body: `<!doctype html><html lang="${lang}"><head><meta charset="utf-8" /><title>Moodle</title>
        <link rel="icon" href="/crest.svg" /><script>var M = { cfg: ${JSON.stringify(cfg)} };</script>
        <script type="module" src="/htsd/moodle/library/htsd.js" ${tag}></script></head>
        <body>${content}</body></html>`,
    }),
  );
  return address;
}

const sizeOf = (path: string): number =>
  brotliCompressSync(readFileSync(new URL(`../../dist/${path}`, import.meta.url)), {
    params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY },
  }).length;

/** Opens the page and answers what of ours it has fetched by the time that it is shown and still. */
export async function weigh(
  person: BrowserContext,
  address: string,
  shown: (page: Page) => Promise<unknown>,
): Promise<{ files: string[]; bytes: number; page: Page }> {
  const asked = new Set<string>();
  person.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.startsWith('/htsd/')) asked.add(pathname.replace('/htsd/', ''));
  });
  const { page, complaints } = await visit(person, address);
  await shown(page);
  await page.waitForLoadState('networkidle');
  // A title that is not there is answered so, which the browser notes.
  expect(complaints.filter((line) => !line.includes('404 (Not Found)'))).toEqual([]);
  // Whatever comes later, nobody reads the name of a sentence in its place.
  expect(
    await page.getByText(/\b(form|regist\w+|consent|receipt|reason|target|badge|fund)\.[a-z]/).count(),
  ).toBe(0);
  const files = [...asked];
  return { files, bytes: files.reduce((sum, file) => sum + sizeOf(file), 0), page };
}

/** Names of files without their folders and what changes with their content. */
export const names = (files: readonly string[]): string[] =>
  files.map((file) => file.replace(/^.*\//, '').replace(/-[\w-]{4}\.js$/, '')).sort();
