/** The treasurer's desk on a built page: what she records the public reads, and her papers and files hold what they say. */
import { readFile } from 'node:fs/promises';
import { unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { describe, it } from 'vitest';
import { readPdf } from './read-pdf.js';
import { expect, useStage, visit } from './support.js';

const stage = useStage();

async function saved(page: Page, button: string): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('dialog').getByRole('button', { name: button, exact: true }).click(),
  ]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

describe("a fund's desk", () => {
  it('saves the papers and files of a closed year with its lines in them', async () => {
    const person = await stage.person();
    const { page, complaints } = await visit(person, `${stage.url}fund-desk.html`);
    await page.getByRole('button', { name: 'Khoá sổ, báo cáo' }).click();
    await page.getByRole('button', { name: 'Giấy tờ và tệp năm 2025' }).click();

    const csv = await saved(page, 'Sổ quỹ CSV');
    expect(csv.name).toMatch(/2025.*\.csv$/);
    const lines = csv.bytes.toString('utf8').trim().split(/\r?\n/);
    expect(lines.filter((line) => line.includes('Hợp tác xã Hoa Sen'))).toHaveLength(1);
    expect(lines.some((line) => line.includes('Công ty TNHH May Sen Hồ'))).toBe(true);

    const xlsx = await saved(page, 'Sổ quỹ XLSX');
    expect(xlsx.name).toMatch(/2025.*\.xlsx$/);
    expect(xlsx.bytes.includes('xl/worksheets/sheet3.xml')).toBe(true);

    const beancount = await saved(page, 'Sổ kép beancount');
    expect(beancount.name).toMatch(/\.beancount$/);
    expect(beancount.bytes.toString('utf8')).toMatch(/^2025-09-05 \* /m);

    const report = await saved(page, 'Lưu DOCX');
    expect(report.name).toMatch(/2025.*\.docx$/);
    expect(report.bytes.includes('word/document.xml')).toBe(true);
    expect(complaints).toEqual([]);
  });

  it('tells the open part by a line in forced colours, and prints the whole ledger without an empty sheet', async () => {
    const person = await stage.person();
    const { page } = await visit(person, `${stage.url}fund-desk.html`);
    await page.locator('.scroller .row').first().waitFor();
    await page.emulateMedia({ forcedColors: 'active' });
    const outlines = await page
      .locator('.views button')
      .evaluateAll((parts) => parts.map((part) => getComputedStyle(part).outlineStyle));
    expect(outlines).toEqual(['solid', ...outlines.slice(1).map(() => 'none')]);
    await page.emulateMedia({ forcedColors: 'none' });

    const sheets = readPdf(await page.pdf({ format: 'A4' })).map(({ runs }) =>
      runs.map(({ text }) => text).join(''),
    );
    expect(sheets.filter((text) => !text.trim())).toEqual([]);
    const days = sheets.join('').match(/\d\d\/\d\d\/20\d\d/g) ?? [];
    expect(days.length).toBe(149);
  });

  it('lets the public read what was recorded, and what a second person approved', async () => {
    const person = await stage.person();
    const { page } = await visit(person, `${stage.url}fund-desk.html`);
    const balance = page.locator('.balances .total dd');
    await expect.poll(() => balance.innerText()).toMatch(/^250\.230\.000\sđ$/);
    await page.locator('.entry [data-d=category]').selectOption('thu-khac');
    await page.locator('.entry [data-d=amount]').fill('1,2 triệu');
    await page.getByRole('button', { name: 'Ghi khoản thu' }).click();
    await page.getByText('Đã ghi khoản số 150: 1.200.000').waitFor();

    await page.goto(`${stage.url}fund-desk.html?person=second`);
    await page.getByRole('button', { name: /Chờ duyệt/ }).click();
    await page.locator('[data-pending] button.primary').click();
    await page.getByText('Đã duyệt khoản chi 24.000.000').waitFor();

    await page.goto(`${stage.url}fund-desk.html`);
    await page.getByRole('button', { name: 'Khoá sổ, báo cáo' }).click();
    await page.getByRole('button', { name: 'Giấy tờ và tệp năm 2026' }).click();
    const { bytes } = await saved(page, 'Lưu DOCX');
    const xml = new TextDecoder().decode(unzipSync(bytes)['word/document.xml']);

    await page.goto(`${stage.url}fund.html`);
    await page.getByText(/Trang này vừa cộng lại 151 khoản và ra đúng số dư/).waitFor();
    expect(await page.locator('.figure.lead dd').innerText()).toMatch(/^227\.430\.000\sđ$/);
    const hash = (await page.locator('.hashes code').innerText()).replace(/\s/g, '');
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(xml.replace(/<[^>]*>|\s/g, '')).toContain(hash);
  });
});
