/**
 * Nothing typed is ever lost: a reload in the middle of a word, a closed page, a crashed tab and a killed browser all
 * bring back text, half-typed numbers and the place where the person was.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
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

describe('what was typed', () => {
  it('comes back after a reload in the middle of a word, with the focus where it was', async () => {
    const person = await stage.person();
    const { page, complaints } = await visit(person, stage.url);
    await register(page);
    await points(page).pressSequentially('7,');
    await unfold(page);
    await note(page).pressSequentially('Quyết định số 15 của Chánh Vă');
    // No waiting for the save: leaving the page must be enough.
    await page.reload();
    await expect.poll(() => note(page).inputValue()).toBe('Quyết định số 15 của Chánh Vă');
    expect(await points(page).inputValue()).toBe('7,');
    await focused(page).toBe(true);
    await page.keyboard.type('n phòng');
    await expect.poll(() => note(page).inputValue()).toBe('Quyết định số 15 của Chánh Văn phòng');
    expect(complaints).toEqual([]);
  });

  it('is saved within a second, and says so', async () => {
    const person = await stage.person();
    const { page } = await visit(person, stage.url);
    await register(page);
    await points(page).pressSequentially('7,5');
    const begun = Date.now();
    await saved(page);
    expect(Date.now() - begun).toBeLessThan(5_000);
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

  it('is there after the tab crashed', async () => {
    const person = await stage.person();
    const first = await visit(person, stage.url);
    await register(first.page);
    await points(first.page).pressSequentially('7,5');
    await saved(first.page);
    const devtools = await person.newCDPSession(first.page);
    const crashed = first.page.waitForEvent('crash');
    // The answer never comes: who should send it is gone.
    void devtools.send('Page.crash').catch(() => undefined);
    await crashed;
    const { page } = await visit(person, stage.url);
    await expect.poll(() => points(page).inputValue()).toBe('7,5');
  });

  it('is there after the whole browser was killed', async () => {
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
      const first = await visit(before, stage.url);
      await register(first.page);
      await points(first.page).pressSequentially('7,5');
      await saved(first.page);
      const devtools = await before.browser()?.newBrowserCDPSession();
      const gone = new Promise<void>((done) => before.once('close', () => done()));
      // Not a closing: the browser process ends at once, as when the plug is pulled.
      void devtools?.send('Browser.crash').catch(() => undefined);
      await gone;

      const after = await launch();
      const { page } = await visit(after, stage.url);
      await expect.poll(() => points(page).inputValue()).toBe('7,5');
      await after.close();
    } finally {
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    }
  });
});
