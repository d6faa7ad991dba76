import { expect } from '@open-wc/testing';
import { openDB } from 'idb';
import { HtsdError } from '../backend/errors.js';
import type { Command } from '../domain/command.schema.js';
import { colleague, ready, scene, until, type Joined, type Scene } from './test-helpers/scene.js';
import { openTab } from './test-helpers/other-tab.js';
import { plant, stored, tamper } from './test-helpers/stored.js';

const saved = { status: 'saved' };
const isSaved = ({ save }: { save: { status: string } }): boolean => save.status === saved.status;

/** A back end that takes no answers, so that the draft stays what it is: registering is the first call to get through. */
function unreachable(joined: Joined): Joined {
  const execute = joined.adapter.execute.bind(joined.adapter);
  const down = new HtsdError('offline');
  joined.adapter.execute = (commands, options) =>
    commands[0]?.kind === 'assessment.answer' ? Promise.reject(down) : execute(commands, options);
  return joined;
}

describe('drafts', () => {
  let room: Scene;
  let repair: (() => void)[] = [];
  beforeEach(() => void (room = scene()));
  afterEach(async () => {
    for (const mend of repair) mend();
    repair = [];
    await room.end();
  });

  it('bring back the half-typed number and the place', async () => {
    const session = await ready(room.join());
    session.setPosition({ criterion: 'c2', field: 'points' });
    session.answer('c1', { points: '12,' });
    await until(session, isSaved, 1_500);
    session.dispose();
    const { position, answers, damaged, persisted } = (await ready(room.join())).getState();
    expect(answers['c1']).to.deep.equal({ points: '12,' });
    expect(position).to.deep.equal({ criterion: 'c2', field: 'points' });
    expect(damaged).to.equal(undefined);
    expect(persisted).to.equal(undefined);
    expect(session.getState().persisted).to.be.a('boolean');
  });

  it('are on disk when the page goes away in the middle of a word', async () => {
    const { adapter } = room.join();
    const tab = await openTab(adapter, room.storage);
    const session = await ready({
      ...room.join(),
      client: tab.client,
      open: () => tab.openAssessment(tab.client, { model: 'unit' }),
    });
    session.answer('c1', { note: 'Đang gõ dở dan' });
    tab.close();
    expect((await ready(room.join())).getState().answers['c1']).to.deep.equal({ note: 'Đang gõ dở dan' });
  });

  it('of one person are invisible to the next on the same device', async () => {
    const session = await ready(room.join());
    session.answer('c1', { points: '5' });
    await session.flush();
    session.dispose();
    const { subjectId } = session.getState().assessment!;
    const other = room.join({ actor: colleague }).open({ subject: subjectId });
    const { answers } = await until(other, ({ phase }) => phase === 'editing');
    expect(answers).to.deep.equal({});
  });

  it('shrink to a bookmark once the back end has it all, and go when it is submitted', async () => {
    const session = await ready(room.join());
    for (const id of ['c1', 'c2', 'c3', 'c4', 'c5', 'c6']) session.answer(id, { points: '5' });
    await session.flush();
    expect((await stored(room.storage))[0]?.[1]).to.have.property('answers');
    await until(session, ({ sync }) => sync?.status === 'sending');
    await until(session, ({ sync }) => sync?.status === 'idle');
    await session.flush();
    const [[, record] = []] = await stored(room.storage);
    expect(record).to.have.all.keys('format', 'epoch', 'seal', 'updatedAt');
    await session.submit();
    expect(session.getState().phase).to.equal('readonly');
    expect(await stored(room.storage)).to.deep.equal([]);
  });

  it('repeat the very same command after a reload where its answer was lost', async () => {
    const joined = room.join();
    const session = await ready(joined);
    joined.faults.next({ kind: 'lose-answer', error: new HtsdError('offline') }, { call: 'execute' });
    session.answer('c1', { points: '5' });
    await until(session, ({ sync }) => sync?.status === 'failed');
    session.dispose();
    const again = await ready(joined);
    await until(again, ({ sync }) => sync?.status === 'idle');
    again.answer('c1', { points: '6' });
    const { conflicts, answers } = await until(
      again,
      ({ assessment }) => assessment?.answers['c1']?.points === '6',
    );
    expect(conflicts).to.deep.equal([]);
    expect(answers['c1']).to.deep.equal({ points: '6' });
    const kinds = joined.adapter.log().map(({ command }) => command.kind);
    expect(kinds).to.deep.equal([
      'subject.register',
      'assessment.open',
      'assessment.answer',
      'assessment.answer',
    ]);
  });

  it('hold the command before it is sent', async () => {
    let onDisk: unknown;
    const sent: Command[] = [];
    const joined = room.join({
      wrap: (backend) => ({
        ...backend,
        async execute(commands, options) {
          if (commands[0]?.kind === 'assessment.answer')
            onDisk = (await stored(room.storage))[0]?.[1]['pending'];
          if (/^assessment\.(answer|submit)$/.test(commands[0]?.kind ?? '')) sent.push(...commands);
          return backend.execute(commands, options);
        },
      }),
    });
    const session = await ready(joined);
    session.answer('c1', { points: '5' });
    await session.submit();
    expect(sent.map(({ kind }) => kind)).to.deep.equal(['assessment.answer', 'assessment.submit']);
    expect(onDisk).to.deep.equal(sent);
  });

  it('that are damaged give back what parses, say so, and keep the raw copy', async () => {
    const session = await ready(room.join());
    session.answer('c1', { points: '5' });
    session.answer('c2', { points: '6', note: 'giữ' });
    await session.flush();
    session.dispose();
    const [[key, record] = [[], {}]] = await stored(room.storage);
    const broken = {
      ...record,
      baseVersion: 'hỏng',
      answers: { c1: 5, c2: { points: '6', note: 'giữ', yes: 'rác' } },
    };
    await plant(room.storage, 'drafts', key, broken);
    const again = await ready(room.join());
    const { damaged, answers } = again.getState();
    expect(damaged).to.equal(true);
    expect(answers).to.deep.equal({ c2: { points: '6', note: 'giữ' } });
    expect((await stored(room.storage, 'damaged')).map(([, raw]) => raw)).to.deep.equal([broken]);
    await again.flush();
    expect(await stored(room.storage)).to.have.length(1);
  });

  it('survive the upgrade of their database', async () => {
    const joined = room.join();
    const session = await ready(joined);
    session.answer('c1', { points: '5' });
    await session.flush();
    await joined.client.dispose();
    const [[key, record] = [[], {}]] = await stored(room.storage);
    indexedDB.deleteDatabase(`${room.storage}-drafts`);
    const old = await openDB(`${room.storage}-drafts`, 1, {
      upgrade: (db) => void db.createObjectStore('drafts'),
    });
    await old.put('drafts', record, key);
    old.close();
    const again = await ready(room.join());
    expect(again.getState().answers['c1']).to.deep.equal({ points: '5' });
    expect(await stored(room.storage, 'files')).to.deep.equal([]);
  });

  it('go on in memory while another tab blocks the upgrade, and are saved when it lets go', async () => {
    const old = await openDB(`${room.storage}-drafts`, 1, {
      upgrade: (db) => void db.createObjectStore('drafts'),
    });
    const session = await ready(unreachable(room.join()));
    expect(session.getState().save).to.deep.include({ status: 'failed' });
    session.answer('c1', { points: '5' });
    old.close();
    await until(session, isSaved);
    expect((await stored(room.storage)).map(([, { answers }]) => answers)).to.deep.equal([
      { c1: { points: '5' } },
    ]);
  });

  it('are saved by an older version of the library after a newer one was here', async () => {
    const session = await ready(room.join());
    session.answer('c1', { points: '5' });
    await session.flush();
    // The newer one asks for the way free; the connection is closed behind the session's back.
    const newer = await openDB(`${room.storage}-drafts`, 99);
    newer.close();
    session.answer('c1', { points: '6' });
    await session.flush();
    expect(session.getState().save.status).to.equal('saved');
    expect((await stored(room.storage))[0]?.[1]['answers']).to.deep.equal({ c1: { points: '6' } });
  });

  it('go on in memory where IndexedDB is forbidden, and say so', async () => {
    const allow = tamper(IDBFactory.prototype, 'open', () => {
      throw new DOMException('forbidden', 'SecurityError');
    });
    repair.push(allow);
    const session = await ready(room.join());
    expect(session.getState().save).to.deep.include({ status: 'failed' });
    session.answer('c1', { points: '5' });
    const view = await until(session, ({ save }) => save.status === 'failed');
    expect(view.save).to.have.nested.property('problem.code', 'unsupported');
    expect(view.answers['c1']).to.deep.equal({ points: '5' });
    expect(localStorage.length + sessionStorage.length).to.equal(0);
    allow();
    await until(session, isSaved);
  });

  it('survive a full disk in the middle of a save', async () => {
    const session = await ready(unreachable(room.join()));
    session.answer('c1', { points: '5' });
    await session.flush();
    const free = tamper(IDBObjectStore.prototype, 'put', () => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    repair.push(free);
    session.answer('c2', { points: '6' });
    const view = await until(session, ({ save }) => save.status === 'failed');
    expect(view.save).to.have.nested.property('problem.code', 'quota');
    expect(view.answers).to.deep.equal({ c1: { points: '5' }, c2: { points: '6' } });
    expect((await stored(room.storage))[0]?.[1]['answers']).to.deep.equal({ c1: { points: '5' } });
    free();
    await until(session, isSaved);
    expect((await stored(room.storage))[0]?.[1]['answers']).to.deep.equal({
      c1: { points: '5' },
      c2: { points: '6' },
    });
  });

  it('keep their order when the clock jumps back', async () => {
    const late = await ready(room.join({ now: () => new Date('2026-11-20T02:00:00Z') }));
    late.answer('c1', { points: '5' });
    await late.flush();
    late.dispose();
    const early = await ready(room.join({ now: () => new Date('2026-05-01T02:00:00Z') }));
    early.answer('c1', { points: '6' });
    await early.flush();
    early.dispose();
    expect((await ready(room.join())).getState().answers['c1']).to.deep.equal({ points: '6' });
  });

  it('of a tab that woke up after it was overridden are merged, not lost and not put over the newer ones', async () => {
    const session = await ready(room.join());
    session.answer('c1', { points: '5' });
    await session.flush();
    session.dispose();
    const [[key, record] = [[], {}]] = await stored(room.storage);
    const stray = [...(key as string[]).slice(0, 3), 'thuc-day'];
    await plant(room.storage, 'drafts', stray, {
      ...record,
      epoch: 0,
      answers: { c1: { points: '4' }, c2: { points: '9' } },
    });
    const again = await ready(room.join());
    expect(again.getState().answers).to.deep.equal({ c1: { points: '5' }, c2: { points: '9' } });
    expect(again.getState().conflicts.map(({ criterion }) => criterion)).to.deep.equal(['c1']);
    await again.flush();
    expect(await stored(room.storage)).to.have.length(1);
  });
});
