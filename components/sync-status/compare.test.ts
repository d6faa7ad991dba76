/** Both sides of a conflict where the device fails, or another tab is faster. */
import { expect } from '@open-wc/testing';
import {
  answer,
  failure,
  newId,
  outboxScene,
  ready,
  seen,
  type Device,
  type OutboxScene,
} from '../../src/client/outbox/test-helpers/outbox-scene.js';
import type { CommandOf } from '../../src/domain/command.schema.js';
import { expectLooks, restoreLooks } from '../../test/support/looks.js';
import { until } from '../../test/support/mount-form.js';
import { mountSync, type SyncElement as Status } from '../../test/support/mount-sync.js';

describe('comparing both sides of a conflict', () => {
  let room: OutboxScene;
  beforeEach(() => {
    document.documentElement.lang = 'vi';
    room = outboxScene();
  });
  afterEach(async () => {
    document.body.replaceChildren();
    await restoreLooks();
    await room.end();
  });

  const clean = (text: string | null | undefined): string => (text ?? '').replace(/\s+/g, ' ').trim();
  const find = <E extends HTMLElement = HTMLElement>(status: Status, selector: string): E =>
    status.shadowRoot!.querySelector<E>(selector)!;
  const says = (status: Status, said: string): Promise<unknown> =>
    until(() => clean(status.shadowRoot!.textContent).includes(said), said);

  /** 5 here, 9 there. */
  async function conflicting(device: Device): Promise<string> {
    const { assessment } = await ready(device);
    device.offline();
    await device.backend.execute([answer(assessment, 1, 5)]);
    device.online();
    await device.adapter.execute([answer(assessment, 1, 9)]);
    await device.backend.outbox.send();
    return assessment;
  }

  async function compared(device: Device): Promise<Status> {
    const status = await mountSync(device.backend, room.storage, { open: '' });
    await says(status, 'So sánh và chọn');
    find(status, '[data-do=compare]').click();
    await says(status, 'Hai bản khác nhau');
    return status;
  }

  it('tells in the dialog why a choice was not sent, and keeps it there', async () => {
    const device = room.join();
    const assessment = await conflicting(device);
    const status = await compared(device);
    const { outbox } = device.backend;
    const resolve = outbox.resolve.bind(outbox);
    outbox.resolve = () => Promise.reject(failure('quota'));
    find(status, 'dialog input[value=mine]').click();
    find(status, 'dialog [data-do=save]').click();
    await until(
      () => status.shadowRoot!.activeElement?.matches('dialog[open] #not-sent'),
      'the reason in the dialog',
    );
    expect(find(status, '#not-sent').textContent).to.contain('Thiết bị hết chỗ lưu');
    expect(find<HTMLInputElement>(status, 'dialog input[value=mine]').checked).to.equal(true);
    await expectLooks(status);
    outbox.resolve = resolve;
    find(status, 'dialog [data-do=save]').click();
    await seen(device.backend, ({ waiting, stuck }) => waiting + stuck === 0);
    await until(() => !find(status, 'dialog[open]'), 'the dialog gone');
    const there = (await device.adapter.query('assessment.get', { id: assessment })).items[0]!;
    expect(there.answers['c1']).to.deep.equal({ points: '5' });
  });

  it('sends no choice that was made from a version which is gone, and says when another tab has chosen', async () => {
    const device = room.join();
    const assessment = await conflicting(device);
    const status = await compared(device);
    find(status, 'dialog input[value=mine]').click();
    // Another tab chose, too; in between somebody else wrote once more.
    await device.adapter.execute([answer(assessment, 2, 7)]);
    const { outbox } = device.backend;
    const [item] = await outbox.items();
    await outbox.resolve(item!.seq, { c1: 'mine' });
    await seen(device.backend, ({ stuck, status: how }) => stuck === 1 && how !== 'sending');
    find(status, 'dialog [data-do=save]').click();
    await says(status, 'vừa được sửa thêm lần nữa');
    expect(clean(find(status, 'dialog fieldset').textContent)).to.contain('Lấy của họ: 7');
    expect(find<HTMLInputElement>(status, 'dialog input[value=mine]').checked).to.equal(false);
    find(status, 'dialog input[value=mine]').click();
    await outbox.resolve(item!.seq, { c1: 'theirs' });
    await seen(device.backend, ({ waiting, stuck }) => waiting + stuck === 0);
    find(status, 'dialog [data-do=save]').click();
    await says(status, 'vừa được xử lý ở một cửa sổ khác');
    expect(find<HTMLButtonElement>(status, 'dialog [data-do=save]').disabled).to.equal(true);
    const there = (await device.adapter.query('assessment.get', { id: assessment })).items[0]!;
    expect(there.answers['c1']).to.deep.equal({ points: '7' });
  });

  it('says of any other conflict what sending it again would replace', async () => {
    const device = room.join();
    const { subject } = await ready(device);
    const rename = (name: string): CommandOf<'subject.update'> => ({
      ...{ id: newId(), kind: 'subject.update', record: subject, expected: 1 },
      payload: { name },
    });
    device.offline();
    await device.backend.execute([rename('Tên ở đây')]);
    device.online();
    await device.adapter.execute([rename('Tên ở nơi khác')]);
    await device.backend.outbox.send();
    const status = await mountSync(device.backend, room.storage, { open: '' });
    await says(status, 'Xin mở xem bản mới trước.');
    await expectLooks(status);
  });
});
