/** The treasurer's desk and the inspection, as people use them. */
import { expect } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { HtsdError } from '../../src/backend/errors.js';
import type { Backend } from '../../src/backend/port.js';
import type { Actor } from '../../src/domain/actor.schema.js';
import { FundDeskWorld, inspector, second, treasurer } from '../../test/support/fund-desk-world.js';
import { button, choose, find, mountDesk, shows } from '../../test/support/mount-desk.js';
import { type, until } from '../../test/support/mount-form.js';
import { useCleanPage, words, type Tracker } from '../../test/support/mount-fund.js';

useCleanPage();

let world: FundDeskWorld;
beforeEach(async () => {
  world = new FundDeskWorld();
  await world.open();
});
afterEach(async () => {
  await world.end();
  await setViewport({ width: 800, height: 600 });
});

async function mount(
  actor: Actor,
  view = 'treasurer',
  device?: string,
  wanted = 'shown',
  backend?: Backend,
): Promise<Tracker> {
  const client = backend ? world.over(backend) : world.client(actor, undefined, device);
  return mountDesk(client, view, wanted);
}

const root = (tracker: Tracker): ShadowRoot => tracker.shadowRoot!;
const field = (tracker: Tracker, name: string): HTMLInputElement =>
  find<HTMLInputElement>(tracker, `.entry [data-d=${name}]`);
async function kind(tracker: Tracker, value: string): Promise<void> {
  find<HTMLInputElement>(tracker, `input[name=entry-kind][value=${value}]`).click();
  await tracker.updateComplete;
}
async function section(tracker: Tracker, name: string): Promise<void> {
  find(tracker, `[data-to=${name}]`).click();
  await until(() => root(tracker).querySelector(`[data-section=${name}] h3`), name);
}
const row = (tracker: Tracker): string =>
  [...root(tracker).querySelectorAll('[role=row].row')].map((one) =>
    one.textContent?.replace(/\s+/g, ' ').trim(),
  )[0] ?? '';

describe("the treasurer's desk", () => {
  it('is for those in charge', async () => {
    const tracker = await mount(inspector, 'treasurer', undefined, 'forbidden');
    expect(words(tracker)).to.contain('Không có quyền xem phần này');
    tracker.parentElement!.remove();
    const other = await mount(
      { ...treasurer, id: 'nguoi-khac', scope: ['quy-khac'] },
      'treasurer',
      undefined,
      'forbidden',
    );
    expect(words(other)).to.contain('Không có quyền xem phần này');
  });

  it('records by keyboard alone, reads the amount back in words, and begins the next line', async () => {
    await setViewport({ width: 1280, height: 900 });
    const tracker = await mount(treasurer);
    await expect(tracker).to.be.accessible();
    choose(tracker, 'category', 'tai-tro');
    field(tracker, 'amount').focus();
    await sendKeys({ type: '1,2 triệu' });
    await shows(tracker, 'Một triệu hai trăm nghìn đồng');
    expect(words(tracker)).to.contain('Tồn quỹ sau khoản này: 22.200.000\u00a0đ'.replace('\u00a0', ' '));
    await sendKeys({ press: 'Enter' });
    await sendKeys({ type: 'Bà Lan' });
    await sendKeys({ press: 'Enter' });
    await sendKeys({ type: 'Ung ho' });
    await sendKeys({ press: 'Escape' });
    expect(field(tracker, 'purpose').value).to.equal('');
    await sendKeys({ type: 'Ủng hộ' });
    await sendKeys({ press: 'Enter' });
    await sendKeys({ press: 'Enter' });
    await shows(tracker, 'Đã ghi khoản số 1: 1.200.000');
    await until(() => row(tracker).includes('Bà Lan'), 'the line');
    expect(row(tracker)).to.contain('PT 1').and.to.contain('22.200.000');
    await until(() => root(tracker).activeElement === field(tracker, 'amount'), 'the next line');
    expect([field(tracker, 'amount').value, field(tracker, 'category').value]).to.deep.equal(['', 'tai-tro']);
    await expect(tracker).to.be.accessible();
  });

  it('tells what is wrong at its field, and keeps what is typed over a reload', async () => {
    const tracker = await mount(treasurer, 'treasurer', 'may-cua-co-cuc');
    type(field(tracker, 'amount'), '1.200,5');
    button(tracker, 'Ghi khoản thu').click();
    await tracker.updateComplete;
    expect(words(tracker)).to.contain('Chọn khoản mục.').and.to.contain('Số tiền phải tròn đồng');
    expect(field(tracker, 'amount').getAttribute('aria-invalid')).to.equal('true');
    await expect(tracker).to.be.accessible();
    type(field(tracker, 'party'), 'Ông Bìn');
    tracker.parentElement!.remove();
    const again = await mount(treasurer, 'treasurer', 'may-cua-co-cuc');
    await until(() => field(again, 'party').value === 'Ông Bìn', 'what was typed');
    expect(field(again, 'amount').value).to.equal('1.200,5');
  });

  it('lets a second person approve a payment above the limit, which its author cannot', async () => {
    const tracker = await mount(treasurer);
    await kind(tracker, 'payment');
    choose(tracker, 'category', 'hoc-bong');
    choose(tracker, 'account', 'bank');
    type(field(tracker, 'amount'), '6tr');
    await shows(tracker, 'chờ người thứ hai duyệt');
    button(tracker, 'Ghi khoản chi').click();
    await shows(tracker, 'Đã lưu, chờ người thứ hai duyệt.');
    await section(tracker, 'pending');
    await shows(tracker, 'Bạn lập khoản này nên người khác phải duyệt.');
    await expect(tracker).to.be.accessible();
    tracker.parentElement!.remove();
    const other = await mount(second);
    expect(root(other).querySelector('.entry')).to.equal(null);
    await section(other, 'pending');
    find(other, '[data-pending] button.primary').click();
    await shows(other, 'Đã duyệt khoản chi 6.000.000');
    await shows(other, 'Không có khoản nào chờ duyệt.');
  });

  it('corrects by a reversal with a reason, and fills the line in to enter it rightly', async () => {
    const tracker = await mount(treasurer);
    choose(tracker, 'category', 'tai-tro');
    type(field(tracker, 'amount'), '500.000');
    type(field(tracker, 'party'), 'Ông Bình');
    button(tracker, 'Ghi khoản thu').click();
    await until(() => row(tracker).includes('Ông Bình'), 'the line');
    find(tracker, '[role=grid]').focus();
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'F2' });
    await until(() => root(tracker).querySelector('dialog[open]'), 'the entry');
    await expect(tracker).to.be.accessible();
    button(tracker, 'Sửa bằng khoản điều chỉnh').click();
    await tracker.updateComplete;
    const reason = (): Element | null => root(tracker).querySelector('[data-d=reason]');
    expect(root(tracker).activeElement).to.equal(reason());
    button(tracker, 'Quay lại').click();
    await tracker.updateComplete;
    expect(root(tracker).activeElement?.textContent?.trim()).to.equal('Xoá thông tin riêng');
    button(tracker, 'Sửa bằng khoản điều chỉnh').click();
    await tracker.updateComplete;
    button(tracker, 'Ghi khoản điều chỉnh').focus();
    button(tracker, 'Ghi khoản điều chỉnh').click();
    await shows(tracker, 'Ghi lý do.');
    expect(root(tracker).activeElement).to.equal(reason());
    type(find<HTMLTextAreaElement>(tracker, '[data-d=reason]'), 'Ghi nhầm số tiền');
    button(tracker, 'Ghi khoản điều chỉnh').click();
    await shows(tracker, 'Đã điều chỉnh khoản số 1.');
    await until(() => row(tracker).includes('Điều chỉnh khoản số 1'), 'the reversal');
    await until(() => field(tracker, 'amount').value === '500000', 'the line to correct');
    expect(field(tracker, 'party').value).to.equal('Ông Bình');
    // What takes back is not taken back itself: neither of the two offers it.
    for (const [press, heading] of [
      ['ArrowDown', 'Khoản số 1'],
      ['ArrowUp', 'Khoản số 2'],
    ] as const) {
      find(tracker, '[role=grid]').focus();
      await sendKeys({ press });
      await sendKeys({ press: 'F2' });
      await shows(tracker, heading);
      expect(words(tracker)).not.to.contain('Sửa bằng khoản điều chỉnh');
      button(tracker, 'Đóng').click();
      await until(() => !root(tracker).querySelector('dialog[open]'), 'the ledger');
    }
  });

  it('erases who is named, in the list too, and the entry stands', async () => {
    const salt = '0123456789abcdef0123456789abcdef';
    await world.send(treasurer, 'fund.record', 'a', 0, {
      fund: 'quy',
      kind: 'receipt',
      account: 'bank',
      category: 'tai-tro',
      amount: 500_000,
      date: '2026-11-01',
      details: { salt },
      party: { salt, name: 'Ông Bình', kind: 'person', anonymous: false },
    });
    const tracker = await mount(treasurer);
    await until(() => row(tracker).includes('Ông Bình'), 'the line');
    find(tracker, '[role=row].row').click();
    await until(() => root(tracker).querySelector('dialog[open]'), 'the entry');
    button(tracker, 'Xoá thông tin riêng').click();
    await tracker.updateComplete;
    find(tracker, '[data-d=erase-party]').click();
    await tracker.updateComplete;
    button(tracker, 'Xoá hẳn').click();
    await until(
      () => row(tracker).includes('500.000') && !words(tracker).includes('Ông Bình'),
      'the list without him',
    );
  });

  /** A desk whose back end does not answer when the private part of one entry is asked for again. */
  async function deskThatCannotReread(): Promise<{ tracker: Tracker; mend: () => void }> {
    const salt = '0123456789abcdef0123456789abcdef';
    await world.send(treasurer, 'fund.record', 'a', 0, {
      fund: 'quy',
      kind: 'receipt',
      account: 'bank',
      category: 'tai-tro',
      amount: 500_000,
      date: '2026-11-01',
      details: { salt },
      party: { salt, name: 'Ông Bình', kind: 'person', anonymous: false },
    });
    let away = true;
    const { backend } = world.client(treasurer);
    const query = ((name: string, params: { limit?: number }, options: object) =>
      away && name === 'fund.ledger' && params.limit === 1
        ? Promise.reject(new HtsdError('offline'))
        : backend.query(name as never, params as never, options)) as Backend['query'];
    const tracker = await mount(treasurer, 'treasurer', undefined, 'shown', { ...backend, query });
    await until(() => row(tracker).includes('Ông Bình'), 'the line');
    find(tracker, '[role=row].row').click();
    await until(() => root(tracker).querySelector('dialog[open]'), 'the entry');
    button(tracker, 'Đồng ý nêu tên').click();
    await until(() => root(tracker).querySelector('[data-d=disclose-consent]'), 'the consent');
    choose(tracker, 'disclose-consent', 'paper');
    button(tracker, 'Lưu').click();
    await shows(tracker, 'Đã lưu ở khoản số 1. Chưa đọc lại được thông tin mới');
    return { tracker, mend: () => (away = false) };
  }

  it('says that an entry is out of date that could not be read again, and reads it at the press of a button', async () => {
    const { tracker, mend } = await deskThatCannotReread();
    find(tracker, '[role=row].row').click();
    await shows(tracker, 'chưa đọc lại được, nên ở đây còn là bản cũ');
    expect(words(tracker)).to.contain('Không nêu tên, chưa có đồng ý');
    await expect(tracker).to.be.accessible();
    mend();
    button(tracker, 'Đọc lại ngay').click();
    await shows(tracker, 'Nêu tên, đồng ý bằng văn bản');
    expect(words(tracker)).not.to.contain('còn là bản cũ');
    // What it is based on is known again: another change goes through.
    button(tracker, 'Đồng ý nêu tên').click();
    await until(() => root(tracker).querySelector('[data-d=disclose-anonymous]'), 'the consent');
    find(tracker, '[data-d=disclose-anonymous]').click();
    button(tracker, 'Lưu').click();
    await shows(tracker, 'Đã lưu việc nêu tên ở khoản số 1.');
  });

  it('reads it by itself when the network is back, and when the entry is opened', async () => {
    const { tracker, mend } = await deskThatCannotReread();
    find(tracker, '[role=row].row').click();
    await shows(tracker, 'còn là bản cũ');
    mend();
    dispatchEvent(new Event('online'));
    await shows(tracker, 'Nêu tên, đồng ý bằng văn bản');
    tracker.parentElement!.remove();
    await world.end();
    world = new FundDeskWorld();
    await world.open();
    const next = await deskThatCannotReread();
    next.mend();
    find(next.tracker, '[role=row].row').click();
    await shows(next.tracker, 'Nêu tên, đồng ý bằng văn bản');
  });

  it('closes a year after showing what to look at, and then takes nothing dated in it', async () => {
    const tracker = await mount(treasurer);
    await section(tracker, 'years');
    await shows(tracker, 'Năm 2025 đã kết thúc.');
    expect(words(tracker)).to.contain('tồn cuối 21.000.000');
    button(tracker, 'Khoá sổ năm 2025').click();
    await until(() => root(tracker).querySelector('dialog[open]'), 'the question');
    await expect(tracker).to.be.accessible();
    button(tracker, 'Khoá sổ').click();
    await shows(tracker, 'Đã khoá sổ năm 2025.');
    await section(tracker, 'ledger');
    choose(tracker, 'category', 'tai-tro');
    type(field(tracker, 'date'), '31/12/2025');
    type(field(tracker, 'amount'), '100.000');
    button(tracker, 'Ghi khoản thu').click();
    await shows(tracker, 'Năm 2025 đã khoá sổ.');
    expect([field(tracker, 'date').value, field(tracker, 'amount').value]).to.deep.equal([
      '31/12/2025',
      '100.000',
    ]);
  });

  it('opens a round, takes recipients in by lines, pays them by one voucher', async () => {
    const tracker = await mount(treasurer);
    await section(tracker, 'rounds');
    button(tracker, 'Mở đợt trao').click();
    await until(() => root(tracker).querySelector('dialog[open]'), 'the form');
    type(find<HTMLInputElement>(tracker, '[data-d=round-title]'), 'Học bổng 2026');
    type(find<HTMLTextAreaElement>(tracker, '[data-d=round-levels]'), 'Giải Nhất; 400.000');
    await expect(tracker).to.be.accessible();
    button(tracker, 'Lưu').click();
    await shows(tracker, 'Đã lưu đợt “Học bổng 2026”.');
    button(tracker, 'Học bổng 2026').click();
    await tracker.updateComplete;
    button(tracker, 'Thêm người nhận').click();
    await until(() => root(tracker).querySelector('dialog[open]'), 'the list');
    const list = find<HTMLTextAreaElement>(tracker, '[data-d=recipients]');
    type(list, 'Nguyễn Văn An; lớp 7; ; ; 1013');
    await shows(tracker, 'Dòng 1: năm sinh không đúng.');
    type(list, 'Nguyễn Văn An; lớp 7; ; ; 2013\nTrần Thị Bưởi; lớp 9; ; ; 2011');
    await shows(tracker, 'Đọc được 2 người, tổng 800.000');
    button(tracker, 'Thêm 2 người').click();
    await until(() => root(tracker).querySelectorAll('[data-award]').length === 2, 'recipients');
    find(tracker, '#tick-all').click();
    await tracker.updateComplete;
    find(tracker, '.section .actions button.primary').click();
    await until(() => root(tracker).querySelector('dialog[open]'), 'the payment');
    await expect(tracker).to.be.accessible();
    button(tracker, 'Ghi phiếu chi').click();
    await shows(tracker, 'Đã ghi chi trao cho 2 người bằng một phiếu chi.');
    await until(() => words(tracker).match(/Đã trao/g)?.length === 2, 'both paid');
  });

  it('keeps settings, and reads amounts as people write them', async () => {
    const tracker = await mount(treasurer);
    await section(tracker, 'settings');
    type(find<HTMLInputElement>(tracker, '[data-d=set-limit]'), '3 triệu');
    await tracker.updateComplete;
    await expect(tracker).to.be.accessible();
    button(tracker, 'Lưu thiết lập').click();
    await shows(tracker, 'Đã lưu thiết lập.');
    const { items } = await world.client(treasurer).query('fund.get', { id: 'quy' });
    expect(items[0]).to.include({ approvalLimit: 3_000_000 });
  });
});

/** On the ground that a dark page has around it. */
async function darkens(tracker: Tracker): Promise<void> {
  document.body.style.background = '#121a17';
  tracker.setAttribute('theme', 'dark');
  await tracker.updateComplete;
  await expect(tracker).to.be.accessible();
}

describe('in the dark', () => {
  afterEach(() => document.body.removeAttribute('style'));

  it('every part of the desk, and the inspection, can be read', async () => {
    const tracker = await mount(treasurer);
    await darkens(tracker);
    for (const name of ['pending', 'rounds', 'years', 'settings']) {
      await section(tracker, name);
      await expect(tracker).to.be.accessible();
    }
    tracker.parentElement!.remove();
    await darkens(await mount(inspector, 'inspection'));
  });
});

describe('the inspection', () => {
  it('shows who entered what, what was late or taken back, and changes nothing', async () => {
    const details = { salt: '0123456789abcdef0123456789abcdef', purpose: 'Tài trợ' };
    const draft = {
      fund: 'quy',
      kind: 'receipt',
      account: 'bank',
      category: 'tai-tro',
      amount: 500_000,
      details,
    } as const;
    await world.send(treasurer, 'fund.record', 'a', 0, { ...draft, date: '2026-03-01', voucher: 1 });
    await world.send(treasurer, 'fund.record', 'b', 0, { ...draft, date: '2026-11-01', voucher: 4 });
    await world.send(treasurer, 'fund.reverse', 'quy.2', 1, {
      date: '2026-11-02',
      details: { salt: details.salt, reason: 'Ghi trùng' },
    });
    await world.send(treasurer, 'fund.record', 'd', 0, {
      ...{ ...draft, kind: 'payment', category: 'quan-ly', amount: 6_000_000, date: '2026-11-02' },
    });
    await world.send(second, 'fund.approve', 'd', 1, {});
    const tracker = await mount(inspector, 'inspection');
    await shows(tracker, 'Ghi bởi Lê Thu Cúc');
    expect(words(tracker)).to.contain('Người duyệt: Đỗ Quốc Hưng');
    expect(words(tracker)).to.contain('Năm 2026: PT 2–3').and.to.contain('Lý do: Ghi trùng');
    await expect(tracker).to.be.accessible();
    find(tracker, '[data-finding=late]').click();
    await shows(tracker, 'Đang liệt kê 1 khoản');
    expect(words(tracker)).to.contain('Khoản số 1');
    await mount(treasurer, 'inspection', undefined, 'forbidden');
  });
});
