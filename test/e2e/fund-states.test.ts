/** Every state that a fund can be in instead of being there: its sentence, what can be done about it, and axe, light and dark. */
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { describe, it } from 'vitest';
import { expect, useStage, visit } from './support.js';

const stage = useStage();
const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** Sentence, what it advises, and whether one can try again. */
const states = {
  'fund-loading': [/^Đang tải sổ quỹ…$/, undefined, false],
  'fund-empty': [/^Chưa có quỹ nào để hiển thị$/, /chưa chọn quỹ khuyến học cần xem/, false],
  'fund-error': [/^Chưa tải được sổ quỹ$/, /Xin thử lại sau ít phút/, true],
  'fund-offline': [/^Chưa có kết nối mạng$/, /sẽ tự tải lại khi có mạng trở lại/, true],
  'fund-forbidden': [/^Không có quyền xem phần này$/, /dành cho thủ quỹ và ban kiểm tra/, false],
  'fund-not-found': [/^Không tìm thấy quỹ này$/, /chưa được công khai/, false],
} as const;

const everything = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

async function objections(page: Page, runOnly: string[]): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.addScriptTag({ path: axe });
  const { violations } = await page.evaluate(
    (only) =>
      (globalThis as unknown as { axe: typeof import('axe-core') }).axe.run('htsd-fund-tracker', {
        runOnly: only,
      }),
    runOnly,
  );
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${String(target)}`));
}

const again = { name: 'Thử lại' };

describe('a fund that is not shown', () => {
  it('says why in each state, and satisfies axe', async () => {
    const person = await stage.person({ viewport: { width: 360, height: 800 } });
    for (const [state, [sentence, advice, retry]] of Object.entries(states)) {
      const { page, complaints } = await visit(person, `${stage.url}states.html?state=${state}`);
      const tracker = page.locator('htsd-fund-tracker');
      await tracker.getByText(sentence).waitFor();
      if (advice) await tracker.getByText(advice).waitFor();
      expect(await tracker.getByRole('button').allInnerTexts(), state).toEqual(retry ? [again.name] : []);
      expect(await objections(page, everything), state).toEqual([]);
      await tracker.evaluate((element) => element.setAttribute('theme', 'dark'));
      await page.addStyleTag({ content: 'body, .content { background: #121a17 !important }' });
      expect(await objections(page, ['color-contrast']), `${state} in the dark`).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), state).toBeLessThanOrEqual(360);
      expect(await page.locator('.states [aria-current=true]').getAttribute('href')).toBe(`?state=${state}`);
      expect(complaints, state).toEqual([]);
      await page.close();
    }
  });

  it('tries again at the press of a key, and then says what there is', async () => {
    const person = await stage.person();
    const { page } = await visit(person, `${stage.url}states.html?state=fund-error`);
    await page.getByRole('button', again).press('Enter');
    await page.getByText(states['fund-not-found'][0]).waitFor();
    expect(await page.getByRole('button', again).count()).toBe(0);
    // The button went: whoever pressed it is still where it was.
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe('htsd-fund-tracker');
  });
});
