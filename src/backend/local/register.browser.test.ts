import { expect } from '@open-wc/testing';
import { openDB, type IDBPDatabase } from 'idb';
import { command, cycle, newId, officer } from '../conformance/scene.js';
import { grantOf, verified } from '../conformance/judging.js';
import type { Backend } from '../port.js';
import { createConnection } from './connection.js';
import { createRegisterReader } from './register-reader.js';
import { withLocalScene, type LocalScene } from './test-helpers/local-scene.js';

/** What the register and the tallies say, as a list of lines. */
async function told(backend: Backend): Promise<string[]> {
  const rows = await backend.query('register.list', { cycle, limit: 500 });
  const tallies = await backend.query('tallies.list', {});
  return [
    ...rows.items.map(({ name, state, outcome = '' }) => `${name} ${state} ${outcome}`),
    ...tallies.items.map(({ cycle: of, place, counts }) => `${of} ${place} ${JSON.stringify(counts)}`),
  ];
}

/** Takes everything that was derived out of the database, as if it came from before there was a register. */
async function forget(db: IDBPDatabase): Promise<void> {
  const { store } = db.transaction('funds', 'readwrite');
  for (const prefix of ['row', 'tally', 'register'])
    await store.delete(IDBKeyRange.bound(`${prefix}/`, `${prefix}0`));
}

async function withDatabase(run: (scene: LocalScene, db: IDBPDatabase) => Promise<void>): Promise<void> {
  await withLocalScene(async (scene) => {
    const db = await openDB(scene.database);
    try {
      await run(scene, db);
    } finally {
      db.close();
    }
  });
}

/** Some subjects on their way: more than one slice of the way through everything. */
async function someWork(scene: LocalScene): Promise<void> {
  const { ids, signing } = await verified(scene, 2);
  await scene.send(signing, grantOf(ids.slice(0, 1)));
  const subjects = Array.from({ length: 120 }, (_none, index) => ({
    id: newId(),
    model: scene.set.model,
    name: `Đơn vị ${index}`,
    place: { name: 'Xã Mẫu', code: `0721${index % 3}` },
    facts: {},
    ...(index % 2 === 0 && { cycle, criteria: { id: scene.set.id, version: scene.set.version } }),
  }));
  await scene.send(scene.backend, command('subject.import', newId(), 0, { subjects }));
}

describe('the register in the local database', () => {
  it('is made of the records where the database comes from before there was one', () =>
    withDatabase(async (scene, db) => {
      await someWork(scene);
      const before = await told(scene.backend);
      expect(before.length).to.be.greaterThan(5);
      await forget(db);
      expect(await told(await scene.as(officer)), 'asked').to.deep.equal(before);
      await forget(db);
      const more = await scene.register(scene.backend, 'Đơn vị sau cùng');
      const after = await told(scene.backend);
      await forget(db);
      expect(await told(scene.backend), 'written to before anybody asked').to.deep.equal(after);
      expect(after.join()).to.include('Đơn vị sau cùng registered');
      expect(more).to.be.a('string');
    }));

  it('is made anew where a page of an earlier version wrote without it', () =>
    withDatabase(async (scene, db) => {
      await someWork(scene);
      const [subject] = (await scene.backend.query('subjects.list', { limit: 1 })).items;
      // As that version does: the record and the line of the log.
      const tx = db.transaction(['subjects', 'log'], 'readwrite');
      await tx
        .objectStore('subjects')
        .put({ ...subject, version: 9, name: 'An Bình', place: { name: 'X', code: '99999' } });
      await tx.objectStore('log').add({
        command: { id: newId(), kind: 'subject.update', record: subject!.id, expected: 8, payload: {} },
        actor: { id: officer.id, name: officer.name },
        at: '2026-11-26T00:00:00.000Z',
        records: [{ type: 'subject', id: subject!.id, version: 9 }],
      });
      await tx.done;
      const after = await told(scene.backend);
      expect(after[0]).to.match(/^An Bình/);
      expect(after.filter((line) => line.includes(' 99999 '))).to.have.length(2);
      await forget(db);
      expect(await told(scene.backend)).to.deep.equal(after);
    }));

  it('is not gone through again for changes that it does not hold', () =>
    withDatabase(async (scene, db) => {
      const subject = await scene.register(scene.backend);
      const before = await told(scene.backend);
      const upto: unknown = await db.get('funds', 'register/upto');
      await scene.send(
        scene.backend,
        command('consent.give', newId(), 0, {
          subjectId: subject,
          purpose: 'assessment',
          textVersion: '1',
          giver: 'self',
          giverName: 'Nguyễn Thị Ánh',
          form: 'digital',
        }),
      );
      // What would be derived anew would not hold this.
      const [line] = (await db.getAllFromIndex('funds', 'subject', `row/${subject}`)) as { row: object }[];
      await db.put('funds', { ...line, row: { ...line!.row, name: 'Chép tay' } });
      expect((await told(scene.backend))[0]).to.equal(
        before[0]!.replace('Trường THCS Nguyễn Du', 'Chép tay'),
      );
      expect(await db.get('funds', 'register/upto')).to.deep.equal(upto);
    }));

  it('answers what another page wrote since the same was asked, and hands out nothing that it holds', () =>
    withDatabase(async (scene) => {
      const id = await scene.register(scene.backend, 'Mai');
      const ask = async () =>
        (await scene.backend.query('register.list', { cycle, text: 'mai', sort: 'updated' })).items;
      const [row] = await ask();
      row!.place.name = 'viết đè';
      expect((await ask()).map(({ place }) => place.name)).to.deep.equal(['Xã Mẫu']);
      const other = await scene.as(officer);
      await scene.send(other, command('subject.update', id, 1, { name: 'Mai Lan' }));
      expect((await ask()).map(({ name }) => name)).to.deep.equal(['Mai Lan']);
    }));

  it('holds the order of a long one until something is written, and reads lines by their keys', () =>
    withDatabase(async (scene) => {
      const ids = [await scene.register(scene.backend, 'Mai'), await scene.register(scene.backend, 'An')];
      const connection = createConnection(scene.database, 8_000);
      try {
        const { orders } = createRegisterReader(connection);
        const mark = await orders.mark();
        const keys = [`mai\u0000${ids[0]}`, 'khong co\u0000s', `an\u0000${ids[1]}`];
        expect((await orders.lines(keys)).map(({ name }) => name)).to.deep.equal(['Mai', 'An']);
        expect(orders.held('theo tên', mark)).to.equal(undefined);
        orders.hold('theo tên', mark, keys);
        // Each question makes a reader of its own.
        expect(createRegisterReader(connection).orders.held('theo tên', mark)).to.equal(keys);
        expect(orders.held('theo địa bàn', mark)).to.equal(undefined);
        await scene.send(scene.backend, command('subject.update', ids[0]!, 1, { name: 'Mai Lan' }));
        const now = await orders.mark();
        expect(now).not.to.equal(mark);
        expect(orders.held('theo tên', now)).to.equal(undefined);
        expect((await orders.lines(keys)).map(({ name }) => name)).to.deep.equal(['An']);
      } finally {
        await connection.close();
      }
    }));

  it('keeps one line of a subject that is renamed, where its new name stands', () =>
    withDatabase(async (scene, db) => {
      await scene.register(scene.backend, 'Mai');
      const id = await scene.register(scene.backend, 'An');
      await scene.send(scene.backend, command('subject.update', id, 1, { name: 'Yên' }));
      const { items } = await scene.backend.query('register.list', { cycle });
      expect(items.map(({ name }) => name)).to.deep.equal(['Mai', 'Yên']);
      expect(await db.count('funds', IDBKeyRange.bound('row/', 'row0'))).to.equal(2);
    }));
});
