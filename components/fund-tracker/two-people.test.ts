/** Two people at the settings, rounds and recipients of one fund: nobody writes over the other without having seen it. */
import { expect } from '@open-wc/testing';
import { createMemoryAdapter } from '../../src/backend/memory/memory-adapter.js';
import type { Backend } from '../../src/backend/port.js';
import { FundDeskPage } from '../../test/support/fund-desk-page.js';
import { FundDeskWorld, second, treasurer } from '../../test/support/fund-desk-world.js';
import { mountDesk } from '../../test/support/mount-desk.js';
import { until } from '../../test/support/mount-form.js';
import { useCleanPage } from '../../test/support/mount-fund.js';

useCleanPage();

let world: FundDeskWorld;
beforeEach(async () => {
  world = new FundDeskWorld();
  await world.open();
});
afterEach(() => world.end());

/** A desk over a back end that tells nothing by itself, as a server does. */
async function desk(): Promise<FundDeskPage> {
  const backend: Backend = createMemoryAdapter({
    store: world.store,
    actor: treasurer,
    now: () => new Date(world.now),
  });
  delete backend.subscribe;
  return new FundDeskPage(await mountDesk(world.over(backend)));
}
const fund = async () => (await world.client(treasurer).query('fund.get', { id: 'quy' })).items[0]!;
const value = (page: FundDeskPage, name: string): string =>
  page.find<HTMLInputElement>(`[data-d="${name}"]`).value;
const clash = (page: FundDeskPage): Promise<unknown> =>
  until(() => page.root.activeElement?.id === 'clash', 'the focus at what both changed');

describe('settings that somebody else saves while they are typed', () => {
  it('follow the other where only he changed them, and are asked about where both did', async () => {
    const page = await desk();
    await page.section('settings');
    await page.fill('set-limit', '7.000.000');
    await page.fill('plan-hoc-bong', '3 triệu');
    const { plan, ...before } = await fund();
    await world.send(treasurer, 'fund.update', 'quy', before.version, {
      name: 'Quỹ khuyến học Sen Hồ',
      approvalLimit: 9_000_000,
      plan: { ...plan, '2026': { 'quan-ly': 400_000 } },
    });
    await page.press('Lưu thiết lập');
    await page.shows('Người khác vừa sửa hoặc vừa quyết định ở đây nên chưa ghi.');
    await page.shows('Tên quỹ: trước là Quỹ khuyến học xã Mẫu, nay là Quỹ khuyến học Sen Hồ');
    await page.shows('Người khác vừa ghi: 9.000.000');
    await page.shows('Ở đây đang nhập: 7.000.000');
    expect(value(page, 'set-name')).to.equal('Quỹ khuyến học Sen Hồ');
    await expect(page.tracker).to.be.accessible();

    // Saved once more without a choice, nothing goes out.
    await page.press('Lưu thiết lập');
    await clash(page);
    expect((await fund()).approvalLimit).to.equal(9_000_000);

    await page.press('Giữ phần đang nhập: Khoản chi phải có người thứ hai duyệt, nếu vượt');
    await page.press('Lưu thiết lập');
    await page.shows('Đã lưu thiết lập.');
    const after = await fund();
    expect([after.name, after.approvalLimit]).to.deep.equal(['Quỹ khuyến học Sen Hồ', 7_000_000]);
    expect(after.plan['2026']).to.deep.equal({ 'quan-ly': 400_000, 'hoc-bong': 3_000_000 });
  });

  it('and were left half typed, write nothing over that was saved since', async () => {
    const page = await FundDeskPage.open(world, treasurer, 'may-a');
    await page.section('settings');
    await page.fill('set-late', '45');
    await world.send(treasurer, 'fund.update', 'quy', 1, { approvalLimit: 9_000_000 });
    // This back end tells it at once: the other's limit stands in the form.
    await until(() => value(page, 'set-limit') === '9.000.000', 'the new limit');
    await page.press('Lưu thiết lập');
    await page.shows('Đã lưu thiết lập.');
    const { approvalLimit, lateAfterDays } = await fund();
    expect([approvalLimit, lateAfterDays]).to.deep.equal([9_000_000, 45]);
  });
});

describe('a round and a recipient that somebody else changes while they are typed', () => {
  beforeEach(() => world.payRound());

  const awards = async () =>
    (await world.client(treasurer).query('awards.list', { fund: 'quy', round: 'dot' })).items;

  it('take over the title, and ask about the budget', async () => {
    const page = await desk();
    await page.section('rounds');
    await page.press('Học bổng 2026');
    await page.press('Sửa đợt trao');
    await page.dialog();
    await page.fill('round-budget', '8.000.000');
    const [round] = (await world.client(treasurer).query('rounds.list', { fund: 'quy' })).items;
    const { title: _before, kind, year, criteria, levels, discreet } = round!;
    await world.send(treasurer, 'round.update', 'dot', round!.version, {
      ...{ kind, year, criteria, levels, discreet },
      title: 'Học bổng hè 2026',
      budget: 6_000_000,
    });
    await page.press('Lưu');
    await page.shows('Người khác vừa ghi: 6000000');
    expect(value(page, 'round-title')).to.equal('Học bổng hè 2026');
    await page.press('Lấy phần người khác ghi: Dự kiến chi');
    await page.fill('round-criteria', 'Vượt khó');
    await page.press('Lưu');
    await until(() => !page.root.querySelector('dialog[open]'), 'the dialog closed');
    const [after] = (await world.client(treasurer).query('rounds.list', { fund: 'quy' })).items;
    expect([after!.title, after!.budget, after!.criteria]).to.deep.equal([
      'Học bổng hè 2026',
      6_000_000,
      'Vượt khó',
    ]);
  });

  it('keep the other correction of a recipient, and remove him only as he is now', async () => {
    const page = await desk();
    await page.section('rounds');
    await page.press('Học bổng 2026');
    await page.shows('Lê Văn Chung');
    await page.press('Lê Văn Chung');
    await page.dialog();
    await page.press('Sửa thông tin');
    await page.fill('award-grade', 'lớp 9');
    const chung = async () => (await awards()).find(({ id }) => id === 'em-3')!;
    await world.send(treasurer, 'award.update', 'em-3', (await chung()).version, {
      salt: '9'.repeat(32),
      who: { name: 'Lê Văn Chung', born: 2012, grade: 'lớp 8', school: 'THCS Sen Hồ' },
    });
    await page.press('Lưu');
    await page.shows('Trường: trước là để trống, nay là THCS Sen Hồ');
    await page.press('Lưu');
    await until(() => !page.root.querySelector('dialog[open]'), 'the dialog closed');
    expect((await chung()).who).to.deep.equal({
      ...{ name: 'Lê Văn Chung', born: 2012, grade: 'lớp 9', school: 'THCS Sen Hồ' },
    });

    await page.press('Lê Văn Chung');
    await until(
      () => page.find<HTMLButtonElement>('dialog .danger').disabled === false,
      'what can be removed',
    );
    await world.send(treasurer, 'award.update', 'em-3', (await chung()).version, {
      salt: '8'.repeat(32),
      who: { name: 'Lê Văn Chung', born: 2012, grade: 'lớp 9', school: 'THCS Mẫu' },
    });
    page.find('dialog .actions.end .danger').click();
    await page.shows('Người khác vừa sửa hoặc vừa quyết định ở đây nên chưa ghi.');
    await page.shows('THCS Mẫu');
    expect((await chung()).removedAt).to.equal(undefined);
    await until(
      () => page.find<HTMLButtonElement>('dialog .actions.end .danger').disabled === false,
      'again',
    );
    page.find('dialog .actions.end .danger').click();
    await until(() => !page.root.querySelector('dialog[open]'), 'the dialog closed');
    expect((await chung()).removedAt).to.be.a('string');
  });

  it('pay nothing where the sum is another one than was seen', async () => {
    const page = await desk();
    await page.section('rounds');
    await page.press('Học bổng 2026');
    await page.shows('Lê Văn Chung');
    page.find('[data-award=em-3] input').click();
    await page.shows('Chi trao 1 người');
    await page.press('Chi trao 1 người (3.000.000 đ)');
    await page.dialog();
    await page.choose('pay-account', 'bank');
    const [award] = (await awards()).filter(({ id }) => id === 'em-3');
    await world.send(treasurer, 'award.update', 'em-3', award!.version, {
      salt: '7'.repeat(32),
      amount: 4_000_000,
    });
    await page.press('Ghi phiếu chi');
    await page.shows('Mức của người nhận vừa được sửa nên tổng số tiền đã khác, và chưa chi gì.');
    expect((await fund()).count).to.equal(0);
    await until(() => page.find('dialog .amount').textContent?.includes('4.000.000'), 'the new sum');
    await page.press('Ghi phiếu chi');
    await until(() => !page.root.querySelector('dialog[open]'), 'the dialog closed');
    expect((await awards()).find(({ id }) => id === 'em-3')!.paid).to.be.an('object');
  });

  it('are entered twice only by whoever was told, and not lost where the round is closed', async () => {
    const page = await desk();
    await page.section('rounds');
    await page.press('Học bổng 2026');
    await page.press('Thêm người nhận');
    await page.dialog();
    await page.fill('recipients', 'Phạm Văn Dũng; lớp 9; THCS Mẫu; thôn Đông; 2011; Suất A');
    await world.send(treasurer, 'award.add', 'them-hai', 0, {
      round: 'dot',
      salt: '6'.repeat(32),
      awards: [
        {
          id: 'em-4',
          level: 'suat-a',
          who: { name: 'Phạm văn Dũng', born: 2011, school: 'THCS Mẫu' },
          consents: [],
        },
      ],
    });
    await page.press('Thêm 1 người');
    await page.shows('1 người đã có trong đợt này: Phạm Văn Dũng.');
    expect(await awards()).to.have.length(4);
    await expect(page.tracker).to.be.accessible();

    await world.send(second, 'fund.refuse', 'chi-dot', 1, { salt: '5'.repeat(32), reason: 'Chưa đủ' });
    await world.send(treasurer, 'round.close', 'dot', 1, {});
    await page.press('Thêm 1 người');
    await page.shows('Đợt trao này đã kết thúc nên không ghi, sửa hay chi thêm ở đây được.');
    expect(await awards()).to.have.length(4);
    await page.press('Quay lại');
    await page.press('Xem danh sách chưa ghi');
    await page.dialog();
    expect(value(page, 'recipients')).to.contain('Phạm Văn Dũng');
  });
});
