/** What the desk tells before somebody decides: details of a payment, the clock, amounts in words, the running balance. */
import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { openFundSession } from '../../src/client/fund-session.js';
import { catchSaved } from '../../test/support/catch-files.js';
import { button, choose, dialog, find, mountDesk, section, shows } from '../../test/support/mount-desk.js';
import { FundDeskWorld, second, treasurer } from '../../test/support/fund-desk-world.js';
import { answersOf, sampleFund } from '../../test/support/fund-ledger.js';
import { type, until } from '../../test/support/mount-form.js';
import { unseenCells } from '../../test/support/looks.js';
import { mount, phase, useCleanPage, words, type Tracker } from '../../test/support/mount-fund.js';

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

const salt = '0123456789abcdef0123456789abcdef';
const text = (element: Element | null): string => (element?.textContent ?? '').replace(/\s+/g, ' ').trim();

/** A photo as a phone takes it. */
async function photo(): Promise<File> {
  const canvas = document.createElement('canvas');
  canvas.width = 40;
  canvas.height = 30;
  canvas.getContext('2d')!.fillRect(4, 4, 20, 12);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg'));
  return new File([blob!], 'hoa-don.jpg', { type: 'image/jpeg' });
}

/** The file that the browser is told to save by a press. */
async function saved(press: () => void): Promise<{ name: string; size: number }> {
  const files = catchSaved();
  press();
  const { name, blob } = await until(() => files[0], 'a file to save');
  return { name, size: (await blob).size };
}

describe('what a second person sees before he agrees', () => {
  it('is the whole payment, and the photo of its bill, which he can open', async () => {
    const session = await openFundSession(world.client(treasurer), {
      actor: treasurer,
      fund: 'quy',
      signal: new AbortController().signal,
    });
    const [evidence] = await session.takeIn([await photo()]);
    session.dispose();
    if (!evidence || 'problem' in evidence || evidence.kind !== 'file') throw new Error('no evidence');
    await world.send(treasurer, 'fund.record', 'lon', 0, {
      fund: 'quy',
      kind: 'payment',
      account: 'bank',
      category: 'quan-ly',
      amount: 6_000_000,
      date: '2026-11-01',
      voucher: 7,
      party: { salt, name: 'Cửa hàng Hoa Sen', kind: 'organisation', anonymous: false },
      details: { salt, purpose: 'Mua máy tính', papers: 'Hoá đơn 0012', evidence: [evidence] },
    });
    const tracker = await mountDesk(world.client(second));
    await section(tracker, 'pending');
    button(tracker, 'Xem chi tiết, chứng từ').click();
    const told = text(await dialog(tracker));
    for (const fact of ['Tiền gửi ngân hàng', 'PC 7', 'Cửa hàng Hoa Sen', 'Mua máy tính', 'Hoá đơn 0012'])
      expect(told).to.contain(fact);
    await expect(tracker).to.be.accessible();
    const file = await saved(() => button(tracker, evidence.name).click());
    expect(file).to.deep.equal({ name: evidence.name, size: evidence.size });
  }).timeout(40_000);

  it('is every line of an import', async () => {
    const row = {
      kind: 'payment' as const,
      account: 'bank' as const,
      category: 'quan-ly',
      date: '2026-11-01',
    };
    const rows = Array.from({ length: 120 }, (_none, at) => ({
      ...row,
      amount: at === 0 ? 6_000_000 : 1_000 + at,
      details: { salt, purpose: `Dòng ${at + 1}.` },
    }));
    await world.send(treasurer, 'fund.import', 'nhap', 0, { fund: 'quy', rows });
    const tracker = await mountDesk(world.client(second));
    await section(tracker, 'pending');
    button(tracker, 'Xem chi tiết, chứng từ').click();
    const lines = async () => (await dialog(tracker)).querySelectorAll('[data-lines] li').length;
    expect(await lines()).to.equal(100);
    button(tracker, 'Xem thêm (20)').click();
    await tracker.updateComplete;
    expect(await lines()).to.equal(120);
    expect(words(tracker)).to.contain('Dòng 120.').and.to.contain('Không kèm ảnh, tệp chứng từ.');
  });
});

describe('the desk', () => {
  it('says that the clock may be wrong where it is behind the last entry, and not otherwise', async () => {
    const draft = { fund: 'quy', kind: 'receipt', account: 'bank', category: 'tai-tro' } as const;
    const entry = { ...draft, amount: 1_000, date: '2026-11-01', details: { salt } };
    await world.send(treasurer, 'fund.record', 'a', 0, entry);
    const right = await mountDesk(world.client(treasurer));
    expect(right.shadowRoot!.querySelector('[data-clock]')).to.equal(null);
    right.parentElement!.remove();
    world.now -= 86_400_000;
    const tracker = await mountDesk(world.client(treasurer));
    expect(text(find(tracker, '[data-clock]'))).to.contain('Đồng hồ của thiết bị này có thể chạy sai');
    await expect(tracker).to.be.accessible();
  });

  it('reads the amounts of a round back in words', async () => {
    const tracker = await mountDesk(world.client(treasurer));
    await section(tracker, 'rounds');
    button(tracker, 'Mở đợt trao').click();
    await dialog(tracker);
    type(find<HTMLTextAreaElement>(tracker, '[data-d=round-levels]'), 'Giải Nhất; 400.000');
    type(find<HTMLInputElement>(tracker, '[data-d=round-budget]'), '2 triệu');
    await shows(tracker, 'Giải Nhất: 400.000 đ (Bốn trăm nghìn đồng)');
    await shows(tracker, '2.000.000 đ (Hai triệu đồng)');
  });

  it('says which day the next line keeps, where it is not today', async () => {
    const tracker = await mountDesk(world.client(treasurer));
    choose(tracker, 'category', 'tai-tro');
    type(find<HTMLInputElement>(tracker, '.entry [data-d=date]'), '30/10/2026');
    type(find<HTMLInputElement>(tracker, '.entry [data-d=amount]'), '500.000');
    button(tracker, 'Ghi khoản thu').click();
    await shows(tracker, 'Dòng tiếp theo vẫn giữ ngày 30/10/2026.');
  });

  it('proposes the day of each line, also after a line of yesterday and over New Year', async () => {
    world.now = Date.parse('2026-12-31T16:58:00.000Z');
    const tracker = await mountDesk(world.client(treasurer));
    const day = (): string => find<HTMLInputElement>(tracker, '.entry [data-d=date]').value;
    choose(tracker, 'category', 'tai-tro');
    type(find<HTMLInputElement>(tracker, '.entry [data-d=amount]'), '500.000');
    expect(day()).to.equal('31/12/2026');
    button(tracker, 'Ghi khoản thu').click();
    await shows(tracker, 'Đã ghi khoản số 1');
    world.now += 180_000;
    await section(tracker, 'years');
    await section(tracker, 'ledger');
    expect(day()).to.equal('01/01/2027');
    // What is half typed keeps the day that stood beside it.
    type(find<HTMLInputElement>(tracker, '.entry [data-d=amount]'), '200.000');
    world.now += 86_400_000;
    await section(tracker, 'years');
    await section(tracker, 'ledger');
    expect(day()).to.equal('01/01/2027');
  });

  it('lets a year be closed on a page that was left open over New Year', async () => {
    await world.send(treasurer, 'fund.close', 'quy', 1, { year: '2025' });
    world.now = Date.parse('2026-12-31T16:59:00.000Z');
    const tracker = await mountDesk(world.client(treasurer));
    await section(tracker, 'years');
    const close = (): HTMLButtonElement => button(tracker, 'Khoá sổ năm 2026');
    expect(close().disabled).to.equal(true);
    world.now += 120_000;
    await section(tracker, 'ledger');
    await section(tracker, 'years');
    expect(close().disabled).to.equal(false);
  });

  it('makes no paper with a date that cannot be read, and says so at the field', async () => {
    const tracker = await mountDesk(world.client(treasurer));
    await section(tracker, 'years');
    button(tracker, 'Giấy tờ và tệp năm 2025').click();
    await dialog(tracker);
    const date = await until(
      () => tracker.shadowRoot!.querySelector<HTMLInputElement>('[data-d="paper-date"]'),
      'the date',
    );
    type(date, '31/2/2026');
    find(tracker, 'dialog button[value=print]').click();
    await shows(tracker, 'Ngày không đọc được.');
    await until(() => tracker.shadowRoot!.activeElement === date, 'the focus at the date');
    expect(date.getAttribute('aria-invalid')).to.equal('true');
    type(date, '28/2/2026');
    await until(() => date.getAttribute('aria-invalid') === 'false', 'the date to be taken');
  });

  it('offers the book of goods among the papers of a year', async () => {
    const tracker = await mountDesk(world.client(treasurer));
    await section(tracker, 'years');
    button(tracker, 'Giấy tờ và tệp năm 2025').click();
    await dialog(tracker);
    choose(tracker, 'paper-which', 'kind');
    await tracker.updateComplete;
    const file = await saved(() => button(tracker, 'Lưu DOCX').click());
    expect(file.name)
      .to.contain('so-hien-vat')
      .and.to.match(/\.docx$/);
    expect(file.size).to.be.greaterThan(2_000);
  });
});

describe('the running balance', () => {
  const balance = (tracker: Tracker): string =>
    getComputedStyle(tracker.shadowRoot!.querySelector('.row .balance')!).visibility;

  it('stands only where the rows follow each other by their numbers, and its head says why', async () => {
    await setViewport({ width: 1280, height: 900 });
    const tracker = mount(answersOf(sampleFund()));
    await phase(tracker, 'shown');
    await until(() => tracker.shadowRoot!.querySelector('.wide .row .balance'), 'rows');
    const head = find(tracker, '.head .balance');
    expect([balance(tracker), head.title]).to.deep.equal(['visible', '']);
    expect(unseenCells(tracker)).to.deep.equal([]);
    find(tracker, '.head .in button').click();
    await until(() => balance(tracker) === 'hidden', 'no balance');
    expect(unseenCells(tracker), 'of the others').to.deep.equal([]);
    expect(head.title).to.equal('Chỉ hiện khi xếp theo số thứ tự');
    find(tracker, '.head .no button').click();
    await until(() => balance(tracker) === 'visible', 'the balance again');
  });
});
