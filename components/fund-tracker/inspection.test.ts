/** What the inspection tells of the settings, and of books that others work on. */
import { expect } from '@open-wc/testing';
import { HtsdError } from '../../src/backend/errors.js';
import { createFaults, createMemoryAdapter } from '../../src/backend/memory/memory-adapter.js';
import type { Backend } from '../../src/backend/port.js';
import { away, useAway } from '../../test/support/away.js';
import { find, mountDesk, choose, shows } from '../../test/support/mount-desk.js';
import { FundDeskWorld, inspector, settings, treasurer } from '../../test/support/fund-desk-world.js';
import { expectLooks, restoreLooks } from '../../test/support/looks.js';
import { until } from '../../test/support/mount-form.js';
import { useCleanPage, words } from '../../test/support/mount-fund.js';

useCleanPage();

let world: FundDeskWorld;
beforeEach(async () => {
  world = new FundDeskWorld();
  await world.open();
});
afterEach(() => world.end());

describe('the inspection of a fund that others work on', () => {
  useAway();

  it('says so where it could not be read again, and shows what was recorded once it can', async () => {
    const faults = createFaults();
    const backend: Backend = createMemoryAdapter({
      store: world.store,
      actor: inspector,
      faults,
      now: () => new Date(world.now),
    });
    delete backend.subscribe;
    const tracker = await mountDesk(world.over(backend), 'inspection');
    await shows(tracker, 'Chưa có thay đổi thiết lập nào.');
    await world.send(treasurer, 'fund.update', 'quy', 1, { approvalLimit: null });
    faults.next({ kind: 'fail', error: new HtsdError('offline') }, { call: 'query', times: 9 });
    away(3600);
    await shows(tracker, 'Chưa đọc lại được sổ.');
    await expect(tracker).to.be.accessible();
    faults.clear();
    find(tracker, '[data-late] button').click();
    await shows(tracker, 'Nới mức phải duyệt');
    expect(tracker.shadowRoot!.querySelector('[data-late]')).to.equal(null);
  });
});

describe('the inspection of settings', () => {
  after(restoreLooks);

  it('shows who loosened the limit and set it back, from what to what, the last first', async () => {
    await world.send(treasurer, 'fund.update', 'quy', 1, { approvalLimit: null });
    const other = { ...treasurer, id: 'thu-quy-2', name: 'Hồ Sĩ Phong' };
    world.now += 366 * 86_400_000;
    await world.send(other, 'fund.update', 'quy', 2, {
      approvalLimit: 5_000_000,
      plan: { '2027': { 'hoc-bong': 9_000_000 } },
    });
    const tracker = await mountDesk(world.client(inspector), 'inspection');
    const rows = (): string[] =>
      [...tracker.shadowRoot!.querySelectorAll('[data-settings] li')].map((row) =>
        (row.textContent ?? '').replace(/\s+/g, ' ').trim(),
      );
    expect(rows()).to.have.lengthOf(3);
    expect(rows()[0]).to.contain('Dự toán chi năm 2027').and.to.contain('0 đ → 9.000.000 đ');
    expect(rows()[1]).to.contain('không đặt → 5.000.000 đ').and.not.to.contain('Nới mức');
    expect(rows()[2])
      .to.contain('5.000.000 đ → không đặt')
      .and.to.contain('Nới mức phải duyệt')
      .and.to.contain('Thay đổi bởi Lê Thu Cúc lúc ');
    choose(tracker, 'person', 'thu-quy-2');
    await until(() => rows().length === 2, 'his changes');
  });

  it('says of a category that it is no gift any more', async () => {
    const categories = settings.categories.map((one) =>
      one.id === 'tai-tro' ? { ...one, gift: false } : one,
    );
    await world.send(treasurer, 'fund.update', 'quy', 1, { categories });
    const tracker = await mountDesk(world.client(inspector), 'inspection');
    await shows(tracker, 'Khoản mục “Tài trợ”: được tính là ủng hộ');
    await shows(tracker, 'có → không');
  });

  it('stands in 320 pixels, in the light and in the dark', async () => {
    await world.send(treasurer, 'fund.update', 'quy', 1, { approvalLimit: null });
    await expectLooks(await mountDesk(world.client(inspector), 'inspection'));
  }).timeout(40_000);

  it('says so where nothing was changed', async () => {
    const tracker = await mountDesk(world.client(inspector), 'inspection');
    await shows(tracker, 'Chưa có thay đổi thiết lập nào.');
    expect(find(tracker, '#settings-title').textContent).to.equal('Thay đổi thiết lập');
    expect(words(tracker)).to.contain('Kiểm tra việc ghi sổ');
  });
});
