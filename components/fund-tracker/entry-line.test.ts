/** What the line of the treasurer's desk takes in: who may be named, transfers, goods, papers. */
import { expect } from '@open-wc/testing';
import { FundDeskPage } from '../../test/support/fund-desk-page.js';
import { FundDeskWorld } from '../../test/support/fund-desk-world.js';
import { until } from '../../test/support/mount-form.js';
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
    await page.shows('Đã ghi bút toán số 2');
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
