/**
 * Without network, on a portal that includes a component's own file instead of `htsd.js`: the worker keeps that file and the
 * parts it asks for on demand, if the worker's file names it (`HTSD_SCRIPTS`).
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { serveSite } from '../../scripts/site.mjs';
import { criterion, expect, register, saved, useStage, visit } from './support.js';

const stage = useStage();

const page = `<!doctype html><html lang="vi"><head><meta charset="utf-8" /><title>Cổng</title>
<link rel="icon" href="/crest.svg" />
<script type="module" src="/htsd/assessment-form.js"></script>
<script type="module">
  import { registerOffline } from '/htsd/lib/client.js';
  await registerOffline('/worker.js');
</script></head>
<body><htsd-assessment-form model="unit"></htsd-assessment-form></body></html>`;
/** The two lines that the guide gives, and the one for own files. */
const workerFile = (scripts: string): string =>
  `self.HTSD_BASE = '/htsd/';\n${scripts}\nimportScripts('/htsd/htsd-sw.js');\n`;
let scripts = '';

/** A portal of its own; what lies under /htsd/ is the library as it was built. */
const portal = createServer((request, response) => {
  const send = (type: string, body: string): void =>
    void response.writeHead(200, { 'content-type': `${type}; charset=utf-8` }).end(body);
  if (request.url === '/') send('text/html', page);
  else if (request.url === '/worker.js') send('text/javascript', workerFile(scripts));
  else serveSite(request, response, () => response.writeHead(404).end());
});
let url = '';
beforeAll(async () => {
  await new Promise<void>((resolve) => portal.listen(0, 'localhost', resolve));
  url = `http://localhost:${(portal.address() as AddressInfo).port}/`;
});
afterAll(async () => {
  portal.closeAllConnections();
  await new Promise((resolve) => portal.close(resolve));
});

const kept = (one: Page): Promise<string[]> =>
  one.evaluate(async () => {
    const found: string[] = [];
    for (const name of await caches.keys()) {
      for (const { url: address } of await (await caches.open(name)).keys())
        found.push(`${name.replace(/-http.*/, '')}: ${new URL(address).pathname}`);
    }
    return found;
  });
const holdsPage = async (one: Page): Promise<void> =>
  expect
    .poll(async () => (await kept(one)).some((entry) => /^htsd-pages-1: \/$/.test(entry)), {
      timeout: 60_000,
    })
    .toBe(true);

describe('a page with a component’s own file', () => {
  it('opens again without network, with parts that it had never fetched, once the worker names the file', async () => {
    scripts = `self.HTSD_SCRIPTS = ['assessment-form'];`;
    const person = await stage.person({ worker: true });
    const { page: one, complaints } = await visit(person, url);
    await holdsPage(one);
    await register(one);
    const plan = criterion(one, /kế hoạch học tập hằng năm/);
    await plan.getByRole('textbox', { name: 'Điểm tự chấm' }).pressSequentially('10');
    await saved(one);
    const names = await kept(one);
    expect(names.some((name) => /^htsd-precache-v2: \/htsd\/assessment-form\.js$/.test(name))).toBe(true);
    // What only the loader asks for stays away.
    expect(names.some((name) => name.endsWith(': /htsd/htsd.js'))).toBe(false);

    await person.setOffline(true);
    await one.reload();
    await one.getByRole('heading', { name: /Tự đánh giá Đơn vị học tập năm/ }).waitFor();
    await expect.poll(() => plan.getByRole('textbox', { name: 'Điểm tự chấm' }).inputValue()).toBe('10');
    await plan.getByText('Ghi chú và minh chứng').click();
    await plan.getByRole('textbox', { name: 'Ghi chú' }).waitFor();
    expect(complaints.filter((text) => text.includes('[htsd]'))).toEqual([]);
  });

  it('is told by the worker to name it, where nobody did', async () => {
    scripts = '';
    const person = await stage.person({ worker: true });
    const told = person.waitForEvent('console', {
      predicate: (message) => message.text().includes('HTSD_SCRIPTS'),
    });
    const { page: one } = await visit(person, url);
    await holdsPage(one);
    expect((await told).text()).toContain('assessment-form.js is not kept offline');
  });
});
