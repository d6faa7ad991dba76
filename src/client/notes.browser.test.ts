import { expect } from '@open-wc/testing';
import { openNotes, type Notes } from './notes.js';
import { openTab } from './test-helpers/other-tab.js';
import { scene, type Scene } from './test-helpers/scene.js';
import { stored, tamper } from './test-helpers/stored.js';

const me = { tenant: 'xa', actor: 'tham-dinh' };

describe('notes of a desk', () => {
  let room: Scene;
  let open: Notes[] = [];
  let repair: (() => void)[] = [];
  beforeEach(() => void (room = scene()));
  afterEach(async () => {
    for (const mend of repair) mend();
    for (const notes of open) notes.close();
    [repair, open] = [[], []];
    await room.end();
  });

  async function take(who = me, desk = 'review'): Promise<Notes> {
    const notes = await openNotes(room.join().client, who, desk);
    open.push(notes);
    return notes;
  }

  /** Resolves when it holds, looked at whenever the notes say something; rejects after `deadline` milliseconds. */
  function until(notes: Notes, holds: () => unknown, deadline = 5_000): Promise<void> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`never: ${String(holds)}`)), deadline);
      const look = (): void => {
        if (!holds()) return;
        clearTimeout(timer);
        end();
        resolve();
      };
      const end = notes.subscribe(look);
      look();
    });
  }

  it('are on disk within a second, come back to the next page, and go when they are taken away', async () => {
    const notes = await take();
    notes.put('a/comment/c1', 'Bổ sung');
    notes.put('a/comment/c2', 'Ghi rõ');
    notes.put('b/comment/c1', 'Khác');
    await until(notes, () => notes.save().status === 'saved', 1_500);
    notes.close();
    const again = await take();
    expect([...again.all()].sort()).to.deep.equal([
      ['a/comment/c1', 'Bổ sung'],
      ['a/comment/c2', 'Ghi rõ'],
      ['b/comment/c1', 'Khác'],
    ]);
    again.put('a/comment/c2', '');
    await again.flush();
    expect(await stored(room.storage)).to.have.length(2);
    await again.drop('a/');
    expect((await stored(room.storage)).map(([key]) => key)).to.deep.equal([
      ['xa', 'tham-dinh', 'notes/review', 'b/comment/c1'],
    ]);
  });

  it('are on disk when the page goes away in the middle of a word', async () => {
    const { adapter } = room.join();
    const tab = await openTab(adapter, room.storage);
    const notes = await tab.openNotes(tab.client, me, 'review');
    notes.put('a/comment/c1', 'Đang gõ dở dan');
    tab.close();
    expect((await take()).get('a/comment/c1')).to.equal('Đang gõ dở dan');
  });

  it('are the same in two tabs: each field as it was typed last, in whichever of them', async () => {
    const { adapter } = room.join();
    const tab = await openTab(adapter, room.storage);
    const there = await tab.openNotes(tab.client, me, 'review');
    const here = await take();
    there.put('a/comment/c1', 'Thẻ kia');
    await until(here, () => here.get('a/comment/c1') === 'Thẻ kia');
    here.put('a/comment/c1', 'Thẻ này');
    here.put('a/comment/c2', 'Cũng thẻ này');
    await until(there, () => there.get('a/comment/c2') !== '');
    await Promise.all([here.flush(), there.flush()]);
    tab.close();
    here.close();
    expect([...(await take()).all()].sort()).to.deep.equal([
      ['a/comment/c1', 'Thẻ này'],
      ['a/comment/c2', 'Cũng thẻ này'],
    ]);
  });

  it('of one person, tenant and desk are invisible to another', async () => {
    const notes = await take();
    notes.put('a', 'Của tôi');
    await notes.flush();
    for (const [who, desk] of [
      [{ ...me, actor: 'nguoi-khac' }, 'review'],
      [{ ...me, tenant: 'xa-khac' }, 'review'],
      [me, 'decision'],
    ] as const)
      expect([...(await take(who, desk)).all()]).to.deep.equal([]);
  });

  it('stay on the screen where the disk is full, say so, and are saved when there is room', async () => {
    const notes = await take();
    const free = tamper(IDBObjectStore.prototype, 'put', () => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    repair.push(free);
    notes.put('a', 'Giữ lấy');
    await until(notes, () => notes.save().status === 'failed');
    expect(notes.save()).to.have.nested.property('problem.code', 'quota');
    expect(notes.get('a')).to.equal('Giữ lấy');
    free();
    await notes.flush();
    expect(await stored(room.storage)).to.have.length(1);
  });

  it('go on in memory where IndexedDB is forbidden', async () => {
    const allow = tamper(IDBFactory.prototype, 'open', () => {
      throw new DOMException('forbidden', 'SecurityError');
    });
    repair.push(allow);
    const notes = await take();
    expect(notes.save()).to.have.nested.property('problem.code', 'unsupported');
    notes.put('a', 'Chỉ trong trang');
    expect(notes.get('a')).to.equal('Chỉ trong trang');
    allow();
    await notes.flush();
    expect((await take()).get('a')).to.equal('Chỉ trong trang');
  });
});
