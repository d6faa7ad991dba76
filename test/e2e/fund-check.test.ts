/**
 * The ledger checked by the reader's own device, on the built page and under the strict policy: in the worker, which is a
 * file of its own, with the network and without it.
 */
import type { Page, Worker } from 'playwright-core';
import { describe, it } from 'vitest';
import { strictPolicy } from '../../scripts/site.mjs';
import { damageLedger } from '../support/damage-ledger.js';
import { expect, useStage, visit } from './support.js';

const stage = useStage();

/** Workers of the page from its first moment, those too that have ended since. */
function workersOf(page: Page): string[] {
  const started: string[] = [];
  page.on('worker', (worker: Worker) => started.push(new URL(worker.url()).pathname));
  return started;
}

/** The page once it has added up the ledger. */
async function added(page: Page): Promise<void> {
  await page.getByText(/Trang này vừa cộng lại \d+ khoản và ra đúng số dư/).waitFor();
}

const check = (page: Page): Promise<void> => page.getByRole('button', { name: 'Kiểm tra sổ' }).click();

describe('checking a ledger on a built page', () => {
  it('is done by the worker under the strict policy, and finds a sound ledger sound', async () => {
    const person = await stage.person();
    const { page, complaints } = await visit(person, `${stage.url}fund.html`);
    const answer = await page.request.get(`${stage.url}fund.html`);
    expect(answer.headers()['content-security-policy']).toBe(strictPolicy);
    await added(page);
    const workers = workersOf(page);
    await check(page);
    await page.getByRole('heading', { name: 'Sổ khớp' }).waitFor();
    expect(workers).toEqual(['/htsd/htsd-ledger-check.js']);
    await expect.poll(() => page.workers().length).toBe(0);
    expect(complaints).toEqual([]);
  });

  it('names the one entry that was damaged in the store, and opens it', async () => {
    const person = await stage.person();
    const { page } = await visit(person, `${stage.url}fund.html`);
    await added(page);
    await damageLedger(page, 'quy-khuyen-hoc-sen-ho', { amountOf: 57 });
    await page.reload();
    await page.getByText(/khác số dư mà quỹ công bố/).waitFor();
    const workers = workersOf(page);
    await check(page);
    await page.getByRole('heading', { name: /Sổ không khớp ở \d+ chỗ/ }).waitFor();
    const faults = await page.locator('.faults li').allInnerTexts();
    expect(faults.flatMap((fault) => /^Khoản số (\d+)/.exec(fault)?.[1] ?? [])).toEqual(['57']);
    expect(workers).toEqual(['/htsd/htsd-ledger-check.js']);
    await page.getByRole('button', { name: 'Xem khoản này 57' }).click();
    await page.getByRole('heading', { name: 'Khoản số 57' }).waitFor();
  });

  it('goes on without network: the worker is kept with the page', async () => {
    const person = await stage.person({ worker: true });
    const { page } = await visit(person, `${stage.url}fund.html`);
    await added(page);
    await page.getByText('Trang đã được giữ trên máy').waitFor();
    expect(
      await page.evaluate(async () =>
        Boolean(await caches.match('/htsd/htsd-ledger-check.js', { ignoreSearch: true })),
      ),
    ).toBe(true);
    await person.setOffline(true);
    await page.reload();
    await added(page);
    const workers = workersOf(page);
    await check(page);
    await page.getByRole('heading', { name: 'Sổ khớp' }).waitFor();
    expect(workers).toEqual(['/htsd/htsd-ledger-check.js']);
  });

  it('fills the example once, in two tabs that open together too', async () => {
    const person = await stage.person();
    const [one, other] = await Promise.all([
      visit(person, `${stage.url}fund.html`),
      visit(person, `${stage.url}fund-desk.html`),
    ]);
    await added(one.page);
    await other.page.getByRole('heading', { name: 'Quỹ khuyến học xã Sen Hồ' }).waitFor();
    await one.page.reload();
    await one.page.getByText(/Trang này vừa cộng lại 149 khoản/).waitFor();
    const [lead] = await one.page.locator('.figure.lead dd').allInnerTexts();
    const [total] = await other.page.locator('.balances .total dd').allInnerTexts();
    expect(lead).toBe(total);
    expect([...one.complaints, ...other.complaints]).toEqual([]);
  });
});
