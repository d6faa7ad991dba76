/** Two treasurers of one fund at work in the same moment, one of them under a clock that is wrong; and books that were damaged. */
import type { Locator, Page } from 'playwright-core';
import { describe, it } from 'vitest';
import { damageLedger } from '../support/damage-ledger.js';
import { expect, hostPage, useStage, visit } from './support.js';

const stage = useStage();
const fund = 'quy-khuyen-hoc-sen-ho';
const before = 149;

/** The desk of a second treasurer, on a page of another host. */
const secondDesk = `<main><h1>Sổ quỹ</h1></main><script type="module">
  import { createLocalAdapter } from '/htsd/lib/adapters/local.js';
  const actor = { id: 'thu-quy-hai', name: 'Hồ Sĩ Phong', roles: ['treasurer'], scope: ['*'] };
  const provider = document.createElement('htsd-provider');
  provider.backend = createLocalAdapter({ actor });
  const tracker = document.createElement('htsd-fund-tracker');
  tracker.setAttribute('fund', '${fund}');
  tracker.setAttribute('view', 'treasurer');
  provider.append(tracker);
  document.querySelector('main').append(provider);
</script>`;

const line = (page: Page, name: string): Locator => page.locator(`.entry [data-d=${name}]`);

/** Whole numbers of one column of the ledger's newest lines, by the number of the entry. */
const column = (page: Page, name: string): Promise<[number, number][]> =>
  page.locator('[role=row].row').evaluateAll(
    (rows, of) =>
      rows.map((row): [number, number] => {
        const figure = (cell: string): number =>
          Number((row.querySelector(`.cell.${cell}`)?.textContent ?? '').replace(/\D/g, ''));
        return [figure('no'), figure(of)];
      }),
    name,
  );

async function typeOn(page: Page, amounts: readonly number[]): Promise<void> {
  await line(page, 'amount').focus();
  for (const amount of amounts) {
    await page.keyboard.type(String(amount));
    await page.keyboard.press('Control+Enter');
  }
}

describe('two treasurers at once', () => {
  it('both have their lines in one chain, whatever the clocks say; and nothing is chained to what is damaged', async () => {
    const person = await stage.person();
    // The second treasurer's computer is three days behind.
    await person.addInitScript(() => {
      if (!location.pathname.includes('host-of-its-own')) return;
      const Real = Date;
      const behind = (): number => Real.now() - 3 * 86_400_000;
      globalThis.Date = class extends Real {
        constructor(...given: unknown[]) {
          super(...((given.length > 0 ? given : [behind()]) as [number]));
        }
        static override now = behind;
      } as DateConstructor;
    });
    const { page: one } = await visit(person, `${stage.url}fund-desk.html`);
    await line(one, 'amount').waitFor();
    const { page: other } = await visit(person, await hostPage(person, stage, secondDesk));
    for (const desk of [one, other]) await line(desk, 'category').selectOption('tai-tro');

    // Both type on without waiting for what they have entered, so that their lines go into the ledger side by side.
    const each = [100_000, 200_000, 300_000, 400_000, 500_000];
    await Promise.all([one, other].map((desk) => typeOn(desk, each)));
    const last = before + 10;
    for (const desk of [one, other]) {
      await expect.poll(async () => (await column(desk, 'no'))[0]?.[0], { timeout: 60_000 }).toBe(last);
      expect(await desk.locator('.outbox').count()).toBe(0);
      // Rows beyond the edge are drawn a moment later.
      const amounts = async (): Promise<number[]> =>
        (await column(desk, 'in')).slice(0, 10).map(([, amount]) => amount);
      const entered = each.flatMap((amount) => [amount, amount]);
      await expect.poll(async () => (await amounts()).sort(), { timeout: 60_000 }).toEqual(entered);
      expect(await desk.locator('.balances .total dd').innerText()).toMatch(/^253\.230\.000\sđ$/);
    }
    const vouchers = (await column(one, 'voucher')).slice(0, 10).map(([, voucher]) => voucher);
    expect(vouchers).toEqual(vouchers.map((_voucher, index) => (vouchers[0] ?? 0) - index));

    const { page: open } = await visit(person, `${stage.url}fund.html`);
    await open.getByText(`Trang này vừa cộng lại ${last} khoản và ra đúng số dư`).waitFor();
    await open.getByRole('button', { name: 'Kiểm tra sổ' }).click();
    await open.getByRole('heading', { name: 'Sổ khớp' }).waitFor();

    await damageLedger(open, fund, 'head');
    await typeOn(one, [600_000]);
    const refused = one.locator('.outbox [role=alert]');
    await refused.getByText('Sổ trên máy có chỗ không khớp mã niêm phong nên không ghi thêm').waitFor();
    await refused.getByText('600.000').waitFor();
    await refused.getByRole('button', { name: 'Sửa lại' }).waitFor();
    expect((await column(one, 'no'))[0]?.[0]).toBe(last);
    await open.reload();
    await open.getByRole('button', { name: 'Kiểm tra sổ' }).click();
    await open.getByRole('heading', { name: /Sổ không khớp ở \d+ chỗ/ }).waitFor();
    const faults = (await open.locator('.faults li').allInnerTexts()).join('\n');
    expect(faults).toContain(`Khoản số ${last}`);
    expect(faults).not.toContain(`Khoản số ${last - 1}`);
  });
});
