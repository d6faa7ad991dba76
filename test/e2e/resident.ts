import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { prepare, type Stage } from './support.js';

/** A person who stays for all tests of a file: what his browser fetched and compiled once is there. */
export interface Resident {
  /** Known from the first test on. */
  person: BrowserContext;
  page: Page;
  /** As on a first visit: his only page, empty, on a desk's screen, and nothing kept of what was before. */
  fresh(): Promise<Page>;
}

/** Such a person on a stage; his browser knows no service workers, as on plain http. */
export function useResident(stage: Stage): Resident {
  const resident = {} as Resident;
  beforeAll(async () => {
    resident.person = await prepare(await stage.browser.newContext({ locale: 'vi-VN' }));
    await resident.person.addInitScript(() => {
      delete (Navigator.prototype as { serviceWorker?: unknown }).serviceWorker;
    });
    resident.page = await resident.person.newPage();
  });
  afterAll(() => resident.person.close());
  resident.fresh = async () => {
    const { person, page } = resident;
    page.removeAllListeners();
    await person.setOffline(false);
    await person.unrouteAll({ behavior: 'ignoreErrors' });
    await page.goto('about:blank');
    const devtools = await person.newCDPSession(page);
    await devtools.send('Storage.clearDataForOrigin', {
      origin: new URL(stage.url).origin,
      storageTypes: 'indexeddb,local_storage',
    });
    await devtools.detach();
    await page.emulateMedia({ media: null, forcedColors: null, reducedMotion: null });
    await page.setViewportSize({ width: 1280, height: 800 });
    return page;
  };
  return resident;
}
