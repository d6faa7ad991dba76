import { expect } from '@open-wc/testing';
import { openDB } from 'idb';
import { writeCursor } from '../../backend/cursor.js';
import { HtsdError } from '../../backend/errors.js';
import { createClient } from '../client.js';
import { readSubjects } from '../read-subjects.js';
import { withNames } from '../test-helpers/with-names.js';
import {
  answer,
  naming,
  opening,
  outboxScene,
  ready,
  type OutboxScene,
} from './test-helpers/outbox-scene.js';

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

  it('says of a list since when it is kept, as long as the back end does not give another', async () => {
    let now = new Date('2026-11-20T02:00:00Z');
    const device = room.join({ now: () => now });
    const { assessment } = await ready(device);
    const list = async (cursor?: string) => {
      const { items, keptAt } = await device.backend.query('assessments.list', {
        state: 'draft',
        ...(cursor && { cursor }),
      });
      return { ids: items.map(({ id }) => id), keptAt };
    };
    expect(await list()).to.deep.equal({ ids: [assessment], keptAt: undefined });
    now = new Date('2026-11-21T02:00:00Z');
    expect(await list(writeCursor(assessment)), 'what follows is no news of the rest').to.deep.equal({
      ids: [],
      keptAt: undefined,
    });
    for (const code of ['offline', 'server'] as const) {
      device.faults.next({ kind: 'fail', error: new HtsdError(code) });
      expect(await list(), code).to.deep.equal({ ids: [assessment], keptAt: '2026-11-20T02:00:00.000Z' });
    }
    await list();
    device.offline();
    expect((await list()).keptAt, 'read again').to.equal('2026-11-21T02:00:00.000Z');
  });

  it('has subjects that are named, waiting ones too, also without network, and keeps no such question', async () => {
    const device = room.join({ wrap: withNames });
    const { subject } = await ready(device);
    const client = createClient(device.backend, { storage: room.storage });
    const { signal } = new AbortController();
    const named = async (...ids: string[]) => [...(await readSubjects(client, ids, signal)).keys()].sort();
    expect(await named(subject, 'khong-co')).to.deep.equal([subject]);
    device.offline();
    const [register] = opening('Trường chưa gửi');
    await device.backend.execute([register]);
    const both = [subject, register.record].sort();
    expect(await named(...both), 'offline').to.deep.equal(both);
    device.online();
    const { items } = await device.backend.query('subjects.list', { ids: [subject] });
    expect(
      items.map(({ id }) => id),
      'none that waits and was not asked for',
    ).to.deep.equal([subject]);
    const db = await openDB(`${room.storage}-outbox`);
    const asked = (await db.getAllKeys('answers')).map((key) => (key as string[])[1]);
    db.close();
    expect(asked.filter((one) => one!.includes('ids'))).to.deep.equal([]);
    expect(asked, 'as other lists are').to.not.deep.equal([]);
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
