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
    for (const words of [
      ...['1.660', '1.000 cộng đồng', '500 đơn vị', '9 hội', '136 hội', '1.990', '1.700', '300.000'],
      '136 trung tâm',
    ])
      expect(card).toContain(words);

    const quoted = page.locator('table.told');
    expect(await quoted.innerText()).toMatch(/gần 26 %[^]*hơn 180 tỷ đồng/);

    await page.getByRole('link', { name: 'Hà Nội, 2025' }).click();
    await gauge.nth(1).getByText('11.000 đại biểu').first().waitFor();
    expect(await plain(gauge.first())).toContain('145 cuộc');
    const told = (await quoted.allInnerTexts()).join(' ');
    for (const words of ['87,27 %', '54 %', '71,68 %', '100 %', '1,2 tỷ', '3.000', '900 triệu', '16'])
      expect(told).toContain(words);
    // What was told of five years at once stands among the activities of the report, and leads to its source.
    const report = page.locator('htsd-report');
    await report
      .getByRole('button', { name: /^145\s*, xem nguồn: Hội thảo, tọa đàm/ })
      .first()
      .waitFor();

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

    // In forced colours value and track are told apart by their form, too.
    const drawn = (part: string): Promise<string[]> =>
      gauge
        .nth(1)
        .locator(`.half .${part}`)
        .evaluate((one) => [getComputedStyle(one).strokeWidth, getComputedStyle(one).stroke]);
    await page.emulateMedia({ forcedColors: 'active' });
    const [fill, track] = [await drawn('fill'), await drawn('track')];
    expect([fill[0], track[0]]).toEqual(['20px', '4px']);
    expect(fill[1]).not.toBe(track[1]);
    await page.emulateMedia({ forcedColors: 'none' });

    await page.locator('htsd-register').getByText('360 đối tượng').waitFor();
    expect(await objections(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
