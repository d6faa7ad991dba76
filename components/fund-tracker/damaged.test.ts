/** A ledger whose storage was damaged, as those who open it read of it. */
import { expect } from '@open-wc/testing';
import { deleteDB, openDB } from 'idb';
import { createLocalAdapter, databaseName } from '../../src/backend/local/local-adapter.js';
import { createClient } from '../../src/client/client.js';
import type { Actor } from '../../src/domain/actor.schema.js';
import type { CommandKind, CommandOf } from '../../src/domain/command.schema.js';
import { find, mountDesk, shows } from '../../test/support/mount-desk.js';
import { inspector, settings, treasurer } from '../../test/support/fund-desk-world.js';
import { answersOf, sampleFund } from '../../test/support/fund-ledger.js';
import { until } from '../../test/support/mount-form.js';
import { mount, phase, useCleanPage, words } from '../../test/support/mount-fund.js';

useCleanPage();

const salt = '0123456789abcdef0123456789abcdef';
const tenant = `hong-${Date.now()}`;
const database = databaseName({ tenant });
const clientOf = (actor: Actor | null) =>
  createClient(createLocalAdapter({ tenant, actor }), { storage: `${tenant}-${actor?.id ?? 'khach'}` });
const clients: ReturnType<typeof clientOf>[] = [];
function as(actor: Actor | null): ReturnType<typeof clientOf> {
  const client = clientOf(actor);
  clients.push(client);
  return client;
}

describe('a ledger that is damaged in storage', () => {
  before(async () => {
    const client = as(treasurer);
    const send = async <K extends CommandKind>(kind: K, record: string, payload: CommandOf<K>['payload']) => {
      const command = { id: `lenh-${kind}`, kind, record, expected: 0, payload } as CommandOf<K>;
      const [receipt] = await client.execute([command]);
      expect(receipt?.status).to.equal('applied');
    };
    await send('fund.open', 'quy', { ...settings, opened: '2025-01-01' });
    const row = {
      kind: 'receipt' as const,
      account: 'bank' as const,
      category: 'tai-tro',
      date: '2025-03-01',
      details: { salt },
    };
    await send('fund.import', 'nhap', {
      fund: 'quy',
      rows: Array.from({ length: 600 }, (_none, at) => ({ ...row, amount: at + 1 })),
    });
    const db = await openDB(database);
    const id = 'entries/quy/000001';
    const { row: page, ...rest } = (await db.get('funds', id)) as { row: { amounts: number[] } };
    await db.put('funds', { ...rest, row: { ...page, amounts: page.amounts.slice(1) } });
    db.close();
  });
  afterEach(() => document.body.replaceChildren());
  after(async () => {
    await Promise.all(clients.map((client) => client.dispose()));
    await deleteDB(database);
  });

  for (const [view, actor] of [
    ['treasurer', treasurer],
    ['inspection', inspector],
  ] as const)
    it(`is told as that in the view ${view}, from which entry, and that nothing was deleted`, async () => {
      const tracker = await mountDesk(as(actor), view, 'damaged');
      expect(words(tracker))
        .to.contain('Một phần sổ quỹ không đọc được')
        .and.to.contain('bắt đầu từ khoản số 513')
        .and.to.contain('Không có gì bị xoá');
      expect(find(tracker, '[role=alert] button').textContent).to.contain('Thử lại');
      await expect(tracker).to.be.accessible();
    });

  it('is told to anybody below the figures that the fund publishes', async () => {
    const tracker = await mountDesk(as(null), 'public');
    await shows(tracker, 'bắt đầu từ khoản số 513');
    expect(words(tracker)).to.contain('Tồn quỹ hiện nay').and.not.to.contain('Máy chủ chưa trả lời');
    await expect(tracker).to.be.accessible();
  });
});

describe('a ledger that comes in a wrong shape', () => {
  it('is not taken for a server that did not answer', async () => {
    const sample = sampleFund(600);
    sample.pages[1]!.entries.amounts.pop();
    const tracker = mount(answersOf(sample));
    await phase(tracker, 'shown');
    await shows(tracker, 'bắt đầu từ khoản số 513');
    expect(words(tracker)).not.to.contain('Máy chủ chưa trả lời');
  });

  it('ends the check with the number of the entry, not with a word about the network', async () => {
    const sample = sampleFund(600);
    const tracker = mount(answersOf(sample));
    await phase(tracker, 'shown');
    await until(() => tracker.shadowRoot!.querySelector('#check-run'), 'the ledger');
    sample.pages[1]!.entries.amounts.pop();
    find(tracker, '#check-run').click();
    const result = () => find(tracker, '#check-result').textContent ?? '';
    await until(() => result().includes('bắt đầu từ khoản số 513'), 'the number');
    expect(result()).not.to.contain('không tải được');
  });
});
