import { expect, waitUntil } from '@open-wc/testing';
import { createFaults } from '../../backend/memory/faults.js';
import { createMemoryAdapter } from '../../backend/memory/memory-adapter.js';
import { HtsdError } from '../../backend/errors.js';
import type { Achievement } from '../../domain/achievement.schema.js';
import { createClient } from '../client.js';
import type { Actor } from '../../domain/actor.schema.js';
import { catalog, officer } from '../test-helpers/scene.js';
import type { OutboxBackend } from './outbox.types.js';
import { queuedLater } from './queued-later.js';
import { answer, clock, outboxScene, ready, seen, type OutboxScene } from './test-helpers/outbox-scene.js';
import { unsentHere } from './unsent-here.js';
import { withOutbox } from './with-outbox.js';

describe('a queue that is fetched when there is something to do for it', () => {
  let room: OutboxScene;
  let open: OutboxBackend[];
  beforeEach(() => {
    room = outboxScene();
    open = [];
  });
  afterEach(async () => {
    for (const backend of open) await backend.dispose();
    await room.end();
  });

  /** A page of this device; `act`: somebody does something on it. */
  function visit(actor: () => Actor = () => officer) {
    const faults = createFaults();
    const common = { store: room.store, catalog, faults, now: clock };
    const adapters = new Map<string, ReturnType<typeof createMemoryAdapter>>();
    const now = () => {
      const who = actor();
      const adapter = adapters.get(who.id) ?? createMemoryAdapter({ ...common, actor: who });
      adapters.set(who.id, adapter);
      return adapter;
    };
    const first = now();
    let act = (): void => undefined;
    const soon = new Promise<void>((resolve) => (act = resolve));
    const backend = queuedLater(
      {
        ...first,
        session: (call) => now().session(call),
        query: (name, params, call) => now().query(name, params, call),
        execute: (commands, call) => now().execute(commands, call),
      },
      { storage: room.storage, soon: () => soon },
    );
    open.push(backend);
    const away = (): void =>
      faults.next({ kind: 'fail', error: new HtsdError('offline') }, { times: 100_000 });
    return { backend, adapter: first, away, back: () => faults.clear(), act };
  }
  it('tells the time as the back end does, before the queue is there and with it', async () => {
    const time = new Date('2019-01-01T00:00:00.000Z');
    const told = { ...createMemoryAdapter({ store: room.store, catalog, actor: officer }), now: () => time };
    const storage = room.storage;
    open.push(
      queuedLater(told, { storage, soon: () => new Promise(() => undefined) }),
      withOutbox(told, { storage }),
    );
    expect(open.map((backend) => backend.now?.())).to.deep.equal([time, time]);
    const client = createClient(open[1]!, { storage });
    expect(client.now()).to.equal(time);
  });

  const database = (): string => `${room.storage}-outbox`;
  const isMade = async (): Promise<boolean> =>
    (await indexedDB.databases()).some(({ name }) => name === database());
  const readForm = async (backend: OutboxBackend, assessment: string, subject: string): Promise<void> => {
    await backend.session();
    await backend.query('subject.get', { id: subject });
    await backend.query('assessment.get', { id: assessment });
    await backend.query('criteria.get', { id: 'bo-thu', version: '1' });
  };
  /** What somebody has registered elsewhere. */
  const elsewhere = () => ready(room.join({ storage: `${room.storage}-khac` }));

  it('asks once who is here for all who ask at the same time, and anew when one of them gave up', async () => {
    const { adapter } = visit();
    const waiting: ((answer: ReturnType<typeof adapter.session>) => void)[] = [];
    const slow = queuedLater(
      { ...adapter, session: () => new Promise((resolve) => waiting.push(resolve)) },
      { storage: room.storage, soon: () => new Promise(() => undefined) },
    );
    open.push(slow);
    const gone = new AbortController();
    const [first, second] = [slow.session(), slow.session({ signal: gone.signal })];
    await waitUntil(() => waiting.length === 1, 'the question');
    gone.abort();
    expect(await second.catch((error: unknown) => (error as DOMException).name)).to.equal('AbortError');
    const third = slow.session();
    await waitUntil(() => waiting.length === 2, 'another question: the one before may never be answered');
    for (const answer of waiting) answer(adapter.session());
    expect((await first).actor?.id).to.equal(officer.id);
    expect((await third).actor?.id).to.equal(officer.id);
    expect(waiting.length).to.equal(2);
    const both = [slow.session(), slow.session()];
    await waitUntil(() => waiting.length === 3, 'the next question');
    waiting[2]!(adapter.session());
    await Promise.all(both);
    expect(waiting.length, 'one question for both').to.equal(3);
  });

  it('has all that its back end has, before the queue came and after: what the platform recorded, too', async () => {
    const course: Achievement = {
      ...{ kind: 'course', name: 'Đọc sách', on: '2026-11-26', issuer: 'Thư viện xã' },
      url: 'https://moodle.example.vn/course/view.php?id=2',
    };
    const common = { store: room.store, catalog, now: clock, actor: officer };
    const platform = createMemoryAdapter({ ...common, achievements: () => [course] });
    const soon = () => new Promise<void>(() => undefined);
    const backend = queuedLater(platform, { storage: room.storage, soon });
    open.push(backend);
    expect(backend).to.include.all.keys(...Object.keys(platform).filter((key) => key !== 'log'));
    expect(await backend.achievements?.()).to.deep.equal([course]);
    await backend.outbox.send();
    expect(await isMade(), 'the queue is here').to.equal(true);
    expect(await backend.achievements?.()).to.deep.equal([course]);
    expect(visit().backend, 'where none are recorded').to.not.have.property('achievements');
  });

  it('keeps nothing on a device where somebody only reads', async () => {
    const { subject, assessment } = await elsewhere();
    const { backend } = visit();
    await readForm(backend, assessment, subject);
    expect(backend.outbox.getState()).to.include({ status: 'idle', waiting: 0 });
    expect(await isMade()).to.equal(false);
  });

  it('keeps what is written without network, by what was read before it came', async () => {
    const { subject, assessment } = await elsewhere();
    const { backend, adapter, away, back, act } = visit();
    await readForm(backend, assessment, subject);
    act();
    away();
    const command = answer(assessment, 1, 5);
    const [receipt] = await backend.execute([command]);
    expect(receipt).to.include({ id: command.id, status: 'applied' });
    expect(backend.outbox.getState()).to.include({ waiting: 1 });
    const { items } = await backend.query('assessment.get', { id: assessment });
    expect(items[0]!.answers['c1'], 'shown with what waits').to.deep.equal({ points: '5' });
    back();
    await backend.outbox.send();
    expect(adapter.log().at(-1)!.command.id).to.equal(command.id);
  });

  it('sends what a page of before left unsent, and shows it meanwhile, before anybody acts', async () => {
    const before = room.join();
    const { assessment } = await ready(before);
    before.offline();
    const command = answer(assessment, 1, 7);
    await before.backend.execute([command]);
    await before.backend.dispose();
    expect(await unsentHere(database())).to.equal('entries');

    const { backend, adapter } = visit();
    await backend.session();
    await seen(backend, ({ waiting, status }) => waiting === 0 && status === 'idle');
    expect(adapter.log().at(-1)!.command.id).to.equal(command.id);
    const { items } = await backend.query('assessment.get', { id: assessment });
    expect(items[0]!.answers['c1']).to.deep.equal({ points: '7' });
  });

  it('shows what an earlier visit kept where the back end is out of reach', async () => {
    const before = room.join();
    const { assessment } = await ready(before);
    await before.backend.dispose();
    expect(await unsentHere(database())).to.equal('no-entries');
    const { backend, away } = visit();
    away();
    const { items } = await backend.query('assessment.get', { id: assessment });
    expect(items[0]!.id).to.equal(assessment);
  });

  it('says that the back end is out of reach where nothing was kept, and makes no database for it', async () => {
    const { backend, away } = visit();
    away();
    const error = await backend.session().then(
      () => undefined,
      (one: unknown) => one,
    );
    expect(error).to.include({ name: 'HtsdError', code: 'offline' });
    expect(await isMade()).to.equal(false);
  });

  it('keeps for nobody what another person has read on the page before him', async () => {
    const { subject, assessment } = await elsewhere();
    let actor = officer;
    const { backend, away } = visit(() => actor);
    await readForm(backend, assessment, subject);
    actor = { ...officer, id: 'nguoi-khac' };
    await backend.session();
    await backend.outbox.items();
    away();
    const error = await backend.query('subject.get', { id: subject }).then(
      () => undefined,
      (one: unknown) => one,
    );
    expect(error).to.include({ code: 'offline' });
  });

  it('tells who watches the queue what waits in it', async () => {
    const { subject, assessment } = await elsewhere();
    const { backend, away } = visit();
    await readForm(backend, assessment, subject);
    let heard = 0;
    const end = backend.outbox.subscribe(() => (heard += 1));
    away();
    await backend.execute([answer(assessment, 1, 5)]);
    await seen(backend, ({ waiting }) => waiting === 1);
    expect(heard).to.be.greaterThan(0);
    end();
  });
});
