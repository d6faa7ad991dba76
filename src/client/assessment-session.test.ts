import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HtsdError } from '../backend/errors.js';
import type { MemoryAdapter } from '../backend/memory/memory-adapter.js';
import type { Backend } from '../backend/port.js';
import type { LogEntry } from '../backend/record-store.js';
import type { StoredRecord } from '../domain/receipt.schema.js';
import {
  colleague,
  fields,
  officer,
  ready,
  reviewer,
  scene,
  until,
  type Scene,
} from './test-helpers/scene.js';
import type { AssessmentSession } from './view.types.js';

let room: Scene;
beforeEach(() => void (room = scene()));
afterEach(() => room.end());

const offline = { kind: 'fail', error: new HtsdError('offline') } as const;
const lost = { kind: 'lose-answer', error: new HtsdError('offline') } as const;

function fillIn(session: AssessmentSession): void {
  for (const id of ['c1', 'c2', 'c3', 'c4', 'c5', 'c6']) session.answer(id, { points: '7,5' });
}

describe('loading', () => {
  it('starts with registering, by the year that is due', async () => {
    const { open } = room.join();
    const view = await until(open(), ({ phase }) => phase === 'register');
    expect(view.cycle).toBe('2026');
    expect(view.cycles).toEqual(['2026', '2025', '2024', '2023']);
    expect(view.choices.map(({ id }) => id)).toEqual(['bo-thu']);
  });

  it('takes the year by the back end’s clock, which is heard with its first answer', async () => {
    const right = new Date('2026-11-20T02:00:00Z');
    /** A device whose clock is years behind until it hears the time. */
    const late = (): ReturnType<Scene['join']> => {
      let time = new Date('2016-11-20T02:00:00Z');
      return room.join({
        now: () => time,
        wrap: (inner) => ({
          ...inner,
          session: (call) => {
            time = right;
            return inner.session(call);
          },
        }),
      });
    };
    const { cycle, cycles } = await until(late().open(), ({ phase }) => phase === 'register');
    expect([cycle, cycles[0]]).toEqual(['2026', '2026']);
    const named = late().open({ cycle: '2016' });
    expect((await until(named, ({ phase }) => phase !== 'loading')).cycle).toBe('2016');
    // What somebody chose meanwhile is his.
    const chosen = late().open();
    await chosen.chooseCycle('2015');
    expect((await until(chosen, ({ phase }) => phase !== 'loading')).cycle).toBe('2015');
  });

  it('is for people who are signed in', async () => {
    const { open } = room.join({ actor: null });
    expect((await until(open(), ({ phase }) => phase !== 'loading')).phase).toBe('forbidden');
  });

  it('says that no set applies', async () => {
    const { open } = room.join();
    await until(open({ model: 'clan' }), ({ phase }) => phase === 'empty');
  });

  it('shows an error with a way to try again', async () => {
    const { open, faults } = room.join();
    faults.next(offline, { call: 'query' });
    const session = open();
    const view = await until(session, ({ phase }) => phase === 'error');
    expect(view.problem?.code).toBe('offline');
    await session.retry();
    expect(session.getState().phase).toBe('register');
    expect(session.getState().problem).toBeUndefined();
  });

  it('registers under the id that the host gives', async () => {
    const session = await ready(room.join(), { subject: 'truong-12' });
    expect(session.getState().assessment?.subjectId).toBe('truong-12');
  });

  it('finds the assessment again, and a new year starts with registering', async () => {
    const joined = room.join();
    const id = (await ready(joined)).getState().assessment?.id;
    const again = await ready(joined);
    expect(again.getState().assessment?.id).toBe(id);
    await again.chooseCycle('2025');
    expect(again.getState()).toMatchObject({
      phase: 'register',
      cycle: '2025',
      subject: { name: fields.name },
    });
    expect(again.getState().assessment).toBeUndefined();
    await again.chooseSubject(null);
    expect(again.getState().subject).toBeUndefined();
  });
});

describe('of somebody who looks after a village', () => {
  it('finds the assessment of a subject wherever it stands, and does not read all of a year', async () => {
    const asked: string[] = [];
    const joined = room.join({
      wrap: (backend) => ({
        ...backend,
        query: (name, params, options) => {
          asked.push(name);
          return backend.query(name, params, options);
        },
      }),
    });
    const { subject, assessment } = (await ready(joined)).getState();
    // Assessments stand in the order in which they were opened: that of the first subject last.
    const writes = Array.from({ length: 1_100 }, (_, no): StoredRecord[] => {
      const id = `nha-${String(no).padStart(4, '0')}`;
      const about = { ...assessment!, id: `phieu-${9_999 - no}`, subjectId: id };
      return [
        { type: 'subject', value: { ...subject!, id } },
        { type: 'assessment', value: about },
      ];
    }).flat();
    const command = { id: 'x', kind: 'subject.close', record: 'x', expected: 0, payload: { reason: 'x' } };
    const entry = { command, actor: officer, at: '2026-11-20T02:00:00Z', records: [] } as LogEntry;
    const { tenant } = await joined.client.session();
    expect(await room.store.tenant(tenant).commit({ entry, writes, guards: [] })).toBe(true);
    const session = joined.open();
    await until(session, ({ phase }) => phase === 'editing');
    asked.length = 0;
    await session.chooseSubject('nha-0000');
    expect(session.getState()).toMatchObject({ phase: 'editing', assessment: { subjectId: 'nha-0000' } });
    expect(asked.filter((name) => name === 'assessments.list')).toHaveLength(2);
  });
});

describe('registering', () => {
  it('makes one subject of a double click', async () => {
    const joined = room.join();
    const session = joined.open();
    await until(session, ({ phase }) => phase === 'register');
    await Promise.all([session.register(fields), session.register(fields)]);
    expect(await joined.client.queryAll('subjects.list', { mine: true })).toHaveLength(1);
    expect(session.getState().phase).toBe('editing');
  });

  it('makes one subject where the answer was lost and the person tries again, also with another name', async () => {
    const joined = room.join();
    const session = joined.open();
    await until(session, ({ phase }) => phase === 'register');
    joined.faults.next(lost, { call: 'execute' });
    await session.register(fields);
    expect(session.getState()).toMatchObject({ phase: 'register', submit: { status: 'failed' } });
    await session.register({ ...fields, name: 'Trường Tiểu học Hoà Bình 2' });
    expect(session.getState()).toMatchObject({
      phase: 'editing',
      subject: { name: 'Trường Tiểu học Hoà Bình 2' },
    });
    expect(await joined.client.queryAll('subjects.list', { mine: true })).toHaveLength(1);
    expect(await joined.client.queryAll('assessments.list', { mine: true })).toHaveLength(1);
  });

  it('repeats the very same commands by retry', async () => {
    const sent: string[][] = [];
    const joined = room.join({
      wrap: (backend) => ({
        ...backend,
        execute: (commands, options) => {
          sent.push(commands.map(({ id }) => id));
          return backend.execute(commands, options);
        },
      }),
    });
    const session = joined.open();
    await until(session, ({ phase }) => phase === 'register');
    joined.faults.next(lost, { call: 'execute' });
    await session.register(fields);
    await session.retry();
    expect(session.getState().phase).toBe('editing');
    expect(sent).toHaveLength(2);
    expect(sent[1]).toEqual(sent[0]);
  });

  it('says why it was refused', async () => {
    const session = room.join().open();
    await until(session, ({ phase }) => phase === 'register');
    await session.register({ ...fields, criteria: { id: 'khong-co', version: '1' } });
    expect(session.getState()).toMatchObject({
      phase: 'register',
      submit: { status: 'rejected', rejection: { code: 'criteria-unknown' } },
    });
  });
});

describe('answering', () => {
  it('scores at once and keeps everything that did not change', async () => {
    const session = await ready(room.join());
    session.answer('c2', { points: '4' });
    const before = session.getState();
    session.answer('c1', { points: '7,5' });
    const after = session.getState();
    expect(after.result?.total).toBe(11.5);
    expect(after.answers['c2']).toBe(before.answers['c2']);
    expect(after.result?.criteria['c2']).toBe(before.result?.criteria['c2']);
    expect(after.result?.criteria['c1']).not.toBe(before.result?.criteria['c1']);
    expect(Object.isFrozen(after)).toBe(true);
    expect(Object.isFrozen(after.answers)).toBe(true);
  });

  it('takes a field out, and the answer with its last field', async () => {
    const session = await ready(room.join());
    session.answer('c1', { points: '5', note: 'ghi chú' });
    session.answer('c1', { note: undefined });
    expect(session.getState().answers['c1']).toEqual({ points: '5' });
    session.answer('c1', { points: undefined });
    expect(session.getState().answers).not.toHaveProperty('c1');
  });

  it('ignores a criterion that the set does not have', async () => {
    const session = await ready(room.join());
    session.answer('c99', { points: '5' });
    expect(session.getState().answers).toEqual({});
  });

  it('tells its listeners once per turn', async () => {
    const session = await ready(room.join());
    let calls = 0;
    const end = session.subscribe(() => (calls += 1));
    session.answer('c1', { points: '1' });
    session.answer('c1', { points: '12' });
    await Promise.resolve();
    expect(calls).toBe(1);
    end();
  });

  it('says so where nothing can be stored on the device, and loses nothing', async () => {
    const session = await ready(room.join());
    session.answer('c1', { points: '7,' });
    const view = await until(session, ({ save }) => save.status === 'failed');
    expect(view.save).toMatchObject({ problem: { code: 'unsupported', params: { reason: 'storage' } } });
    expect(view.answers['c1']).toEqual({ points: '7,' });
  });
});

describe('a refresh in the background', () => {
  it('that fails leaves the form as it is', async () => {
    const joined = room.join();
    const session = await ready(joined);
    session.answer('c1', { points: '7' });
    const { id, version } = session.getState().assessment!;
    joined.faults.next(offline, { call: 'query' });
    const { client } = room.join({ actor: colleague });
    const payload = { answers: { c2: { points: '4' } } };
    await client.execute([
      { id: client.newId(), kind: 'assessment.answer', record: id, expected: version, payload },
    ]);
    fillIn(session);
    session.answer('c2', { points: '4' });
    await session.submit();
    expect(session.getState()).toMatchObject({ phase: 'readonly', conflicts: [] });
  });
});

describe('submitting', () => {
  it('sends answers and submission together and shows the receipt', async () => {
    const joined = room.join();
    const session = await ready(joined);
    fillIn(session);
    await session.submit();
    const { phase, assessment, submit } = session.getState();
    expect(phase).toBe('readonly');
    expect(submit).toEqual({ status: 'idle' });
    expect(assessment?.submissions).toHaveLength(1);
    expect(assessment?.submissions[0]?.score.total).toBe(45);
    expect(assessment?.answers['c1']).toEqual({ points: '7,5' });
  });

  it('says what is missing', async () => {
    const session = await ready(room.join());
    session.answer('c1', { points: '7,5' });
    await session.submit();
    expect(session.getState()).toMatchObject({
      phase: 'editing',
      submit: { status: 'rejected', rejection: { code: 'incomplete', path: ['c2', 'c3', 'c4', 'c5', 'c6'] } },
    });
  });

  it('submits once where the answer was lost', async () => {
    const joined = room.join();
    const session = await ready(joined);
    fillIn(session);
    joined.faults.next(lost, { call: 'execute' });
    await session.submit();
    expect(session.getState().submit).toMatchObject({ status: 'failed', problem: { code: 'offline' } });
    await session.retry();
    expect(session.getState().phase).toBe('readonly');
    expect(session.getState().assessment?.submissions).toHaveLength(1);
  });

  it('sends what was typed after a lost answer too', async () => {
    const joined = room.join();
    const session = await ready(joined);
    fillIn(session);
    joined.faults.next(offline, { call: 'execute' });
    await session.submit();
    session.answer('c1', { points: '9' });
    await session.submit();
    expect(session.getState().assessment?.answers['c1']).toEqual({ points: '9' });
  });

  it('can be withdrawn, once where the answer was lost, and submitted again', async () => {
    const joined = room.join();
    const session = await ready(joined);
    fillIn(session);
    await session.submit();
    joined.faults.next(lost, { call: 'execute' });
    await session.withdraw('nhầm số liệu');
    await until(session, ({ phase, submit }) => phase === 'editing' || submit.status === 'failed');
    await session.retry();
    await until(session, ({ phase }) => phase === 'editing');
    expect(session.getState().answers['c1']).toEqual({ points: '7,5' });
    session.answer('c1', { points: '8' });
    await session.submit();
    expect(session.getState().assessment?.submissions).toHaveLength(2);
    expect(session.getState().assessment?.submissions[0]?.withdrawnAt).toBeDefined();
  });

  it('becomes readable only when a review starts, by what the back end reports', async () => {
    const session = await ready(room.join());
    fillIn(session);
    await session.submit();
    const { assessment } = session.getState();
    const { client } = room.join({ actor: reviewer });
    await client.execute([
      {
        id: client.newId(),
        kind: 'assessment.review',
        record: assessment!.id,
        expected: assessment!.version,
        payload: {},
      },
    ]);
    await until(session, (view) => view.assessment?.state === 'in-review');
    await session.withdraw();
    expect(session.getState().submit).toMatchObject({
      status: 'rejected',
      rejection: { code: 'wrong-state' },
    });
  });
});

describe('somebody else', () => {
  async function answerAs(points: Record<string, string>, expected: number, record: string): Promise<void> {
    const { client } = room.join({ actor: colleague });
    const answers = Object.fromEntries(Object.entries(points).map(([id, value]) => [id, { points: value }]));
    const receipts = await client.execute([
      { id: client.newId(), kind: 'assessment.answer', record, expected, payload: { answers } },
    ]);
    expect(receipts[0]?.status).toBe('applied');
  }
  /** A back end that reports nothing. */
  const quiet = {
    wrap: (backend: MemoryAdapter): Backend => ({ ...backend, subscribe: () => () => undefined }),
  };

  it('who filled in other criteria is merged without asking', async () => {
    const joined = room.join(quiet);
    const session = await ready(joined);
    const { id, version } = session.getState().assessment!;
    await answerAs({ c6: '3' }, version, id);
    fillIn(session);
    session.answer('c6', { points: undefined });
    await session.submit();
    const { phase, conflicts, assessment } = session.getState();
    expect(conflicts).toEqual([]);
    expect(phase).toBe('readonly');
    expect(assessment?.answers).toMatchObject({ c1: { points: '7,5' }, c6: { points: '3' } });
  });

  it('who changed the same criterion differently is asked about, and nothing is overwritten', async () => {
    const joined = room.join(quiet);
    const session = await ready(joined);
    const { id, version } = session.getState().assessment!;
    await answerAs({ c1: '3' }, version, id);
    fillIn(session);
    await session.submit();
    const { conflicts, submit, answers } = session.getState();
    expect(conflicts).toEqual([
      { criterion: 'c1', mine: { points: '7,5' }, theirs: { points: '3' }, before: undefined },
    ]);
    expect(submit).toMatchObject({ status: 'failed', problem: { code: 'conflict' } });
    expect(answers['c1']).toEqual({ points: '7,5' });
    session.resolve('c1', 'theirs');
    expect(session.getState().answers['c1']).toEqual({ points: '3' });
    await session.submit();
    expect(session.getState().assessment?.answers['c1']).toEqual({ points: '3' });
  });

  it('who filled in everything differently is not submitted in place of the person', async () => {
    const joined = room.join(quiet);
    const session = await ready(joined);
    const { id, version } = session.getState().assessment!;
    // Their version is the one that submitting expects after the person's own answers.
    await answerAs({ c1: '3', c2: '3', c3: '3', c4: '3', c5: '3', c6: '3' }, version, id);
    fillIn(session);
    await session.submit();
    expect(session.getState()).toMatchObject({ phase: 'editing', conflicts: { length: 6 } });
    const { items } = await joined.client.query('assessment.get', { id });
    expect(items[0]).toMatchObject({ state: 'draft', submissions: [] });
  });

  it('is heard of while the person types', async () => {
    const session = await ready(room.join());
    const { id, version } = session.getState().assessment!;
    session.answer('c1', { points: '5' });
    await answerAs({ c2: '4' }, version, id);
    const view = await until(session, ({ answers }) => answers['c2']);
    expect(view.answers['c1']).toEqual({ points: '5' });
  });
});
