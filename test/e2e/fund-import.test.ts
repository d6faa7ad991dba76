/** A year imported on the page of a fund: under its policy, with the parts that come for it. */
import { describe, it } from 'vitest';
import { expect, useStage, visit } from './support.js';

const stage = useStage();
const choose = { name: 'Nhập cả năm từ bảng tính' };

describe('importing a year', () => {
  it('fetches its parts when it is opened, and records what was read of a file', async () => {
    const person = await stage.person();
    const { page, complaints } = await visit(person, `${stage.url}fund-desk.html`);
    const fetched: string[] = [];
    page.on('request', (request) => fetched.push(request.url()));
    await page.getByRole('button', choose).waitFor();
    fetched.length = 0;
    await page.getByRole('button', choose).click();
    const lines = ['Ngày,Số phiếu,Nội dung,Họ tên,Thu,Chi', '05/01/2026,PT901,Tài trợ,Bà Lan,"1,2 triệu",'];
    await page
      .locator('[data-d=import-file]')
      .setInputFiles({ name: 'so.csv', mimeType: 'text/csv', buffer: Buffer.from(lines.join('\n')) });
    await page.getByRole('button', { name: 'Nhập 1 dòng vào sổ' }).click();
    await page.getByText('Đã nhập 1 dòng: thu 1.200.000').waitFor();
    expect(fetched.some((url) => url.endsWith('.js'))).toBe(true);
    expect(complaints).toEqual([]);
  });
});
