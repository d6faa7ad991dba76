/** The intranet page of a province: what the press told, what no longer can be compared, and the way down by keyboard. */
import { createRequire } from 'node:module';
import type { Locator, Page } from 'playwright-core';
import { describe, it } from 'vitest';
import { expect, tabTo, useStage, visit } from './support.js';

const stage = useStage();
const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

async function objections(page: Page): Promise<string[]> {
  await page.addScriptTag({ path: axe });
  const found = await page.evaluate(() =>
    (globalThis as unknown as { axe: typeof import('axe-core') }).axe.run('main', {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
    }),
  );
  return found.violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${String(target)}`));
}
const plain = async (gauge: Locator): Promise<string> =>
  (await gauge.locator('[part=base]').innerText()).replaceAll('\u00a0', ' ').replaceAll(/\s+/g, ' ');

describe('the page of a province', () => {
  it('shows the figures of the press, says what cannot be compared, and leads down to a hamlet by keyboard', async () => {
    const { page, complaints } = await visit(await stage.person(), `${stage.url}province.html`);
    const gauge = page.locator('htsd-target-gauge');
    await gauge.first().getByText('200.000 gia đình, chưa có tổng số').waitFor();
    expect(await plain(gauge.first())).toMatch(/Chưa đủ số liệu .*\(chỉ tiêu 2025: 75 %\)/);
    await gauge.last().getByText('Chỉ tiêu', { exact: false }).first().waitFor();
    const card = await plain(gauge.last());
    for (const words of ['1.660', '1.000 cộng đồng', '500 đơn vị', '1.990', '1.700', '300.000', '136'])
      expect(card).toContain(words);

    await page.getByRole('link', { name: 'Phú Thọ, 2025' }).click();
    await gauge
      .first()
      .getByText('Không so sánh được: Tỉnh Phú Thọ, Tỉnh Hòa Bình chưa có số liệu')
      .waitFor();

    await page.getByRole('link', { name: /^Sen Giang/ }).click();
    const parts = gauge.first().getByRole('button', { name: /^Xem 13 xã/ });
    await parts.waitFor();
    // A click puts the start of the next Tab where the heading is.
    await page.locator('h1').click();
    await tabTo(page, parts);
    await page.keyboard.press('Enter');
    const commune = gauge.first().getByRole('button', { name: 'Xã Sen Hồ' });
    await commune.waitFor();
    await tabTo(page, commune);
    await page.keyboard.press('Enter');
    await gauge
      .first()
      .getByText(/4 ?\/ ?5|4 trên 5/)
      .first()
      .waitFor();
    expect(await plain(gauge.first())).toMatch(/Xã Sen Hồ · Năm 2025/);
    await tabTo(page, gauge.first().getByRole('button', { name: /^Xem 5 / }));
    await page.keyboard.press('Enter');
    await tabTo(page, gauge.first().getByRole('button', { name: 'Thôn Thượng' }));
    await page.keyboard.press('Enter');
    await gauge.first().getByText('Thôn Thượng · Năm 2025').waitFor();

    await page.locator('htsd-register').getByText('360 đối tượng').waitFor();
    expect(await objections(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
