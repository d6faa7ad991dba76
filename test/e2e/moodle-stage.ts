/** Pages of a Moodle with the plugin's script tag, in the tests' site; what is asked of Moodle goes to a double of it. */
import type { BrowserContext } from 'playwright-core';
import type { MoodleDouble } from '../moodle/moodle-double.js';
import type { Stage } from './support.js';

/** A page with this content, whose back end is what the script tag says; answers its address. */
export async function moodlePage(
  person: BrowserContext,
  { url }: Stage,
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
