/**
 * Without network: a page that is open goes on working; one that asked for the offline worker can even be opened
 * anew. The worker keeps what it was asked to keep, and nothing else.
 */
import type { Page } from 'playwright-core';
import { describe, it } from 'vitest';
import { criterion, expect, register, saved, useStage, visit } from './support.js';

const stage = useStage();

/** Addresses in the worker's caches, without the origin. */
const kept = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const found: string[] = [];
    for (const name of await caches.keys()) {
      for (const { url } of await (await caches.open(name)).keys())
        found.push(`${name}: ${new URL(url).pathname}`);
    }
    return found;
  });
const holdsPage = (page: Page) =>
  expect.poll(async () => (await kept(page)).some((entry) => /^htsd-pages-1: \/$/.test(entry)), {
    timeout: 60_000,
  });

describe('without network', () => {
  it('a page that is open goes on, also with parts that are fetched on demand', async () => {
    const person = await stage.person({ worker: true });
    const { page } = await visit(person, stage.url);
    await register(page);
    await person.setOffline(true);
    const plan = criterion(page, /kế hoạch học tập hằng năm/);
    await plan.getByRole('textbox', { name: 'Điểm tự chấm' }).pressSequentially('10');
    await plan.getByText('10 / 10 điểm').first().waitFor();
    await page.getByText('Đã trả lời 1/8').first().waitFor();
    await person.setOffline(false);
    await page.reload();
    await expect.poll(() => plan.getByRole('textbox', { name: 'Điểm tự chấm' }).inputValue()).toBe('10');
  });

  it('a page with the worker opens again and has everything, and tells the person of a newer version', async () => {
    const person = await stage.person({ worker: true });
    const { page } = await visit(person, stage.url);
    await holdsPage(page).toBe(true);
    await register(page);
    const points = criterion(page, /kế hoạch học tập hằng năm/).getByRole('textbox', {
      name: 'Điểm tự chấm',
    });
    await points.pressSequentially('10');
    await saved(page);

    await person.setOffline(true);
    await page.reload();
    await page.getByRole('heading', { name: /Tự đánh giá Đơn vị học tập năm/ }).waitFor();
    await expect.poll(() => points.inputValue()).toBe('10');
    // In the portal's own dress.
    expect(await page.locator('.menu').evaluate((menu) => getComputedStyle(menu).backgroundColor)).toBe(
      'rgb(11, 74, 143)',
    );
    // Parts that this page had never fetched before.
    await criterion(page, /kế hoạch học tập hằng năm/)
      .getByText('Ghi chú và minh chứng')
      .click();
    await criterion(page, /kế hoạch học tập hằng năm/)
      .getByRole('textbox', { name: 'Ghi chú' })
      .waitFor();

    // A newer version takes over when the person wants it, and what was typed is there.
    await person.setOffline(false);
    // By another address it is another version, as far as a browser can tell.
    const newer =
      "import('/htsd/lib/client.js').then(({ registerOffline }) => void registerOffline('/htsd-sw.js?2'))";
    await page.evaluate(newer);
    const notice = page.getByRole('status').filter({ hasText: 'Đã có phiên bản mới' });
    await notice.waitFor();
    await notice.getByRole('button', { name: 'Để sau' }).click();
    expect(await notice.count()).toBe(0);
    const reloaded = page.waitForEvent('load');
    await page.evaluate(newer);
    await notice.getByRole('button', { name: 'Tải lại' }).click();
    await reloaded;
    await expect.poll(() => points.inputValue()).toBe('10');
    expect(await page.evaluate(() => navigator.serviceWorker.controller?.scriptURL)).toMatch(/\?2$/);
  });

  it('opens a desk of the demonstration again, with parts that were never opened before', async () => {
    const person = await stage.person({ worker: true });
    const { page } = await visit(person, `${stage.url}register.html?n=20`);
    const desk = page.locator('htsd-register');
    await desk.getByText('20 đối tượng').first().waitFor();
    const here = async () => (await kept(page)).some((entry) => entry.endsWith('/register.html'));
    await expect.poll(here, { timeout: 60_000 }).toBe(true);
    await person.setOffline(true);
    await page.reload();
    await desk.getByText('20 đối tượng').first().waitFor();
    await desk.getByRole('button', { name: 'Nhập từ tệp' }).click();
    await page.getByRole('dialog').getByRole('heading').first().waitFor();
  });

  it('keeps the page that asked and the library, no other page, no other site', async () => {
    const person = await stage.person({ worker: true });
    const { page } = await visit(person, stage.url);
    await holdsPage(page).toBe(true);
    await page.goto(`${stage.url}placeholder.html`);
    await page.getByRole('heading', { name: 'Đăng ký danh hiệu' }).waitFor();
    await page.evaluate(() => fetch('/htsd/custom.json').catch(() => undefined));
    const all = await kept(page);
    expect(all.filter((entry) => entry.startsWith('htsd-pages-1'))).toEqual(['htsd-pages-1: /']);
    expect(all.some((entry) => /^htsd-precache.*: \/htsd\/htsd\.js$/.test(entry))).toBe(true);
    // Scripts of the library that this site includes nowhere.
    expect(all.filter((entry) => /\/htsd\/(assessment-form|review|badge-check)\.js/.test(entry))).toEqual([]);
    expect(all.some((entry) => entry.endsWith('/portal.css'))).toBe(true);
    expect(all.filter((entry) => /placeholder|custom\.json/.test(entry))).toEqual([]);
    // Whatever is sent, and not only asked for, goes by the worker.
    const throughWorker = async (method: string): Promise<boolean> => {
      const answered = page.waitForResponse((response) => response.request().method() === method);
      await page.evaluate((how) => fetch('/htsd/htsd.js', { method: how }).catch(() => undefined), method);
      return (await answered).fromServiceWorker();
    };
    expect([await throughWorker('GET'), await throughWorker('POST'), await throughWorker('PUT')]).toEqual([
      ...[true, false, false],
    ]);
  });

  it('deletes what an older worker left, and nothing of the host', async () => {
    const person = await stage.person({ worker: true });
    const { page } = await visit(person, `${stage.url}csp.html`);
    await page.evaluate(async () => {
      await caches.open('htsd-pages-0');
      await caches.open('portal-own');
    });
    await page.goto(stage.url);
    await holdsPage(page).toBe(true);
    const names = (): Promise<string[]> => page.evaluate(() => caches.keys());
    // A worker may keep a page while it is still being activated, and so before it has deleted.
    await expect.poll(names).not.toContain('htsd-pages-0');
    expect(await names()).toContain('portal-own');
  });

  it('forgets the pages when a person signs out', async () => {
    const person = await stage.person({ worker: true });
    const { page } = await visit(person, stage.url);
    await holdsPage(page).toBe(true);
    await page.evaluate("import('/htsd/lib/client.js').then(({ forgetOffline }) => forgetOffline())");
    await holdsPage(page).toBe(false);
  });

  it('leaves a page alone that must not be stored', async () => {
    const person = await stage.person({ worker: true });
    await person.route(stage.url, async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, headers: { ...response.headers(), 'cache-control': 'no-store' } });
    });
    const { page, complaints } = await visit(person, stage.url);
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await expect
      .poll(async () => (await kept(page)).some((entry) => entry.startsWith('htsd-precache')))
      .toBe(true);
    expect((await kept(page)).filter((entry) => entry.startsWith('htsd-pages'))).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
