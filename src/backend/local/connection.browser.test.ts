import { expect } from '@open-wc/testing';
import { deleteDB, openDB } from 'idb';
import { command } from '../conformance/scene.js';
import { createLocalAdapter, databaseName } from './local-adapter.js';
import { schemaVersion } from './schema.js';
import { failureOf, replacing, withLocalScene } from './test-helpers/local-scene.js';

/** The raw connections that are opened while the work runs. */
async function watchingConnections(work: (opened: IDBDatabase[]) => Promise<void>): Promise<void> {
  const opened: IDBDatabase[] = [];
  const watch = (original: IDBFactory['open']): IDBFactory['open'] =>
    function (this: IDBFactory, ...args) {
      const request = original.apply(this, args);
      request.addEventListener('success', () => opened.push(request.result));
      return request;
    };
  await replacing(IDBFactory.prototype, 'open', watch, () => work(opened));
}

describe('local adapter: connection', () => {
  it('opens its database before anybody asks', async () => {
    const asked: string[] = [];
    const note = (original: IDBFactory['open']): IDBFactory['open'] =>
      function (this: IDBFactory, ...args) {
        asked.push(args[0]);
        return original.apply(this, args);
      };
    await replacing(IDBFactory.prototype, 'open', note, async () => {
      const backend = createLocalAdapter({ tenant: 'early' });
      expect(asked).to.deep.equal([databaseName({ tenant: 'early' })]);
      await backend.dispose();
    });
    await deleteDB(databaseName({ tenant: 'early' }));
  });

  it('reopens a connection that was closed under its hands, and applies the command once', () =>
    watchingConnections((opened) =>
      withLocalScene(async (scene) => {
        const { id } = await scene.openAssessment(scene.backend);
        const before = opened.length;
        for (const db of opened) db.close();
        const answer = command('assessment.answer', id, 1, { answers: { c1: { yes: true } } });
        expect((await scene.send(scene.backend, answer)).status).to.equal('applied');
        expect(opened.length, 'connections').to.equal(before + 1);
        expect((await scene.getAssessment(scene.backend, id)).version).to.equal(2);
      }),
    ));

  it('reopens where the browser ended the connection', () =>
    watchingConnections((opened) =>
      withLocalScene(async (scene) => {
        const { id } = await scene.openAssessment(scene.backend);
        const before = opened.length;
        for (const db of opened) db.dispatchEvent(new Event('close'));
        expect((await scene.getAssessment(scene.backend, id)).version).to.equal(1);
        expect(opened.length, 'connections').to.equal(before + 1);
      }),
    ));

  it('makes way for a newer version, and then says that it is too old', () =>
    withLocalScene(async (scene) => {
      await scene.openAssessment(scene.backend);
      const newer = await openDB(scene.database, schemaVersion + 1);
      newer.close();
      const failure = await failureOf(scene.backend.query('subjects.list', {}));
      expect(failure).to.deep.equal({
        code: 'unsupported',
        params: { reason: 'storage-newer' },
        retryable: false,
      });
    }));

  it('says that it is blocked by an older tab, and goes on when that is closed', async () => {
    const options = { name: 'blocked', openTimeout: 100 };
    const older = await openDB(databaseName(options), 1, {
      upgrade(db) {
        for (const store of ['subjects', 'assessments', 'consents', 'commands'])
          db.createObjectStore(store, { keyPath: 'id' });
        db.createObjectStore('criteria');
        db.createObjectStore('files', { keyPath: 'sha256' });
      },
    });
    const backend = createLocalAdapter(options);
    const failure = await failureOf(backend.query('subjects.list', {}));
    expect(failure).to.deep.equal({ code: 'timeout', params: { reason: 'blocked' }, retryable: true });
    older.close();
    expect((await backend.query('subjects.list', {})).items).to.deep.equal([]);
    await backend.dispose();
    await deleteDB(databaseName(options));
  });

  for (const [title, fail] of [
    [
      'forbidden',
      () => {
        throw new DOMException('Denied', 'SecurityError');
      },
    ],
    [
      'broken',
      () => {
        throw new DOMException('No', 'InvalidStateError');
      },
    ],
  ] as const) {
    it(`says that storage is ${title}`, () =>
      replacing(
        IDBFactory.prototype,
        'open',
        () => fail,
        async () => {
          const backend = createLocalAdapter({ name: 'forbidden' });
          const failure = await failureOf(backend.query('subjects.list', {}));
          expect(failure).to.deep.equal({
            code: 'unsupported',
            params: { reason: 'storage' },
            retryable: false,
          });
          await backend.dispose();
        },
      ));
  }

  it('says that storage is missing', async () => {
    const real = Object.getOwnPropertyDescriptor(window, 'indexedDB');
    Object.defineProperty(window, 'indexedDB', { value: undefined, configurable: true });
    try {
      const backend = createLocalAdapter({ name: 'missing' });
      const failure = await failureOf(backend.query('subjects.list', {}));
      expect(failure).to.deep.equal({ code: 'unsupported', params: { reason: 'storage' }, retryable: false });
    } finally {
      if (real) Object.defineProperty(window, 'indexedDB', real);
    }
  });

  it('tries again after storage was forbidden for a moment', async () => {
    const made = (): ReturnType<typeof createLocalAdapter> => createLocalAdapter({ name: 'moment' });
    let backend: ReturnType<typeof made> | undefined;
    await replacing(
      IDBFactory.prototype,
      'open',
      () => () => {
        throw new DOMException('Denied', 'SecurityError');
      },
      async () => {
        backend = made();
        expect((await failureOf(backend.query('subjects.list', {}))).code).to.equal('unsupported');
      },
    );
    if (!backend) throw new Error('not made');
    expect((await backend.query('subjects.list', {})).items).to.deep.equal([]);
    await backend.dispose();
    await deleteDB(databaseName({ name: 'moment' }));
  });
});
