/** What the treasurer sets once the fund is open: categories, the cap on administration, plans of several years. */
import { expect } from '@open-wc/testing';
import { button, choose, find, mountDesk, section, shows } from '../../test/support/mount-desk.js';
import { FundDeskWorld, treasurer } from '../../test/support/fund-desk-world.js';
import { type, until } from '../../test/support/mount-form.js';
import { useCleanPage, words, type Tracker } from '../../test/support/mount-fund.js';

useCleanPage();

let world: FundDeskWorld;
let tracker: Tracker;
beforeEach(async () => {
  world = new FundDeskWorld();
  await world.open();
  tracker = await mountDesk(world.client(treasurer));
  await section(tracker, 'settings');
});
afterEach(() => world.end());

const fill = (name: string, text: string): void =>
  type(find<HTMLInputElement>(tracker, `[data-d=${name}]`), text);
const fund = async () => (await world.client(treasurer).query('fund.get', { id: 'quy' })).items[0]!;

describe('settings of an open fund', () => {
  it('take a category in, which the line then offers, and retire another', async () => {
    fill('set-added', 'Máy tính cho học sinh');
    find(tracker, '[data-d=retired-quan-ly]').click();
    await tracker.updateComplete;
    await expect(tracker).to.be.accessible();
    button(tracker, 'Lưu thiết lập').click();
    await shows(tracker, 'Đã lưu thiết lập.');
    expect((await fund()).categories.at(-1)).to.deep.equal({
      id: 'may-tinh-cho-hoc-sinh',
      kind: 'payment',
      label: { vi: 'Máy tính cho học sinh' },
    });
    await section(tracker, 'ledger');
    find<HTMLInputElement>(tracker, 'input[name=entry-kind][value=payment]').click();
    const offered = () =>
      [...find(tracker, '.entry [data-d=category]').querySelectorAll('option')].map(({ value }) => value);
    await until(() => offered().includes('may-tinh-cho-hoc-sinh'), 'the new category');
    expect(offered()).not.to.include('quan-ly');
  }).timeout(40_000);

  it('need the rule of a cap on administration, and no name twice', async () => {
    fill('set-cap', '5,5');
    fill('set-added', 'tài trợ');
    button(tracker, 'Lưu thiết lập').click();
    await shows(tracker, 'Ghi văn bản hoặc quy chế quy định mức này.');
    expect(words(tracker)).to.contain('Đã có khoản mục tên này.');
    fill('set-added', '');
    fill('set-capSource', 'Quy chế quỹ');
    button(tracker, 'Lưu thiết lập').click();
    await shows(tracker, 'Đã lưu thiết lập.');
    expect((await fund()).adminCap).to.deep.equal({
      percent: 5.5,
      of: 'receipts',
      source: { vi: 'Quy chế quỹ' },
    });
  });

  it('plan the next year beside this one, and keep what was typed of both', async () => {
    // Grouped as people write it, and read back as the same amount.
    expect(find<HTMLInputElement>(tracker, '[data-d=set-limit]').value).to.equal('5.000.000');
    expect(words(tracker).indexOf('Dự toán chi')).to.be.above(words(tracker).indexOf('Dự toán thu'));
    fill('plan-hoc-bong', '7 triệu');
    await shows(tracker, '7.000.000 đ (Bảy triệu đồng)');
    choose(tracker, 'set-year', '2027');
    await until(
      () => find<HTMLInputElement>(tracker, '[data-d=plan-hoc-bong]').value === '',
      'an empty plan',
    );
    fill('plan-hoc-bong', '9 triệu');
    await shows(tracker, '9.000.000 đ (Chín triệu đồng)');
    button(tracker, 'Lưu thiết lập').click();
    await shows(tracker, 'Đã lưu thiết lập.');
    expect((await fund()).plan).to.deep.equal({
      '2026': { 'hoc-bong': 7_000_000 },
      '2027': { 'hoc-bong': 9_000_000 },
    });
    expect((await fund()).approvalLimit).to.equal(5_000_000);
  });
});
