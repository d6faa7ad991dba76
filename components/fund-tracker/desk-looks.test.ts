/** Every part of the treasurer's desk and each of its dialogs, on a small phone and a desk, in the light and in the dark. */
import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { FundDeskPage } from '../../test/support/fund-desk-page.js';
import { FundDeskWorld, inspector, second, treasurer } from '../../test/support/fund-desk-world.js';
import { expectLooks, restoreLooks, unseenCells } from '../../test/support/looks.js';
import { mountDesk } from '../../test/support/mount-desk.js';
import { until } from '../../test/support/mount-form.js';
import { useCleanPage } from '../../test/support/mount-fund.js';

useCleanPage();

let world: FundDeskWorld;
beforeEach(async () => {
  world = new FundDeskWorld();
});
afterEach(async () => {
  await world.end();
  await restoreLooks();
});

/** A fund with an entry of each kind, a round, and a payment that waits. */
async function filled(): Promise<void> {
  await world.open();
  const salt = (n: number): string => String(n).padStart(32, '0');
  const common = { fund: 'quy', account: 'bank', date: '2025-03-05' } as const;
  await world.send(treasurer, 'fund.record', 'a', 0, {
    ...common,
    kind: 'receipt',
    category: 'tai-tro',
    amount: 412_500_000,
    voucher: 'next',
    party: {
      salt: salt(1),
      name: 'Công ty Trách nhiệm hữu hạn Một thành viên Thương mại và Dịch vụ Mẫu',
      kind: 'organisation',
      anonymous: false,
    },
    details: { salt: salt(2), purpose: 'Ủng hộ quỹ khuyến học năm 2025, đợt một, theo thư ngỏ' },
  });
  await world.send(treasurer, 'fund.reverse', 'quy.1', 1, {
    date: '2025-03-06',
    details: { salt: salt(3), reason: 'Ghi nhầm số tiền, xem khoản sau' },
  });
  await world.payRound();
}

const openRound = async (page: FundDeskPage): Promise<void> => {
  await page.section('rounds');
  await page.press('Học bổng 2026');
  await until(() => page.root.querySelectorAll('[data-award]').length === 3, 'recipients');
};

/** How each is opened on a desk that was just drawn. */
const places: Record<string, (page: FundDeskPage) => Promise<unknown>> = {
  'the ledger': async ({ tracker }) => {
    await setViewport({ width: 1280, height: 900 });
    await until(() => tracker.shadowRoot!.querySelector('.wide [role=gridcell].in'), 'rows');
    expect(unseenCells(tracker)).to.deep.equal([]);
    // On a phone the headings share lines: one below the other they would take the place of two entries.
    await setViewport({ width: 360, height: 900 });
    await until(() => !tracker.shadowRoot!.querySelector('.window.wide, .wide .head'), 'cards');
    const { height } = tracker.shadowRoot!.querySelector('.head')!.getBoundingClientRect();
    expect(height, 'head').to.be.below(120);
  },
  'what waits': (page) => page.section('pending'),
  'the rounds': (page) => page.section('rounds'),
  'the recipients of a round': openRound,
  'the years': (page) => page.section('years'),
  'the settings': (page) => page.section('settings'),
  'the dialog of a round': async (page) => {
    await page.section('rounds');
    await page.press('Mở đợt trao');
  },
  'the dialog of an award': async (page) => {
    await openRound(page);
    await page.press('Lê Văn Chung');
  },
  'the dialog that corrects an award': async (page) => {
    await openRound(page);
    await page.press('Lê Văn Chung');
    await page.dialog();
    await page.press('Sửa thông tin');
    await until(() => page.root.querySelector('[data-d=award-name]'), 'the form');
  },
  'the dialog that adds recipients': async (page) => {
    await openRound(page);
    await page.press('Thêm người nhận');
    await page.dialog();
    await page.fill(
      'recipients',
      'Nguyễn Văn Anh; lớp 6; THCS Mẫu; thôn Đông; 2013; ; Nguyễn Văn Bình\n; lớp 6',
    );
  },
  'the dialog that pays': async (page) => {
    await openRound(page);
    page.find('#tick-all').click();
    await page.tracker.updateComplete;
    page.find('.section .actions button.primary').click();
  },
  'the dialog of an import': (page) => page.press('Nhập cả năm từ bảng tính'),
  'the dialog of what waits': async (page) => {
    await page.section('pending');
    await page.press('Xem chi tiết, chứng từ');
  },
  'the dialog of papers': async (page) => {
    await page.section('years');
    const papers = await until(
      () =>
        [...page.root.querySelectorAll('button')].find(({ textContent }) => textContent?.includes('Giấy tờ')),
      'the button of papers',
    );
    papers.click();
  },
};

describe("the treasurer's desk", () => {
  for (const [name, lead] of Object.entries(places)) {
    it(`stands at every width and in both schemes: ${name}`, async () => {
      await filled();
      const page = await FundDeskPage.open(world, name.includes('waits') ? second : treasurer);
      await lead(page);
      if (name.startsWith('the dialog')) await page.dialog();
      await expectLooks(page.tracker);
    }).timeout(40_000);
  }

  it('stands at every width and in both schemes: the opening of a fund', async () => {
    await expectLooks(await mountDesk(world.client(treasurer)));
  }).timeout(40_000);

  it('stands at every width and in both schemes: the inspection', async () => {
    await filled();
    await expectLooks(await mountDesk(world.client(inspector), 'inspection'));
  }).timeout(40_000);
});
