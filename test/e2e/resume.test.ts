/**
 * Nothing typed is ever lost: a reload in the middle of a word, a closed page, a crashed tab and a killed browser all
 * bring back text, half-typed numbers and the place where the person was.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page } from 'playwright-core';
import { describe, it } from 'vitest';
import { chromiumFlags } from '../../scripts/chromium-flags.mjs';
import { findChromium } from '../../scripts/find-chromium.mjs';
import { criterion, expect, prepare, register, saved, useStage, visit } from './support.js';

const stage = useStage();

const points = (page: Page) =>
  criterion(page, /kinh phí khuyến khích/).getByRole('textbox', { name: 'Điểm tự chấm' });
const note = (page: Page) =>
  criterion(page, /kinh phí khuyến khích/).getByRole('textbox', { name: 'Ghi chú' });
const unfold = (page: Page) =>
  criterion(page, /kinh phí khuyến khích/)
    .getByText('Ghi chú và minh chứng')
    .click();
const focused = (page: Page) => expect.poll(() => note(page).evaluate((field) => field.matches(':focus')));

interface Watched {
  /** When the last key changed something, and each draft with the moment at which it lay in the database; by the page's clock. */
  key: number;
  drafts: { text: string; at: number }[];
}
/** Keeps in each page of the person when keys were pressed and drafts were on the disk. */
const watchDrafts = (person: BrowserContext): Promise<unknown> =>
  person.addInitScript(() => {
    const watched: Watched = { key: 0, drafts: [] };
    Object.assign(globalThis, { watched });
    addEventListener('input', () => void (watched.key = performance.now()), true);
    const { value: put } = Object.getOwnPropertyDescriptor(IDBObjectStore.prototype, 'put') as {
      value: (...values: unknown[]) => unknown;
    };
    Object.defineProperty(IDBObjectStore.prototype, 'put', {
      value(this: IDBObjectStore, ...values: unknown[]) {
        const text = JSON.stringify(values[0]);
        const store = this.name;
        this.transaction.addEventListener('complete', () => {
          if (store === 'drafts') watched.drafts.push({ text, at: performance.now() });
        });
        return put.apply(this, values);
      },
    });
  });
/** Waits until a draft with these words lies in the database; answers how long after the last key that was. */
const drafted = async (page: Page, words: string): Promise<number> => {
  const found = await page.waitForFunction((wanted) => {
    const { key, drafts } = (globalThis as unknown as { watched: Watched }).watched;
    const first = drafts.find(({ text }) => text.includes(wanted));
    return first && { after: first.at - key };
  }, words);
  return (await found.jsonValue())!.after;
};
const halfWord = 'Quyết định số 15 của Chánh Vă';
/** Types a note as far as the middle of a word, and no further than its draft: the back end need not have it. */
const typeHalf = async (page: Page): Promise<void> => {
  await points(page).pressSequentially('7,');
  await unfold(page);
  await note(page).pressSequentially(halfWord);
  await drafted(page, halfWord);
};
/** The text is there and the next key goes where the last one had gone. */
const goesOn = async (page: Page): Promise<void> => {
  await expect.poll(() => note(page).inputValue()).toBe(halfWord);
  expect(await points(page).inputValue()).toBe('7,');
  await focused(page).toBe(true);
  await page.keyboard.type('n phòng');
  await expect.poll(() => note(page).inputValue()).toBe(`${halfWord}n phòng`);
};

describe('what was typed', () => {
  it('comes back after a reload in the middle of a word, with the focus where it was', async () => {
    const person = await stage.person();
    const { page, complaints } = await visit(person, stage.url);
    await register(page);
    await points(page).pressSequentially('7,');
    await unfold(page);
    await note(page).pressSequentially(halfWord);
    // No waiting for the save: leaving the page must be enough.
    await page.reload();
    await goesOn(page);
    expect(complaints).toEqual([]);
  });

  it('lies in the database a second after the last key, and the page says so', async () => {
    const person = await stage.person();
    await watchDrafts(person);
    const { page } = await visit(person, stage.url);
    await register(page);
    await points(page).pressSequentially('7,5');
    await saved(page);
    await unfold(page);
    // The machine may be busy with other pages for a moment, but not each time.
    const waits: number[] = [];
    for (const word of ['sách', 'báo', 'máy']) {
      await note(page).pressSequentially(word);
      waits.push(await drafted(page, word));
    }
    expect(Math.min(...waits)).toBeGreaterThan(0);
    expect(Math.min(...waits)).toBeLessThan(1_000);
  });

  it('is there when the page is closed and opened again', async () => {
    const person = await stage.person();
    const first = await visit(person, stage.url);
    await register(first.page);
    await points(first.page).pressSequentially('7,5');
    await saved(first.page);
    await first.page.close();
    const { page } = await visit(person, stage.url);
    await expect.poll(() => points(page).inputValue()).toBe('7,5');
    await page.getByText('Đã trả lời 1/8').first().waitFor();
  });

  it('goes on in the middle of the word after the tab crashed', async () => {
    const person = await stage.person();
    await watchDrafts(person);
    const first = await visit(person, stage.url);
    await register(first.page);
    await typeHalf(first.page);
    const devtools = await person.newCDPSession(first.page);
    const crashed = first.page.waitForEvent('crash');
    // The answer never comes: who should send it is gone.
    void devtools.send('Page.crash').catch(() => undefined);
    await crashed;
    const { page } = await visit(person, stage.url);
    await goesOn(page);
  });

  it('goes on in the middle of the word after the whole browser was killed', async () => {
    const profile = await mkdtemp(join(tmpdir(), 'htsd-profile-'));
    const port = 0;
    const launch = async () => {
      const executablePath = await findChromium();
      const args = [...chromiumFlags(), `--remote-debugging-port=${port}`];
      return prepare(
        await chromium.launchPersistentContext(profile, { executablePath, args, locale: 'vi-VN' }),
      );
    };
    try {
      const before = await launch();
      await watchDrafts(before);
      const first = await visit(before, stage.url);
      await register(first.page);
      await typeHalf(first.page);
      const devtools = await before.browser()?.newBrowserCDPSession();
      const gone = new Promise<void>((done) => before.once('close', () => done()));
      // Not a closing: the browser process ends at once, as when the plug is pulled.
      void devtools?.send('Browser.crash').catch(() => undefined);
      await gone;

      const after = await launch();
      const { page } = await visit(after, stage.url);
      await goesOn(page);
      await after.close();
    } finally {
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    }
  });
});
