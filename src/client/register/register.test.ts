/** A register that is longer than memory, questions in quick succession, and acts that a network cuts in two. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HtsdError } from '../../backend/errors.js';
import type { Backend } from '../../backend/port.js';
import type { Client } from '../client.types.js';
import { colleague, scene, testSet, type Scene } from '../test-helpers/scene.js';
import { withNames } from '../test-helpers/with-names.js';
import { makeAct } from './make-act.js';
import { RegisterActs } from './register-acts.js';
import { RegisterList } from './register-list.js';
import { RegisterPages } from './register-pages.js';
import { openRegister } from './register-session.js';
import type { RegisterFilter } from './register.types.js';

let here: Scene;
beforeEach(() => {
  here = scene();
});
afterEach(() => here.end());

const filter: RegisterFilter = { cycle: '2026', text: '', sort: 'name', descending: false };
const idOf = (index: number): string => `s-${String(index).padStart(4, '0')}`;

/** So many units that are not registered; answers who works with them, and what is asked of the back end. */
async function units(
  count: number,
): Promise<{ client: Client; asked: string[]; fail: (times: number) => void }> {
  const asked: string[] = [];
  let failures = 0;
  const { client } = here.join({
    actor: colleague,
    wrap: (inner): Backend => {
      const backend = withNames(inner);
      return {
        ...backend,
        query: (name, params, options) => {
          asked.push(`${name} ${(params as { text?: string }).text ?? ''}`.trim());
          return backend.query(name, params, options);
        },
        execute: (commands, options) => {
          asked.push(`execute ${commands.length}`);
          // Written, and the answer is lost.
          const done = backend.execute(commands, options);
          if (failures === 0) return done;
          failures -= 1;
          return done.then(() => Promise.reject(new HtsdError('offline')));
        },
      };
    },
  });
  const subjects = Array.from({ length: count }, (_none, index) => ({
    id: idOf(index),
    model: 'unit' as const,
    name: `Đơn vị ${idOf(index)}`,
    place: { name: index % 2 === 0 ? 'Xã Hoà Bình' : 'Xã Sen Hồ' },
    facts: {},
  }));
  await client.execute([
    { id: 'nhap', kind: 'subject.import', record: 'nhap', expected: 0, payload: { subjects } },
  ]);
  asked.length = 0;
  return { client, asked, fail: (times) => (failures = times) };
}

function settled(list: RegisterList): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (list.getState().busy) return;
      end();
      resolve();
    };
    const end = list.subscribe(look);
    look();
  });
}

describe('a register of several pages', () => {
  it('lets its first rows be seen before the rest is read', async () => {
    const { client, asked } = await units(1_200);
    const list = new RegisterList(client, { filter });
    await new Promise<void>((resolve) => {
      list.subscribe(() => list.getState().rows.length > 0 && resolve());
    });
    // Everything that a task can do without letting others do something.
    for (let turn = 0; turn < 200; turn++) await Promise.resolve();
    expect(list.getState().rows).toHaveLength(500);
    expect(asked.filter((name) => name === 'register.list')).toHaveLength(1);
    await settled(list);
    expect(list.getState()).toMatchObject({ complete: true, rows: { length: 1_200 } });
    list.dispose();
  });
});

describe('a register that is longer than memory', () => {
  it('has each subject once although one was renamed between two pages', async () => {
    const { client } = await units(600);
    const pages = new RegisterPages(client, { cycle: '2026' });
    let renamed = false;
    await pages.read(new AbortController().signal, () => {
      if (renamed) return;
      renamed = true;
      expect(pages.find('s-0000')).toHaveLength(1);
      void client.execute([
        {
          id: 'doi',
          kind: 'subject.update',
          record: idOf(0),
          expected: 1,
          payload: { name: 'Đơn vị z mới' },
        },
      ]);
    });
    expect(new Set(pages.rows.map(({ subject }) => subject)).size).toBe(600);
    expect(pages.rows).toHaveLength(600);
    expect(pages.find('z moi').map(({ subject }) => subject)).toEqual([idOf(0)]);
    expect(pages.find('s-0000')).toEqual([]);
  });

  it('is read by turning pages, and each question goes to the back end', async () => {
    const { client, asked } = await units(130);
    const list = new RegisterList(client, { filter, most: 50 });
    await settled(list);
    const shown = (): (string | number | boolean | undefined)[] => {
      const { rows, before, more, complete } = list.getState();
      return [rows[0]?.subject, rows.length, before, more, complete];
    };
    expect(shown()).toEqual([idOf(0), 50, 0, true, false]);
    list.turn('next');
    await settled(list);
    expect(shown()).toEqual([idOf(50), 50, 50, true, false]);
    list.turn('next');
    await settled(list);
    expect(shown()).toEqual([idOf(100), 30, 100, false, false]);
    list.turn('previous');
    await settled(list);
    expect(shown()).toEqual([idOf(50), 50, 50, true, false]);
    asked.length = 0;
    list.choose({ text: 's-0077' });
    await new Promise<void>((resolve) => {
      const end = list.subscribe(() => {
        if (list.getState().rows.length !== 1 || list.getState().busy) return;
        end();
        resolve();
      });
    });
    expect(shown()).toEqual([idOf(77), 1, 0, false, true]);
    expect(asked).toEqual(['register.list s-0077']);
    const all = await list.readAll(new AbortController().signal);
    expect(all.map(({ subject }) => subject)).toEqual([idOf(77)]);
    list.dispose();
  });

  it('asks for another order one page at a time, and writes all of it to a file in that order', async () => {
    const { client, asked } = await units(2_300);
    const list = new RegisterList(client, { filter: { ...filter, sort: 'place' }, most: 2_100 });
    await settled(list);
    asked.length = 0;
    list.choose({ descending: true });
    await settled(list);
    expect(asked).toEqual(['register.list']);
    const { rows, more } = list.getState();
    expect([rows.length, rows[0]?.place.name, more]).toEqual([2_000, 'Xã Sen Hồ', true]);
    asked.length = 0;
    const all = await list.readAll(new AbortController().signal);
    expect(all.slice(0, 2_000)).toEqual(rows);
    expect(all).toHaveLength(2_300);
    expect(asked).toHaveLength(2);
    list.dispose();
  });
});

describe('a register that is in memory', () => {
  it('answers words, filters and sorts as the back end does', async () => {
    const { client, asked } = await units(120);
    const list = new RegisterList(client, { filter });
    await settled(list);
    expect(asked).toEqual(['register.list']);
    for (const change of [
      { text: 'hòa binh' },
      { text: 'sen HO s-00' },
      { text: '', sort: 'place' as const },
      { descending: true },
      { sort: 'name' as const },
    ]) {
      list.choose(change);
      const { filter: now, rows } = list.getState();
      const params = { cycle: '2026', text: now.text, sort: now.sort, descending: now.descending };
      const answer = await client.queryAll('register.list', params, { max: 5_000 });
      expect(rows.map(({ subject }) => subject)).toEqual(answer.map(({ subject }) => subject));
    }
    list.dispose();
  });
});

describe('words that are typed key by key', () => {
  it('find the same as words that are asked at once, whether one types on, corrects or begins anew', async () => {
    const { client } = await units(120);
    const typing = new RegisterList(client, { filter });
    await settled(typing);
    const typed = [
      's',
      's-00',
      's-001 h',
      's-001 hoa',
      's-001',
      's-00 sen',
      'sen',
      'se x',
      'sen',
      '',
      'binh 7',
    ];
    for (const text of typed) {
      typing.choose({ text });
      const anew = new RegisterList(client, { filter: { ...filter, text } });
      await settled(anew);
      const [ours, theirs] = [typing, anew].map((list) => list.getState().rows.map(({ subject }) => subject));
      expect(ours, text).toEqual(theirs);
      anew.dispose();
    }
    typing.dispose();
  });
});

describe('an act on many', () => {
  it('goes out in batches, and after a lost answer goes on without doing anything twice', async () => {
    const { client, asked, fail } = await units(150);
    const session = (await openRegister(client, new AbortController().signal))!;
    const { items } = await client.query('register.list', { cycle: '2026', limit: 500 });
    const act = makeAct(client, 'register', items, () => ({ id: testSet.id, version: testSet.version }));
    const ended = (acts: RegisterActs, status: string): Promise<void> =>
      new Promise((resolve) => {
        const timer = setInterval(() => {
          if (acts.all[0]?.status !== status) return;
          clearInterval(timer);
          resolve();
        }, 5);
      });
    const options = {
      client,
      notes: session.notes,
      owner: 'x',
      changed: () => undefined,
      applied: () => undefined,
    };
    const acts = new RegisterActs(options);
    await acts.start(act);
    fail(1);
    asked.length = 0;
    await acts.send(act.id);
    await ended(acts, 'stuck');
    expect(acts.all[0]).toMatchObject({ told: 0, problem: { code: 'offline' } });
    acts.retry();
    await ended(acts, 'done');
    expect(acts.all[0]).toMatchObject({ told: 150, applied: 150, failures: [] });
    expect(asked.filter((one) => one.startsWith('execute'))).toEqual([
      'execute 100',
      'execute 100',
      'execute 50',
    ]);
    expect(asked.filter((one) => !one.startsWith('execute')).sort(), 'of all in a batch at once').toEqual([
      'subjects.list',
      'subjects.list',
      'subjects.list',
    ]);
    const { items: after } = await client.query('register.list', { cycle: '2026', limit: 500 });
    expect(new Set(after.map(({ state, subjectVersion }) => `${state} ${subjectVersion}`))).toEqual(
      new Set(['registered 2']),
    );
    expect([...session.notes.all().keys()]).toEqual([]);
    acts.dispose();
    session.notes.close();
  });

  it('is made of those that it makes sense for', async () => {
    const { client } = await units(3);
    const { items } = await client.query('register.list', { cycle: '2026' });
    expect(makeAct(client, 'submit', items).items).toEqual([]);
    const some = makeAct(client, 'register', items, ({ subject }) =>
      subject === idOf(1) ? { id: testSet.id, version: testSet.version } : undefined,
    );
    expect(some.items.map(({ subject, expected }) => [subject, expected])).toEqual([[idOf(1), 1]]);
  });
});
