import { expect } from '@open-wc/testing';
import { openDB } from 'idb';
import { answer, naming, outboxScene, ready, type OutboxScene } from './test-helpers/outbox-scene.js';

describe('what the outbox keeps on disk', () => {
  let room: OutboxScene;
  beforeEach(() => {
    room = outboxScene();
  });
  afterEach(() => room.end());

  it('keeps a stored command that cannot be read, and says so', async () => {
    const device = room.join();
    const { assessment } = await ready(device);
    device.offline();
    await device.backend.execute([answer(assessment, 1, 5)]);
    await device.backend.dispose();
    const db = await openDB(`${room.storage}-outbox`);
    const [key] = await db.getAllKeys('entries');
    await db.put('entries', { format: 1, command: { kind: 'assessment.answer', record: assessment } }, key);
    await db.put('entries', 'hỏng', [(key as [string, number])[0], 99]);
    db.close();
    const again = room.join();
    await again.backend.session();
    await again.backend.outbox.send();
    expect(again.backend.outbox.getState()).to.include({ waiting: 0, stuck: 2 });
    const items = await again.backend.outbox.items();
    expect(items.map(({ trouble }) => trouble!.code)).to.deep.equal(['damaged', 'damaged']);
    expect(await (await again.backend.outbox.exportFile()).text(), 'even that can be handed on').to.include(
      'hỏng',
    );
  });

  it('keeps evidence that could not be uploaded, and sends it before what names it', async () => {
    const device = room.join();
    const { assessment } = await ready(device);
    device.offline();
    const file = new Blob([new Uint8Array([0x25, 0x50, 0x44, 0x46, 0x2d, 0x31, 0x2e, 0x37, 10])]);
    const info = await device.backend.files!.put(file);
    expect(info).to.include({ type: 'application/pdf', size: 9 });
    expect((await device.backend.files!.get(info.sha256)).size).to.equal(9);
    const named = naming(assessment, 1, info);
    await device.backend.execute([named]);
    device.online();
    await device.backend.outbox.send();
    expect(device.backend.outbox.getState()).to.include({ waiting: 0, stuck: 0 });
    expect((await device.adapter.files!.get(info.sha256)).size).to.equal(9);
  });
});
