/** The page on which a webmaster puts a snippet together: by keyboard or mouse, to a snippet that works, and back. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, it } from 'vitest';
import type { Page } from 'playwright-core';
import { expect, hostPage, useStage, visit } from './support.js';

const stage = useStage();
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const hashes = (): Record<string, string> =>
  JSON.parse(readFileSync(new URL('../../dist/hashes.json', import.meta.url), 'utf8')) as Record<
    string,
    string
  >;

const open = async (query = '') => visit(await stage.person(), `${stage.url}embed/configurator.html${query}`);
const code = (page: Page): Promise<string> => page.locator('.part code').last().innerText();

describe('the configurator', () => {
  it('leads to a snippet with its hash that works in a page of its own', async () => {
    const { page, complaints } = await open();
    await page
      .getByLabel('Chỉ tiêu', { exact: true })
      .selectOption({ label: 'Gia đình được công nhận “Gia đình học tập”' });
    await page.getByLabel('Địa bàn (mã)').fill('25');
    await page.getByLabel('Năm').fill('2025');
    await page.getByLabel(/Chỉ nhận đúng tệp/).check();
    await page.getByRole('button', { name: 'Chép mã' }).focus();
    const snippet = await code(page);
    expect(snippet).toContain(`integrity="${hashes()['htsd.js']}" crossorigin="anonymous"`);
    await page.locator('#preview htsd-target-gauge[locality="25"][year="2025"]').waitFor();
    expect(complaints).toEqual([]);

    const person = await stage.person();
    // The page of a stranger, with nothing but the snippet.
    const address = await hostPage(person, stage, snippet);
    const { page: portal, complaints: theirs } = await visit(person, address);
    await portal
      .locator('htsd-target-gauge')
      .getByText(/Gia đình/)
      .first()
      .waitFor();
    expect(theirs).toEqual([]);
  });

  it('shows what each kind of host will show, and opens again what was copied', async () => {
    const { page } = await open();
    await page.getByRole('radio', { name: /e-Office/ }).check();
    await page.frameLocator('#preview iframe').locator('htsd-target-gauge').waitFor();
    const copied = (await code(page)).replace('indicator=gia-dinh', 'indicator=dong-ho&amp;onclick=alert(1)');
    await page.getByRole('radio', { name: /chỉ cho chèn hình/ }).check();
    await page.getByText(/cần địa chỉ máy chủ và mã tỉnh/).waitFor();
    await page.getByText('Mở lại mã đã có').click();
    const box = page.getByLabel('Dán đoạn mã vào đây');
    await box.fill('<img src=x onerror="document.title=1">');
    await page.getByRole('button', { name: 'Mở lại' }).click();
    await page.getByText('Không thấy thành phần nào').waitFor();
    await box.fill(copied);
    await page.getByRole('button', { name: 'Mở lại' }).click();
    await page.getByText('Bỏ qua những mục không dùng được: onclick').waitFor();
    expect(await page.getByRole('radio', { name: /e-Office/ }).isChecked()).toBe(true);
    expect(await page.getByLabel('Chỉ tiêu', { exact: true }).inputValue()).toBe('dong-ho');
    expect(await page.title()).toBe('Tạo mã nhúng');
  });

  it('copies at the first press after something was written, and reads a place by its name', async () => {
    const { page, complaints } = await open();
    await page.getByLabel('Địa bàn (mã)').fill('');
    const button = page.getByRole('button', { name: 'Chép mã' });
    await button.scrollIntoViewIfNeeded();
    await page.getByLabel('Địa chỉ trang sẽ dán').focus();
    await page.keyboard.type('https://xa ');
    // A space at the end is not taken away from who goes on writing.
    expect(await page.getByLabel('Địa chỉ trang sẽ dán').inputValue()).toBe('https://xa ');
    await page.getByLabel('Năm').fill('26');
    await page.getByText('Mã chưa dùng được, xem lại: Địa bàn (mã), Năm.').waitFor();
    await page.getByLabel('Năm').fill('2026');
    await page.getByLabel('Địa bàn (mã)').fill('phú thọ');
    await button.scrollIntoViewIfNeeded();
    const { x, y } = (await button.boundingBox())!;
    await page.mouse.move(x + 9, y + 9);
    await page.mouse.down();
    await page.mouse.up();
    await page.locator('.told').filter({ hasText: /\S/ }).waitFor();
    expect(await code(page)).toContain('year="2026" locality="25"');
    expect(await page.getByText('xem lại').count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  it('writes into a snippet what people read in its language, and says who could not work there', async () => {
    const { page } = await open();
    await page.getByLabel('Ngôn ngữ hiển thị').selectOption('en');
    await page.getByText('>Targets of a place, Families recognised as Learning Families,').waitFor();
    await page.getByRole('combobox', { name: '1. Muốn hiện gì?' }).selectOption('review');
    await page.getByLabel('Địa chỉ máy chủ dữ liệu').fill('https://htsd.example.vn');
    await page.getByText('Phải đăng nhập mới làm việc được').waitFor();
    await page.getByRole('radio', { name: /chỉ cho dán iframe/ }).check();
    await page.getByText('không ai đăng nhập được').waitFor();
  });

  it('has nothing that axe objects to, in English on a phone, and nothing runs out of it', async () => {
    const { page } = await open('?lang=en');
    await page.setViewportSize({ width: 320, height: 700 });
    await page.getByRole('heading', { name: 'Make a snippet' }).waitFor();
    await page.getByRole('radio', { name: /pictures only/ }).check();
    for (const details of await page.locator('#form summary').all()) await details.click();
    await page.evaluate(axe);
    const found = await page.evaluate(async () => {
      const { run } = (globalThis as unknown as { axe: typeof import('axe-core') }).axe;
      const { violations } = await run('body', { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] });
      return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
    });
    expect(found).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    );
  });
});
