/** Figures, months and the golden book of the public view, against what was entered. */
import { expect } from '@open-wc/testing';
import { unpackEntries } from '../../src/domain/fund/pack-entries.js';
import { button, find, mountDesk } from '../../test/support/mount-desk.js';
import { FundDeskWorld, treasurer } from '../../test/support/fund-desk-world.js';
import { answersOf, sampleFund } from '../../test/support/fund-ledger.js';
import { until } from '../../test/support/mount-form.js';
import { mount, phase, useCleanPage, type Tracker } from '../../test/support/mount-fund.js';

useCleanPage();

const text = (element: Element | null): string => (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
const dong = (amount: number): string => `${amount.toLocaleString('vi-VN')} đ`;
/** Cells of a table, row by row. */
const cells = (tracker: Tracker, table: string): string[][] =>
  [...tracker.shadowRoot!.querySelectorAll(`${table} tbody tr`)].map((row) => [...row.children].map(text));

async function chooseYear(tracker: Tracker, year: string): Promise<void> {
  const select = find<HTMLSelectElement>(tracker, '.period select');
  select.value = year;
  select.dispatchEvent(new Event('change', { bubbles: true }));
  await tracker.updateComplete;
}

describe('the figures of the public view', () => {
  it('are balance, raised and spent as the entries add up, and how far it is to the goal', async () => {
    const sample = sampleFund();
    const sum = { receipt: 0, payment: 0, move: 0 };
    for (const { kind, account, amount, reverses } of sample.pages.flatMap(({ entries }) =>
      unpackEntries(entries),
    ))
      if (account !== 'kind') sum[kind] += reverses === undefined ? amount : -amount;
    const tracker = mount(answersOf(sample));
    await phase(tracker, 'shown');
    await until(() => tracker.shadowRoot!.querySelector('.reached'), 'the goal');
    const figures = [...tracker.shadowRoot!.querySelectorAll('[part=figures] dd')].map(text);
    expect(figures).to.deep.equal([
      dong(35_000_000 + sum.receipt - sum.payment),
      dong(sum.receipt),
      dong(sum.payment),
      dong(200_000_000),
    ]);
    const percent = Math.round(sum.receipt / 200_000) / 10;
    expect(text(find(tracker, '.reached'))).to.equal(`Đã đạt ${percent.toLocaleString('vi-VN')} %`);
  });
});

describe('months and the golden book', () => {
  let world: FundDeskWorld;
  const salt = '0123456789abcdef0123456789abcdef';
  const consent = { form: 'paper' as const, textVersion: '1' };
  const gift = (name: string, amount: number, date: string) => ({
    kind: 'receipt' as const,
    account: 'bank' as const,
    category: 'tai-tro',
    amount,
    date,
    party: { salt, name, kind: 'person' as const, anonymous: false, consent },
    details: { salt },
  });
  beforeEach(async () => {
    world = new FundDeskWorld();
    await world.open();
    const rows = [
      gift('Bà Lan', 300_000, '2025-03-05'),
      gift('Ông Bình', 900_000, '2025-03-06'),
      gift('Bà Lan', 500_000, '2025-05-07'),
      gift('Ông Cảnh', 2_000_000, '2026-01-08'),
      ...Array.from({ length: 20 }, (_none, at) => gift(`Người thứ ${at + 1}`, 10_000 + at, '2026-02-01')),
    ];
    await world.send(treasurer, 'fund.import', 'nhap', 0, { fund: 'quy', rows });
    await world.send(treasurer, 'fund.reverse', 'quy.2', 1, {
      date: '2026-03-01',
      details: { salt, reason: 'Ghi nhầm' },
    });
  });
  afterEach(() => world.end());

  async function shown(): Promise<Tracker> {
    const tracker = await mountDesk(world.client(null), 'public');
    await until(() => cells(tracker, '.donors').length > 0, 'the golden book');
    return tracker;
  }

  it('have a row for each month, empty ones too, and begin a chosen year with what was there', async () => {
    const tracker = await shown();
    const all = cells(tracker, '[part=months] .sums');
    expect(all.map(([month]) => month)).to.have.ordered.members(
      Array.from({ length: 13 }, (_none, at) => {
        const month = (at + 2) % 12;
        return `${String(month + 1).padStart(2, '0')}/${at < 10 ? 2025 : 2026}`;
      }),
    );
    expect(all.slice(0, 3)).to.deep.equal([
      ['03/2025', '1.200.000', '0', '22.200.000'],
      ['04/2025', '0', '0', '22.200.000'],
      ['05/2025', '500.000', '0', '22.700.000'],
    ]);
    expect(all.at(-1)![1]).to.equal('-900.000');
    await chooseYear(tracker, '2026');
    const year = cells(tracker, '[part=months] .sums');
    expect(year.map(([month]) => month)).to.deep.equal(['01/2026', '02/2026', '03/2026']);
    expect(year[0]).to.deep.equal(['01/2026', '2.000.000', '0', '24.700.000']);
  });

  it('names givers by what they gave, without a gift that was taken back, twenty at a time', async () => {
    const tracker = await shown();
    const first = cells(tracker, '.donors');
    expect(first).to.have.lengthOf(20);
    expect(first.slice(0, 3)).to.deep.equal([
      ['Ông Cảnh', '2.000.000', '1', '08/01/2026'],
      ['Bà Lan', '800.000', '2', '07/05/2025'],
      ['Người thứ 20', '10.019', '1', '01/02/2026'],
    ]);
    button(tracker, 'Xem thêm (2)').click();
    await tracker.updateComplete;
    const names = cells(tracker, '.donors').map(([name]) => name);
    expect(names).to.have.lengthOf(22).and.not.to.include('Ông Bình');
    await chooseYear(tracker, '2025');
    // Taken back in the year after: in its own year it still was a gift.
    expect(cells(tracker, '.donors').map(([name]) => name)).to.deep.equal(['Ông Bình', 'Bà Lan']);
  });
});
