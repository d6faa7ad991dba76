/** What the line of the treasurer's desk takes in: who may be named, transfers, goods, papers. */
import { expect } from '@open-wc/testing';
import { FundDeskPage } from '../../test/support/fund-desk-page.js';
import { FundDeskWorld, settings, treasurer } from '../../test/support/fund-desk-world.js';
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

async function unfold(page: FundDeskPage): Promise<void> {
  if (page.root.querySelector('[data-d=partyKind]')) return;
  page.find('details.more summary').click();
  await until(() => page.root.querySelector('[data-d=partyKind]'), 'more fields');
}

async function record(page: FundDeskPage, party: string, amount: string): Promise<void> {
  await page.fill('party', party);
  await page.fill('amount', amount);
  await page.press('Ghi khoản thu');
  await until(() => page.find<HTMLInputElement>('.entry [data-d=amount]').value === '', 'the next line');
}

/** Names that strangers read beside entries, with the numbers of the entries. */
async function published(): Promise<[number, string][]> {
  const pages = await world.client(null).queryAll('public.fund.ledger', { fund: 'quy' });
  return pages.flatMap(({ parties }) => parties.map(({ no, name }): [number, string] => [no, name]));
}

describe('who is named', () => {
  it('publishes an organisation, and not the person whose line comes after it', async () => {
    const page = await FundDeskPage.open(world);
    await page.choose('category', 'tai-tro');
    await unfold(page);
    await page.choose('partyKind', 'organisation');
    await record(page, 'Công ty Mẫu', '500.000');
    await record(page, 'Ông Bình', '200.000');
    await page.shows('Đã ghi khoản số 2');
    expect(await published()).to.deep.equal([[1, 'Công ty Mẫu']]);
  });

  it('shows of a line that is brought back whom it takes the party for', async () => {
    const page = await FundDeskPage.open(world, undefined, 'may-cua-thu-quy');
    await unfold(page);
    await page.choose('partyKind', 'organisation');
    await page.fill('party', 'Công ty Mẫu');
    page.tracker.parentElement!.remove();
    const again = await FundDeskPage.open(world, undefined, 'may-cua-thu-quy');
    const kind = await until(
      () => again.root.querySelector<HTMLSelectElement>('[data-d=partyKind]'),
      'the fields beyond the line',
    );
    expect(kind.value).to.equal('organisation');
  });
});

describe('a donor', () => {
  it('is named once he agrees, and no more when he takes it back', async () => {
    const page = await FundDeskPage.open(world);
    await page.choose('category', 'tai-tro');
    await record(page, 'Ông Bình', '200.000');
    await page.shows('Đã ghi khoản số 1');
    const disclose = async (consent: string): Promise<void> => {
      page.find('[role=row].row').click();
      await page.dialog();
      await page.press('Đồng ý nêu tên');
      await page.choose('disclose-consent', consent);
      await page.press('Lưu');
      await page.shows('Đã lưu việc nêu tên ở khoản số 1');
    };
    await until(() => page.root.querySelector('[role=row].row'), 'the line');
    await disclose('paper');
    expect(await published()).to.deep.equal([[1, 'Ông Bình']]);
    await disclose('');
    expect(await published()).to.deep.equal([]);
  });
});

describe('other lines', () => {
  it('a transfer is entered once and stands in both funds', async () => {
    await world.send(treasurer, 'fund.open', 'quy-thon', 0, { ...settings, name: 'Quỹ thôn Đông' });
    const page = await FundDeskPage.open(world);
    page.find('input[name=entry-kind][value=transfer]').click();
    await until(() => page.root.querySelector('option[value=quy-thon]'), 'the other fund');
    await page.fill('amount', '700.000');
    await page.press('Ghi chuyển quỹ');
    await page.shows('Chọn quỹ nhận.');
    await page.choose('toFund', 'quy-thon');
    await page.choose('account', 'bank');
    await page.choose('toAccount', 'cash');
    await page.press('Ghi chuyển quỹ');
    await page.shows('Đã ghi khoản số 1: 700.000');
    const client = world.client(treasurer);
    const [from, to] = await Promise.all(
      ['quy', 'quy-thon'].map(async (id) => (await client.query('fund.get', { id })).items[0]),
    );
    expect([from?.balances, to?.balances]).to.deep.equal([
      { cash: 1_000_000, bank: 19_300_000, kind: 0 },
      { cash: 1_700_000, bank: 20_000_000, kind: 0 },
    ]);
    const links = await Promise.all(
      ['quy', 'quy-thon'].map(async (fund) => {
        const [one] = await client.queryAll('fund.ledger', { fund });
        return one?.entries.rest['1']?.transfer;
      }),
    );
    expect([links[0]?.fund, links[1]?.fund]).to.deep.equal(['quy-thon', 'quy']);
    expect(links[0]?.id).to.equal(links[1]?.id);
  });

  it('goods are counted by their value, apart from money', async () => {
    const page = await FundDeskPage.open(world);
    await page.choose('category', 'tai-tro');
    await page.choose('account', 'kind');
    await page.fill('amount', '4,5 triệu');
    await page.shows('Hiện vật sau khoản này: 4.500.000');
    await record(page, 'Hợp tác xã Mẫu', '4,5 triệu');
    await page.shows('Đã ghi khoản số 1: 4.500.000');
    const { items } = await world.client(treasurer).query('fund.get', { id: 'quy' });
    expect(items[0]?.balances).to.deep.equal({ cash: 1_000_000, bank: 20_000_000, kind: 4_500_000 });
    expect(page.find('.balances').textContent).to.contain('Hiện vật').and.to.contain('21.000.000');
  });
});

describe('papers with a line', () => {
  function attach(page: FundDeskPage, file: File): void {
    const input = page.find<HTMLInputElement>('.entry input[type=file]');
    const data = new DataTransfer();
    data.items.add(file);
    input.files = data.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
  }
  async function photo(): Promise<File> {
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = 16;
    canvas.getContext('2d')!.fillRect(2, 2, 8, 8);
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg'));
    return new File([blob!], 'phieu.jpg', { type: 'image/jpeg' });
  }
  const digest = async (blob: Blob): Promise<string> =>
    [...new Uint8Array(await crypto.subtle.digest('SHA-256', await blob.arrayBuffer()))]
      .map((byte) => byte.toString(16).padStart(2, '0'))
      .join('');

  it('come back byte by byte from the entry, and what is no paper is refused', async () => {
    const page = await FundDeskPage.open(world);
    await page.choose('category', 'tai-tro');
    await unfold(page);
    attach(page, new File(['#!/bin/sh'], 'phieu.jpg', { type: 'image/jpeg' }));
    await until(() => page.root.querySelector('.more .notice.bad'), 'the refusal');
    expect(page.root.querySelector('.entry .evidence')).to.equal(null);
    attach(page, await photo());
    await until(() => page.root.querySelector('.entry .evidence'), 'the photo');
    await record(page, 'Ông Bình', '200.000');
    await page.shows('Đã ghi khoản số 1');
    const [kept] = await world.client(treasurer).queryAll('fund.ledger', { fund: 'quy' });
    const [evidence] = kept!.secrets[0]!.details!.evidence!;
    await until(() => page.root.querySelector('[role=row].row'), 'the line');
    page.find('[role=row].row').click();
    await page.dialog();
    const files = catchFiles();
    await page.press('phieu.jpg');
    const opened = await until(() => files[0], 'the file');
    expect(evidence?.kind === 'file' && evidence.sha256).to.equal(await digest(opened));
    expect(opened.type).to.equal('image/jpeg');
  });
});
