/** The treasurer's desk where the back end fails in the middle of an act, or after it. */
import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { HtsdError } from '../../src/backend/errors.js';
import { createFaults, createMemoryAdapter } from '../../src/backend/memory/memory-adapter.js';
import type { Backend } from '../../src/backend/port.js';
import { FundDeskPage } from '../../test/support/fund-desk-page.js';
import { FundDeskWorld, second, settings, treasurer } from '../../test/support/fund-desk-world.js';
import { mountDesk } from '../../test/support/mount-desk.js';
import { until } from '../../test/support/mount-form.js';
import { useCleanPage } from '../../test/support/mount-fund.js';

useCleanPage();

let world: FundDeskWorld;
beforeEach(async () => {
  await setViewport({ width: 360, height: 740 });
  world = new FundDeskWorld();
});
afterEach(async () => {
  await world.end();
  await setViewport({ width: 800, height: 600 });
});

/** A desk over a back end that answers no query whose name is in `broken`; `execute` there: nothing is sent; `answer`: it is, and its answer lost; `hang`: it never ends. */
async function desk(broken = new Set<string>()): Promise<{ page: FundDeskPage; broken: Set<string> }> {
  const backend = createMemoryAdapter({
    store: world.store,
    actor: treasurer,
    now: () => new Date(world.now),
  });
  const fails = (name: string): boolean => broken.has(name);
  const query: Backend['query'] = async (name, ...rest) => {
    if (fails(name)) throw new HtsdError('server');
    return backend.query(name, ...rest);
  };
  const execute: Backend['execute'] = async (...sent) => {
    if (broken.has('execute')) throw new HtsdError('server');
    if (broken.has('hang')) return new Promise(() => undefined);
    const receipts = await backend.execute(...sent);
    if (broken.has('answer')) throw new HtsdError('server');
    return receipts;
  };
  const client = world.over({ ...backend, query, execute });
  const page = new FundDeskPage(await mountDesk(client));
  return { page, broken };
}
const focus = (page: FundDeskPage): Element | null => page.root.activeElement;
const focused = (page: FundDeskPage, selector: string): Promise<unknown> =>
  until(
    () => focus(page)?.matches(selector),
    () => `the focus at ${selector}, not ${focus(page)?.outerHTML.slice(0, 80)}`,
  );
/** As with the keyboard: the button has the focus. */
async function pressed(page: FundDeskPage, label: string): Promise<void> {
  const named = (): HTMLButtonElement | undefined => {
    const within = page.root.querySelector('dialog[open]') ?? page.root;
    return [...within.querySelectorAll('button')].find((one) => one.textContent?.trim() === label);
  };
  await until(() => named()?.disabled === false, `a button "${label}" that can be pressed`);
  named()!.focus();
  named()!.click();
  await page.tracker.updateComplete;
}

it('a desk that goes in the middle of an act leaves nothing behind that fails', async () => {
  await world.open();
  const { page, broken } = await desk();
  await page.section('settings');
  await page.fill('set-name', 'Quỹ khuyến học Sen Hồ');
  broken.add('hang');
  await page.press('Lưu thiết lập');
  const lost: unknown[] = [];
  const hear = (event: PromiseRejectionEvent): void => void lost.push(event.reason);
  addEventListener('unhandledrejection', hear);
  page.tracker.remove();
  for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
  removeEventListener('unhandledrejection', hear);
  expect(lost).to.deep.equal([]);
});

describe('what was recorded and could not be read again', () => {
  it('is said to be recorded, and comes into the list when it can be read', async () => {
    await world.open();
    const { page, broken } = await desk();
    await page.choose('category', 'tai-tro');
    await page.fill('amount', '500.000');
    broken.add('fund.get');
    await page.press('Ghi khoản thu');
    await page.shows('Đã lưu ở khoản số 1.');
    await page.shows('Chưa đọc lại được sổ sau thay đổi gần đây nhất');
    expect(page.text).not.to.contain('Đã ghi khoản số 1');
    await expect(page.tracker).to.be.accessible();
    await pressed(page, 'Đọc lại ngay');
    await page.shows('Đã lưu ở khoản số 1.');
    broken.clear();
    await pressed(page, 'Đọc lại ngay');
    await page.shows('Đã ghi khoản số 1: 500.000');
    await until(() => !page.text.includes('Chưa đọc lại được sổ'), 'the books as they are');
    await focused(page, '#desk-title');
    const { items } = await world.client(treasurer).query('fund.get', { id: 'quy' });
    expect(items[0]?.count).to.equal(1);
  });

  it('counts once, and says so, where its answer was lost and it is changed meanwhile', async () => {
    await world.open();
    const { page, broken } = await desk();
    const count = async () =>
      (await world.client(treasurer).query('fund.get', { id: 'quy' })).items[0]!.count;
    await page.choose('category', 'tai-tro');
    await page.fill('amount', '500.000');
    broken.add('answer');
    let asked = 0;
    const persist = (): Promise<boolean> => Promise.resolve((asked += 1) > 0);
    Object.defineProperty(navigator.storage, 'persist', { configurable: true, value: persist });
    await page.press('Ghi khoản thu');
    await page.shows('1 khoản chưa được xác nhận');
    Reflect.deleteProperty(navigator.storage, 'persist');
    expect(asked, 'what lies here alone is asked to be kept').to.equal(1);
    // Told is the number: with the lines in it, each new one would have all of them told again.
    const told = page.tracker.shadowRoot!.querySelector('.outbox [role=status]')!;
    expect(told.textContent.trim()).to.match(/^1 khoản chưa được xác nhận[^\n]*$/);
    await pressed(page, 'Sửa lại');
    await page.fill('amount', '600.000');
    broken.clear();
    await page.press('Ghi khoản thu');
    await page.shows('Khoản này đã vào sổ từ lần gửi trước, khi chưa có phần vừa sửa.');
    expect(await count()).to.equal(1);
    await expect(page.tracker).to.be.accessible();
    // Another line, after all.
    await pressed(page, 'Sửa lại');
    await page.press('Ghi khoản thu');
    await page.shows('Đã ghi khoản số 2: 600.000');
    expect(await count()).to.equal(2);
  });

  it('of a recipient is said to be saved, and nothing more is done upon what is gone', async () => {
    await world.open();
    await world.payRound();
    const { page, broken } = await desk();
    await page.section('rounds');
    await page.press('Học bổng 2026');
    await focused(page, '#round-title');
    await until(() => page.root.querySelector('[data-award]'), 'the recipients');
    await page.press('Nguyễn Văn An');
    await page.dialog();
    await page.fill('giver-name', 'Nguyễn Văn Bảo');
    await until(() => page.root.querySelector('dialog .group button:enabled'), 'what was read');
    broken.add('awards.list');
    await page.press('Ghi nhận');
    await focused(page, '#unread');
    expect(page.text).to.contain('Đã lưu. Chưa đọc lại được thông tin của người nhận này');
    expect(page.text).not.to.contain('Chưa làm được');
    expect(page.find<HTMLButtonElement>('dialog .group button').disabled).to.equal(true);
    await expect(page.tracker).to.be.accessible();
    await pressed(page, 'Thử lại');
    await focused(page, '#unread button');
    broken.clear();
    await pressed(page, 'Thử lại');
    await page.shows('còn thiếu đồng ý của: Chính em nhỏ');
    await focused(page, '#dialog-title');
    expect(page.text).not.to.contain('Chưa đọc lại được thông tin');
  });

  it('of the opening is said, though the books that were opened cannot be shown', async () => {
    const { page, broken } = await desk();
    await page.fill('open-name', 'Quỹ thôn Đông');
    await page.fill('open-place', 'Thôn Đông');
    page.find('input[value=internal]').click();
    await page.fill('open-opened', '1/10/2026');
    broken.add('fund.get');
    await page.press('Mở sổ quỹ');
    await page.shows('Chưa tải được sổ quỹ');
    await page.shows('Đã mở quỹ “Quỹ thôn Đông”.');
    await focused(page, '[role=alert] button');
    await expect(page.tracker).to.be.accessible();
    broken.clear();
    await pressed(page, 'Thử lại');
    await page.shows('Sổ chưa có khoản nào');
    await page.shows('Đã mở quỹ “Quỹ thôn Đông”.');
    expect(focus(page)).not.to.equal(null);
  });

  it('of an erasure is said, whether the books can be shown or not', async () => {
    await world.open();
    const salt = '0123456789abcdef0123456789abcdef';
    const who = { salt, name: 'Ông Bình', kind: 'person', anonymous: false } as const;
    for (const [at, name] of ['Ông Bình', 'Bà Mai'].entries())
      await world.send(treasurer, 'fund.record', `khoan-${at}`, 0, {
        fund: 'quy',
        kind: 'receipt',
        account: 'bank',
        category: 'tai-tro',
        amount: 500_000,
        date: '2026-11-01',
        details: { salt },
        party: { ...who, name },
      });
    const { page, broken } = await desk();
    const erase = async (no: number): Promise<void> => {
      await until(() => page.root.querySelectorAll('[role=row].row').length === 2, 'the lines');
      page.root.querySelectorAll<HTMLElement>('[role=row].row')[2 - no]!.click();
      await page.dialog();
      await page.press('Xoá thông tin riêng');
      await page.tick('erase-party');
      await page.press('Xoá hẳn');
    };
    await erase(1);
    await page.shows('Đã xoá thông tin riêng của khoản số 1.');
    await focused(page, '#said');
    expect(page.text).not.to.contain('Ông Bình');
    broken.add('fund.pending');
    await erase(2);
    await page.shows('Chưa tải được sổ quỹ');
    await page.shows('Đã xoá thông tin riêng của khoản số 2.');
    await focused(page, '[role=alert] button');
  });
});

describe('what could not be had', () => {
  it('is not told to be nothing, and can be asked for again by keyboard', async () => {
    await world.open();
    await world.payRound();
    const { page, broken } = await desk();
    await page.section('rounds');
    broken.add('awards.list');
    await page.press('Học bổng 2026');
    await page.shows('Chưa tải được danh sách người nhận.');
    expect(page.text).not.to.contain('Đợt này chưa có người nhận.');
    await expect(page.tracker).to.be.accessible();
    await pressed(page, 'Thử lại');
    await focused(page, '[role=alert] button');
    broken.clear();
    await pressed(page, 'Thử lại');
    await until(() => page.root.querySelectorAll('[data-award]').length === 3, 'the recipients');
    await focused(page, '#round-title');
    expect(page.text).not.to.contain('Chưa tải được danh sách');
  });

  it('of earlier rounds is said before everybody is taken for somebody new', async () => {
    await world.open();
    await world.payRound();
    const { page, broken } = await desk();
    await page.section('rounds');
    await page.press('Học bổng 2026');
    await until(() => page.root.querySelector('[data-award]'), 'the recipients');
    broken.add('awards.list');
    await page.press('Thêm người nhận');
    await page.shows('ai cũng được ghi là người mới');
    await expect(page.tracker).to.be.accessible();
    await page.fill('recipients', 'Nguyễn Văn An; lớp 7; THCS Mẫu; ; 2013; Suất A');
    broken.clear();
    await pressed(page, 'Thử lại');
    await focused(page, '[data-d=recipients]');
    expect(page.text).not.to.contain('ai cũng được ghi là người mới');
    expect(page.find<HTMLTextAreaElement>('[data-d=recipients]').value).to.contain('Nguyễn Văn An');
  });

  it('of the funds that money can go to is said beside the empty choice', async () => {
    await world.open();
    await world.send(treasurer, 'fund.open', 'quy-hai', 0, {
      ...settings,
      name: 'Quỹ thôn Đoài',
    });
    const { page, broken } = await desk();
    broken.add('funds.list');
    page.find<HTMLInputElement>('input[name=entry-kind][value=transfer]').click();
    await until(() => page.root.querySelector('.entry [role=alert] button'), 'the sentence');
    expect(page.text).to.contain('Máy chủ gặp trục trặc');
    broken.clear();
    await pressed(page, 'Thử lại');
    await until(() => page.find('[data-d=toFund]').textContent?.includes('Quỹ thôn Đoài'), 'the funds');
    await focused(page, '[data-d=toFund]');
  });
});

describe('an act that fails', () => {
  it('in a dialog is told where the keyboard is, on a small screen too', async () => {
    await world.open();
    const { page, broken } = await desk(new Set(['execute']));
    await page.section('rounds');
    await page.press('Mở đợt trao');
    await page.dialog();
    await page.fill('round-title', 'Học bổng 2026');
    await page.fill('round-levels', 'Suất A; 500.000');
    await pressed(page, 'Lưu');
    await focused(page, 'dialog[open] #trouble');
    expect(page.find<HTMLInputElement>('[data-d=round-title]').value).to.equal('Học bổng 2026');
    broken.clear();
    await pressed(page, 'Lưu');
    await page.shows('Đã lưu đợt “Học bổng 2026”.');
    await focused(page, '#said');
  });

  it('without network is not said to be sent later: nothing sends it but the person', async () => {
    await world.open();
    await world.payRound();
    const faults = createFaults();
    const page = new FundDeskPage(await mountDesk(world.client(second, faults)));
    await page.section('pending');
    faults.next({ kind: 'fail', error: new HtsdError('offline') }, { call: 'execute' });
    await pressed(page, 'Duyệt chi');
    await focused(page, '#trouble');
    expect(page.find('#trouble').textContent).to.contain('Trang không tự gửi lại');
    expect(page.text).not.to.contain('sẽ được gửi khi có mạng');
    await pressed(page, 'Duyệt chi');
    await page.shows('Đã duyệt khoản chi 6.000.000');
  });

  it('to print a paper says so in the dialog, as what went wrong', async () => {
    await world.open();
    const { page } = await desk();
    await page.section('years');
    await page.press('Giấy tờ và tệp năm 2025');
    await page.dialog();
    const frames = Object.getOwnPropertyDescriptor(HTMLIFrameElement.prototype, 'contentWindow')!;
    // As in a page that lets no frame of its own be made.
    Object.defineProperty(HTMLIFrameElement.prototype, 'contentWindow', { ...frames, get: () => null });
    try {
      await pressed(page, 'In');
      await focused(page, 'dialog[open] #trouble.bad');
    } finally {
      Object.defineProperty(HTMLIFrameElement.prototype, 'contentWindow', frames);
    }
    expect(page.find('#trouble').textContent).to.contain('không cho in');
    await page.press('Đóng');
    await until(() => !page.text.includes('không cho in'), 'the desk without the sentence');
  });
});
