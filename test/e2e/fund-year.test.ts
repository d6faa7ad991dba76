/**
 * A treasurer's year to its end without a mouse: entered as fast as in a spreadsheet, corrected, approved by a second
 * person in a tab of his own, closed, reported; and what her inspectors then read of it.
 */
import { readFile } from 'node:fs/promises';
import { unzipSync } from 'fflate';
import type { Locator, Page } from 'playwright-core';
import { describe, it } from 'vitest';
import { expect, tabTo, useStage, visit } from './support.js';

const stage = useStage();

/** In January the year before is over, and can be closed. */
const today = new Date('2027-01-12T03:00:00.000Z');
const formula = "=cmd|' /C calc'!A0";

const line = (page: Page, name: string): Locator => page.locator(`.entry [data-d=${name}]`);
const button = (page: Page, name: string | RegExp): Locator => page.getByRole('button', { name });
const balance = async (page: Page): Promise<number> =>
  Number((await page.locator('.balances .total dd').innerText()).replace(/\D/g, ''));
const entryRow = (page: Page, no: number): Locator =>
  page
    .locator('[role=row].row')
    .filter({ has: page.locator('.cell.no', { hasText: new RegExp(`^${no}$`) }) });

/** Goes to a button by Tab and presses it. */
async function press(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  await tabTo(page, target);
  await page.keyboard.press('Enter');
}

/** Goes down a list of choices until this one is chosen. */
async function pick(page: Page, name: string, value: string): Promise<void> {
  await tabTo(page, line(page, name));
  await page.keyboard.press('Home');
  for (let step = 0; (await line(page, name).inputValue()) !== value; step += 1) {
    if (step > 30) throw new Error(`not offered: ${value}`);
    await page.keyboard.press('ArrowDown');
  }
}

/** Types into one field after the other, Enter after each. */
async function typeOn(page: Page, ...texts: string[]): Promise<void> {
  for (const text of texts) {
    await page.keyboard.type(text);
    await page.keyboard.press('Enter');
  }
}

/** Opens the newest line of the ledger from the line that is entered. */
async function openNewest(page: Page, no: number): Promise<Locator> {
  await tabTo(page, line(page, 'amount'));
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Home');
  await page.keyboard.press('F2');
  const dialog = page.getByRole('dialog', { name: `Khoản số ${no}` });
  await dialog.waitFor();
  return dialog;
}

/** What the back end says to a reversal that no button offers; as text, in which the page itself imports its library. */
const refusal = (page: Page, no: number): Promise<unknown> =>
  page.evaluate(`(async () => {
    const { createLocalAdapter } = await import('/htsd/lib/adapters/local.js');
    const actor = { id: 'thu-quy-sen-ho', name: 'Lê Thu Cúc', roles: ['treasurer'], scope: ['*'] };
    const backend = createLocalAdapter({ actor });
    const details = { salt: '0'.repeat(32), reason: 'Đảo lại' };
    const payload = { date: '2027-01-12', details };
    const [receipt] = await backend.execute([
      { id: 'dao-lai-${no}', kind: 'fund.reverse', record: 'quy-khuyen-hoc-sen-ho.${no}', expected: 1, payload },
    ]);
    await backend.dispose();
    return [receipt.status, receipt.code, receipt.path];
  })()`);

/** Presses the button of a paper or file, and hands over what is saved. */
async function file(page: Page, name: string): Promise<Buffer> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    press(page, page.getByRole('dialog').getByRole('button', { name, exact: true })),
  ]);
  return readFile(await download.path());
}

const textOf = (bytes: Buffer, part: string): string =>
  new TextDecoder().decode(unzipSync(bytes)[part]).replace(/<[^>]*>/g, ' ');

describe("a treasurer's year by keyboard alone", () => {
  it(
    'is entered, corrected, approved, closed and reported, and inspected',
    { timeout: 150_000 },
    async () => {
      const person = await stage.person({ timezoneId: 'Asia/Ho_Chi_Minh' });
      await person.clock.setFixedTime(today);
      const { page, complaints } = await visit(person, `${stage.url}fund-desk.html`);
      await page.getByRole('heading', { name: 'Quỹ khuyến học xã Sen Hồ' }).waitFor();
      expect(await balance(page)).toBe(250_230_000);

      // A whole line by Enter alone, and the amount in words before it is entered.
      await tabTo(page, line(page, 'date'));
      await typeOn(page, '20/11/2026');
      await pick(page, 'category', 'tai-tro');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Enter');
      await page.keyboard.type('1,2 triệu');
      await page.getByText('Một triệu hai trăm nghìn đồng').waitFor();
      await page.getByText('Tồn quỹ sau khoản này: 251.430.000').waitFor();
      await page.keyboard.press('Enter');
      await typeOn(page, 'Bà Lan', 'Ủng hộ', '');
      await page.getByText('Đã ghi khoản số 150: 1.200.000').waitFor();

      // Three lines without waiting for anything: what the line before left is kept.
      for (const [amount, who] of [
        ['300k', 'Ông Ba'],
        ['1tr2', 'Ông Tư'],
        ['500.000', 'Ông Năm'],
      ] as const)
        await typeOn(page, amount, who, '', '');
      await page.getByText('Đã ghi khoản số 153: 500.000').waitFor();
      expect(await balance(page)).toBe(250_230_000 + 1_200_000 + 300_000 + 1_200_000 + 500_000);

      // What is no whole number of đồng is refused at its field; nothing is entered.
      await page.keyboard.type('1.200,5');
      await page.keyboard.press('Control+Enter');
      await page.locator('#entry-faults').getByText('Số tiền phải tròn đồng').waitFor();
      expect(await line(page, 'amount').getAttribute('aria-invalid')).toBe('true');
      expect(await line(page, 'amount').evaluate((field) => field.matches(':focus'))).toBe(true);
      expect(await page.locator('.outbox').count()).toBe(0);
      expect(await balance(page)).toBe(253_430_000);

      // Two numbers of receipts are passed over.
      await page.keyboard.press('Control+a');
      const next = Number(await line(page, 'voucher').getAttribute('placeholder'));
      await typeOn(page, '700.000', 'Bà Sáu', 'Ủng hộ');
      await typeOn(page, String(next + 2));
      await page.getByText('Đã ghi khoản số 154: 700.000').waitFor();

      // A payment: the kind by its arrow key.
      await page.keyboard.press('Shift+Tab');
      await tabTo(page, page.locator('input[name=entry-kind][value=receipt]'));
      await page.keyboard.press('ArrowRight');
      await pick(page, 'category', 'quan-ly');
      await tabTo(page, line(page, 'amount'));
      await typeOn(page, '450.000', formula, 'In giấy khen', '');
      await page.getByText('Đã ghi khoản số 155: 450.000').waitFor();
      const before = 254_130_000;
      expect(await balance(page)).toBe(before - 450_000);

      // Taken back with a reason: the entry stays, its reversal beside it, the balance as before.
      const entry = await openNewest(page, 155);
      await press(page, entry.getByRole('button', { name: 'Sửa bằng khoản điều chỉnh' }));
      const reversing = page.getByRole('dialog', { name: 'Điều chỉnh khoản số 155' });
      const reason = reversing.getByRole('textbox', { name: 'Lý do' });
      await reason.waitFor();
      expect(await reason.evaluate((field) => field.matches(':focus')), 'the reason has the focus').toBe(
        true,
      );
      await press(page, reversing.getByRole('button', { name: 'Ghi khoản điều chỉnh' }));
      await reversing.getByText('Ghi lý do.').waitFor();
      await tabTo(page, reason);
      await page.keyboard.type('Ghi nhầm số tiền');
      // It belongs to the year that is about to be closed, not to today's.
      await tabTo(page, reversing.getByRole('textbox', { name: 'Ngày điều chỉnh' }));
      await page.keyboard.press('Control+a');
      await page.keyboard.type('31/12/2026');
      await press(page, reversing.getByRole('button', { name: 'Ghi khoản điều chỉnh' }));
      await entryRow(page, 156).getByText('Điều chỉnh khoản số 155').waitFor();
      await entryRow(page, 155).getByText('Đã điều chỉnh').waitFor();
      expect(await entryRow(page, 155).locator('.cell.out').innerText()).toMatch(/^450\.000\sđ$/);
      expect(await balance(page)).toBe(before);
      // The line is there again, to be entered rightly.
      await expect.poll(() => line(page, 'amount').inputValue()).toBe('450000');
      expect(await line(page, 'amount').evaluate((field) => field.matches(':focus'))).toBe(true);
      await page.keyboard.press('Control+a');
      await typeOn(page, '540.000', '', '', '');
      await page.getByText('Đã ghi khoản số 157: 540.000').waitFor();
      expect(await balance(page)).toBe(before - 540_000);

      // A reversal is not taken back: nothing offers it, and the rules refuse it; nor is one entry taken back twice.
      await tabTo(page, line(page, 'amount'));
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Home');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      const reversal = page.getByRole('dialog', { name: 'Khoản số 156' });
      await reversal.getByText('Khoản này điều chỉnh khoản số 155.').waitFor();
      await reversal.getByText('Ghi nhầm số tiền').waitFor();
      expect(await reversal.getByRole('button', { name: 'Sửa bằng khoản điều chỉnh' }).count()).toBe(0);
      await page.keyboard.press('Escape');
      expect(await refusal(page, 156)).toEqual(['rejected', 'wrong-state', ['reversal']]);
      expect(await refusal(page, 155)).toEqual(['rejected', 'already-exists', ['reversal']]);

      // The year cannot be closed while a payment of it waits; a second person agrees, at once seen here.
      await press(page, button(page, /^Khoá sổ, báo cáo/));
      await page.getByText('Còn 1 khoản chờ duyệt.').waitFor();
      await page.getByText(`Số phiếu bỏ cách: PT ${next}–${next + 1}.`).waitFor();
      await page.getByText('Năm 2026 đã kết thúc.').waitFor();
      expect(await button(page, 'Khoá sổ năm 2026').isDisabled()).toBe(true);
      const other = await visit(person, `${stage.url}fund-desk.html?person=second`);
      await press(other.page, button(other.page, /^Chờ duyệt/));
      await press(other.page, button(other.page, /^Duyệt chi 24\.000\.000/));
      await other.page.getByText('Đã duyệt khoản chi 24.000.000').waitFor();
      await other.page.close();

      await page.bringToFront();
      await page.getByText('Không có khoản chờ duyệt.').waitFor();
      await press(page, button(page, 'Khoá sổ năm 2026'));
      const closing = page.getByRole('dialog', { name: 'Khoá sổ năm 2026' });
      await closing.getByText('Không mở lại được.').waitFor();
      await press(page, closing.getByRole('button', { name: 'Khoá sổ', exact: true }));
      await page.getByText('Đã khoá sổ năm 2026.').waitFor();
      const year = page.locator('[data-year="2026"]');
      const [seal = ''] = /[0-9a-f]{64}/.exec(await year.innerText()) ?? [];
      const left = before - 540_000 - 24_000_000;
      expect(await balance(page)).toBe(left);
      expect((await year.innerText()).replace(/\s/g, ' ')).toContain(
        `tồn cuối ${left.toLocaleString('vi')} đ`,
      );

      // Its report bears the seal; in its files no cell is a formula.
      await press(page, button(page, 'Giấy tờ và tệp năm 2026'));
      const report = textOf(await file(page, 'Lưu DOCX'), 'word/document.xml');
      expect(seal).toMatch(/^[0-9a-f]{64}$/);
      expect(report.replace(/\s/g, '')).toContain(seal);
      expect(report).not.toContain('CHƯA KHOÁ SỔ');
      const csv = (await file(page, 'Sổ quỹ CSV')).toString('utf8');
      expect(csv.split(formula)).toHaveLength(3);
      expect(csv.split(`'${formula}`)).toHaveLength(3);
      const xlsx = unzipSync(await file(page, 'Sổ quỹ XLSX'));
      const sheets = Object.entries(xlsx).flatMap(([name, bytes]) =>
        name.startsWith('xl/worksheets/sheet') ? [new TextDecoder().decode(bytes)] : [],
      );
      expect(sheets).toHaveLength(3);
      for (const sheet of sheets) expect(sheet).not.toMatch(/<f[ >]/);
      await page.keyboard.press('Escape');

      // Nothing moves in the closed year any more.
      await press(page, button(page, 'Sổ quỹ'));
      await tabTo(page, line(page, 'date'));
      await typeOn(page, '31/12/2026');
      await tabTo(page, line(page, 'amount'));
      await page.keyboard.type('100.000');
      await page.keyboard.press('Control+Enter');
      await page
        .locator('#entry-faults')
        .getByText('Năm 2026 đã khoá sổ. Đề nghị ghi vào năm đang mở.')
        .waitFor();
      expect(await balance(page)).toBe(left);
      expect([...complaints, ...other.complaints]).toEqual([]);

      await inspect(
        await visit(person, `${stage.url}fund-desk.html?person=inspector`).then((one) => one.page),
        next,
      );
    },
  );
});

/** The inspectors' page after all that. */
async function inspect(page: Page, next: number): Promise<void> {
  const row = async (no: number): Promise<string> =>
    (await page.locator(`[data-no="${no}"]`).innerText()).replace(/\s+/g, ' ');
  await page.locator('[data-no="158"]').waitFor();
  const by = 'Ghi bởi Lê Thu Cúc lúc 10:00, 12/01/2027';
  // Dated on 20 November, entered on 12 January.
  expect(await row(150)).toMatch(/Khoản số 150 1\.200\.000 đ .*20\/11\/2026 PT \d+ Bà Lan Ủng hộ/);
  for (const no of [150, 154, 155, 156, 157]) expect(await row(no), String(no)).toContain(by);
  expect(await row(150)).toContain('Ghi sau ngày chứng từ 53 ngày');
  expect(await row(155)).toContain('Đã điều chỉnh ở khoản số 156');
  expect(await row(156)).toMatch(/-450\.000 đ.*Điều chỉnh khoản số 155.*Lý do: Ghi nhầm số tiền/);
  expect(await row(158)).toContain('Người duyệt: Đỗ Quốc Hưng');
  expect(await row(158)).toContain('Vào sổ lúc');
  expect(await page.getByText(`Năm 2026: PT ${next}–${next + 1}`).count()).toBe(1);

  const only = async (finding: string): Promise<string[]> => {
    await press(page, page.locator(`[data-finding=${finding}]`));
    await expect
      .poll(() => page.locator(`[data-finding=${finding}]`).getAttribute('aria-pressed'))
      .toBe('true');
    return page
      .locator('[data-no]')
      .evaluateAll((all) => all.map((one) => one.getAttribute('data-no') ?? ''));
  };
  expect((await only('reversal'))[0]).toBe('156');
  expect((await only('reversed'))[0]).toBe('155');
  expect((await only('approved'))[0]).toBe('158');
  expect(await only('late')).toEqual(
    expect.arrayContaining(['150', '151', '152', '153', '154', '155', '157']),
  );
  expect(await page.locator('.entry, form').count()).toBe(0);
}
