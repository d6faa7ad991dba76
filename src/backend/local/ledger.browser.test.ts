import { expect } from '@open-wc/testing';
import { deleteDB, openDB } from 'idb';
import {
  ensureSound,
  ledgerOf,
  lastYear,
  newSalt,
  openFund,
  paymentDraft,
  publicLedgerOf,
  receiptDraft,
  treasurer,
  type FundScene,
} from '../conformance/fund-scene.js';
import { newId } from '../conformance/scene.js';
import { createLocalAdapter, databaseName } from './local-adapter.js';
import { failureOf, replacing, withLocalScene, type LocalScene } from './test-helpers/local-scene.js';

/** A fund with so many receipts, of 1, 2, 3 … đồng. */
async function filled(scene: LocalScene, count: number): Promise<FundScene> {
  const self = await openFund(scene);
  const rows = Array.from({ length: count }, (_none, i) => receiptDraft({ amount: i + 1 }));
  await self.must('fund.import', newId(), 0, { fund: self.fund, rows });
  return self;
}

/** Changes what lies in the database under a key. */
async function spoil(database: string, key: string, change: (row: never) => unknown): Promise<void> {
  const db = await openDB(database);
  const changed = change((await db.get('funds', key)) as never) as object;
  await db.put('funds', { ...changed, id: key });
  db.close();
}

const pageOne = (fund: string, part = 'entries') => `${part}/${fund}/000001`;
type Row = { row: { amounts: number[]; hashes: string; bits: number[] } };
type Secrets = { count: number; columns: { id: { each: string[] } } };

describe('local adapter: ledger', () => {
  it('imports 10,000 rows in one transaction, and adds the next entry to the last page alone', () =>
    withLocalScene(async (scene) => {
      const transactions: string[] = [];
      const puts: unknown[] = [];
      const { fund, record, get, backend } = await openFund(scene);
      const rows = Array.from({ length: 10_000 }, (_none, i) => receiptDraft({ amount: i + 1 }));
      await replacing(
        IDBDatabase.prototype,
        'transaction',
        (original) =>
          function (this: IDBDatabase, ...args) {
            if (args[1] === 'readwrite') transactions.push(args[1]);
            return original.apply(this, args);
          },
        async () => {
          const receipt = await scene.send(backend, {
            id: newId(),
            kind: 'fund.import',
            record: newId(),
            expected: 0,
            payload: { fund, rows },
          });
          expect(receipt.status).to.equal('applied');
        },
      );
      expect(transactions).to.have.lengthOf(1);
      await replacing(
        IDBObjectStore.prototype,
        'put',
        (original) =>
          function (this: IDBObjectStore, ...args) {
            puts.push((args[0] as { id: string }).id);
            return original.apply(this, args);
          },
        () => record(paymentDraft()),
      );
      expect(JSON.stringify(puts.sort()).replaceAll(fund, 'quy')).to.equal(
        JSON.stringify(['entries/quy/000019', 'fund/quy', 'secrets/quy/000019']),
      );
      const { entries, pages } = await ledgerOf(backend, fund, 200);
      expect([entries.length, pages]).to.deep.equal([10_001, 20]);
      ensureSound(await get(), entries);
    }));

  it('keeps nothing of what was erased, in no store', () =>
    withLocalScene(async (scene) => {
      const { fund, record, must } = await openFund(scene);
      const party = { salt: newSalt(), name: 'Cao Thị Rạng', kind: 'person' as const, anonymous: false };
      const details = { salt: newSalt(), purpose: 'Cảm tạ thầy Khiêm' };
      await record(receiptDraft({ party, details }));
      const waiting = newId();
      await must('fund.record', waiting, 0, { fund, ...paymentDraft({ amount: 6_000_000, party, details }) });
      const all = async (): Promise<string> => {
        const db = await openDB(scene.database);
        const stores = await Promise.all([...db.objectStoreNames].map((name) => db.getAll(name)));
        db.close();
        return JSON.stringify(stores);
      };
      expect(await all()).to.include('Rạng');
      await must('fund.erase', `${fund}.1`, 1, { what: ['party', 'details'] });
      await must('fund.refuse', waiting, 1, { salt: newSalt(), reason: 'Hủy' });
      const left = await all();
      for (const secret of ['Rạng', 'Khiêm', party.salt, details.salt]) expect(left).not.to.include(secret);
    }));

  it('says which page is damaged, and still answers the others', () =>
    withLocalScene(async (scene) => {
      const { fund, backend } = await filled(scene, 1200);
      await spoil(scene.database, pageOne(fund), ({ row }: Row) => ({
        row: { ...row, amounts: row.amounts.slice(1) },
      }));
      const failure = await failureOf(backend.query('fund.ledger', { fund }));
      expect(failure).to.deep.equal({
        code: 'invalid',
        params: { reason: 'damaged', type: 'entry', id: `${fund}.513`, no: 513 },
        retryable: false,
      });
      expect((await failureOf(backend.query('public.fund.ledger', { fund, from: 600 }))).params).to.include({
        no: 513,
      });
      expect((await backend.query('fund.ledger', { fund, limit: 1 })).items[0]?.entries.count).to.equal(512);
      expect((await backend.query('fund.ledger', { fund, from: 1025 })).items[0]?.entries.first).to.equal(
        1025,
      );
    }));

  it('says so where a page is gone, or its private parts', () =>
    withLocalScene(async (scene) => {
      const { fund, backend } = await filled(scene, 1200);
      const spoiled = async (change: (row: Secrets) => unknown): Promise<unknown> => {
        await spoil(scene.database, pageOne(fund, 'secrets'), ({ row }: { row: Secrets }) => ({
          row: change(row),
        }));
        return (await failureOf(backend.query('fund.ledger', { fund }))).params;
      };
      const fewer = await spoiled(({ columns, ...row }) => ({
        ...row,
        columns: { ...columns, id: { each: columns.id.each.slice(1) } },
      }));
      expect(fewer).to.include({ no: 513 });
      expect(await spoiled((row) => ({ ...row, count: 3 }))).to.include({ no: 513 });
      expect(await spoiled(() => 'nonsense')).to.include({ no: 513 });
      const db = await openDB(scene.database);
      await db.delete('funds', pageOne(fund));
      db.close();
      expect((await failureOf(backend.query('fund.ledger', { fund, from: 513 }))).params).to.include({
        no: 513,
      });
    }));

  it('reads private parts as an earlier version wrote them, and writes them on', () =>
    withLocalScene(async (scene) => {
      const { fund, record, backend } = await filled(scene, 600);
      const before = await ledgerOf(backend, fund);
      await spoil(scene.database, pageOne(fund, 'secrets'), () => ({ row: before.secrets.slice(512) }));
      expect((await ledgerOf(backend, fund)).secrets).to.deep.equal(before.secrets);
      await record(paymentDraft());
      const after = await ledgerOf(backend, fund);
      expect(after.secrets.slice(0, 600)).to.deep.equal(before.secrets);
      expect(after.secrets).to.have.lengthOf(601);
    }));

  it('leaves it to the chain to find an amount that was changed in storage', () =>
    withLocalScene(async (scene) => {
      const { fund, backend, get } = await filled(scene, 600);
      await spoil(scene.database, pageOne(fund), ({ row }: Row) => ({
        row: { ...row, amounts: row.amounts.map((amount, i) => (i === 7 ? amount + 1 : amount)) },
      }));
      const { entries } = await ledgerOf(backend, fund);
      const error = await get().then((head) => {
        try {
          ensureSound(head, entries);
          return '';
        } catch (reason) {
          return (reason as Error).message;
        }
      });
      expect(error).to.include('{"no":520,"fault":"hash"}').and.to.include('balances');
    }));

  it('builds nothing on a last page that is damaged, and loses nothing of it', () =>
    withLocalScene(async (scene) => {
      const { fund, send, get } = await filled(scene, 600);
      await spoil(scene.database, pageOne(fund), ({ row }: Row) => ({
        row: { ...row, hashes: row.hashes.slice(0, -64) + 'f'.repeat(64) },
      }));
      const receipt = await send('fund.record', newId(), 0, { fund, ...receiptDraft() });
      expect(receipt).to.include({ status: 'rejected', code: 'invalid' });
      expect(receipt.status === 'rejected' && receipt.path).to.deep.equal(['ledger']);
      await spoil(scene.database, pageOne(fund), () => ({ row: 'nonsense' }));
      const again = await send('fund.record', newId(), 0, { fund, ...receiptDraft() });
      expect(again.status === 'rejected' && again.params).to.deep.equal({ reason: 'damaged' });
      expect((await get()).count).to.equal(600);
    }));

  it('leaves a damaged fund out of lists, and says so where it is asked for', () =>
    withLocalScene(async (scene) => {
      const [one, other] = [await openFund(scene), await openFund(scene)];
      await spoil(scene.database, `fund/${one.fund}`, ({ row }: { row: object }) => ({
        row: { ...row, count: -1 },
      }));
      const list = await one.backend.query('funds.list', {});
      expect(list.items.map(({ id }) => id)).to.deep.equal([other.fund]);
      expect((await failureOf(one.backend.query('fund.get', { id: one.fund }))).params).to.include({
        reason: 'damaged',
        id: one.fund,
      });
    }));

  it('adds its store to a database of version 3, and keeps what lies there', async () => {
    const options = { name: 'upgrade-to-funds', actor: treasurer };
    const name = databaseName(options);
    const db = await openDB(name, 3, {
      upgrade(fresh) {
        for (const store of ['subjects', 'recognitions', 'decisions', 'counters'])
          fresh.createObjectStore(store, { keyPath: 'id' });
        fresh
          .createObjectStore('assessments', { keyPath: 'id' })
          .createIndex('place', ['subjectId', 'cycle']);
        fresh.createObjectStore('consents', { keyPath: 'id' }).createIndex('subject', 'subjectId');
        fresh.createObjectStore('criteria');
        fresh.createObjectStore('files', { keyPath: 'sha256' });
        fresh
          .createObjectStore('log', { autoIncrement: true })
          .createIndex('command', 'command.id', { unique: true });
      },
    });
    const bytes = new TextEncoder().encode('%PDF-1.7\n').buffer;
    await db.put('files', { sha256: 'a'.repeat(64), type: 'application/pdf', size: 9, bytes });
    db.close();
    const backend = createLocalAdapter(options);
    expect(await (await backend.files?.get('a'.repeat(64)))?.text()).to.equal('%PDF-1.7\n');
    expect((await backend.query('funds.list', {})).items).to.deep.equal([]);
    await backend.dispose();
    await deleteDB(name);
  });

  it('is there after the page was closed, with every year as it was closed', () =>
    withLocalScene(async (scene) => {
      const { fund, record, must, get, backend } = await openFund(scene);
      await record(receiptDraft({ date: `${lastYear}-06-01` }));
      await must('fund.close', fund, (await get()).version, { year: lastYear });
      const before = await get();
      await backend.dispose();
      const again = createLocalAdapter({ tenant: scene.tenant, actor: null });
      const seen = await publicLedgerOf(again, fund);
      expect(seen.fund.head).to.equal(before.head);
      expect(seen.fund.years.map(({ year }) => year)).to.deep.equal([lastYear]);
      ensureSound(seen.fund, seen.entries);
      await again.dispose();
    }));
});
