import { expect } from '@open-wc/testing';
import {
  appliedTo,
  answer,
  failure,
  idsOf,
  opening,
  outboxScene,
  read,
  ready,
  seen,
  submission,
  type OutboxScene,
} from './test-helpers/outbox-scene.js';

describe('outbox', () => {
  let room: OutboxScene;
  beforeEach(() => {
    room = outboxScene();
  });
  afterEach(() => room.end());

  it('lets through what can be delivered, and keeps nothing of it', async () => {
    const device = room.join();
    const { assessment } = await ready(device);
    const [receipt] = await device.backend.execute([answer(assessment, 1, 5)]);
    expect(receipt!.status).to.equal('applied');
    expect(device.backend.outbox.getState().waiting).to.equal(0);
    expect((await read(device, assessment)).answers).to.deep.equal({ c1: { points: '5' } });
  });

  it('keeps what was written without network, shows it after a reload, and sends it once in order', async () => {
    const device = room.join();
    const { assessment } = await ready(device);
    device.offline();
    const commands = [
      answer(assessment, 1, 5),
      ...[2, 3, 4, 5, 6].map((n) => answer(assessment, n === 2 ? 2 : 3, n, `c${n}`)),
      submission(assessment, 3),
    ];
    for (const command of commands) {
      const [receipt] = await device.backend.execute([command]);
      expect(receipt!.status, command.kind).to.equal('applied');
    }
    expect(device.backend.outbox.waitsFor(assessment)).to.equal('waiting');
    // Five answers that were never sent became one.
    expect(device.backend.outbox.getState()).to.include({ waiting: 3, status: 'offline' });
    await device.backend.dispose();

    const again = room.join();
    again.offline();
    const shown = await read(again, assessment);
    expect(shown.state).to.equal('submitted');
    expect(shown.answers['c6']).to.deep.equal({ points: '6' });
    expect(shown.submissions[0]!.receipt, 'no number without an answer').to.equal('');
    const list = await again.backend.query('assessments.list', { model: 'unit', cycle: '2026', mine: true });
    expect(list.items.map(({ state }) => state)).to.deep.equal(['submitted']);

    again.online();
    await again.backend.outbox.send();
    expect(again.backend.outbox.getState()).to.include({ waiting: 0, stuck: 0, status: 'idle' });
    expect(appliedTo(again.adapter, assessment).slice(1)).to.deep.equal([
      commands[0]!.id,
      commands[1]!.id,
      commands[6]!.id,
    ]);
    const there = (await again.adapter.query('assessment.get', { id: assessment })).items[0]!;
    expect(there).to.include({ state: 'submitted', version: 4 });
    const [sent] = await again.backend.outbox.items();
    expect(sent).to.include({
      state: 'sent',
      kind: 'assessment.submit',
      receipt: there.submissions[0]!.receipt,
    });
    expect((await read(again, assessment)).submissions[0]!.receipt).to.match(/^2026-/);
  });

  it('registers, opens and answers without network, each behind what it rests on', async () => {
    const device = room.join();
    await ready(device);
    device.offline();
    const [register, open] = opening('Trường THCS Đông Sơn');
    const commands = [register, open, answer(open.record, 1, 7)];
    await device.backend.execute(commands.slice(0, 2));
    await device.backend.execute(commands.slice(2));
    const subjects = await device.backend.query('subjects.list', { model: 'unit', mine: true });
    expect(subjects.items.map(({ name }) => name)).to.include('Trường THCS Đông Sơn');
    device.online();
    await device.backend.outbox.send();
    expect(idsOf(device.adapter.log().map(({ command }) => command as never)).slice(2)).to.deep.equal(
      idsOf(commands),
    );
  });

  it('counts a command once whose answer was lost after the commit', async () => {
    const device = room.join();
    const { assessment } = await ready(device);
    device.faults.next({ kind: 'lose-answer', error: failure('timeout') }, { call: 'execute' });
    const command = answer(assessment, 1, 5);
    const [receipt] = await device.backend.execute([command]);
    expect(receipt!.status).to.equal('applied');
    await device.backend.outbox.send();
    expect(device.backend.outbox.getState()).to.include({ waiting: 0, stuck: 0 });
    expect(appliedTo(device.adapter, assessment).filter((id) => id === command.id)).to.have.length(1);
  });

  it('waits until the person has signed in where the token runs out in the middle', async () => {
    const device = room.join();
    const { assessment } = await ready(device);
    device.offline();
    await device.backend.execute([answer(assessment, 1, 5)]);
    await device.backend.execute([answer(assessment, 2, 6, 'c2')]);
    device.online();
    device.faults.next({ kind: 'fail', error: failure('unauthenticated') }, { call: 'execute' });
    await device.backend.outbox.send();
    expect(device.backend.outbox.getState()).to.include({ waiting: 2, status: 'sign-in' });
    // Whoever signs in asks who he is.
    await device.backend.session();
    await seen(device.backend, ({ waiting }) => waiting === 0);
    expect((await read(device, assessment)).answers).to.have.keys(['c1', 'c2']);
  });

  it('sends as soon as anything else gets through again', async () => {
    const device = room.join();
    const { assessment } = await ready(device);
    device.offline();
    await device.backend.execute([answer(assessment, 1, 5)]);
    expect(device.backend.outbox.getState().status).to.equal('offline');
    device.online();
    await read(device, assessment);
    await seen(device.backend, ({ waiting, status }) => waiting === 0 && status === 'idle');
  });

  it('puts aside what is refused, and sends everything else', async () => {
    const device = room.join();
    const one = await ready(device);
    const two = await ready(device);
    // The back end knows better: it was submitted on another device.
    await room.join({ storage: 'khac' }).adapter.execute([answer(one.assessment, 1, 5)]);
    const full = [2, 3, 4, 5, 6].map((n) => answer(one.assessment, n, n, `c${n}`));
    for (const command of full) await device.adapter.execute([command]);
    await device.adapter.execute([submission(one.assessment, 7)]);
    device.offline();
    await device.backend.execute([answer(one.assessment, 1, 9)]);
    await device.backend.execute([answer(two.assessment, 1, 9)]);
    device.online();
    await device.backend.outbox.send();
    const { outbox } = device.backend;
    expect(outbox.getState()).to.include({ waiting: 0, stuck: 1 });
    const [stuck] = await outbox.items();
    expect(stuck).to.include({ state: 'stuck', about: 'Trường Tiểu học Hoà Bình', record: one.assessment });
    expect(stuck!.trouble!.code).to.equal('conflict');
    expect((await read(device, two.assessment)).answers['c1']).to.deep.equal({ points: '9' });
  });

  it('divides a batch that is refused as a whole until it has found what is at fault', async () => {
    let bad = '';
    const device = room.join({
      wrap: (adapter) => ({
        ...adapter,
        execute: async (commands, options) => {
          if (commands.some(({ record }) => record === bad)) throw failure('too-large');
          return adapter.execute(commands, options);
        },
      }),
    });
    const all = [];
    for (let n = 0; n < 9; n += 1) all.push(await ready(device));
    device.offline();
    for (const { assessment } of all) await device.backend.execute([answer(assessment, 1, 5)]);
    bad = all[4]!.assessment;
    device.online();
    await device.backend.outbox.send();
    expect(device.backend.outbox.getState()).to.include({ waiting: 0, stuck: 1 });
    const [stuck] = await device.backend.outbox.items();
    expect(stuck).to.include({ record: bad, state: 'stuck' });
    expect(stuck!.trouble).to.deep.include({ code: 'too-large' });
  });

  it('takes in what another device changed elsewhere, and asks about what both changed', async () => {
    const device = room.join();
    const other = room.join({ storage: `${room.storage}-2` });
    const { assessment } = await ready(device);
    device.offline();
    await device.backend.execute([answer(assessment, 1, 5)]);
    await other.backend.execute([answer(assessment, 1, 8, 'c2')]);
    device.online();
    await device.backend.outbox.send();
    expect(device.backend.outbox.getState()).to.include({ waiting: 0, stuck: 0 });
    expect((await read(device, assessment)).answers).to.deep.equal({
      c1: { points: '5' },
      c2: { points: '8' },
    });

    device.offline();
    await device.backend.execute([answer(assessment, 3, 6)]);
    await device.backend.execute([answer(assessment, 4, 1, 'c3')]);
    await other.backend.query('assessment.get', { id: assessment });
    await other.backend.execute([answer(assessment, 3, 9)]);
    device.online();
    const { outbox } = device.backend;
    await outbox.send();
    expect(outbox.getState()).to.include({ stuck: 1 });
    const items = await outbox.items();
    expect(
      items.filter(({ state }) => state === 'behind').length,
      'what rests on it waits behind it',
    ).to.equal(1);
    const conflict = (await outbox.conflict(items[0]!.seq))!;
    expect(conflict.criteria).to.deep.equal([
      { criterion: 'c1', mine: { points: '6' }, theirs: { points: '9' }, before: { points: '5' } },
    ]);
    expect(conflict.set!.id).to.equal('bo-thu');
    await outbox.resolve(items[0]!.seq, { c1: 'mine' });
    await seen(device.backend, ({ waiting, stuck }) => waiting + stuck === 0);
    expect((await read(device, assessment)).answers).to.deep.equal({
      ...{ c1: { points: '6' }, c2: { points: '8' }, c3: { points: '1' } },
    });
  });

  it('lets the other side stand, too', async () => {
    const device = room.join();
    const { assessment } = await ready(device);
    device.offline();
    await device.backend.execute([answer(assessment, 1, 6)]);
    device.online();
    await device.adapter.execute([answer(assessment, 1, 9)]);
    await device.backend.outbox.send();
    const [item] = await device.backend.outbox.items();
    await device.backend.outbox.resolve(item!.seq, { c1: 'theirs' });
    await seen(device.backend, ({ waiting, stuck }) => waiting + stuck === 0);
    expect((await read(device, assessment)).answers).to.deep.equal({ c1: { points: '9' } });
  });

  it('takes away what a person gives up, with what rests on it', async () => {
    const device = room.join();
    await ready(device);
    device.offline();
    const [register, open] = opening('Tên gõ nhầm');
    await device.backend.execute([register, open]);
    await device.backend.execute([answer(open.record, 1, 7)]);
    const { outbox } = device.backend;
    const [first] = await outbox.items();
    expect(first!.resting).to.equal(2);
    await outbox.remove(first!.seq);
    expect(outbox.getState().waiting).to.equal(0);
    device.online();
    await outbox.send();
    expect(device.adapter.log()).to.have.length(2);
  });

  it('sends in order whatever the clock says', async () => {
    const times = ['2028-11-20T02:00:00Z', '2024-11-20T02:00:00Z', '2026-11-20T02:00:00Z'];
    const device = room.join({ now: () => new Date(times[0]!) });
    const { assessment } = await ready(device);
    device.offline();
    const sent = [];
    for (const n of [1, 2, 3]) {
      const command = n === 2 ? submission(assessment, 2) : answer(assessment, n, n);
      if (n !== 2) sent.push(command);
      await device.backend.execute([command]);
      times.push(times.shift()!);
    }
    device.online();
    await device.backend.outbox.send();
    expect(appliedTo(device.adapter, assessment).slice(1)).to.deep.equal(
      idsOf(sent).slice(0, appliedTo(device.adapter, assessment).length - 1),
    );
    expect(device.backend.outbox.getState()).to.include({ waiting: 0, stuck: 0 });
  });

  for (const locks of [true, false])
    it(`sends from one page at a time ${locks ? 'with' : 'without'} Web Locks`, async () => {
      const original = Object.getOwnPropertyDescriptor(Navigator.prototype, 'locks')!;
      if (!locks)
        Object.defineProperty(Navigator.prototype, 'locks', { get: () => undefined, configurable: true });
      try {
        let running = 0;
        let most = 0;
        const wrap: Parameters<OutboxScene['join']>[0] = {
          wrap: (adapter) => ({
            ...adapter,
            execute: async (commands, options) => {
              most = Math.max(most, ++running);
              return adapter.execute(commands, options).finally(() => (running -= 1));
            },
          }),
        };
        const one = room.join(wrap);
        const two = room.join(wrap);
        const records = [];
        for (let n = 0; n < 6; n += 1) records.push((await ready(one)).assessment);
        one.offline();
        for (const record of records)
          for (const n of [1, 2]) await one.backend.execute([answer(record, n, n, `c${n}`)]);
        await two.backend.session();
        one.online();
        running = most = 0;
        await Promise.all([one.backend.outbox.send(), two.backend.outbox.send(), one.backend.outbox.send()]);
        await seen(one.backend, ({ waiting }) => waiting === 0);
        await seen(two.backend, ({ waiting }) => waiting === 0);
        expect(most).to.equal(1);
        for (const record of records) expect(new Set(appliedTo(one.adapter, record)).size).to.equal(3);
      } finally {
        Object.defineProperty(Navigator.prototype, 'locks', original);
      }
    });
});
