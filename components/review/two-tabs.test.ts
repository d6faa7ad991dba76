/** A reviewer in two tabs of one browser, over a server that tells nothing by itself; and a list that others work on, too. */
import { expect } from '@open-wc/testing';
import { createMemoryAdapter } from '../../src/backend/memory/memory-adapter.js';
import type { Backend } from '../../src/backend/port.js';
import { createClient } from '../../src/client/client.js';
import type { Client } from '../../src/client/client.types.js';
import { withOutbox } from '../../src/client/outbox/with-outbox.js';
import { catalogOf } from '../../test/support/catalog.js';
import { DeskWorld, reviewer } from '../../test/support/desk-world.js';
import { type, until } from '../../test/support/mount-form.js';
import {
  buttonIn as button,
  fieldIn as field,
  reviewPhase as phase,
  wordsOf as words,
  type ReviewDeskElement as Desk,
} from '../../test/support/mount-review.js';

let world: DeskWorld;
let device: string;
let count = 0;
let clients: Client[] = [];
beforeEach(() => {
  world = new DeskWorld();
  device = `hai-the-${Date.now()}-${(count += 1)}`;
});
afterEach(async () => {
  document.body.replaceChildren();
  await Promise.all(clients.map((client) => client.dispose()));
  clients = [];
  await world.end();
});

function mount(attributes: Record<string, string> = {}): Desk {
  const silent: Backend = createMemoryAdapter({
    store: world.store,
    actor: reviewer,
    catalog: catalogOf(...world.sets),
  });
  delete silent.subscribe;
  const client = createClient(withOutbox(silent, { storage: device }), { storage: device });
  clients.push(client);
  const provider = document.createElement('htsd-provider');
  provider.client = client;
  const desk = document.createElement('htsd-review');
  for (const [name, value] of Object.entries(attributes)) desk.setAttribute(name, value);
  provider.append(desk);
  document.body.append(provider);
  return desk;
}
const stored = async (id: string) => (await world.client(reviewer).query('assessment.get', { id })).items[0]!;

describe('one review in two tabs', () => {
  it('shows in the second what the first stored, and says there that it is over', async () => {
    await world.submitted('mot', 'in-review');
    const [one, other] = [mount({ assessment: 'a-mot' }), mount({ assessment: 'a-mot' })];
    await phase(one, 'open');
    await phase(other, 'open');
    type(field(one, 'diem', 'points'), '6');
    await one.updateComplete;
    type(field(one, 'diem', 'reason'), 'Thiếu minh chứng');
    await until(
      async () => (await stored('a-mot')).review?.marks?.['diem']?.answer.points === '6',
      'the mark to be stored',
    );
    await until(() => other.session?.getState().assessment.review?.marks?.['diem'], 'the mark over there');
    await other.updateComplete;
    expect(field(other, 'diem', 'points').value).to.equal('6');

    button(one, 'Xác nhận').click();
    await until(() => one.shadowRoot!.querySelector<HTMLDialogElement>('dialog')?.open, 'the question');
    one.shadowRoot!.querySelector<HTMLElement>('dialog .primary')!.click();
    await until(async () => (await stored('a-mot')).state === 'verified', 'the end');
    await until(
      () => words(other).includes('Đã xác nhận'),
      () => words(other),
    );
  });
});

describe('one review on two devices', () => {
  const second = { ...reviewer, id: 'tham-dinh-hai', name: 'Lê Văn Hai' };

  it('tells who comes second what the first did, whether it is over or not', async () => {
    await world.submitted('mot');
    const desk = mount({ assessment: 'a-mot' });
    await phase(desk, 'open');
    await world.send(second, 'assessment.review', 'a-mot', 3, {});
    button(desk, 'Bắt đầu thẩm định').click();
    await until(
      () => words(desk).includes('Người khác vừa làm việc với bản này'),
      () => words(desk),
    );
    await desk.updateComplete;
    await world.send(second, 'assessment.verify', 'a-mot', 4, {});
    button(desk, 'Trả lại').click();
    const dialog = (): HTMLDialogElement => desk.shadowRoot!.querySelector('dialog')!;
    await until(() => dialog().open, 'the question');
    type(dialog().querySelector('textarea')!, 'Thiếu minh chứng');
    dialog().querySelector<HTMLElement>('.primary')!.click();
    await until(
      () => words(desk).includes('vừa kết thúc việc thẩm định bản này'),
      () => words(desk),
    );
    expect(words(desk)).to.contain('Thiếu minh chứng').and.not.to.contain('Cả hai bản đều được giữ');
    await expect(desk).to.be.accessible();
  });
});

describe('the list of a reviewer', () => {
  it('follows what another tab did, as far as it reached', async () => {
    await world.submitted('mot');
    await world.submitted('hai');
    const [list, tab] = [mount(), mount({ assessment: 'a-hai' })];
    await phase(list, 'list');
    await phase(tab, 'open');
    expect(list.shadowRoot!.querySelector('[data-open=a-hai]')).not.to.equal(null);
    await tab.session!.takeUp();
    await until(() => !list.shadowRoot!.querySelector('[data-open=a-hai]'), 'what was taken up gone');
    expect(list.shadowRoot!.querySelector('[data-open=a-mot]')).not.to.equal(null);
  });
});
