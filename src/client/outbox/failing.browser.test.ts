import { expect } from '@open-wc/testing';
import {
  answer,
  appliedTo,
  failure,
  naming,
  opening,
  outboxScene,
  type Device,
} from './test-helpers/outbox-scene.js';
import type { OutboxScene } from './test-helpers/outbox-scene.js';

describe('a back end that breaks down over what it is sent', () => {
  let room: OutboxScene;
  /** Records that it breaks down over; all of them where nothing is named. */
  let bad: Set<string> | undefined;
  let calls = 0;
  beforeEach(() => {
    room = outboxScene();
    bad = new Set();
    calls = 0;
  });
  afterEach(() => room.end());

  const join = (): Device =>
    room.join({
      wrap: (adapter) => ({
        ...adapter,
        execute: async (commands, options) => {
          calls += 1;
          if (!bad || commands.some(({ record }) => bad!.has(record))) throw failure('server');
          return adapter.execute(commands, options);
        },
      }),
    });

  /** Assessments with an answer each that waits. */
  async function waiting(device: Device, count: number): Promise<string[]> {
    const { backend } = device;
    await backend.query('criteria.get', { id: 'bo-thu', version: '1' });
    const records: string[] = [];
    for (let n = 0; n < count; n += 1) {
      const [register, open] = opening(`Trường ${n}`);
      await backend.execute([register, open]);
      records.push(open.record);
    }
    device.offline();
    for (const record of records) await backend.execute([answer(record, 1, 5)]);
    device.online();
    return records;
  }
  const attempts = async ({ backend }: Device, times: number): Promise<void> => {
    for (let n = 0; n < times; n += 1) await backend.outbox.send();
  };

  it('sends everything else after a few attempts, says so, and keeps what is at fault in its order', async () => {
    const device = join();
    const { outbox } = device.backend;
    const records = await waiting(device, 9);
    const [poison] = records.splice(4, 1) as [string];
    bad!.add(poison);
    await device.backend.execute([answer(poison, 2, 7, 'c2')]);
    await attempts(device, 2);
    expect(outbox.getState().waiting, 'it may be over in a moment').to.equal(10);
    await attempts(device, 1);
    expect(outbox.getState()).to.include({ waiting: 2, stuck: 0 });
    for (const record of records) expect(appliedTo(device.adapter, record)).to.have.length(2);

    await attempts(device, 2);
    expect(outbox.getState()).to.include({ waiting: 1, stuck: 1 });
    const items = (await outbox.items()).filter(({ state }) => state !== 'sent');
    expect(items.map(({ state, trouble, record }) => [state, trouble?.code, record])).to.deep.equal([
      ['stuck', 'failing', poison],
      ['behind', undefined, poison],
    ]);
    const before = calls;
    await attempts(device, 1);
    expect(calls - before, 'one call for what fails').to.equal(1);

    // What is made now does not wait for it, also on a page that was opened anew.
    await device.backend.dispose();
    const again = join();
    await again.backend.session();
    expect(again.backend.outbox.getState()).to.include({ waiting: 1, stuck: 1 });
    await again.backend.execute([answer(records[0]!, 2, 9, 'c3')]);
    expect(appliedTo(again.adapter, records[0]!)).to.have.length(3);

    // Mended: it goes out by itself, nobody has to press anything for it.
    bad!.clear();
    await attempts(again, 1);
    expect(again.backend.outbox.getState()).to.include({ waiting: 0, stuck: 0, status: 'idle' });
    expect(appliedTo(again.adapter, poison)).to.have.length(3);
  });

  it('is not taken for what is sent where it breaks down over everything', async () => {
    const device = join();
    const { outbox } = device.backend;
    await waiting(device, 8);
    bad = undefined;
    await attempts(device, 8);
    expect(outbox.getState()).to.include({ waiting: 8, stuck: 0 });
    calls = 0;
    bad = new Set();
    await attempts(device, 1);
    expect(outbox.getState()).to.include({ waiting: 0, stuck: 0 });
    expect(calls, 'who was only suspected goes with the others').to.be.below(5);
  });

  it('says so of the only thing that waits, too, only later', async () => {
    const device = join();
    await waiting(device, 1);
    bad = undefined;
    await attempts(device, 9);
    expect(device.backend.outbox.getState()).to.include({ waiting: 1, stuck: 0 });
    await attempts(device, 1);
    expect(device.backend.outbox.getState()).to.include({ waiting: 0, stuck: 1 });
  });

  it('over a file holds up what names it, and nothing else', async () => {
    const device = join();
    const { backend, adapter } = device;
    const [first, second] = (await waiting(device, 2)) as [string, string];
    device.offline();
    const file = new Blob(['%PDF-1.7\nmột tệp']);
    const { sha256, size, type } = await backend.files!.put(file);
    await backend.execute([naming(first, 2, { sha256, size, type })]);
    await backend.execute([answer(second, 2, 5, 'c2')]);
    device.online();
    device.faults.next({ kind: 'fail', error: failure('server') }, { call: 'put', times: 100 });
    await attempts(device, 3);
    expect(backend.outbox.getState()).to.include({ waiting: 0, stuck: 1 });
    expect(appliedTo(adapter, second)).to.have.length(3);
    device.online();
    await attempts(device, 1);
    expect(backend.outbox.getState()).to.include({ waiting: 0, stuck: 0 });
    expect((await adapter.files!.get(sha256)).size).to.equal(size);
  });
});
