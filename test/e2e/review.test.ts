/**
 * The whole way on one device: the author submits, the reviewer marks and returns, the author mends and submits again, the
 * reviewer verifies, the signer grants two titles at once, the badge shows it, and shows that it was revoked.
 */
import type { BrowserContext, Page } from 'playwright-core';
import { describe, it } from 'vitest';
import { criterion, expect, fillSample, register, useStage, visit } from './support.js';

const stage = useStage();
const name = 'Văn phòng xã Sen Hồ';

async function submit(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Nộp bản tự đánh giá' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Nộp', exact: true }).click();
  await page.getByRole('region', { name: 'Đã nộp bản tự đánh giá' }).waitFor();
}

/** The reviewer's or the signer's page. */
const desk = async (person: BrowserContext, who: 'reviewer' | 'signer') =>
  visit(person, `${stage.url}review.html?person=${who}`);

async function takeUp(page: Page): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click();
  await page.getByRole('heading', { name, exact: true }).waitFor();
  await page.getByRole('button', { name: 'Bắt đầu thẩm định' }).click();
  await page.getByRole('button', { name: 'Xác nhận', exact: true }).waitFor();
}

describe('from the self-assessment to the badge', () => {
  it('goes through all hands without a complaint', async () => {
    const person = await stage.person();
    const author = await visit(person, stage.url);
    await register(author.page, name);
    await fillSample(author.page);
    await submit(author.page);

    const first = await desk(person, 'reviewer');
    await takeUp(first.page);
    const plan = criterion(first.page, /kế hoạch học tập hằng năm/);
    await plan.getByRole('textbox', { name: 'Điểm thẩm định' }).fill('6');
    await plan.getByRole('textbox', { name: 'Lý do đánh giá khác' }).fill('Kế hoạch chưa được duyệt');
    await first.page.getByText(/Đã lưu lúc/).waitFor();
    await criterion(first.page, /kinh phí khuyến khích/)
      .getByRole('textbox', { name: 'Nhận xét gửi người lập' })
      .fill('Ghi rõ nguồn kinh phí');
    await first.page.getByRole('button', { name: 'Trả lại', exact: true }).click();
    const question = first.page.getByRole('dialog');
    await question.getByRole('textbox', { name: /Lý do, yêu cầu chung/ }).fill('Đề nghị bổ sung');
    await question.getByRole('button', { name: 'Trả lại', exact: true }).click();
    await first.page.getByText(`Đã trả lại bản của ${name}.`).waitFor();

    // The author reads what was said at the criteria themselves, and mends one of them.
    await author.page.reload();
    await criterion(author.page, /kinh phí khuyến khích/)
      .getByText('Ghi rõ nguồn kinh phí')
      .waitFor();
    await criterion(author.page, /kế hoạch học tập hằng năm/)
      .getByText(/Người thẩm định đánh giá: 6\. Lý do: Kế hoạch chưa được duyệt/)
      .waitFor();
    await criterion(author.page, /kinh phí khuyến khích/)
      .getByRole('textbox', { name: 'Điểm tự chấm' })
      .fill('7');
    await submit(author.page);

    const second = await desk(person, 'reviewer');
    await takeUp(second.page);
    await second.page.getByText(/người lập đã sửa 1 tiêu chí/).waitFor();
    await criterion(second.page, /kinh phí khuyến khích/)
      .getByText('Trước đó: 7,5')
      .waitFor();
    await second.page.getByText(/88 \/ 100 điểm/).waitFor();
    await second.page.getByRole('button', { name: 'Xác nhận', exact: true }).click();
    await second.page.getByRole('dialog').getByRole('button', { name: 'Xác nhận', exact: true }).click();
    await second.page.getByText(`Đã xác nhận kết quả của ${name}.`).waitFor();

    const signer = await desk(person, 'signer');
    await signer.page.getByRole('checkbox', { name, exact: true }).check();
    await signer.page.getByRole('checkbox', { name: 'Trần Đức Tâm' }).check();
    await signer.page.getByText(/1\/3 thành viên được biết là Công dân học tập/).waitFor();
    await signer.page.getByRole('textbox', { name: 'Số, ký hiệu' }).fill('05/QĐ-UBND');
    await signer.page.getByRole('button', { name: 'Công nhận 2 danh hiệu' }).click();
    await signer.page.getByText('Đã công nhận 2 danh hiệu theo Quyết định số 05/QĐ-UBND.').waitFor();
    const [file] = await Promise.all([
      signer.page.waitForEvent('download'),
      signer.page.getByRole('button', { name: 'Lưu quyết định DOCX' }).click(),
    ]);
    expect(file.suggestedFilename()).toMatch(/^quyet-dinh-cong-nhan-05-qd-ubnd-.*\.docx$/);

    const addresses = await signer.page
      .locator('#badge-links a')
      .evaluateAll((links) => (links as HTMLAnchorElement[]).map(({ href }) => href));
    expect(addresses).toHaveLength(2);
    const own = addresses.find((address) => !address.includes('vi-du')) ?? '';
    const badge = await visit(person, own);
    const shown = badge.page.locator('#own htsd-model-badge');
    await shown.getByText('Còn hiệu lực').waitFor();
    await shown.getByText(new RegExp(`${name} được công nhận danh hiệu Đơn vị học tập`)).waitFor();

    // Nothing but the recognition is said in its tag; the page that comes with the library checks it.
    await shown.getByRole('img', { name: 'Mã QR' }).waitFor();
    const link = shown.getByRole('link', { name: /^Kiểm tra/ });
    const check = await visit(person, (await link.getAttribute('href')) ?? '');
    expect(new URL(check.page.url()).pathname).toBe('/htsd/verify.html');
    await check.page.getByRole('heading', { name: 'Huy hiệu thật, còn hiệu lực' }).waitFor();

    await signer.page.getByRole('button', { name: 'Danh hiệu đã công nhận' }).click();
    await signer.page.getByRole('button', { name: `Thu hồi danh hiệu của ${name}` }).click();
    await signer.page.getByRole('dialog').getByRole('textbox').fill('Khai sai số liệu');
    await signer.page.getByRole('dialog').getByRole('button', { name: 'Thu hồi', exact: true }).click();
    await signer.page.getByText(`Đã thu hồi danh hiệu của ${name}.`).waitFor();
    await badge.page.reload();
    await shown.getByText('Đã thu hồi').first().waitFor();

    for (const { complaints } of [author, first, second, signer, badge]) expect(complaints).toEqual([]);
    // No registry lies beside the page that comes along, which the browser notes by itself.
    expect(check.complaints.filter((line) => !line.includes('404 (Not Found)'))).toEqual([]);
  });
});

describe('under a strict policy', () => {
  it('both desks come alive from placeholders, and nothing is reported', async () => {
    const person = await stage.person();
    const { page, complaints } = await visit(person, `${stage.url}csp.html`);
    await page.evaluate(async () => {
      for (const htsd of ['review', 'recognition']) {
        const place = document.createElement('div');
        Object.assign(place.dataset, { htsd });
        document.querySelector('main')?.append(place);
        await customElements.whenDefined(`htsd-${htsd}`);
      }
    });
    // Who uses this page is an officer, who may do neither.
    await page.getByText('Không có quyền thẩm định').waitFor();
    await page.getByText('Không có quyền công nhận').waitFor();
    expect(complaints).toEqual([]);
  });
});
