/** A family's way by keyboard alone: reads who decides on the data, consents, submits, and takes the consent back. */
import type { Locator, Page } from 'playwright-core';
import { describe, it } from 'vitest';
import { expect, hostPage, tabTo, useStage, visit } from './support.js';

const stage = useStage();

/** Answers every question of the set with the first choice, or 1 of 1, as they come by Tab. */
async function answerAll(page: Page): Promise<void> {
  const last = page.getByRole('button', { name: 'Nộp bản tự đánh giá' });
  const seen = new Set<string>();
  while (!(await last.evaluate((button) => button.matches(':focus')))) {
    await page.keyboard.press('Tab');
    const field = await page.evaluate(() => {
      const active = document.querySelector('htsd-assessment-form')?.shadowRoot?.activeElement;
      if (!(active instanceof HTMLInputElement)) return undefined;
      return { id: `${active.closest('.criterion')?.id} ${active.dataset['f']}`, kind: active.type };
    });
    if (!field || seen.has(field.id)) continue;
    seen.add(field.id);
    if (field.kind === 'radio') await page.keyboard.press('Space');
    else if (field.kind === 'text') await page.keyboard.type('1');
  }
}

async function press(page: Page, target: Locator, key = 'Enter'): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press(key);
}

describe('by keyboard alone, a family', () => {
  it('consents, submits and takes the consent back', async () => {
    const person = await stage.person();
    const form = 'model="family" controller="UBND xã Sen Hồ" controller-contact="0204 123 456" retention="5"';
    const address = await hostPage(person, stage, `<htsd-assessment-form ${form}></htsd-assessment-form>`);
    const { page, complaints } = await visit(person, address);

    const name = page.getByLabel('Họ và tên chủ hộ');
    await name.waitFor();
    await tabTo(page, name);
    await page.keyboard.type('Nguyễn Thị Bưởi');
    await tabTo(page, page.getByLabel(/^Địa bàn/));
    await page.keyboard.type('Sen Hồ');
    const block = page.getByRole('group', { name: 'Đồng ý cho dùng dữ liệu cá nhân' });
    await block.getByText('Bên kiểm soát dữ liệu cá nhân: UBND xã Sen Hồ (0204 123 456).').waitFor();
    await block.getByText(/lưu giữ 5 năm/).waitFor();
    const ticks = block.getByRole('checkbox');
    expect(await ticks.evaluateAll((all) => all.map((tick) => (tick as HTMLInputElement).checked))).toEqual([
      false,
      false,
    ]);
    // Sent without the tick: the list says so, and its link leads to the tick.
    await press(page, page.getByRole('button', { name: /^Đăng ký/ }));
    await page.getByRole('alert').filter({ hasText: 'Còn 1 mục cần bổ sung' }).waitFor();
    const missing = page.locator('#missing');
    await press(page, missing.getByRole('link'));
    await expect.poll(() => ticks.first().evaluate((tick) => tick.matches(':focus'))).toBe(true);
    await page.keyboard.press('Space');
    await press(page, page.getByRole('button', { name: /^Đăng ký/ }));
    await page.getByText('Nguyễn Thị Bưởi đã đồng ý cho dùng dữ liệu cá nhân ngày').waitFor();

    await answerAll(page);
    await page.keyboard.press('Enter');
    const question = page.getByRole('dialog', { name: 'Nộp bản tự đánh giá?' });
    await question.waitFor();
    await press(page, question.getByRole('button', { name: 'Nộp', exact: true }));
    await page.getByRole('region', { name: 'Đã nộp bản tự đánh giá' }).waitFor();

    const back = page.getByRole('button', { name: 'Rút lại sự đồng ý' });
    await press(page, back);
    const sure = page.getByRole('dialog', { name: 'Rút lại sự đồng ý?' });
    await sure.getByText('UBND xã Sen Hồ (0204 123 456)').waitFor();
    // Escape changes nothing and gives the focus back.
    await page.keyboard.press('Escape');
    await sure.waitFor({ state: 'hidden' });
    await expect.poll(() => back.evaluate((button) => button.matches(':focus'))).toBe(true);
    await page.keyboard.press('Enter');
    await press(page, sure.getByRole('button', { name: 'Rút lại sự đồng ý' }));
    await page.getByText('đã được rút lại').waitFor();
    await page.reload();
    await page.getByText('đã được rút lại').waitFor();
    expect(complaints).toEqual([]);
  });
});
