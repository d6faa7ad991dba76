import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { Backend } from '../../backend/port.js';
import type { MemoryAdapter } from '../../backend/memory/memory-adapter.js';
import type { Command } from '../../domain/command.schema.js';
import { officer } from '../test-helpers/scene.js';
import { createOutboxDb } from './outbox-db.js';
import { createOutboxStore, type NewEntry } from './outbox-store.js';
import {
  answer,
  appliedTo,
  clock,
  failure,
  idsOf,
  opening,
  outboxScene,
  seen,
  submission,
} from './test-helpers/outbox-scene.js';

/** What becomes of one call. */
const course = fc.constantFrom(
  'through',
  'through',
  'cut',
  'lost',
  'server',
  'limited',
  'signed-out',
  'slow-lost',
);
type Course = 'through' | 'cut' | 'lost' | 'server' | 'limited' | 'signed-out' | 'slow-lost';

/**
 * A line that does to each call what the plan says, and nothing once the plan is at its end; over one record the back end
 * breaks down each time.
 */
function faulty(adapter: MemoryAdapter, plan: Course[], bad: { record?: string | undefined }): Backend {
  return {
    ...adapter,
    async execute(commands, options) {
      if (commands.some(({ record }) => record === bad.record)) throw failure('server');
      const now = plan.shift() ?? 'through';
      if (now === 'cut') throw failure('offline');
      if (now === 'server') throw failure('server');
      if (now === 'limited') throw failure('rate-limited', { seconds: 1 });
      if (now === 'signed-out') throw failure('unauthenticated');
      // Cut in the middle of a batch: some of it was applied.
      const reached = now === 'slow-lost' ? commands.slice(0, Math.ceil(commands.length / 2)) : commands;
      const receipts = await adapter.execute(reached, options);
      if (now === 'lost' || now === 'slow-lost') throw failure('timeout');
      return receipts;
    },
  };
}

/** What a person does next: to which of his records, and what. */
const act = fc.record({
  record: fc.nat({ max: 2 }),
  criterion: fc.integer({ min: 1, max: 6 }),
  points: fc.integer({ min: 0, max: 10 }),
  /** A try at sending in between. */
  send: fc.boolean(),
});

describe('order of the outbox', () => {
  it('loses nothing, doubles nothing and keeps the order of each record under any faults', async function () {
    this.timeout(120_000);
    await fc.assert(
      fc.asyncProperty(
        fc.array(course, { maxLength: 25 }),
        fc.array(act, { minLength: 1, maxLength: 14 }),
        fc.option(fc.nat({ max: 2 }), { nil: undefined }),
        async (courses: Course[], acts, broken) => {
          const plan = [...courses];
          const bad: { record?: string | undefined } = {};
          const room = outboxScene();
          try {
            const device = room.join({ wrap: (adapter) => faulty(adapter, plan, bad) });
            const { backend, adapter } = device;
            await backend.query('criteria.get', { id: 'bo-thu', version: '1' });
            const units = [opening('Một'), opening('Hai'), opening('Ba')];
            const done = new Map(units.map(([, { record }]) => [record, new Map<string, string>()]));
            const made: Command[] = [];
            const version = new Map<string, number>();
            for (const unit of units) {
              made.push(...unit);
              for (const command of unit) {
                const [receipt] = await backend.execute([command]);
                expect(receipt!.status).to.be.oneOf(['applied', 'duplicate']);
                version.set(command.record, 1);
              }
            }
            bad.record = broken === undefined ? undefined : units[broken]![1].record;
            for (const { record: index, criterion, points, send } of acts) {
              const record = units[index]![1].record;
              const command = answer(record, version.get(record)!, points, `c${criterion}`);
              const [receipt] = await backend.execute([command]);
              if (receipt!.status !== 'applied' && receipt!.status !== 'duplicate')
                throw new Error(JSON.stringify(receipt));
              version.set(record, receipt!.records.find(({ id }) => id === record)!.version);
              done.get(record)!.set(`c${criterion}`, String(points));
              made.push(command);
              if (send) await backend.outbox.send();
            }
            plan.length = 0;
            await backend.session();
            // Two attempts at everything, one that finds out what is at fault, and some more until it is said.
            for (let attempt = 0; attempt < 6; attempt += 1) await backend.outbox.send();
            const kept = await backend.outbox.items();
            const late = kept.filter(({ state, record }) => state !== 'sent' && record !== bad.record);
            expect(late, 'nothing else is held up').to.deep.equal([]);
            const stuck = kept.filter(({ state }) => state === 'stuck');
            for (const { trouble } of stuck) expect(trouble).to.deep.equal({ code: 'failing' });
            bad.record = undefined;
            await backend.outbox.send();
            await seen(backend, ({ waiting }) => waiting === 0);
            expect(backend.outbox.getState().stuck).to.equal(0);
            for (const [record, answers] of done) {
              const { items } = await adapter.query('assessment.get', { id: record });
              const there = Object.fromEntries(
                Object.entries(items[0]!.answers).map(([id, { points }]) => [id, points]),
              );
              expect(there).to.deep.equal(Object.fromEntries(answers));
              const applied = appliedTo(adapter, record);
              expect(new Set(applied).size, 'nothing twice').to.equal(applied.length);
              const order = idsOf(made.filter((one) => one.record === record));
              const own = applied.filter((id) => order.includes(id));
              expect(own, 'in the order in which they were made').to.deep.equal(
                order.filter((id) => own.includes(id)),
              );
            }
          } finally {
            await room.end();
          }
        },
      ),
      {
        numRuns: 25,
        includeErrorInReport: true,
        // What has just arrived is in neither queue nor cache for a moment.
        examples: [[['lost', 'lost'], [{ record: 0, criterion: 1, points: 0, send: false }], 0]],
      },
    );
  });

  it('drains ten thousand commands, each once and each record in order', async function () {
    this.timeout(120_000);
    const room = outboxScene();
    const batches: number[] = [];
    const { backend, adapter } = room.join({
      wrap: (one) => ({
        ...one,
        execute: (commands, options) => {
          batches.push(commands.length);
          return one.execute(commands, options);
        },
      }),
    });
    const db = createOutboxDb(`${room.storage}-outbox`);
    const store = createOutboxStore(db);
    const commands: Command[] = [];
    const add: NewEntry[] = [];
    const put = (command: Command, after: string[]): void => {
      commands.push(command);
      const { id: actor } = officer;
      add.push({
        ...{ format: 1, owner: `default/${actor}`, command, makes: command.expected + 1, after },
        ...{ about: 'Trường', at: clock().toISOString(), tried: false, shift: 0, covers: [] },
      });
    };
    for (let n = 0; n < 2_500; n += 1) {
      const [register, open] = opening(`Trường ${n}`);
      put(register, []);
      put(open, [register.record]);
      put(answer(open.record, 1, 5), []);
      put(answer(open.record, 2, 6, 'c2'), []);
    }
    await store.change(`default/${officer.id}`, () => ({ add }));
    await backend.session();
    await backend.outbox.send();
    await seen(backend, ({ waiting }) => waiting === 0, 90_000);
    expect(backend.outbox.getState()).to.include({ stuck: 0, status: 'idle' });
    const log = idsOf(adapter.log().map(({ command }) => command as Command));
    expect(log).to.have.length(10_000);
    expect(new Set(log).size).to.equal(10_000);
    const place = new Map(log.map((id, index) => [id, index]));
    for (let n = 0; n < commands.length; n += 4) {
      const places = idsOf(commands.slice(n, n + 4)).map((id) => place.get(id)!);
      expect(places).to.deep.equal([...places].sort((a, b) => a - b));
    }
    expect(batches.length, 'full batches').to.be.at.most(24);
    db.close();
    await room.end();
  });

  it('never lets a submission overtake the answers that it rests on', async () => {
    const room = outboxScene();
    const device = room.join();
    const [register, open] = opening();
    await device.backend.query('criteria.get', { id: 'bo-thu', version: '1' });
    await device.backend.execute([register, open]);
    for (const n of [1, 2, 3, 4, 5, 6]) await device.backend.execute([answer(open.record, n, 1, `c${n}`)]);
    device.offline();
    await device.backend.execute([answer(open.record, 7, 9)]);
    await device.backend.execute([submission(open.record, 8)]);
    device.online();
    // Somebody else changes the same criterion: the version that the submission expects is there, but not what was answered.
    await device.adapter.execute([answer(open.record, 7, 3)]);
    await device.backend.outbox.send();
    expect(device.backend.outbox.getState()).to.include({ stuck: 1, waiting: 1 });
    const there = (await device.adapter.query('assessment.get', { id: open.record })).items[0]!;
    expect(there).to.include({ state: 'draft', version: 8 });
    await room.end();
  });
});
