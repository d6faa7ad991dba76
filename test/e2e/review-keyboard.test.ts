/**
 * Both desks without a mouse: from the list to the decision, its paper and its file, and back to the list; the focus is never
 * lost on the way. What the browser prints is what the paper holds.
 */
import { readFile } from 'node:fs/promises';
import { strFromU8, unzipSync } from 'fflate';
import type { BrowserContext, Locator, Page } from 'playwright-core';
import { describe, it } from 'vitest';
import { expect, tabTo, useStage, visit } from './support.js';

const stage = useStage();

/** A paper frame prints to nobody here: it hands over what it would have printed. */
async function visitor(): Promise<BrowserContext> {
  const person = await stage.person();
  await person.addInitScript(() => {
    window.print = () => {
      (parent as { printed?: string }).printed = document.body.innerText;
      dispatchEvent(new Event('beforeprint'));
      dispatchEvent(new Event('afterprint'));
    };
  });
  return person;
}

async function press(page: Page, target: Locator, key = 'Enter'): Promise<void> {
  await target.waitFor();
  await tabTo(page, target);
  await page.keyboard.press(key);
}

const focused = (target: Locator) =>
  expect.poll(() => target.evaluate((element) => element.matches(':focus'))).toBe(true);

/** Papers that were printed since it was asked last. */
const printed = async (page: Page): Promise<string> => {
  const take = () => page.evaluate(() => (globalThis as { printed?: string }).printed ?? '');
  await expect.poll(take).not.toBe('');
  const text = await take();
  await page.evaluate(() => delete (globalThis as { printed?: string }).printed);
  return text;
};

/** The name of the DOCX that a button saves, and its words. */
async function savedBy(page: Page, button: string): Promise<{ name: string; text: string }> {
  const saving = page.waitForEvent('download');
  await press(page, page.getByRole('button', { name: button }));
  const file = await saving;
  const { 'word/document.xml': body } = unzipSync(await readFile(await file.path()));
  return { name: file.suggestedFilename(), text: strFromU8(body!).replace(/<[^>]+>/g, ' ') };
}

describe('without a mouse', () => {
  it('a reviewer takes up, marks, verifies and returns', async () => {
    const { page, complaints } = await visit(await visitor(), `${stage.url}review.html?person=reviewer`);
    await press(page, page.getByRole('button', { name: 'Hoàng Thị Mơ', exact: true }));
    await focused(page.getByRole('heading', { name: 'Hoàng Thị Mơ' }));
    await press(page, page.getByRole('button', { name: 'Bắt đầu thẩm định' }));
    const skills = page.getByRole('group', { name: /Có người biết dùng thiết bị số/ });
    const chosen = skills.getByRole('radio', { checked: true });
    await chosen.waitFor();
    await tabTo(page, chosen);
    await page.keyboard.press('ArrowDown');
    const reason = skills.getByRole('textbox', { name: 'Lý do đánh giá khác' });
    await reason.waitFor();
    await tabTo(page, reason);
    await page.keyboard.type('Chỉ một người');
    await page.getByText(/Đã lưu lúc/).waitFor();
    await press(page, page.getByRole('button', { name: 'Xác nhận', exact: true }));
    const question = page.getByRole('dialog', { name: 'Xác nhận kết quả?' });
    await question.waitFor();
    // Escape is a way out that changes nothing, and gives the focus back.
    await page.keyboard.press('Escape');
    await question.waitFor({ state: 'hidden' });
    await focused(page.getByRole('button', { name: 'Xác nhận', exact: true }));
    await page.keyboard.press('Enter');
    await press(page, question.getByRole('button', { name: 'Xác nhận', exact: true }));
    const done = page.getByText('Đã xác nhận kết quả của Hoàng Thị Mơ.');
    await done.waitFor();
    await focused(done);

    await press(page, page.getByRole('button', { name: 'Nguyễn Văn Lộc', exact: true }));
    await press(page, page.getByRole('button', { name: 'Bắt đầu thẩm định' }));
    const remark = page
      .getByRole('group', { name: /góc học tập/i })
      .getByRole('textbox', { name: 'Nhận xét gửi người lập' });
    await remark.waitFor();
    await tabTo(page, remark);
    await page.keyboard.type('Bổ sung ảnh');
    await press(page, page.getByRole('button', { name: 'Trả lại', exact: true }));
    const why = page.getByRole('dialog').getByRole('textbox');
    await why.waitFor();
    await tabTo(page, why);
    await page.keyboard.type('Đề nghị bổ sung');
    await press(page, page.getByRole('dialog').getByRole('button', { name: 'Trả lại', exact: true }));
    await focused(page.getByText('Đã trả lại bản của Nguyễn Văn Lộc.'));
    expect(complaints).toEqual([]);
  });

  it('a signer grants, prints, saves, refuses and revokes', async () => {
    const person = await visitor();
    const { page, complaints } = await visit(person, `${stage.url}review.html?person=signer`);
    await press(page, page.getByRole('checkbox', { name: 'Chọn tất cả' }), 'Space');
    await page.getByText('Đã chọn cả 2 gia đình trong danh sách này.').waitFor();
    // What the page's own registry says of the issuer, before anything is decided.
    await page
      .getByText(/Uỷ ban nhân dân xã Sen Hồ có thẩm quyền công nhận tất cả các bản đã chọn/)
      .waitFor();
    await press(page, page.getByRole('checkbox', { name: 'Trần Đức Tâm' }), 'Space');
    const number = page.getByRole('textbox', { name: 'Số, ký hiệu' });
    await tabTo(page, number);
    await page.keyboard.type('05/QĐ-UBND');
    await press(page, page.getByRole('button', { name: 'Công nhận 1 danh hiệu' }));
    await page.getByText('Đã công nhận 1 danh hiệu theo Quyết định số 05/QĐ-UBND.').waitFor();
    await focused(page.locator('#granted'));

    await press(page, page.getByRole('button', { name: 'In quyết định' }).first());
    expect(await printed(page)).toMatch(/05\/QĐ-UBND[^]*Phạm Thị Huệ/);
    const decision = await savedBy(page, 'Lưu quyết định DOCX');
    expect(decision.name).toMatch(/^quyet-dinh-cong-nhan-05-qd-ubnd-.*\.docx$/);
    expect(decision.text).toContain('Phạm Thị Huệ');

    await press(page, page.getByRole('button', { name: 'Không công nhận Trần Đức Tâm' }));
    const dialog = page.getByRole('dialog');
    await tabTo(page, dialog.getByRole('textbox'));
    await page.keyboard.type('Có đơn thư');
    await press(page, dialog.getByRole('button', { name: 'Không công nhận', exact: true }));
    await focused(page.getByText('Đã ghi nhận không công nhận Trần Đức Tâm.'));

    await press(page, page.getByRole('button', { name: 'Danh hiệu đã công nhận' }));
    await press(page, page.getByRole('button', { name: 'In giấy công nhận của Phạm Thị Huệ' }));
    expect(await printed(page)).toMatch(/GIẤY CÔNG NHẬN[^]*Phạm Thị Huệ/i);
    const certificate = await savedBy(page, 'Lưu DOCX giấy công nhận của Phạm Thị Huệ');
    expect(certificate.name).toMatch(/^giay-cong-nhan-.*\.docx$/);
    expect(certificate.text).toMatch(/GIẤY CÔNG NHẬN[^]*Phạm Thị Huệ/i);
    const again = await savedBy(page, 'Lưu DOCX quyết định số 05/QĐ-UBND');
    expect(again).toEqual(decision);
    await press(page, page.getByRole('button', { name: 'Thu hồi danh hiệu của Phạm Thị Huệ' }));
    await tabTo(page, dialog.getByRole('textbox'));
    await page.keyboard.type('Khai sai');
    await press(page, dialog.getByRole('button', { name: 'Thu hồi', exact: true }));
    await focused(page.getByText('Đã thu hồi danh hiệu của Phạm Thị Huệ.'));
    expect(complaints).toEqual([]);
  });
});
