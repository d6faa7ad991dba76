/** A fund opened by who may, where there is none yet. */
import { expect } from '@open-wc/testing';
import { deleteDB } from 'idb';
import { HtsdError } from '../../src/backend/errors.js';
import { createLocalAdapter, databaseName } from '../../src/backend/local/local-adapter.js';
import { createFaults } from '../../src/backend/memory/memory-adapter.js';
import { createClient } from '../../src/client/client.js';
import type { Client } from '../../src/client/client.types.js';
import type { Actor } from '../../src/domain/actor.schema.js';
import { fundPresets } from '../../src/presets/fund-categories.js';
import { FundDeskWorld, inspector, second, settings, treasurer } from '../../test/support/fund-desk-world.js';
import { type, until } from '../../test/support/mount-form.js';
import { useCleanPage, words, type Tracker } from '../../test/support/mount-fund.js';

useCleanPage();

let world: FundDeskWorld;
beforeEach(() => {
  world = new FundDeskWorld();
});
afterEach(() => world.end());

async function mount(
  client: Client,
  attributes: Record<string, string> = { fund: 'quy', view: 'treasurer' },
  wanted = 'shown',
): Promise<Tracker> {
  const provider = document.createElement('htsd-provider');
  provider.client = client;
  const tracker = document.createElement('htsd-fund-tracker');
  for (const [name, value] of Object.entries(attributes)) tracker.setAttribute(name, value);
  provider.append(tracker);
  document.body.append(provider);
  await until(() => tracker.phase === wanted, `${wanted}, not ${tracker.phase}`);
  await tracker.updateComplete;
  return tracker;
}

function find<E extends HTMLElement = HTMLInputElement>(tracker: Tracker, selector: string): E {
  const found = tracker.shadowRoot!.querySelector<E>(selector);
  if (!found) throw new Error(`No ${selector} in ${words(tracker)}`);
  return found;
}
const field = (tracker: Tracker, name: string): HTMLInputElement => find(tracker, `[data-d=open-${name}]`);
const press = (tracker: Tracker): void => find(tracker, '.opening button.primary').click();
const shows = (tracker: Tracker, text: string): Promise<unknown> =>
  until(
    () => words(tracker).includes(text),
    () => `"${text}" in ${words(tracker)}`,
  );
const focused = (tracker: Tracker): string | undefined => tracker.shadowRoot!.activeElement?.id;

async function fill(tracker: Tracker): Promise<void> {
  type(field(tracker, 'name'), 'Quỹ khuyến học thôn Đông');
  type(field(tracker, 'place'), 'Thôn Đông');
  find(tracker, 'input[value=internal]').click();
  type(field(tracker, 'opened'), '1/10/2026');
  type(field(tracker, 'cash'), '1,2 triệu');
  await shows(tracker, 'Một triệu hai trăm nghìn đồng');
}

/** Commands that reached the store, by their kind. */
const sent = (): string[] => world.store.tenant('default').log.map(({ command }) => command.kind);

describe('opening a fund', () => {
  it('asks for what a fund needs, says amounts in words and what will be in it, and shows its desk', async () => {
    const client = world.client(treasurer);
    const tracker = await mount(client);
    expect(words(tracker)).to.contain('Chưa có quỹ nào mang mã “quy”');
    expect(words(tracker)).to.contain('Chọn loại quỹ để xem các khoản mục');
    await expect(tracker).to.be.accessible();
    await fill(tracker);
    type(field(tracker, 'bank'), '20.000.000');
    type(field(tracker, 'kind'), '500k');
    type(field(tracker, 'goal'), '100 triệu');
    type(field(tracker, 'goalBy'), '31/12/2027');
    type(field(tracker, 'limit'), '5tr');
    field(tracker, 'published').click();
    await shows(tracker, 'Năm triệu đồng');
    const shown = words(tracker);
    expect(shown).to.contain('Một triệu hai trăm nghìn đồng').and.to.contain('Thứ Năm, 01/10/2026');
    expect(shown).to.match(/Tiền khi mở sổ: 21\.200\.000\sđ\. Hiện vật tính riêng: 500\.000\sđ\./);
    const { categories, source } = fundPresets.internal;
    for (const { label } of categories) expect(shown).to.contain(label.vi);
    expect(shown).to.contain(source.vi).and.to.contain('mẫu, chưa đối chiếu văn bản');
    await expect(tracker).to.be.accessible();

    press(tracker);
    await shows(tracker, 'Sổ chưa có khoản nào');
    expect(words(tracker)).to.contain('Nhập khoản thu, chi đầu tiên').and.to.contain('21.200.000');
    await until(() => focused(tracker) === 'begin', 'what to do first');
    await expect(tracker).to.be.accessible();
    const { items } = await client.query('fund.get', { id: 'quy' });
    expect(items[0]).to.deep.include({
      id: 'quy',
      version: 1,
      owner: treasurer.id,
      name: 'Quỹ khuyến học thôn Đông',
      place: { name: 'Thôn Đông' },
      regime: 'internal',
      published: true,
      opened: '2026-10-01',
      opening: { cash: 1_200_000, bank: 20_000_000, kind: 500_000 },
      goal: { amount: 100_000_000, by: '2027-12-31' },
      approvalLimit: 5_000_000,
      categories,
      count: 0,
    });
  });

  it('leaves open what is optional, and takes the categories of the regime that was chosen last', async () => {
    const client = world.client(treasurer);
    const tracker = await mount(client);
    await fill(tracker);
    find(tracker, 'input[value=licensed]').click();
    await shows(tracker, fundPresets.licensed.source.vi);
    press(tracker);
    await shows(tracker, 'Sổ chưa có khoản nào');
    const fund = (await client.query('fund.get', { id: 'quy' })).items[0]!;
    expect(fund.regime).to.equal('licensed');
    expect(fund.published).to.equal(false);
    expect([fund.goal, fund.approvalLimit]).to.deep.equal([undefined, undefined]);
    expect(fund.opening).to.deep.equal({ cash: 1_200_000, bank: 0, kind: 0 });
  });

  it('tells everybody else that there is no such fund', async () => {
    const here = { fund: 'quy', view: 'treasurer' };
    const others: [Actor | null, Record<string, string>, string, string][] = [
      [second, here, 'not-found', 'Không tìm thấy quỹ này'],
      [null, here, 'forbidden', 'Không có quyền xem phần này'],
      [inspector, { ...here, view: 'inspection' }, 'not-found', 'Không tìm thấy quỹ này'],
      [treasurer, { fund: 'quy' }, 'not-found', 'Không tìm thấy quỹ này'],
      [treasurer, { view: 'treasurer' }, 'empty', 'Chưa có quỹ nào để hiển thị'],
      [treasurer, { ...here, fund: 'không phải mã' }, 'not-found', 'Không tìm thấy quỹ này'],
      [treasurer, { ...here, fund: 'q'.repeat(101) }, 'not-found', 'Không tìm thấy quỹ này'],
    ];
    for (const [actor, attributes, phase, says] of others) {
      const tracker = await mount(world.client(actor), attributes, phase);
      expect(words(tracker)).to.contain(says);
      expect(tracker.shadowRoot!.querySelectorAll('.opening').length).to.equal(0);
      tracker.parentElement!.remove();
    }
    await world.open();
    const stranger = { ...treasurer, id: 'nguoi-khac', scope: ['quy-khac'] };
    await mount(world.client(stranger), here, 'forbidden');
  });

  it('names what is wrong, announces it, and leads to where it is mended', async () => {
    const tracker = await mount(world.client(treasurer));
    type(field(tracker, 'cash'), '1.200,5');
    type(field(tracker, 'opened'), '31/12/2026');
    type(field(tracker, 'goalBy'), '1/1/2026');
    press(tracker);
    await until(() => focused(tracker) === 'open-faults', 'the summary');
    const summary = find<HTMLElement>(tracker, '#open-faults');
    // It has the focus; what is told again while somebody mends it is the number.
    expect(summary.querySelector('[role=alert]')!.textContent).to.equal('Còn 7 chỗ cần sửa');
    expect(words(tracker)).to.contain('Ngày mở sổ không được sau hôm nay.');
    expect(words(tracker)).to.contain('Ngày của mục tiêu không được trước ngày mở sổ.');
    const cash = field(tracker, 'cash');
    expect(cash.getAttribute('aria-invalid')).to.equal('true');
    const described = cash.getAttribute('aria-describedby')!.split(' ');
    expect(described.map((id) => find<HTMLElement>(tracker, `#${id}`).textContent).join(' ')).to.contain(
      'Số tiền phải tròn đồng',
    );
    await expect(tracker).to.be.accessible();
    const links = [...summary.querySelectorAll('a')];
    for (const [label, wanted] of [
      ['Tiền mặt (đồng)', 'd-open-cash'],
      ['Mục tiêu vận động (đồng)', 'd-open-goal'],
    ]) {
      links.find(({ textContent }) => textContent === label)!.click();
      await until(() => focused(tracker) === wanted, wanted!);
    }
    links.find(({ textContent }) => textContent === 'Loại quỹ')!.click();
    await until(() => tracker.shadowRoot!.activeElement?.matches('[value=internal]'), 'the kind of fund');
    expect(sent()).to.deep.equal([]);
    await fill(tracker);
    type(field(tracker, 'goalBy'), '');
    await until(() => !tracker.shadowRoot!.querySelector('#open-faults'), 'no fault any more');
  });

  it('keeps what is typed when the page is left, until the fund is open', async () => {
    const tracker = await mount(world.client(treasurer, undefined, 'may-o-thon'));
    await fill(tracker);
    type(field(tracker, 'limit'), '5 tri');
    tracker.parentElement!.remove();
    const again = await mount(world.client(treasurer, undefined, 'may-o-thon'));
    expect(field(again, 'name').value).to.equal('Quỹ khuyến học thôn Đông');
    expect(field(again, 'limit').value).to.equal('5 tri');
    expect(find(again, 'input[value=internal]').checked).to.equal(true);
    type(field(again, 'limit'), '');
    press(again);
    await shows(again, 'Sổ chưa có khoản nào');
    again.parentElement!.remove();
    // On the same device nothing of it is left for another fund of that id.
    const elsewhere = new FundDeskWorld();
    const fresh = await mount(elsewhere.client(treasurer, undefined, 'may-o-thon'));
    expect(field(fresh, 'name').value).to.equal('');
    fresh.parentElement!.remove();
    await elsewhere.end();
  });

  it('clears what was filled in at the press of a button', async () => {
    const tracker = await mount(world.client(treasurer));
    await fill(tracker);
    find(tracker, '.opening button.quiet').click();
    await until(() => focused(tracker) === 'd-open-name', 'the first field');
    expect([field(tracker, 'name').value, field(tracker, 'opened').value]).to.deep.equal(['', '02/11/2026']);
    expect(find(tracker, 'input[value=internal]').checked).to.equal(false);
  });

  it('sends once, however often it is pressed', async () => {
    const tracker = await mount(world.client(treasurer));
    await fill(tracker);
    press(tracker);
    find<HTMLFormElement>(tracker, '.opening').requestSubmit();
    press(tracker);
    await shows(tracker, 'Sổ chưa có khoản nào');
    expect(sent()).to.deep.equal(['fund.open']);
  });

  it('says that the network is away and keeps the form; an answer that was lost counts once', async () => {
    const faults = createFaults();
    const tracker = await mount(world.client(treasurer, faults));
    await fill(tracker);
    faults.next({ kind: 'fail', error: new HtsdError('offline') }, { call: 'execute' });
    press(tracker);
    await shows(tracker, 'xin bấm “Mở sổ quỹ” lại khi có mạng');
    await until(() => focused(tracker) === 'trouble', 'the sentence');
    await expect(tracker).to.be.accessible();
    expect(field(tracker, 'name').value).to.equal('Quỹ khuyến học thôn Đông');
    faults.next({ kind: 'lose-answer', error: new HtsdError('timeout') }, { call: 'execute' });
    press(tracker);
    await shows(tracker, 'Máy chủ không trả lời.');
    press(tracker);
    await shows(tracker, 'Sổ chưa có khoản nào');
    expect(sent()).to.deep.equal(['fund.open']);
  });

  it('tells at once when somebody else opens it meanwhile, and leads to that fund', async () => {
    const tracker = await mount(world.client(treasurer));
    await fill(tracker);
    await world.open();
    await shows(tracker, 'Quỹ mang mã này vừa được mở');
    await expect(tracker).to.be.accessible();
    find(tracker, '[data-do=see]').click();
    await shows(tracker, settings.name);
    await until(() => focused(tracker) === 'desk-title', 'its name');
  });

  it('tells when it is sent, where the back end reports no changes', async () => {
    const backend = { ...world.client(treasurer).backend };
    delete backend.subscribe;
    const tracker = await mount(createClient(backend, { now: () => new Date(world.now) }));
    await fill(tracker);
    await world.open();
    press(tracker);
    await shows(tracker, 'Quỹ mang mã này vừa được mở');
    await until(() => focused(tracker) === 'trouble', 'the sentence');
    expect(words(tracker)).not.to.contain('Chưa mở được sổ');
    const { items } = await world.client(treasurer).query('fund.get', { id: 'quy' });
    expect(items[0]!.name).to.equal(settings.name);
  });

  it('can be read in the dark and in English', async () => {
    document.body.style.background = '#121a17';
    document.documentElement.lang = 'en';
    const tracker = await mount(world.client(treasurer));
    tracker.setAttribute('theme', 'dark');
    await shows(tracker, 'Open the books of a new fund');
    find(tracker, 'input[value=licensed]').click();
    press(tracker);
    await shows(tracker, '2 things to correct');
    await expect(tracker).to.be.accessible();
    document.body.removeAttribute('style');
  });
});

describe('opening a fund on this device', () => {
  const tenant = `mo-quy-${Date.now()}`;
  const clients: Client[] = [];
  const open = (): Client => {
    const now = (): Date => new Date('2026-11-02T03:00:00Z');
    const backend = createLocalAdapter({ tenant, actor: treasurer, now });
    const client = createClient(backend, { storage: tenant, now });
    clients.push(client);
    return client;
  };
  afterEach(async () => {
    await Promise.all(clients.splice(0).map((client) => client.dispose()));
    await deleteDB(databaseName({ tenant }));
  });

  it('writes it into the store of the browser, and takes its first entry', async () => {
    const tracker = await mount(open());
    await fill(tracker);
    press(tracker);
    await shows(tracker, 'Sổ chưa có khoản nào');
    const category = find<HTMLSelectElement>(tracker, '[data-d=category]');
    category.value = 'tai-tro';
    category.dispatchEvent(new Event('change', { bubbles: true }));
    type(find(tracker, '.entry [data-d=amount]'), '300k');
    find(tracker, '.entry button.primary').click();
    await shows(tracker, 'Đã ghi khoản số 1: 300.000');
    const other = open();
    const fund = (await other.query('fund.get', { id: 'quy' })).items[0]!;
    expect([fund.count, fund.balances.cash]).to.deep.equal([1, 1_500_000]);
  });
});
