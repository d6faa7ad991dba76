/**
 * The officer's whole way in the e-office, on the embedded default back end: register, fill in, see the score and why,
 * submit, read the receipt, take it back.
 */
import type { Locator } from 'playwright-core';
import { describe, it } from 'vitest';
import {
  criterion,
  expect,
  fillSample,
  officialSet,
  register,
  sampleSet,
  saved,
  useStage,
  visit,
} from './support.js';

const stage = useStage();

describe('the officer', () => {
  it('registers, fills in, submits, reads the receipt and takes it back', async () => {
    const person = await stage.person();
    const { page, complaints } = await visit(person, stage.url);
    await register(page);

    const result = page.getByRole('region', { name: 'Kết quả tạm tính' });
    await result.getByText('Đã trả lời 0/8').waitFor();
    await fillSample(page);
    await result.getByText('92,5', { exact: true }).waitFor();
    await result.getByText('Kết quả: Đạt danh hiệu Đơn vị học tập').waitFor();
    await result.getByText('Đã trả lời 8/8').waitFor();
    await criterion(page, /đạt Công dân học tập/)
      .getByText(/93,33\s?%/)
      .first()
      .waitFor();

    await saved(page);
    // The other set by mistake, and back: every answer is there again.
    const edit = page.getByRole('dialog', { name: 'Sửa đăng ký' });
    await page.getByRole('button', { name: 'Sửa đăng ký' }).click();
    await edit.getByRole('radio', { name: officialSet }).check();
    await edit.getByLabel('Loại hình').first().selectOption({ index: 1 });
    await edit
      .getByRole('status')
      .getByText(/8 câu không có trong bộ mới/)
      .waitFor();
    await edit.getByRole('button', { name: 'Lưu và đổi bộ tiêu chí' }).click();
    // While it closes, its own hint says the same.
    await edit.waitFor({ state: 'hidden' });
    await page.getByText('Câu trả lời theo bộ tiêu chí trước (8)').waitFor();
    await page.getByText(/Gửi hồ sơ đề nghị công nhận trước ngày 15\/01\/\d{4}/).waitFor();
    await page.getByRole('button', { name: 'Sửa đăng ký' }).click();
    await edit.getByRole('radio', { name: sampleSet }).check();
    await edit.getByRole('button', { name: 'Lưu và đổi bộ tiêu chí' }).click();
    await result.getByText('92,5', { exact: true }).waitFor();

    await page.getByRole('button', { name: 'Nộp bản tự đánh giá' }).click();
    const question = page.getByRole('dialog', { name: 'Nộp bản tự đánh giá?' });
    await question.getByRole('button', { name: 'Nộp', exact: true }).click();

    const receipt = page.getByRole('region', { name: 'Đã nộp bản tự đánh giá' });
    await receipt.waitFor();
    const number = await receipt.locator('dd').first().textContent();
    expect(number?.trim()).toMatch(/^2\d{3}-[0-9A-Z-]{6,}$/);

    await page.reload();
    await receipt.getByText(number?.trim() ?? '').waitFor();
    expect(await page.getByRole('textbox', { name: 'Điểm tự chấm' }).first().isEditable()).toBe(false);

    await page.getByRole('button', { name: 'Rút lại' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Rút lại', exact: true }).click();
    await page.getByRole('button', { name: 'Nộp bản tự đánh giá' }).waitFor();
    // A draft again: no receipt, every field open, and what is changed now is what is submitted next.
    expect(await receipt.count()).toBe(0);
    expect(await page.getByText(number?.trim() ?? '').count()).toBe(0);
    const first = page.getByRole('textbox', { name: 'Điểm tự chấm' }).first();
    expect(await first.inputValue()).toBe('10');
    const closed = page.locator('.criterion').locator('input[readonly], input:disabled');
    expect(await closed.count()).toBe(0);
    await first.fill('9');
    await result.getByText('91,5', { exact: true }).waitFor();
    await saved(page);
    await page.reload();
    await page.getByRole('button', { name: 'Nộp bản tự đánh giá' }).waitFor();
    await expect.poll(() => first.inputValue()).toBe('9');
    expect(await receipt.count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  it('is told what is missing, each with a way to get there', async () => {
    const person = await stage.person();
    const { page } = await visit(person, stage.url);
    await register(page);
    await page.getByRole('button', { name: 'Nộp bản tự đánh giá' }).click();
    const summary = page.locator('#missing').filter({ hasText: 'Chưa thể nộp' });
    await summary.waitFor();
    expect(await summary.getByRole('link').count()).toBe(8);
    // Each leads to the first field of its own criterion, from the list above and from the panel.
    const follow = async (link: Locator): Promise<void> => {
      const title = (await link.textContent())?.trim() ?? '';
      await link.click();
      const field = page.getByRole('group', { name: title }).locator('.answer input').first();
      await expect
        .poll(() => field.evaluate((element) => element.matches(':focus')), { message: title })
        .toBe(true);
    };
    for (const link of await summary.getByRole('link').all()) await follow(link);
    const panel = page.getByRole('region', { name: 'Kết quả tạm tính' });
    await panel.getByRole('button', { name: 'Chi tiết' }).click();
    await panel.getByText('Còn thiếu 8 mục').click();
    const links = panel.locator('.missing').getByRole('link');
    await expect.poll(() => links.count()).toBe(8);
    await follow(links.nth(5));
  });

  it('reads why a typed number does not count, in the words and numbers of the country', async () => {
    const person = await stage.person();
    const { page } = await visit(person, stage.url);
    await register(page);
    const citizens = criterion(page, /đạt Công dân học tập/);
    const part = citizens.getByRole('textbox', { name: 'Số thành viên đạt' });
    const whole = citizens.getByRole('textbox', { name: 'Tổng số thành viên' });
    await part.fill('31');
    await whole.fill('30');
    await whole.blur();
    await expect.poll(() => part.getAttribute('aria-invalid')).toBe('true');
    await whole.fill('0');
    await expect.poll(() => citizens.getByText(/bằng 0|khác 0|lớn hơn 0/).count()).toBeGreaterThan(0);
    const points = criterion(page, /kinh phí khuyến khích/).getByRole('textbox', { name: 'Điểm tự chấm' });
    for (const typed of ['7,5', '7.5']) {
      await points.fill(typed);
      await points.blur();
      await criterion(page, /kinh phí khuyến khích/)
        .getByText('7,5 / 10 điểm')
        .waitFor();
    }
  });

  it('may choose among the sets that apply, and a year brings its own', async () => {
    const person = await stage.person();
    const { page } = await visit(person, stage.url);
    await page.getByRole('radio', { name: officialSet }).waitFor();
    expect(await page.getByRole('radio', { name: /22\/2020/ }).count()).toBe(0);
    await page.getByLabel('Năm đánh giá').selectOption('2023');
    await page.getByRole('radio', { name: /22\/2020/ }).waitFor();
    await expect.poll(() => page.getByRole('radio', { name: officialSet }).count()).toBe(0);
  });
});
