import { expect } from '@open-wc/testing';
import { openDB } from 'idb';
import { command, cycle, newId, officer } from '../conformance/scene.js';
import type { BackendEvent } from '../port.js';
import { failureOf, replacing, withLocalScene } from './test-helpers/local-scene.js';

/** A disk that is full from the n-th write on. */
function fullFrom(nth: number) {
  let writes = 0;
  return <F extends IDBObjectStore['put']>(original: F): F =>
    function (this: IDBObjectStore, ...args: Parameters<F>) {
      writes += 1;
      if (writes >= nth) throw new DOMException('Full', 'QuotaExceededError');
      return original.apply(this, args);
    } as F;
}

async function counts(database: string): Promise<Record<string, number>> {
  const db = await openDB(database);
  const found: Record<string, number> = {};
  for (const name of db.objectStoreNames) found[name] = await db.count(name);
  db.close();
  return found;
}

describe('local adapter: faults', () => {
  it('writes nothing where the disk is full in the middle of a command, and goes on afterwards', () =>
    withLocalScene(async (scene) => {
      const { id } = await scene.openAssessment(scene.backend);
      const before = await counts(scene.database);
      const answer = command('assessment.answer', id, 1, { answers: { c1: { yes: true } } });
      // The record has been written when the log entry finds the disk full.
      await replacing(IDBObjectStore.prototype, 'add', fullFrom(1), async () => {
        expect(await failureOf(scene.backend.execute([answer]))).to.deep.equal({
          code: 'quota',
          params: {},
          retryable: false,
        });
      });
      expect(await counts(scene.database)).to.deep.equal(before);
      expect((await scene.getAssessment(scene.backend, id)).version, 'the version').to.equal(1);
      expect((await scene.send(scene.backend, answer)).status, 'the same command later').to.equal('applied');
    }));

  it('keeps what a batch applied before the disk was full', () =>
    withLocalScene(async (scene) => {
      const { id } = await scene.openAssessment(scene.backend);
      const batch = [1, 2].map((expected) =>
        command('assessment.answer', id, expected, { answers: { c1: { note: `${expected}` } } }),
      );
      // Each command puts the assessment, its line in the register, and up to where the register is kept.
      await replacing(IDBObjectStore.prototype, 'put', fullFrom(4), async () => {
        expect((await failureOf(scene.backend.execute(batch))).code).to.equal('quota');
      });
      const receipts = await scene.backend.execute(batch);
      expect(receipts.map(({ status }) => status)).to.deep.equal(['duplicate', 'applied']);
    }));

  it('says quota for a file that does not fit, and stores no part of it', () =>
    withLocalScene(async (scene) => {
      const file = new Blob(['%PDF-1.7\n']);
      await replacing(IDBObjectStore.prototype, 'add', fullFrom(1), async () => {
        expect((await failureOf(Promise.resolve(scene.backend.files?.put(file)))).code).to.equal('quota');
      });
      expect((await counts(scene.database))['files']).to.equal(0);
    }));

  it('leaves a damaged record as it lies, and lets the person begin anew beside it', () =>
    withLocalScene(async (scene) => {
      const spoilt = await scene.openAssessment(scene.backend);
      const raw = { ...spoilt, answers: 'none', extra: new Date(0) };
      const db = await openDB(scene.database);
      await db.put('assessments', raw);
      expect(await failureOf(scene.backend.query('assessment.get', { id: spoilt.id }))).to.deep.equal({
        code: 'invalid',
        params: { reason: 'damaged', type: 'assessment', id: spoilt.id },
        retryable: false,
      });
      const open = command('assessment.open', newId(), 0, { subject: spoilt.subjectId, cycle });
      expect((await scene.send(scene.backend, open)).status).to.equal('applied');
      const { items } = await scene.backend.query('assessments.list', { subject: spoilt.subjectId });
      expect(items.map((one) => one.id)).to.deep.equal([open.record]);
      expect(await db.get('assessments', spoilt.id), 'the raw record').to.deep.equal(raw);
      db.close();
    }));

  it('keeps fields that a newer version of the library added', () =>
    withLocalScene(async (scene) => {
      const stored = await scene.openAssessment(scene.backend);
      const db = await openDB(scene.database);
      await db.put('assessments', { ...stored, fromTheFuture: 1 });
      const answer = command('assessment.answer', stored.id, 1, { answers: { c1: { yes: true } } });
      expect((await scene.send(scene.backend, answer)).status).to.equal('applied');
      expect(await db.get('assessments', stored.id)).to.include({ version: 2, fromTheFuture: 1 });
      db.close();
    }));

  it('tells other tabs, and not itself', () =>
    withLocalScene(async (scene) => {
      const other = await scene.as(officer);
      const own: BackendEvent[] = [];
      const heard: BackendEvent[] = [];
      scene.backend.subscribe?.((event) => own.push(event));
      const told = new Promise<void>((resolve) => {
        other.subscribe?.((event) => {
          heard.push(event);
          if (event.type === 'assessment') resolve();
        });
      });
      const { id, subjectId } = await scene.openAssessment(scene.backend);
      await told;
      expect(heard).to.deep.equal([
        { type: 'subject', id: subjectId, version: 1 },
        { type: 'assessment', id, version: 1 },
      ]);
      expect(own).to.deep.equal([]);
    }));

  it('hashes files without crypto.subtle, as on a page over plain http', () =>
    withLocalScene(async (scene) => {
      const file = new Blob(['%PDF-1.7\n']);
      const info = await scene.backend.files?.put(file);
      Object.defineProperty(crypto, 'subtle', { value: undefined, configurable: true });
      try {
        expect(await scene.backend.files?.put(file)).to.deep.equal(info);
      } finally {
        Reflect.deleteProperty(crypto, 'subtle');
      }
    }));
});
