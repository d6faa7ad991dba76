/** Rounds at the treasurer's desk: their levels, recipients, what of them is published. */
import { expect } from '@open-wc/testing';
import { FundDeskPage } from '../../test/support/fund-desk-page.js';
import { FundDeskWorld } from '../../test/support/fund-desk-world.js';
import { until } from '../../test/support/mount-form.js';
import { useCleanPage } from '../../test/support/mount-fund.js';

useCleanPage();

let world: FundDeskWorld;
beforeEach(async () => {
  world = new FundDeskWorld();
  await world.open();
});
afterEach(() => world.end());

/** A round is opened, and looked at. */
async function openRound(page: FundDeskPage, title: string, levels: string): Promise<void> {
  await page.section('rounds');
  await page.press('Mở đợt trao');
  await page.dialog();
  await page.fill('round-title', title);
  await page.fill('round-levels', levels);
  await page.press('Lưu');
  await page.shows(`Đã lưu đợt “${title}”.`);
  await page.press(title);
}

async function addRecipients(page: FundDeskPage, lines: readonly string[]): Promise<void> {
  await page.press('Thêm người nhận');
  await page.dialog();
  await page.fill('recipients', lines.join('\n'));
  await page.press(`Thêm ${lines.length} người`);
  await page.shows(`Đã thêm ${lines.length} người nhận.`);
  await until(() => page.root.querySelectorAll('[data-award]').length === lines.length, 'recipients');
}

async function payAll(page: FundDeskPage): Promise<void> {
  page.find('#tick-all').click();
  await page.tracker.updateComplete;
  page.find('.section .actions button.primary').click();
  await page.dialog();
  await page.choose('pay-account', 'bank');
  await page.press('Ghi phiếu chi');
  await page.shows('bằng một phiếu chi');
}

/** Everything that a stranger can ask of the fund. */
async function published(): Promise<string> {
  const visitor = world.client(null);
  const answers = await Promise.all([
    visitor.queryAll('public.funds.list', {}),
    visitor.query('public.fund.get', { id: 'quy' }),
    visitor.queryAll('public.fund.ledger', { fund: 'quy' }),
    visitor.query('public.awards.list', { fund: 'quy' }),
  ]);
  return JSON.stringify(answers);
}

const five = ['An', 'Bình', 'Cường', 'Dũng', 'Giang'].map((name) => `Nguyễn Văn ${name}; lớp 7; ; ; 2013`);

describe('levels of a round', () => {
  it('keeps the name of a level that tells who is poor out of everything that strangers read', async () => {
    const page = await FundDeskPage.open(world);
    await openRound(page, 'Học bổng 2026', 'Học sinh hộ nghèo; 300.000\nGiải Nhất cấp tỉnh; 400.000');
    await addRecipients(
      page,
      five.map((line) => `${line}; Học sinh hộ nghèo`),
    );
    await payAll(page);
    const text = await published();
    expect(text).to.contain('Giải Nhất cấp tỉnh').and.to.contain('N.V.A.').and.to.contain('300000');
    expect(text).not.to.match(/ngh[eè]o/i);
  });

  it('asks which levels tell of a person, ticks those that seem to, and keeps what the person says', async () => {
    const page = await FundDeskPage.open(world);
    await openRound(page, 'Đợt 1', 'Học sinh khuyết tật; 300.000\nĐợt hè; 400.000');
    await page.press('Sửa đợt trao');
    await page.dialog();
    const tick = (id: string): HTMLInputElement => page.find(`[data-d=round-hidden-${id}]`);
    expect([tick('hoc-sinh-khuyet-tat').checked, tick('dot-he').checked]).to.deep.equal([true, false]);
    await expect(page.tracker).to.be.accessible();
    await page.tick('round-hidden-hoc-sinh-khuyet-tat');
    await page.tick('round-hidden-dot-he');
    await page.press('Lưu');
    await page.shows('Đã lưu đợt “Đợt 1”.');
    expect(await published())
      .to.contain('khuyết tật')
      .and.not.to.contain('Đợt hè');
    await page.press('Sửa đợt trao');
    await page.dialog();
    expect([tick('hoc-sinh-khuyet-tat').checked, tick('dot-he').checked]).to.deep.equal([false, true]);
  });
});
