/** A fund and those below it added up, for anybody. */
import { expect } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import { HtsdError } from '../../src/backend/errors.js';
import { createMemoryAdapter } from '../../src/backend/memory/memory-adapter.js';
import type { Backend } from '../../src/backend/port.js';
import { away, useAway } from '../../test/support/away.js';
import { FundDeskWorld, settings, treasurer } from '../../test/support/fund-desk-world.js';
import { expectLooks, restoreLooks } from '../../test/support/looks.js';
import { button, find, mountDesk, shows } from '../../test/support/mount-desk.js';
import { until } from '../../test/support/mount-form.js';
import { useCleanPage, words, type Tracker } from '../../test/support/mount-fund.js';

useCleanPage();
useAway();

let world: FundDeskWorld;
beforeEach(() => {
  world = new FundDeskWorld();
});
afterEach(async () => {
  await world.end();
  await restoreLooks();
});

let salts = 0;
const details = () => ({ salt: String((salts += 1)).padStart(32, '0') });
const open = (id: string, name: string, more: Partial<typeof settings> & { parent?: string } = {}) =>
  world.send(treasurer, 'fund.open', id, 0, { ...settings, name, ...more });

let acts = 0;
const record = (
  fund: string,
  kind: 'receipt' | 'payment',
  category: string,
  amount: number,
  date: string,
  transfer?: { id: string; fund: string },
) =>
  world.send(treasurer, 'fund.record', `act-${(acts += 1)}`, 0, {
    fund,
    kind,
    account: 'bank',
    category,
    amount,
    date,
    details: details(),
    ...(transfer && { transfer }),
  });

/** A commune, a hamlet that pays into it, and a school that was opened later; below "quy". */
async function three(): Promise<void> {
  await open('quy', 'Quỹ xã Mẫu');
  await open('quy-thon', 'Quỹ thôn Đông', { parent: 'quy', opening: { cash: 0, bank: 3_000_000, kind: 0 } });
  await open('quy-truong', 'Quỹ trường Mẫu', {
    parent: 'quy-thon',
    opened: '2026-01-01',
    opening: { cash: 0, bank: 0, kind: 0 },
  });
  await record('quy-thon', 'payment', 'chuyen', 2_000_000, '2025-03-01', { id: 'nop', fund: 'quy' });
  await record('quy', 'receipt', 'nhan', 2_000_000, '2025-03-02', { id: 'nop', fund: 'quy-thon' });
  await record('quy', 'receipt', 'tai-tro', 7_000_000, '2025-05-01');
  await record('quy', 'payment', 'quan-ly', 500_000, '2025-06-01');
}

const mountOver = (changes: (backend: Backend) => Partial<Backend>): Promise<Tracker> => {
  const backend = createMemoryAdapter({ store: world.store, actor: null, now: () => new Date(world.now) });
  return mountDesk(world.over({ ...backend, ...changes(backend) }), 'roll-up');
};
const mount = (wanted?: string): Promise<Tracker> => mountDesk(world.client(null), 'roll-up', wanted);

/** Rows of the table, each as the words of its head and its figures. */
const rows = (tracker: Tracker): string[] =>
  [...tracker.shadowRoot!.querySelectorAll('tbody tr, tfoot tr')].map((row) =>
    [row.querySelector('th')!, ...row.querySelectorAll('td')]
      .map((cell) => {
        const copy = cell.cloneNode(true) as Element;
        copy.querySelector('.label')?.remove();
        return copy.textContent.replace(/\s+/g, ' ').trim();
      })
      .join(' | '),
  );

function chooseYear(tracker: Tracker, year: string): void {
  const select = find<HTMLSelectElement>(tracker, '.period select');
  select.value = year;
  select.dispatchEvent(new Event('change', { bubbles: true }));
}

const added = async (tracker: Tracker): Promise<void> => {
  await until(
    () => tracker.shadowRoot!.querySelector('table'),
    () => `the table in ${words(tracker)}`,
  );
};

describe('funds added up', () => {
  it('count what one sends to another once, and come to what each publishes', async () => {
    await three();
    const tracker = await mount();
    await added(tracker);
    chooseYear(tracker, '2025');
    await until(() => rows(tracker).length === 5, 'the year 2025');
    expect(rows(tracker)).to.deep.equal([
      'Quỹ xã Mẫu chưa khoá sổ năm 2025 | 21.000.000 | 9.000.000 | 500.000 | 29.500.000',
      'Quỹ thôn Đông chưa khoá sổ năm 2025 | 3.000.000 | 0 | 2.000.000 | 1.000.000',
      'Cộng sổ các quỹ | 24.000.000 | 9.000.000 | 2.500.000 | 30.500.000',
      'Bớt: chuyển giữa các quỹ trong bảng |  | -2.000.000 | -2.000.000 | ',
      'Thu từ ngoài, chi ra ngoài | 24.000.000 | 7.000.000 | 500.000 | 30.500.000',
    ]);
    expect(words(tracker))
      .to.contain('cộng lại 4 khoản của năm 2025 và ra đúng số mà từng quỹ công bố')
      .and.to.contain('Quỹ trường Mẫu: chưa có sổ năm 2025, mở sổ ngày 01/01/2026.');
    expect(find(tracker, '.figure.lead dd').textContent).to.contain('30.500.000');
  });

  it('name what is on its way and what names no other fund, and leave both out of what came from outside', async () => {
    await three();
    await record('quy-thon', 'payment', 'chuyen', 300_000, '2025-12-30', { id: 'tre', fund: 'quy' });
    await record('quy', 'receipt', 'nhan', 40_000, '2025-08-01');
    const tracker = await mount();
    await added(tracker);
    chooseYear(tracker, '2025');
    await shows(tracker, 'Quỹ thôn Đông đã ghi chi, Quỹ xã Mẫu chưa ghi thu trong năm: 300.000');
    expect(words(tracker)).to.contain('Quỹ xã Mẫu, khoản số 4: thu 40.000');
    const terms = find(tracker, '.terms').textContent.replace(/\s+/g, ' ');
    expect(terms)
      .to.match(/\+\s?7\.000\.000 đ ?thu từ ngoài/)
      .and.to.match(/−\s?300\.000 đ ?chuyển chưa khớp hai bên/)
      .and.to.match(/\+\s?40\.000 đ ?chuyển không nêu quỹ bên kia/)
      .and.to.match(/=\s?30\.240\.000 đ/);
    await expectLooks(tracker);
  }).timeout(40_000);

  it('name a fund whose ledger does not come, and read it when asked again', async () => {
    await three();
    let broken = true;
    const tracker = await mountOver((backend) => ({
      query: (name, params, options) =>
        broken && name === 'public.fund.ledger' && (params as { fund: string }).fund === 'quy-thon'
          ? Promise.reject(new HtsdError('server'))
          : backend.query(name, params, options),
    }));
    await shows(tracker, 'Quỹ thôn Đông: chưa tải được sổ.');
    expect(rows(tracker).join()).to.contain('Quỹ xã Mẫu').and.not.to.contain('Quỹ thôn Đông');
    await expect(tracker).to.be.accessible();
    broken = false;
    button(tracker, 'Tải lại sổ còn thiếu').click();
    await until(() => rows(tracker).join().includes('Quỹ thôn Đông'), 'the hamlet');
    expect(words(tracker)).not.to.contain('chưa tải được sổ');
  });

  it('say at which fund the entries are not what it publishes', async () => {
    await three();
    const tracker = await mountOver((backend) => ({
      query: async (name, params, options) => {
        const page = await backend.query(name, params, options);
        if (name !== 'public.funds.list' && name !== 'public.fund.get') return page;
        const items = page.items as unknown as { id: string; count: number }[];
        return { ...page, items: items.map((one) => ({ ...one, count: one.count + 1 })) } as typeof page;
      },
    }));
    await added(tracker);
    const said = rows(tracker).filter((row) => row.includes('khác số quỹ công bố'));
    expect(said.map((row) => row.split(' chưa')[0])).to.include.members(['Quỹ thôn Đông', 'Quỹ trường Mẫu']);
    expect(words(tracker)).to.contain('Số cộng lại khác số công bố').and.not.to.contain('ra đúng số');
    await expect(tracker).to.be.accessible();
  });

  it('follow what is recorded, in the year that is looked at, and what is published no more', async () => {
    await three();
    const tracker = await mount();
    await added(tracker);
    chooseYear(tracker, '2025');
    await until(() => rows(tracker).length === 5, 'the year 2025');
    await record('quy', 'receipt', 'tai-tro', 1_000_000, '2025-07-01');
    await record('quy-truong', 'receipt', 'tai-tro', 400_000, '2026-07-01');
    away(3600);
    await until(
      () => rows(tracker).at(-1)?.includes('8.000.000'),
      () => rows(tracker).join(),
    );
    expect(words(tracker)).to.contain('cộng lại 5 khoản của năm 2025 và ra đúng số');
    for (const id of ['quy', 'quy-thon', 'quy-truong']) {
      const [fund] = (await world.client(treasurer).query('fund.get', { id })).items;
      await world.send(treasurer, 'fund.update', id, fund!.version, { published: false });
    }
    away(3600);
    await until(
      () => tracker.phase === 'not-found',
      () => tracker.phase,
    );
  });

  it('say how old they are where nothing newer can be had, until it can', async () => {
    await three();
    let online = true;
    const tracker = await mountOver((backend) => ({
      query: (...asked) => (online ? backend.query(...asked) : Promise.reject(new HtsdError('offline'))),
    }));
    await added(tracker);
    chooseYear(tracker, '2025');
    await record('quy', 'receipt', 'tai-tro', 1_000_000, '2025-07-01');
    online = false;
    away(3600);
    await shows(tracker, 'Đây là số liệu đọc lúc');
    expect(rows(tracker).at(-1)).to.contain('7.000.000');
    await expect(tracker).to.be.accessible();
    online = true;
    dispatchEvent(new Event('online'));
    await until(
      () => rows(tracker).at(-1)?.includes('8.000.000'),
      () => rows(tracker).join(),
    );
    expect(words(tracker)).not.to.contain('số liệu đọc lúc');
  });

  it('fit what each publishes although an entry came between reading the one and the other', async () => {
    await three();
    let came: Promise<void> | undefined;
    const tracker = await mountOver((backend) => ({
      // Nobody tells what others do.
      subscribe: () => () => undefined,
      query: async (name, params, options) => {
        if (name === 'public.fund.ledger' && (params as { fund: string }).fund === 'quy')
          await (came ??= record('quy', 'receipt', 'tai-tro', 1_000_000, '2025-07-01'));
        return backend.query(name, params, options);
      },
    }));
    await added(tracker);
    chooseYear(tracker, '2025');
    await shows(tracker, 'cộng lại 5 khoản của năm 2025 và ra đúng số mà từng quỹ công bố');
  });

  it('are there where the fund above is not published, and are not found where none is', async () => {
    await open('quy', 'Quỹ xã Mẫu', { published: false });
    const none = await mount('not-found');
    await expect(none).to.be.accessible();
    none.parentElement!.remove();
    await open('quy-thon', 'Quỹ thôn Đông', { parent: 'quy' });
    const tracker = await mount();
    await shows(tracker, 'Sổ của quỹ cấp trên chưa công khai.');
    expect(words(tracker)).to.contain('Quỹ thôn Đông').and.not.to.contain('Quỹ xã Mẫu');
  });

  it('wait for the network, speak English, and print without what is pressed', async () => {
    await three();
    document.documentElement.lang = 'en';
    let online = false;
    const tracker = await mountOver((backend) => ({
      query: (name, params, options) =>
        !online && name === 'public.fund.ledger'
          ? Promise.reject(new HtsdError('offline'))
          : backend.query(name, params, options),
    }));
    await shows(tracker, 'No network');
    await expect(tracker).to.be.accessible();
    online = true;
    find<HTMLButtonElement>(tracker, '.notice button').click();
    await added(tracker);
    chooseYear(tracker, '2025');
    await shows(tracker, 'Less: between funds of the table');
    expect(words(tracker)).to.contain('Ledgers that this page read just now: 2.');
    await emulateMedia({ media: 'print' });
    expect(getComputedStyle(find(tracker, '.period')).display).to.equal('none');
    expect(getComputedStyle(find(tracker, 'table')).display).not.to.equal('none');
  });
});
