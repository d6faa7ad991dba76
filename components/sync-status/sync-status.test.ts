import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { Backend } from '../../src/backend/port.js';
import { createMemoryAdapter } from '../../src/backend/memory/memory-adapter.js';
import {
  answer,
  failure,
  opening,
  outboxScene,
  seen,
  type Device,
  type OutboxScene,
} from '../../src/client/outbox/test-helpers/outbox-scene.js';
import { expectLooks, restoreLooks } from '../../test/support/looks.js';
import { until } from '../../test/support/mount-form.js';
import { mountSync, type SyncElement as Status } from '../../test/support/mount-sync.js';

describe('htsd-sync-status', () => {
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
  const line = (status: Status): string => clean(status.shadowRoot!.querySelector('#line')?.textContent);
  const words = (status: Status): string =>
    clean(status.shadowRoot!.querySelector('[part=base]')?.textContent);

  const mount = (backend: Backend, attributes?: Record<string, string>): Promise<Status> =>
    mountSync(backend, room.storage, attributes);
  const says = (status: Status, said: string): Promise<unknown> =>
    until(
      () => words(status).includes(said),
      () => `"${said}" in "${words(status)}"`,
    );

  /** A unit with an open assessment, known to the device. */
  async function ready(device: Device, name?: string): Promise<string> {
    const [register, open] = opening(name);
    await device.backend.query('criteria.get', { id: 'bo-thu', version: '1' });
    await device.backend.execute([register, open]);
    return open.record;
  }

  it('says that nothing needs to be sent where the back end is this device', async () => {
    const status = await mount(createMemoryAdapter());
    await says(status, 'không cần gửi đi');
    await expectLooks(status);
  });

  it('loading, not signed in, and failed with a way to try again', async () => {
    let fails = true;
    const backend = (session: Backend['session']): Backend => ({
      ...room.join({ storage: `${room.storage}-x` }).backend,
      session,
    });
    const loading = await mount(backend(() => new Promise(() => undefined)));
    expect(words(loading)).to.contain('Đang kiểm tra');
    const stranger = await mount(backend(() => Promise.reject(failure('unauthenticated'))));
    await says(stranger, 'Đăng nhập để xem');
    const failed = await mount(
      backend(async () => {
        if (fails) throw failure('server');
        return { actor: { id: 'a', name: 'A', roles: ['officer'] }, tenant: 't' };
      }),
    );
    await says(failed, 'Chưa xem được');
    expect(find(failed, '[role=alert]')).not.to.equal(null);
    await expectLooks(failed);
    fails = false;
    find(failed, '[data-do=retry]').click();
    await says(failed, 'Đã gửi hết');
  });

  it('counts what waits, sends it at a press, and shows the number of a submission', async () => {
    const device = room.join();
    const assessment = await ready(device);
    const status = await mount(device.backend);
    await says(status, 'Đã gửi hết');
    device.offline();
    await device.backend.execute([answer(assessment, 1, 5)]);
    await says(status, 'Không có mạng, chờ gửi 1');
    expect(clean(find(status, '[aria-live=polite]').textContent)).to.equal('Không có mạng, chờ gửi 1');
    find(status, '#line').focus();
    await sendKeys({ press: 'Enter' });
    await says(status, 'Trả lời tiêu chí');
    expect(find(status, '#line').getAttribute('aria-expanded')).to.equal('true');
    expect(words(status)).to.contain('Trường Tiểu học Hoà Bình');
    await expectLooks(status);
    device.online();
    find(status, '[data-do=send]').click();
    await says(status, 'Đã gửi hết');
    await says(status, 'Đã gửi gần đây');
    expect(find(status, '[data-do=send]').hasAttribute('disabled')).to.equal(true);
  });

  it('leads to the record, and deletes only what was confirmed and the page lets go', async () => {
    const device = room.join();
    const assessment = await ready(device);
    device.offline();
    await device.backend.execute([answer(assessment, 1, 5)]);
    await device.backend.execute([answer(assessment, 2, 6, 'c2')]);
    const status = await mount(device.backend, { open: '' });
    await says(status, 'Trả lời tiêu chí');
    const opened: string[] = [];
    status.addEventListener('htsd-open-record', ({ record, kind }) => opened.push(record, kind));
    find(status, '[data-do=open]').click();
    expect(opened).to.deep.equal([assessment, 'assessment.answer']);

    const asked: number[] = [];
    const keep = (event: Event & { resting: number }): void => {
      asked.push(event.resting);
      event.preventDefault();
    };
    status.addEventListener('htsd-discard', keep);
    const press = async (what: string): Promise<void> => {
      find(status, '[data-do=remove]').click();
      await until(() => find(status, `dialog [data-do=${what}]`) !== null, 'the question');
      find(status, `dialog [data-do=${what}]`).click();
      await status.updateComplete;
    };
    await press('cancel');
    expect(asked).to.deep.equal([]);
    await press('ok');
    expect(asked).to.deep.equal([1]);
    expect(device.backend.outbox.getState().waiting).to.equal(2);
    status.removeEventListener('htsd-discard', keep);
    await press('ok');
    await says(status, 'Không có việc nào chờ gửi');
    expect(device.backend.outbox.getState().waiting).to.equal(0);
  });

  it('puts both sides of a conflict next to each other, asks for each, and sends the choice', async () => {
    const device = room.join();
    const assessment = await ready(device);
    device.offline();
    await device.backend.execute([answer(assessment, 1, 5)]);
    device.online();
    await device.adapter.execute([answer(assessment, 1, 9)]);
    await device.backend.outbox.send();
    const status = await mount(device.backend, { open: '' });
    await says(status, '1 việc cần anh/chị xem');
    await says(status, 'đã được sửa ở nơi khác');
    find(status, '[data-do=compare]').click();
    await says(status, 'Hai bản khác nhau');
    expect(clean(find(status, 'dialog fieldset').textContent)).to.equal(
      'Tiêu chí 1 Trước đó: Chưa trả lời Giữ của tôi: 5 Lấy của họ: 9',
    );
    await expectLooks(status);
    find(status, 'dialog [data-do=save]').click();
    await says(status, 'Còn 1 tiêu chí chưa chọn');
    await until(
      () => status.shadowRoot!.activeElement?.matches('input[type=radio]'),
      'focus on what is missing',
    );
    find(status, 'dialog input[value=mine]').click();
    find(status, 'dialog [data-do=save]').click();
    await seen(device.backend, ({ waiting, stuck }) => waiting + stuck === 0);
    await says(status, 'Đã gửi hết');
    const there = (await device.adapter.query('assessment.get', { id: assessment })).items[0]!;
    expect(there.answers['c1']).to.deep.equal({ points: '5' });
  });

  it('tells of what the server breaks down over, which can be looked at and tried, and goes out by itself in the end', async () => {
    let broken = false;
    const device = room.join({
      wrap: (adapter) => ({
        ...adapter,
        execute: (...call) => (broken ? Promise.reject(failure('server')) : adapter.execute(...call)),
      }),
    });
    const assessment = await ready(device);
    const status = await mount(device.backend, { open: '' });
    broken = true;
    await device.backend.execute([answer(assessment, 1, 5)]);
    await says(status, 'Chờ gửi 1');
    for (let attempt = 0; attempt < 10; attempt += 1) await device.backend.outbox.send();
    await says(status, 'Máy chủ gặp lỗi mỗi lần nhận việc này');
    expect(line(status)).to.equal('1 việc cần anh/chị xem');
    broken = false;
    find(status, '[data-do=again]').click();
    await says(status, 'Đã gửi hết');
  });

  it('says what is wrong with a file, and takes in a good one', async () => {
    const device = room.join();
    const assessment = await ready(device);
    device.offline();
    await device.backend.execute([answer(assessment, 1, 5)]);
    const text = await (await device.backend.outbox.exportFile()).text();
    const status = await mount(device.backend, { open: '' });
    await says(status, 'Trả lời tiêu chí');
    const bring = (content: string): void => {
      const input = find<HTMLInputElement>(status, 'input[type=file]');
      const data = new DataTransfer();
      data.items.add(new File([content], 'cho-gui.json'));
      input.files = data.files;
      input.dispatchEvent(new Event('change'));
    };
    bring('khác');
    await says(status, 'không phải tệp xuất ra');
    bring(text.replace('"5"', '"6"'));
    await says(status, 'bị hỏng hoặc đã bị sửa');
    bring(text);
    await says(status, 'Đã nhận 0 việc từ tệp; 1 việc đã có sẵn.');
  });

  it('speaks English', async () => {
    document.documentElement.lang = 'en';
    const device = room.join();
    const assessment = await ready(device);
    device.offline();
    await device.backend.execute([answer(assessment, 1, 5)]);
    const status = await mount(device.backend, { open: '' });
    await says(status, 'Answers to criteria');
    expect(line(status)).to.equal('No network, 1 waiting to be sent');
  });
});
