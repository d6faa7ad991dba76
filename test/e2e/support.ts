import { existsSync } from 'node:fs';
import { chromium, type Browser, type BrowserContext, type Locator, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { chromiumFlags } from '../../scripts/chromium-flags.mjs';
import { findChromium } from '../../scripts/find-chromium.mjs';
import { startSite } from '../../scripts/site.mjs';

/** Milliseconds that one step on a page may take; other pages are at work on the same two cores. */
const patience = 45_000;

type PersonOptions = NonNullable<Parameters<Browser['newContext']>[0]> & { worker?: boolean };

export interface Stage {
  /** Address of the site, with a slash at the end. */
  url: string;
  browser: Browser;
  /**
   * A person of his own: storage shared with nobody. Gone at the end of the test. `worker`: his browser knows service
   * workers; else it is as on plain http, and the page does not fetch all that it could ever need meanwhile.
   */
  person(options?: PersonOptions): Promise<BrowserContext>;
}

let launched: Promise<Browser> | undefined;

/**
 * The browser of this worker, for all test files that it runs one after the other: what tests must not share lies in their
 * contexts. Playwright ends it when the worker ends.
 */
export async function workersBrowser(): Promise<Browser> {
  const known = await launched;
  if (known?.isConnected()) return known;
  launched = findChromium().then((executablePath) =>
    chromium.launch({ executablePath, args: chromiumFlags() }),
  );
  return launched;
}

/** The site as `npm start` serves it and a browser, for all tests of a file. */
export function useStage(): Stage {
  const stage = {} as Stage;
  const people: BrowserContext[] = [];
  let site: Awaited<ReturnType<typeof startSite>> | undefined;
  beforeAll(async () => {
    requireBuild();
    site = await startSite();
    stage.url = site.url;
    stage.browser = await workersBrowser();
    stage.person = async ({ worker = false, ...options } = {}) => {
      const person = await prepare(await stage.browser.newContext({ locale: 'vi-VN', ...options }));
      people.push(person);
      if (!worker) {
        await person.addInitScript(() => {
          delete (Navigator.prototype as { serviceWorker?: unknown }).serviceWorker;
        });
      }
      return person;
    };
  });
  afterEach(async () => {
    for (const person of people.splice(0)) {
      await person.unrouteAll({ behavior: 'ignoreErrors' });
      await person.close();
    }
  });
  afterAll(async () => {
    await site?.close();
  });
  return stage;
}

export function requireBuild(): void {
  if (!existsSync(new URL('../../dist/htsd.js', import.meta.url))) {
    throw new Error('These tests run on what was built: run "npm run build" first.');
  }
}

/** Every browser context of these tests watches for policy violations from the first moment of each page. */
export async function prepare(context: BrowserContext): Promise<BrowserContext> {
  context.setDefaultTimeout(patience);
  await context.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) => {
      console.error(`policy violation: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
    });
  });
  return context;
}

export interface Visit {
  page: Page;
  /** Warnings and errors that the page wrote or threw. */
  complaints: string[];
}

/** Opens a page of the site and keeps what it complains about. */
export async function visit(context: BrowserContext, address: string): Promise<Visit> {
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.goto(address);
  return { page, complaints };
}

/** A page of another host with nothing but the given content, in the given language; answers its address. */
export async function hostPage(
  context: BrowserContext,
  { url }: Stage,
  content: string,
  lang = 'vi',
): Promise<string> {
  const address = `${url}host-of-its-own.html`;
  const head =
    '<meta charset="utf-8" /><title>Host</title><script type="module" src="/htsd/htsd.js"></script>';
  const icon = '<link rel="icon" href="/crest.svg" />';
  await context.route(address, (route) =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      body: `<!doctype html><html lang="${lang}"><head>${head}${icon}</head><body>${content}</body></html>`,
    }),
  );
  return address;
}

/** Presses Tab until the element has the focus; fails when the page has been gone through without meeting it. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let count = 0; count < 150; count++) {
    if (await target.evaluate((element) => element.matches(':focus'))) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Not reached by Tab: ${String(target)}`);
}

/** The form's criterion by words of its title. */
export const criterion = (page: Page, title: string | RegExp): Locator =>
  page.getByRole('group', { name: title });

/** What the form says about saving; `Đã lưu` once everything typed is on the device. */
export async function saved(page: Page): Promise<void> {
  await page.getByText(/Đã lưu trên thiết bị này/).waitFor();
}

/** Registers the unit for the year in the first step. */
export async function register(page: Page, name = 'Văn phòng xã Sen Hồ'): Promise<void> {
  await page.getByLabel('Tên đơn vị').fill(name);
  await page.getByLabel(/^Địa bàn/).fill('Sen Hồ');
  await page.getByRole('radio', { name: sampleSet }).check();
  await page.getByRole('button', { name: /Đăng ký/ }).click();
  await page.getByRole('heading', { name: /Tự đánh giá Đơn vị học tập năm/ }).waitFor();
}

export const sampleSet = /Đơn vị học tập do cấp xã quản lý/;
export const officialSet = /Thông tư 24\/2023/;

/** Fills in the whole sample set: 10 + 7.5 + 10 + 25 + 10 + 10 + 15 + 5 = 92.5 points. */
export async function fillSample(page: Page): Promise<void> {
  await criterion(page, /kế hoạch học tập hằng năm/)
    .getByRole('textbox', { name: 'Điểm tự chấm' })
    .fill('10');
  await criterion(page, /kinh phí khuyến khích/)
    .getByRole('textbox', { name: 'Điểm tự chấm' })
    .fill('7,5');
  await criterion(page, /tủ sách, máy tính/)
    .getByRole('textbox', { name: 'Điểm tự chấm' })
    .fill('10');
  const citizens = criterion(page, /đạt Công dân học tập/);
  await citizens.getByRole('textbox', { name: 'Số thành viên đạt' }).fill('28');
  await citizens.getByRole('textbox', { name: 'Tổng số thành viên' }).fill('30');
  const training = criterion(page, /hoàn thành chương trình bồi dưỡng/);
  await training.getByRole('textbox', { name: 'Số thành viên đã hoàn thành' }).fill('30');
  await training.getByRole('textbox', { name: 'Số thành viên phải tham gia' }).fill('30');
  await criterion(page, /chấp hành kỷ luật/)
    .getByRole('radio', { name: /Đạt đầy đủ/ })
    .check();
  await criterion(page, /hoàn thành nhiệm vụ/)
    .getByRole('radio', { name: /Đạt đầy đủ/ })
    .check();
  await criterion(page, /hoạt động khuyến học/)
    .getByRole('radio', { name: /Đạt một phần/ })
    .check();
}

export { expect };
