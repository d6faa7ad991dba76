/**
 * The whole form under `default-src 'self'; require-trusted-types-for 'script'`, served as a header: evidence, preview,
 * paper, DOCX, submitting and the offline worker, without one violation reported.
 */
import { readFile } from 'node:fs/promises';
import { describe, it } from 'vitest';
import { strictPolicy } from '../../scripts/site.mjs';
import { disguised, pdf, photo } from './files.js';
import { criterion, expect, fillSample, register, saved, useStage, visit } from './support.js';

const stage = useStage();

describe('under a strict policy', () => {
  it('everything works and nothing is reported', async () => {
    const person = await stage.person();
    // A paper frame prints to nobody here: it hands over what it would have printed.
    await person.addInitScript(() => {
      window.print = () => {
        (parent as { printed?: string }).printed = document.body.innerText;
        dispatchEvent(new Event('beforeprint'));
        dispatchEvent(new Event('afterprint'));
      };
    });
    const { page, complaints } = await visit(person, `${stage.url}csp.html`);
    const answer = await page.request.get(`${stage.url}csp.html`);
    expect(answer.headers()['content-security-policy']).toBe(strictPolicy);

    await register(page);
    await fillSample(page);
    const plan = criterion(page, /kế hoạch học tập hằng năm/);
    await plan.getByText('Ghi chú và minh chứng').click();
    await plan.getByLabel('Thêm ảnh hoặc PDF').setInputFiles([photo(), pdf()]);
    await plan.getByRole('button', { name: 'ke-hoach.pdf', exact: true }).waitFor();
    const picture = plan.getByRole('button', { name: /^hoi-nghi/ });
    await picture.click();
    const preview = page.getByRole('dialog', { name: /^hoi-nghi/ });
    const canvas = preview.getByRole('img');
    await expect.poll(() => canvas.evaluate((element) => (element as HTMLCanvasElement).width)).toBe(1600);
    const pixel = await canvas.evaluate((element) => [
      ...((element as HTMLCanvasElement).getContext('2d')?.getImageData(800, 480, 1, 1).data ?? []),
    ]);
    expect(Math.abs((pixel[0] ?? 0) - 0x5a)).toBeLessThan(8);
    await preview.getByRole('button', { name: 'Đóng' }).click();

    // A PDF is not drawn: it says so and can be downloaded as it was picked.
    await plan.getByRole('button', { name: 'ke-hoach.pdf', exact: true }).click();
    const shown = page.getByRole('dialog', { name: 'ke-hoach.pdf' });
    await shown.getByText('Tệp này không xem trước được ở đây').waitFor();
    const [back] = await Promise.all([
      page.waitForEvent('download'),
      shown.getByRole('button', { name: 'Tải về' }).click(),
    ]);
    expect(back.suggestedFilename()).toBe('ke-hoach.pdf');
    expect((await readFile(await back.path())).equals(pdf().buffer)).toBe(true);
    await shown.getByRole('button', { name: 'Đóng' }).click();

    await plan.getByLabel('Thêm ảnh hoặc PDF').setInputFiles([disguised()]);
    await plan.getByText('Tệp này không phải ảnh JPEG, PNG, WebP hoặc PDF').waitFor();
    await plan.getByRole('button', { name: 'Đã hiểu' }).click();
    await plan.getByLabel('Địa chỉ trang minh chứng').fill('https://example.vn/ke-hoach');
    await plan.getByLabel('Tên minh chứng').fill('Kế hoạch trên cổng');
    await plan.getByRole('button', { name: 'Thêm liên kết' }).click();
    await plan.getByRole('link', { name: 'Kế hoạch trên cổng' }).waitFor();
    await plan.getByRole('button', { name: 'Gỡ bỏ minh chứng ke-hoach.pdf' }).click();
    // The page opens again where he was.
    await plan.getByRole('textbox', { name: 'Ghi chú' }).fill('Kế hoạch đăng trên cổng');
    await saved(page);

    // What was removed stays away, what was not stays.
    await page.reload();
    await picture.waitFor();
    expect(await page.getByText('ke-hoach.pdf').count()).toBe(0);
    await plan.getByRole('link', { name: 'Kế hoạch trên cổng' }).waitFor();

    const paper = page.getByRole('dialog', { name: 'In hoặc lưu DOCX' });
    await page.getByRole('button', { name: 'In hoặc lưu DOCX' }).click();
    await paper.getByRole('button', { name: 'In', exact: true }).click();
    await expect
      .poll(() => page.evaluate(() => (globalThis as { printed?: string }).printed ?? ''))
      .toMatch(/CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM/i);
    expect(await page.evaluate(() => (globalThis as { printed?: string }).printed)).toMatch(/92,5/);

    await page.getByRole('button', { name: 'In hoặc lưu DOCX' }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      paper.getByRole('button', { name: 'Lưu DOCX' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/\.docx$/);
    const bytes = await readFile(await download.path());
    expect(bytes.subarray(0, 2).toString()).toBe('PK');
    expect(bytes.includes('word/document.xml')).toBe(true);

    await page.getByRole('button', { name: 'Nộp bản tự đánh giá' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Nộp', exact: true }).click();
    await page.getByRole('region', { name: 'Đã nộp bản tự đánh giá' }).waitFor();
    expect(complaints).toEqual([]);
  });

  it('the offline worker starts, and keeps the policy with the page', async () => {
    const person = await stage.person({ worker: true });
    await person.route('**/csp.html', async (route) => {
      const response = await route.fetch();
      const body = (await response.text()).replace(
        'src="/htsd/htsd.js"',
        '$& data-service-worker="/htsd-sw.js"',
      );
      await route.fulfill({ response, body });
    });
    const { page, complaints } = await visit(person, `${stage.url}csp.html`);
    const keeps = () =>
      page.evaluate(async () => (await caches.match(location.href))?.headers.get('content-security-policy'));
    await expect.poll(keeps, { timeout: 60_000 }).toBe(strictPolicy);
    expect(complaints).toEqual([]);
  });

  it('a violation would have been noticed', async () => {
    const person = await stage.person();
    const { page, complaints } = await visit(person, `${stage.url}csp.html`);
    await page.evaluate(() => document.body.setAttribute('style', 'color: red'));
    await expect.poll(() => complaints.join('\n')).toMatch(/policy violation: style-src/);
  });
});
