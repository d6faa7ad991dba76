/** The officer's way without a mouse: Tab, Space, arrows and Enter, from the top of the portal to the receipt. */
import { describe, it } from 'vitest';
import { criterion, expect, sampleSet, tabTo, useStage, visit } from './support.js';

const stage = useStage();

describe('by keyboard alone', () => {
  it('registers, fills in, adds a note, submits and reads the receipt', async () => {
    const person = await stage.person();
    const { page } = await visit(person, stage.url);
    const chosen = page.getByRole('radio', { name: /Thông tư 24/ });
    await chosen.waitFor();
    // Arrows move within a group, as everywhere.
    await tabTo(page, chosen);
    await page.keyboard.press('ArrowDown');
    expect(await page.getByRole('radio', { name: sampleSet }).isChecked()).toBe(true);
    await tabTo(page, page.getByRole('button', { name: /^Đăng ký/ }));
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: /Tự đánh giá Đơn vị học tập năm/ }).waitFor();

    for (const [title, typed] of [
      [/kế hoạch học tập hằng năm/, ['10']],
      [/kinh phí khuyến khích/, ['7,5']],
      [/tủ sách, máy tính/, ['10']],
      [/đạt Công dân học tập/, ['28', '30']],
      [/hoàn thành chương trình bồi dưỡng/, ['30', '30']],
    ] as const) {
      for (const [index, text] of typed.entries()) {
        await tabTo(page, criterion(page, title).getByRole('textbox').nth(index));
        await page.keyboard.type(text);
      }
    }
    for (const title of [/chấp hành kỷ luật/, /hoàn thành nhiệm vụ/, /hoạt động khuyến học/]) {
      const first = criterion(page, title).getByRole('radio').first();
      await tabTo(page, first);
      await page.keyboard.press('Space');
      expect(await first.isChecked()).toBe(true);
    }
    const fold = criterion(page, /hoạt động khuyến học/).locator('.fold');
    await tabTo(page, fold);
    await page.keyboard.press('Enter');
    const note = criterion(page, /hoạt động khuyến học/).getByRole('textbox', { name: 'Ghi chú' });
    await note.waitFor();
    await tabTo(page, note);
    await page.keyboard.type('Tuần lễ học tập suốt đời');

    const submit = page.getByRole('button', { name: 'Nộp bản tự đánh giá' });
    await tabTo(page, submit);
    await page.keyboard.press('Enter');
    const question = page.getByRole('dialog', { name: 'Nộp bản tự đánh giá?' });
    await question.waitFor();
    // Escape is a way out that changes nothing, and gives the focus back.
    await page.keyboard.press('Escape');
    await question.waitFor({ state: 'hidden' });
    await expect.poll(() => submit.evaluate((button) => button.matches(':focus'))).toBe(true);
    await page.keyboard.press('Enter');
    await tabTo(page, question.getByRole('button', { name: 'Nộp', exact: true }));
    await page.keyboard.press('Enter');
    const receipt = page.getByRole('region', { name: 'Đã nộp bản tự đánh giá' });
    await receipt.waitFor();
    await expect
      .poll(() => receipt.evaluate((element) => element.matches(':focus, :focus-within')))
      .toBe(true);
  });
});
