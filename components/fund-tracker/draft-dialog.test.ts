/** What the second person reads before he approves: here, whom a payment of a round would pay. */
import { expect } from '@open-wc/testing';
import { HtsdError } from '../../src/backend/errors.js';
import { createMemoryAdapter } from '../../src/backend/memory/memory-adapter.js';
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
  await world.payRound();
});
afterEach(() => world.end());

const opened = async (page: FundDeskPage): Promise<void> => {
  await page.section('pending');
  await page.press('Xem chi tiết, chứng từ');
  await page.dialog();
};

describe('a payment of a round that waits', () => {
  it('names each recipient who would be paid, with level and amount, and nobody else', async () => {
    const page = await FundDeskPage.open(world, second);
    await opened(page);
    await until(() => page.root.querySelector('[data-awards] .row'), 'recipients');
    const names = [...page.root.querySelectorAll('[data-awards] .row')].map((row) =>
      (row.textContent ?? '').replace(/\s+/g, ' ').trim(),
    );
    expect(names.sort()).to.deep.equal([
      '3.000.000 đ Nguyễn Văn An lớp 7THCS MẫuSuất A',
      '3.000.000 đ Trần Thị Bưởi lớp 8Suất A',
    ]);
    expect(page.text).to.contain('6.000.000').and.not.to.contain('Lê Văn Chung');
    await expect(page.tracker).to.be.accessible();
    await page.press('Đóng');
    await page.press('Duyệt chi');
    await page.shows('Đã duyệt khoản chi 6.000.000');
    const awards = await world.client(treasurer).queryAll('awards.list', { fund: 'quy' });
    expect(awards.filter(({ paid }) => paid).map(({ who }) => who?.name)).to.have.members([
      'Nguyễn Văn An',
      'Trần Thị Bưởi',
    ]);
  });

  it('says so where the recipients do not come', async () => {
    const backend = createMemoryAdapter({
      store: world.store,
      actor: second,
      now: () => new Date(world.now),
    });
    const client = world.over({
      ...backend,
      query: (name, params, options) =>
        name === 'awards.list'
          ? Promise.reject(new HtsdError('server'))
          : backend.query(name, params, options),
    });
    const page = new FundDeskPage(await mountDesk(client));
    await opened(page);
    await page.shows('Chưa tải được danh sách người nhận. Xin đóng rồi mở lại.');
    expect(page.root.querySelector('[data-awards]')).to.equal(null);
    await expect(page.tracker).to.be.accessible();
  });
});
