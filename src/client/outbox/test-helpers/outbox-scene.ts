import type { Backend, FileInfo } from '../../../backend/port.js';
import { HtsdError, type ErrorCode } from '../../../backend/errors.js';
import { createFaults, type Faults } from '../../../backend/memory/faults.js';
import { createMemoryAdapter, type MemoryAdapter } from '../../../backend/memory/memory-adapter.js';
import { createMemoryStore, type MemoryStore } from '../../../backend/memory/memory-store.js';
import type { Actor } from '../../../domain/actor.schema.js';
import type { Command, CommandOf } from '../../../domain/command.schema.js';
import { uuidv7 } from '../../../domain/new-id.js';
import { catalog, fields, officer } from '../../test-helpers/scene.js';
import type { OutboxBackend } from '../outbox.types.js';
import { withOutbox } from '../with-outbox.js';

export interface Device {
  backend: OutboxBackend;
  /** What lies behind the queue, and how it goes wrong. */
  adapter: MemoryAdapter;
  faults: Faults;
  /** From now on nothing gets through, until `online`. */
  offline(): void;
  online(): void;
}

export interface DeviceOptions {
  actor?: Actor | null;
  storage?: string;
  wrap?: (backend: MemoryAdapter) => Backend;
  now?: () => Date;
}

export interface OutboxScene {
  store: MemoryStore;
  storage: string;
  join(options?: DeviceOptions): Device;
  end(): Promise<void>;
}

let count = 0;

/** Devices at one back end; each call makes another one, or another page of one where `storage` is the same. */
export function outboxScene(): OutboxScene {
  const store = createMemoryStore();
  const storage = `hop-thu-${++count}-${Math.random().toString(36).slice(2)}`;
  const open: OutboxBackend[] = [];
  return {
    store,
    storage,
    join({
      actor = officer,
      storage: own = storage,
      wrap = (one: MemoryAdapter): Backend => one,
      now = clock,
    } = {}) {
      const faults = createFaults();
      const adapter = createMemoryAdapter({ store, actor, catalog, faults, now: clock });
      const backend = withOutbox(wrap(adapter), { storage: own, now, random: () => 1 });
      open.push(backend);
      return {
        ...{ backend, adapter, faults },
        offline: () => faults.next({ kind: 'fail', error: new HtsdError('offline') }, { times: 100_000 }),
        online: () => faults.clear(),
      };
    },
    end: async () => void (await Promise.all(open.map((backend) => backend.dispose()))),
  };
}

export const clock = (): Date => new Date('2026-11-20T02:00:00Z');
export const newId = (): string => uuidv7(clock().getTime(), crypto.getRandomValues(new Uint8Array(16)));
export const failure = (code: ErrorCode, params: Record<string, number> = {}): HtsdError =>
  new HtsdError(code, { params });

/** The commands that make a unit and open its assessment. */
export function opening(
  name: string = fields.name,
): [CommandOf<'subject.register'>, CommandOf<'assessment.open'>] {
  const subject = newId();
  return [
    {
      ...{ id: newId(), kind: 'subject.register', record: subject, expected: 0 },
      payload: { ...fields, name, model: 'unit', cycle: '2026' },
    },
    {
      ...{ id: newId(), kind: 'assessment.open', record: newId(), expected: 0 },
      payload: { subject, cycle: '2026' },
    },
  ];
}

/** An answer of so many points to a criterion, on a version of an assessment. */
export const answer = (
  record: string,
  expected: number,
  points: number,
  criterion = 'c1',
): CommandOf<'assessment.answer'> => ({
  ...{ id: newId(), kind: 'assessment.answer', record, expected },
  payload: { answers: { [criterion]: { points: String(points) } } },
});

/** A unit with an open assessment, known to the device. Rejects where the back end does not take it. */
export async function ready({ backend }: Device): Promise<{ subject: string; assessment: string }> {
  const [register, open] = opening();
  await backend.query('criteria.get', { id: 'bo-thu', version: '1' });
  await backend.query('subjects.list', { model: 'unit', mine: true });
  await backend.query('assessments.list', { model: 'unit', cycle: '2026', mine: true });
  for (const { status } of await backend.execute([register, open]))
    if (status !== 'applied') throw new Error(status);
  return { subject: register.record, assessment: open.record };
}

export const read = async ({ backend }: Device, id: string) =>
  (await backend.query('assessment.get', { id })).items[0]!;

export const submission = (record: string, expected: number): CommandOf<'assessment.submit'> => ({
  ...{ id: newId(), kind: 'assessment.submit', record, expected, payload: {} },
});

/** An answer to `c1` that names a file as its evidence. */
export function naming(
  record: string,
  expected: number,
  { sha256, size, type }: FileInfo,
): CommandOf<'assessment.answer'> {
  const command = answer(record, expected, 5);
  const about = { id: 'e1', kind: 'file' as const, name: 'a.pdf', addedAt: clock().toISOString() };
  command.payload.answers['c1'] = {
    points: '5',
    evidence: [{ ...about, sha256, size, type: type as 'application/pdf' }],
  };
  return command;
}

/** Ids of the commands about a record that were applied, in order. */
export const appliedTo = (adapter: MemoryAdapter, record: string): string[] =>
  adapter
    .log()
    .filter(({ command }) => command.record === record)
    .map(({ command }) => command.id);

export const idsOf = (commands: readonly Command[]): string[] => commands.map(({ id }) => id);

/** Resolves when the view fits; rejects with it where it does not in time. */
export function seen(
  { outbox }: OutboxBackend,
  fits: (view: ReturnType<OutboxBackend['outbox']['getState']>) => boolean,
  deadline = 10_000,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const look = (): void => {
      if (!fits(outbox.getState())) return;
      clearTimeout(timer);
      end();
      resolve();
    };
    const end = outbox.subscribe(look);
    const timer = setTimeout(() => {
      end();
      reject(new Error(`never: ${String(fits)} in ${JSON.stringify(outbox.getState())}`));
    }, deadline);
    look();
  });
}
