/** Rounds at the treasurer's desk: their levels, recipients, what of them is published. */
import { expect } from '@open-wc/testing';
import { FundDeskPage } from '../../test/support/fund-desk-page.js';
import { FundDeskWorld, treasurer } from '../../test/support/fund-desk-world.js';
import { sampleAwardScale } from '../../src/presets/award-scale.js';
import { until } from '../../test/support/mount-form.js';
import { catchFiles } from '../../test/support/catch-files.js';
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
  if (page.text.includes('‹ Tất cả các đợt')) await page.press('‹ Tất cả các đợt');
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
  await until(() => !page.text.includes('Chưa trao'), 'the list with what was paid');
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
    await page.press('Nguyễn Văn An');
    await page.dialog();
    for (const giver of ['representative', 'child']) {
      await page.choose('giver', giver);
      await page.fill('giver-name', 'Nguyễn Văn Bình');
      await page.press('Ghi nhận');
      await until(() => page.root.querySelectorAll('dialog .rows .row').length > 0, 'the consent');
    }
    await page.shows('người nhận ở mức này chỉ được tính vào tổng số');
    const text = await published();
    expect(text).to.contain('Giải Nhất cấp tỉnh').and.to.contain('"count":5,"amount":1500000');
    expect(text).not.to.contain('N.V.');
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

const awards = () => world.client(treasurer).queryAll('awards.list', { fund: 'quy' });

describe('levels that need not be typed', () => {
  it('are those of the round before, or a sample, with all that is known of them', async () => {
    const page = await FundDeskPage.open(world);
    await openRound(page, 'Đợt 1', 'Quà hè; 250.000');
    await page.press('Sửa đợt trao');
    await page.dialog();
    await page.tick('round-hidden-qua-he');
    await page.press('Lưu');
    await page.shows('Đã lưu đợt “Đợt 1”.');
    await page.press('‹ Tất cả các đợt');
    await page.press('Mở đợt trao');
    await page.dialog();
    const typed = (): string => page.find<HTMLTextAreaElement>('[data-d=round-levels]').value;
    await page.press('Lấy mức của đợt “Đợt 1”');
    expect(typed()).to.equal('Quà hè; 250000');
    await page.press('Lấy mức mẫu (chưa đối chiếu văn bản)');
    await until(() => typed().includes('Giải Nhất cấp quốc gia; 500000'), 'the sample');
    await expect(page.tracker).to.be.accessible();
    await page.fill('round-title', 'Đợt 2');
    await page.press('Lưu');
    await page.shows('Đã lưu đợt “Đợt 2”.');
    const rounds = await world.client(treasurer).queryAll('rounds.list', { fund: 'quy' });
    expect(rounds.find(({ title }) => title === 'Đợt 2')?.levels).to.deep.equal([
      { id: 'qua-he', label: { vi: 'Quà hè' }, amount: 250_000, private: true },
      ...sampleAwardScale.levels,
    ]);
  });
});

describe('recipients', () => {
  it('are asked after where they look like somebody of an earlier round, and then have one history', async () => {
    const page = await FundDeskPage.open(world);
    await openRound(page, 'Đợt 1', 'Mức A; 300.000');
    await addRecipients(page, ['Nguyễn Văn An; lớp 6; THCS Mẫu; ; 2013']);
    world.now += 86_400_000;
    await openRound(page, 'Đợt 2', 'Mức B; 400.000');
    await page.press('Thêm người nhận');
    await page.dialog();
    const lines = ['NGUYỄN VĂN AN; lớp 7; THCS Mẫu; ; 2013', 'Trần Thị Bưởi; lớp 7; THCS Mẫu; ; 2013'];
    await page.fill('recipients', lines.join('\n'));
    const tick = await until(
      () => page.root.querySelector<HTMLInputElement>('[data-d^=known-]'),
      'the question',
    );
    expect(page.text).to.contain('Nguyễn Văn An, 2013, THCS Mẫu: đã có trong “Đợt 1”');
    expect(tick.checked).to.equal(false);
    await expect(page.tracker).to.be.accessible();
    tick.click();
    await page.press('Thêm 2 người');
    await until(() => page.root.querySelectorAll('[data-award]').length === 2, 'recipients');
    await page.press('NGUYỄN VĂN AN');
    await page.shows('Các lần đã nhận');
    expect(page.find('dialog .plain').textContent.replace(/\s+/g, ' '))
      .to.contain('Đợt 1: 300.000')
      .and.to.contain('Đợt 2: 400.000');
    expect(new Set((await awards()).map(({ person }) => person)).size).to.equal(2);
  });

  it('are corrected where they stand, with what they get until they are paid', async () => {
    const page = await FundDeskPage.open(world);
    await openRound(page, 'Đợt 1', 'Mức A; 300.000\nMức B; 400.000');
    await addRecipients(page, ['Nguyễn Văn Anh; lớp 6; THCS Mẫu; thôn Đông; 2013; Mức A; Nguyễn Văn Bình']);
    const [before] = await awards();
    await page.press('Nguyễn Văn Anh');
    await page.dialog();
    await page.press('Sửa thông tin');
    await until(() => page.root.querySelector('[data-d=award-name]'), 'the form');
    await page.fill('award-name', ' ');
    await page.fill('award-born', '3013');
    await page.press('Lưu');
    expect(page.text).to.contain('Nhập họ tên.').and.to.contain('không sau năm nay');
    await expect(page.tracker).to.be.accessible();
    await page.fill('award-name', 'Nguyễn Vân Anh');
    await page.fill('award-born', '2012');
    await page.choose('award-level', 'muc-b');
    await page.press('Lưu');
    await page.shows('Đã lưu thông tin của Nguyễn Vân Anh.');
    await until(() => page.find('[data-award]').textContent.includes('Nguyễn Vân Anh'), 'the list');
    const [after] = await awards();
    expect(after).to.deep.include({ id: before!.id, person: before!.person, amount: 400_000 });
    expect(after!.who).to.deep.equal({ ...before!.who, name: 'Nguyễn Vân Anh', born: 2012 });
    await payAll(page);
    await page.press('Nguyễn Vân Anh');
    await page.dialog();
    await page.press('Sửa thông tin');
    await until(() => page.root.querySelector('[data-d=award-name]'), 'the form');
    expect(page.root.querySelector('[data-d=award-level]')).to.equal(null);
  });

  it('are a file to sign in, too', async () => {
    const page = await FundDeskPage.open(world);
    await openRound(page, 'Đợt 1', 'Mức A; 300.000');
    await addRecipients(page, five);
    const files = catchFiles();
    await page.press('Lưu danh sách CSV');
    const csv = await (await until(() => files[0], 'a file')).text();
    expect(csv).to.contain('Nguyễn Văn Cường').and.to.contain('1500000');
    await page.press('Lưu danh sách XLSX');
    const xlsx = await until(() => files[1], 'another file');
    expect(new TextDecoder().decode(await xlsx.slice(0, 2).arrayBuffer())).to.equal('PK');
  });

  it('are named once all who must have agreed, and by initials when one takes it back', async () => {
    const page = await FundDeskPage.open(world);
    await openRound(page, 'Đợt 1', 'Mức A; 300.000');
    await addRecipients(page, [...five, 'Nguyễn Văn Hải; lớp 7; ; ; 2013']);
    expect(page.find('.section .actions button').textContent).to.contain('Chi trao cho người được chọn');
    await payAll(page);
    await page.press('‹ Tất cả các đợt');
    expect(page.find('ul.rows .facts').textContent.replace(/\s+/g, ' ')).to.contain(
      '1.800.000 đ đã trao 6 người',
    );
    await page.press('Đợt 1');
    await until(() => page.root.querySelector('[data-award]'), 'the recipients');
    await page.press('Nguyễn Văn Hải');
    await page.dialog();
    await page.press('Ghi nhận');
    await page.shows('Nhập họ tên người đồng ý.');
    await page.fill('giver-name', 'Nguyễn Văn Bảo');
    await page.press('Ghi nhận');
    await page.shows('còn thiếu đồng ý của: Chính em nhỏ');
    expect(await published()).not.to.contain('Hải');
    await page.choose('giver', 'child');
    await page.fill('giver-name', 'Nguyễn Văn Hải');
    await page.press('Ghi nhận');
    await page.shows('Đã đủ đồng ý');
    await expect(page.tracker).to.be.accessible();
    expect(await published())
      .to.contain('Nguyễn Văn Hải')
      .and.not.to.contain('N.V.H.');
    await page.press('Rút lại');
    await page.shows('Chưa nêu tên; còn thiếu đồng ý');
    expect(await published())
      .to.contain('N.V.H.')
      .and.not.to.contain('Hải');
  });
});
