/** A year imported from a file, as a treasurer does it. */
import { expect } from '@open-wc/testing';
import { deleteDB } from 'idb';
import { createLocalAdapter, databaseName } from '../../src/backend/local/local-adapter.js';
import { createClient } from '../../src/client/client.js';
import type { Client } from '../../src/client/client.types.js';
import { toXlsx, type Sheet } from '../../src/document/index.js';
import { FundDeskWorld, settings, treasurer } from '../../test/support/fund-desk-world.js';
import { choose, find, mountDesk, shows } from '../../test/support/mount-desk.js';
import { until } from '../../test/support/mount-form.js';
import { useCleanPage, words, type Tracker } from '../../test/support/mount-fund.js';

useCleanPage();

async function mount(client: Client): Promise<Tracker> {
  const tracker = await mountDesk(client);
  find(tracker, '[data-do=import]').click();
  await until(() => tracker.shadowRoot!.querySelector('dialog[open] [data-d=import-file]'), 'the dialog');
  return tracker;
}

function give(tracker: Tracker, parts: BlobPart[], name: string): void {
  const input = find<HTMLInputElement>(tracker, '[data-d=import-file]');
  const data = new DataTransfer();
  data.items.add(new File(parts, name));
  input.files = data.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
}
const go = (tracker: Tracker): HTMLButtonElement => find(tracker, 'dialog button.primary');
const preview = (tracker: Tracker): Promise<unknown> =>
  until(() => tracker.shadowRoot!.querySelector('[data-counts]'), 'the preview');
const counts = (tracker: Tracker): string =>
  find(tracker, '[data-counts]').textContent.replace(/\s+/g, ' ').trim();

/** A cash book of so many receipts of 1,000 đồng and more, as the project's own writer makes it. */
async function cashBook(count: number): Promise<Blob> {
  const sheet: Sheet = {
    name: 'Sổ quỹ 2026',
    columns: [
      { header: 'Ngày', width: 12, kind: 'date' },
      { header: 'Số phiếu thu', width: 8, kind: 'text' },
      { header: 'Nội dung', width: 30, kind: 'text' },
      { header: 'Người nộp', width: 30, kind: 'text' },
      { header: 'Khoản mục', width: 20, kind: 'text' },
      { header: 'Thu', width: 12, kind: 'money' },
      { header: 'Chi', width: 12, kind: 'money' },
    ],
    rows: Array.from({ length: count }, (_none, index) => [
      `2026-0${1 + (index % 9)}-1${index % 10}`,
      `PT${index + 1}`,
      'Ủng hộ quỹ khuyến học',
      `Hộ ông Nguyễn Văn ${index + 1}`,
      'Tài trợ',
      1000 + index,
      null,
    ]),
  };
  return toXlsx([sheet]);
}

describe('importing a year', () => {
  let world: FundDeskWorld;
  beforeEach(async () => {
    world = new FundDeskWorld();
    await world.open();
  });
  afterEach(() => world.end());

  const csv = [
    'Ngày;Số phiếu;Nội dung;Họ tên;Thu;Chi',
    '05/01/2026;PT1;Tài trợ;Bà Lan;1,2 triệu;',
    '06-01-2026;PT2;Tài trợ;Ông Bình;1.200,5;',
    '31/12/2026;PT3;Tài trợ;Ông Bình;100000;',
    'ngày 7 tháng 1 năm 2026;PC1;Học bổng;Em An;;300.000',
    ';;Cộng;;1.200.000;300.000',
  ].join('\r\n');

  it('shows every doubtful line with its reason before anything is recorded, then takes the others', async () => {
    const client = world.client(treasurer);
    const tracker = await mount(client);
    give(tracker, ['\ufeff', csv], 'nam-2026.csv');
    await preview(tracker);
    expect(counts(tracker)).to.equal(
      'Nhận ra 4 dòng: 0 dòng rõ ràng, 2 dòng nên xem lại, 2 dòng không lấy được.',
    );
    const shown = words(tracker);
    expect(shown).to.contain('Cột “Thu” ghi “1.200,5”: Số tiền phải tròn đồng');
    expect(shown).to.contain('Cột “Ngày”: ngày 31/12/2026 chưa đến.');
    expect(shown).to.contain('Dòng 6: Cộng');
    expect(shown).to.contain('21.900.000');
    await expect(tracker).to.be.accessible();
    expect(go(tracker).disabled).to.equal(true);
    expect((await client.query('fund.get', { id: 'quy' })).items[0]?.count).to.equal(0);
    find<HTMLInputElement>(tracker, '[data-d=import-leave-out]').click();
    await tracker.updateComplete;
    go(tracker).click();
    await shows(tracker, 'Đã nhập 2 dòng: thu 1.200.000');
    const [fund] = (await client.query('fund.get', { id: 'quy' })).items;
    expect([fund?.count, fund?.balances.cash]).to.deep.equal([2, 1_900_000]);
  });

  it('does not record a file twice, whatever is done with the numbers of its vouchers', async () => {
    const tracker = await mount(world.client(treasurer));
    give(tracker, [csv.split('\r\n').slice(0, 2).join('\n')], 'mot.csv');
    await preview(tracker);
    go(tracker).click();
    await shows(tracker, 'Đã nhập 1 dòng');
    find(tracker, '[data-do=import]').click();
    await until(() => tracker.shadowRoot!.querySelector('dialog[open] [data-d=import-file]'), 'the dialog');
    give(tracker, [csv.split('\r\n').slice(0, 2).join('\n')], 'mot.csv');
    await preview(tracker);
    expect(words(tracker)).to.contain('số phiếu 1 đã có trong sổ').and.to.contain('Giống khoản số 1');
    expect(go(tracker).disabled).to.equal(true);
    choose(tracker, 'import-vouchers', 'next');
    await until(() => !words(tracker).includes('số phiếu 1 đã có'), 'other numbers');
    expect(words(tracker)).to.contain('Giống khoản số 1');
    expect(go(tracker).disabled).to.equal(true);
  });

  it('is understood by hand where the file has no titles', async () => {
    const tracker = await mount(world.client(treasurer));
    give(tracker, ['05/01/2026,Tài trợ,500000\n06/01/2026,Tài trợ,300000\n'], 'khong-tieu-de.csv');
    await shows(tracker, 'Không nhận ra dòng tiêu đề');
    for (const [letter, role] of [
      ['A', 'date'],
      ['B', 'purpose'],
      ['C', 'receipt'],
    ] as const) {
      await until(() => tracker.shadowRoot!.querySelector(`[data-d=column-${letter}]`), letter);
      choose(tracker, `column-${letter}`, role);
      await until(
        () =>
          tracker.shadowRoot!.querySelector<HTMLSelectElement>(`[data-d=column-${letter}]`)?.value === role,
        role,
      );
    }
    await until(() => counts(tracker).startsWith('Nhận ra 2 dòng: 0 dòng rõ ràng, 2'), 'two lines');
    go(tracker).click();
    await shows(tracker, 'Đã nhập 2 dòng: thu 800.000');
  });

  it('quotes what stands in a cell as text, not longer than a line', async () => {
    const tracker = await mount(world.client(treasurer));
    const lines = [
      'Ngày;Nội dung;Họ tên;Thu;Chi',
      '05/01/2026;Tài trợ;Bà Lan;<b>{reason}</b>;',
      `06/01/2026;Tài trợ;Bà Lan;${'12 '.repeat(300)};`,
      '07/01/2026;Tài trợ;Bà Lan;1\u202e2\u00073,5;',
    ];
    give(tracker, ['\ufeff', lines.join('\r\n')], 'la.csv');
    await preview(tracker);
    const told = find(tracker, '[data-lines]');
    expect(told.textContent).to.contain('Cột “Thu” ghi “<b>{reason}</b>”: Không đọc được số tiền.');
    expect(told.querySelector('b')).to.equal(null);
    expect(told.textContent).to.contain(`ghi “${'12 '.repeat(14).slice(0, 40)}…”: `);
    expect(told.textContent).to.contain('ghi “123,5”: ');
  });

  it('says why a file cannot be read', async () => {
    const tracker = await mount(world.client(treasurer));
    give(tracker, ['<html><body>'], 'so.xlsx');
    await shows(tracker, 'Tệp này là trang web');
  });
});

describe('importing 10,000 lines on this device', () => {
  const tenant = `nhap-${Date.now()}`;
  const open = (): Client => {
    const backend = createLocalAdapter({
      tenant,
      actor: treasurer,
      now: () => new Date('2026-11-02T03:00:00Z'),
    });
    return createClient(backend, { storage: `nhap-${tenant}`, now: () => new Date('2026-11-02T03:00:00Z') });
  };
  let clients: Client[] = [];
  afterEach(async () => {
    await Promise.all(clients.map((client) => client.dispose()));
    clients = [];
    await deleteDB(databaseName({ tenant }));
  });

  it('leaves nothing in the ledger when it is cancelled midway, and records all of them otherwise', async function () {
    this.timeout(60_000);
    const client = open();
    clients = [client];
    const command = {
      id: client.newId(),
      kind: 'fund.open',
      record: 'quy',
      expected: 0,
      payload: settings,
    } as const;
    await client.execute([command]);
    const tracker = await mount(client);
    give(tracker, [await cashBook(10_000)], 'so-quy.xlsx');
    await preview(tracker);
    expect(counts(tracker)).to.contain('10.000 dòng rõ ràng');
    choose(tracker, 'import-list', 'all');
    await tracker.updateComplete;
    expect(tracker.shadowRoot!.querySelectorAll('[data-lines] > li')).to.have.lengthOf(50);
    [...tracker.shadowRoot!.querySelectorAll('dialog button')]
      .find((one): one is HTMLButtonElement => one.textContent?.trim() === 'Trang sau')!
      .click();
    await shows(tracker, 'Dòng 51–100 trong 10.000');
    expect(find(tracker, '[data-lines]').textContent).to.contain('Dòng 52').and.not.to.contain('Dòng 51 ');

    let drawn = 0;
    const bar = (): HTMLProgressElement | null => tracker.shadowRoot!.querySelector('dialog progress');
    go(tracker).click();
    await until(() => {
      drawn += 1;
      return (bar()?.value ?? 0) >= 20;
    }, 'a fifth of it');
    expect(bar()!.value).to.be.below(100);
    expect(drawn).to.be.above(1);
    find(tracker, '[data-do=stop]').click();
    await shows(tracker, 'Đã dừng. Không dòng nào được ghi vào sổ.');
    const other = open();
    clients.push(other);
    const fund = async () => (await other.query('fund.get', { id: 'quy' })).items[0]!;
    const before = await fund();
    expect([before.count, before.balances, before.version]).to.deep.equal([0, settings.opening, 1]);
    expect((await other.query('fund.ledger', { fund: 'quy' })).items).to.deep.equal([]);

    await until(() => tracker.shadowRoot!.querySelector('[data-counts]'), 'the preview again');
    go(tracker).click();
    await until(() => words(tracker).includes('Đã nhập 10.000 dòng'), 'all of them', 40_000);
    const after = await fund();
    expect([after.count, after.balances.cash]).to.deep.equal([10_000, 1_000_000 + 10_000_000 + 49_995_000]);
  });
});
