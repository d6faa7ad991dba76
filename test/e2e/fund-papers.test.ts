/**
 * The papers of a fund as the desk gives them to the printer: what has to stand on each of them, that the books add up,
 * and that nobody's telephone, notes or files are on a paper, nor anybody's name where it does not belong.
 */
import type { BrowserContext, Page } from 'playwright-core';
import { describe, it } from 'vitest';
import { readPdf, type PdfPage } from './read-pdf.js';
import { expect, useStage, visit } from './support.js';

const stage = useStage();

interface Handed {
  title: string;
  lang: string;
  styles: string;
  html: string;
}

interface Paper {
  /** Name that the print dialog proposes. */
  title: string;
  /** Text of each sheet, without spaces: a PDF places words, it does not always write the space between them. */
  sheets: string[];
  wide: boolean;
  /** Rows of its table, cell by cell. */
  rows: string[][];
}

/** A paper frame prints to nobody here: it hands over what it would have printed. */
async function catchPapers(person: BrowserContext): Promise<void> {
  await person.addInitScript(() => {
    window.print = () => {
      const styles = [...document.adoptedStyleSheets].flatMap(({ cssRules }) => [...cssRules]);
      (parent as { handed?: Handed }).handed = {
        title: document.title,
        lang: document.documentElement.lang,
        styles: styles.map(({ cssText }) => cssText).join('\n'),
        html: document.body.innerHTML,
      };
      dispatchEvent(new Event('beforeprint'));
      dispatchEvent(new Event('afterprint'));
    };
  });
}

const bare = (text: string): string => text.normalize('NFC').replace(/\s+/g, '');
const onSheet = ({ runs }: PdfPage): string => bare(runs.map(({ text }) => text).join(''));

/** Presses the button that prints, and reads the sheets that Chromium makes of what it was handed. */
async function printed(page: Page, name: string): Promise<Paper> {
  await page.evaluate(() => delete (globalThis as { handed?: Handed }).handed);
  await page.getByRole('button', { name, exact: true }).click();
  await expect.poll(() => page.evaluate(() => 'handed' in globalThis)).toBe(true);
  const paper = await page.evaluate(() => (globalThis as unknown as { handed: Handed }).handed);
  const sheet = await page.context().newPage();
  try {
    await sheet.setContent(
      `<!doctype html><html lang="${paper.lang}"><style>${paper.styles}</style><body>${paper.html}</body></html>`,
    );
    const rows = await sheet
      .locator('tr')
      .evaluateAll((all) =>
        all.map((row) => [...row.children].map((one) => (one.textContent ?? '').replace(/\s+/g, ' ').trim())),
      );
    const pages = readPdf(await sheet.pdf({ preferCSSPageSize: true, tagged: false }));
    const wide = pages.every(({ width, height }) => width > height);
    return { title: paper.title, sheets: pages.map(onSheet), wide, rows };
  } finally {
    await sheet.close();
  }
}

/** "1.200.000", "(450.000)", "": in đồng. */
function dong(figure: string): number {
  const digits = Number(figure.replace(/\D/g, ''));
  return figure.startsWith('(') ? -digits : digits;
}

/** Adds a book up again, line by line and month by month; answers what it began and ended with. */
function addUp({ rows }: Paper): { opening: number; closing: number; lines: number } {
  const opening = dong(rows.find(([label]) => label === 'Tồn đầu kỳ')?.at(-1) ?? '');
  let [balance, monthIn, monthOut, allIn, allOut, lines] = [opening, 0, 0, 0, 0, 0];
  for (const row of rows) {
    const [label = ''] = row;
    const [received = 0, paid = 0, then = 0] = row.slice(-3).map(dong);
    if (/^\d\d\/\d\d\/\d{4}$/.test(label)) {
      balance += received - paid;
      [monthIn, monthOut, lines] = [monthIn + received, monthOut + paid, lines + 1];
      expect(then, row.join(' | ')).toBe(balance);
    } else if (label.startsWith('Cộng tháng')) {
      expect([received, paid, then], label).toEqual([monthIn, monthOut, balance]);
      [allIn, allOut, monthIn, monthOut] = [allIn + monthIn, allOut + monthOut, 0, 0];
    } else if (label.startsWith('Cộng số phát sinh'))
      expect([received, paid, then], label).toEqual([allIn, allOut, balance]);
  }
  const closing = dong(rows.find(([label]) => label === 'Tồn cuối kỳ')?.at(-1) ?? '');
  expect(closing).toBe(balance);
  expect(opening + allIn - allOut).toBe(closing);
  return { opening, closing, lines };
}

/** What a treasurer keeps beside an entry and no paper may show. */
const secrets = { phone: '0912 345 678', note: 'Con trai đang nợ học phí' };
const children = ['Nguyễn Văn An', 'Trần Thị Bưởi', 'Lê Đức Cường', 'Tạ Thị Quyên'];

function without(paper: Paper, ...texts: string[]): void {
  const all = paper.sheets.join('');
  for (const text of [...Object.values(secrets), ...texts])
    expect(all.includes(bare(text)), `"${text}" on ${paper.title}`).toBe(false);
}
function has(paper: Paper, ...texts: string[]): void {
  const all = paper.sheets.join('');
  for (const text of texts) expect(all, `"${text}" on ${paper.title}`).toContain(bare(text));
}

describe('papers from the desk of a fund', () => {
  it('hold what they must, add up, and tell nothing else', { timeout: 120_000 }, async () => {
    const person = await stage.person();
    await catchPapers(person);
    const { page, complaints } = await visit(person, `${stage.url}fund-desk.html`);
    const field = (name: string) => page.locator(`.entry [data-d=${name}]`);
    await field('date').fill('20/11/2026');
    await field('category').selectOption('tai-tro');
    await field('amount').fill('1,2 triệu');
    await field('party').fill('Bà Lan');
    await field('purpose').fill('Ủng hộ tủ sách');
    await page.getByText('Thêm chi tiết, chứng từ gốc').click();
    await field('address').fill('Thôn Đông');
    await field('phone').fill(secrets.phone);
    await field('note').fill(secrets.note);
    await field('papers').fill('01 giấy nộp tiền');
    await page.getByRole('button', { name: 'Ghi khoản thu' }).click();
    await page.getByText('Đã ghi khoản số 150').waitFor();
    const open = async (text: string): Promise<void> => {
      await page.locator('[role=row].row').filter({ hasText: text }).first().click();
      await page.getByRole('dialog').waitFor();
    };

    await open('Bà Lan');
    const hash = await page.locator('dialog .hash').innerText();
    const receipt = await printed(page, 'In phiếu');
    expect(receipt.sheets).toHaveLength(1);
    for (const item of [
      'PHIẾU THU',
      'QUỸ KHUYẾN HỌC XÃ SEN HỒ',
      'Ngày 20 tháng 11 năm 2026',
      'Họ và tên người nộp: Bà Lan',
      'Địa chỉ: Thôn Đông',
      'Lý do nộp: Ủng hộ tủ sách',
      'Số tiền: 1.200.000 đồng (tiền mặt)',
      'Viết bằng chữ: Một triệu hai trăm nghìn đồng.',
      'Kèm theo chứng từ gốc: 01 giấy nộp tiền',
    ])
      // In both copies.
      expect(receipt.sheets[0]?.split(bare(item)), item).toHaveLength(3);
    expect(receipt.sheets[0]).toMatch(/Số:PT\d+\/2026/);
    has(receipt, 'Phụ trách quỹ', 'Thủ quỹ', 'Người lập', 'Lê Thu Cúc', 'Người nộp', hash.slice(0, 16));
    without(receipt, hash, ...children);
    await page.keyboard.press('Escape');

    await open('Học bổng Hoa Sen, đợt 1');
    const payment = await printed(page, 'In phiếu');
    has(
      payment,
      'PHIẾU CHI',
      'Ngày 14 tháng 11 năm 2026',
      'Lý do chi: Học bổng Hoa Sen, đợt 1',
      'Số lượng: 9 suất; đơn giá: 500.000 đồng',
      'Số tiền: 4.500.000 đồng (tiền gửi ngân hàng)',
      'Viết bằng chữ: Bốn triệu năm trăm nghìn đồng.',
      'Đã nhận đủ số tiền (viết bằng chữ):',
      'Người nhận',
    );
    without(payment, 'Bà Lan', ...children);
    await page.keyboard.press('Escape');

    await page.getByRole('button', { name: 'Học bổng, khen thưởng' }).click();
    await page.getByRole('button', { name: 'Học bổng Hoa Sen năm 2026' }).click();
    const list = await printed(page, 'In danh sách ký nhận');
    expect(list.wide).toBe(true);
    has(list, ...children, 'lớp 8', 'THCS Sen Hồ', 'Người nhận ký', 'Cha, mẹ hoặc người giám hộ ký');
    expect(list.rows.filter((row) => row.length === 7 && /^\d+$/.test(row[0] ?? ''))).toHaveLength(12);
    expect(list.rows.at(-1)?.slice(0, 2)).toEqual(['Cộng', '6.000.000']);
    has(list, 'Sáu triệu đồng');
    without(list, 'Bà Lan', 'Phụ huynh em');

    await page.getByRole('button', { name: 'Khoá sổ, báo cáo' }).click();
    const line = (await page.locator('[data-year="2024"]').innerText()).replace(/\s+/g, ' ');
    const [, opening = '', closing = '', seal = ''] =
      /Tồn đầu ([\d.]+) đ .*? = tồn cuối ([\d.]+) đ.*?([0-9a-f]{64})/.exec(line) ?? [];
    await page.getByRole('button', { name: 'Giấy tờ và tệp năm 2024' }).click();
    const which = page.locator('[data-d=paper-which]');
    await which.selectOption('cash');
    const cash = await printed(page, 'In');
    await which.selectOption('bank');
    const bank = await printed(page, 'In');
    const [ofCash, ofBank] = [addUp(cash), addUp(bank)];
    expect(ofCash.opening + ofBank.opening).toBe(dong(opening));
    expect(ofCash.closing + ofBank.closing).toBe(dong(closing));
    for (const [book, { lines }] of [
      [cash, ofCash],
      [bank, ofBank],
    ] as const) {
      expect(book.wide).toBe(true);
      expect(lines).toBeGreaterThan(5);
      has(book, `Sổ có ${lines} dòng phát sinh`, 'THỦ QUỸ', 'PHỤ TRÁCH QUỸ');
      without(book, ...children);
    }
    has(cash, 'SỔ QUỸ TIỀN MẶT', 'từ ngày 01/01/2024 đến ngày 31/12/2024');
    // What was entered twice stands there twice, and what took it back, with its reason.
    expect(cash.rows.filter((row) => row[2]?.includes('In giấy mời lễ tổng kết'))).toHaveLength(2);
    expect(cash.rows.filter((row) => row[4] === '(450.000)').map((row) => row[2])).toEqual([
      expect.stringContaining('(Ghi hai lần một phiếu chi)'),
    ]);

    await which.selectOption('report');
    const report = await printed(page, 'In');
    expect(report.wide).toBe(false);
    has(report, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'BÁO CÁO', seal, 'mẫu, chưa đối chiếu');
    expect(seal).toMatch(/^[0-9a-f]{64}$/);
    expect(report.sheets.join('')).toMatch(
      new RegExp(
        `${bare(opening).replaceAll('.', '\\.')}\\+[\\d.]+−[\\d.]+=${closing.replaceAll('.', '\\.')}`,
      ),
    );
    // It names nobody, neither who gave nor who received.
    without(report, 'Bà Nguyễn Thị Lan', 'Trần Văn Bình', 'Phạm Văn Hải', 'May Sen Hồ', ...children);
    expect(complaints).toEqual([]);
  });
});
