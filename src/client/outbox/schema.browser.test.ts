import { expect } from '@open-wc/testing';
import { openDB } from 'idb';
import { outboxSchema } from './outbox-db.js';
import released from './test-helpers/released-1.json';
import { appliedTo, failure, idsOf, outboxScene, seen } from './test-helpers/outbox-scene.js';
import type { Command } from '../../domain/command.schema.js';

/** Databases as releases have left them on phones; a new version of the schema gets a new file, and the old ones stay. */
const releases = [released];

it('keeps a database of every schema that was ever released', () => {
  expect(releases.map(({ schema }) => schema)).to.deep.equal(
    Array.from({ length: outboxSchema }, (_, index) => index + 1),
  );
});

for (const { schema, stores, rows } of releases)
  describe(`a queue left by schema ${schema}`, () => {
    it('is opened, shown and sent', async () => {
      const room = outboxScene();
      const db = await openDB(`${room.storage}-outbox`, schema, {
        upgrade(open) {
          for (const { name, indexes } of stores) {
            const store = open.createObjectStore(name);
            for (const index of indexes) store.createIndex(index.name, index.keyPath);
          }
        },
      });
      for (const { store, key, value } of rows) await db.put(store, value, key);
      db.close();

      const device = room.join();
      const { backend, adapter } = device;
      device.faults.next({ kind: 'fail', error: failure('offline') }, { call: 'execute', times: 100 });
      await backend.session();
      expect(backend.outbox.getState()).to.include({ waiting: 3, stuck: 0 });
      const kinds = (await backend.outbox.items()).map(({ kind, about }) => `${kind} ${about}`);
      expect(kinds).to.deep.equal(
        ['subject.register', 'assessment.open', 'assessment.answer'].map(
          (kind) => `${kind} Trường Tiểu học Hoà Bình`,
        ),
      );
      device.online();
      await backend.outbox.send();
      await seen(backend, ({ waiting }) => waiting === 0);
      expect(backend.outbox.getState().stuck).to.equal(0);
      const commands = rows
        .filter(({ store }) => store === 'entries')
        .map(({ value }) => (value as { command: Command }).command);
      expect(idsOf(adapter.log().map(({ command }) => command as Command))).to.deep.equal(idsOf(commands));
      expect(appliedTo(adapter, commands.at(-1)!.record)).to.have.length(2);
      await room.end();
    });
  });
