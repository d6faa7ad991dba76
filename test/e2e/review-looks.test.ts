/** Both desks in forced colours: what is chosen, where somebody differs and what has the focus is told by lines and words. */
import { createRequire } from 'node:module';
import type { Locator, Page } from 'playwright-core';
import { describe, it } from 'vitest';
import { expect, useStage, visit } from './support.js';

const stage = useStage();
const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

async function open(person: 'reviewer' | 'signer'): Promise<Page> {
  const context = await stage.person({ viewport: { width: 1280, height: 3_000 } });
  const { page } = await visit(context, `${stage.url}review.html?person=${person}`);
  await page.emulateMedia({ forcedColors: 'active' });
  return page;
}

/** What axe objects to in a desk, as one line each. */
async function objections(page: Page, tag: string): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.addScriptTag({ path: axe });
  const results = await page.evaluate(
    (scope) =>
      (globalThis as unknown as { axe: typeof import('axe-core') }).axe.run(scope, {
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
      }),
    tag,
  );
  return results.violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${String(target)}`));
}

const style = (locator: Locator) =>
  locator.evaluate((element) => {
    const { outlineStyle, outlineWidth, borderTopWidth, borderTopStyle } = getComputedStyle(element);
    return { outline: `${outlineStyle} ${outlineWidth}`, border: `${borderTopStyle} ${borderTopWidth}` };
  });

describe('in forced colours', () => {
  it('the reviewer sees what is chosen, and where he differs', async () => {
    const page = await open('reviewer');
    await page.getByRole('button', { name: 'Nguyễn Văn Lộc' }).click();
    await page.getByRole('button', { name: 'Bắt đầu thẩm định' }).click();
    const first = page.locator('htsd-review .criterion').first();
    await first.getByRole('radio').nth(1).check();
    await first.getByText('Khác tự đánh giá (chưa lưu)').waitFor();
    expect((await style(first.locator('.choice').nth(1))).outline).toBe('solid 2px');
    expect((await style(first.locator('.choice').nth(0))).outline).toMatch(/^none/);
    expect((await style(first.locator('.own'))).border).toBe('solid 3px');
    const second = page.locator('htsd-review .criterion').nth(1);
    expect((await style(second.locator('.own'))).border).toBe('solid 1px');
    const remark = second.getByRole('textbox', { name: 'Nhận xét gửi người lập' });
    await remark.focus();
    expect((await style(remark)).outline).toBe('solid 3px');
    expect(await objections(page, 'htsd-review')).toEqual([]);
  });

  it('the signer sees which part he is in, and what is missing', async () => {
    const page = await open('signer');
    await page.getByRole('checkbox', { name: 'Chọn tất cả' }).check();
    await page.getByRole('button', { name: /^Công nhận \d/ }).click();
    await page.getByRole('alert').getByText('Nhập số quyết định.').waitFor();
    const [waiting, titles] = [
      page.getByRole('button', { name: 'Chờ quyết định' }),
      page.getByRole('button', { name: 'Danh hiệu đã công nhận' }),
    ];
    expect((await style(waiting)).outline).toBe('solid 2px');
    expect((await style(titles)).outline).toMatch(/^none/);
    expect((await style(page.getByRole('textbox', { name: 'Số, ký hiệu' }))).border).toBe('solid 1px');
    expect(await objections(page, 'htsd-recognition')).toEqual([]);
  });
});
