import type { Catalog } from '../../backend/catalog.js';
import type { Backend } from '../../backend/port.js';
import { createFaults, type Faults } from '../../backend/memory/faults.js';
import { createMemoryAdapter, type MemoryAdapter } from '../../backend/memory/memory-adapter.js';
import { createMemoryStore, type MemoryStore } from '../../backend/memory/memory-store.js';
import type { Actor } from '../../domain/actor.schema.js';
import type { CriteriaSet, Criterion } from '../../domain/criteria-set.schema.js';
import { openAssessment } from '../assessment-session.js';
import { createClient } from '../client.js';
import type { Client } from '../client.types.js';
import type { AssessmentSession, AssessmentView, SessionOptions } from '../view.types.js';

/** Six criteria of 10 points. */
export const testSet: CriteriaSet = {
  format: 1,
  id: 'bo-thu',
  version: '1',
  model: 'unit',
  title: { vi: 'Bộ thử' },
  status: 'sample',
  source: { name: { vi: 'Để kiểm thử' } },
  cycles: { from: '2020' },
  facts: [{ id: 'truong-hoc', label: { vi: 'Trường học' }, kind: 'boolean' }],
  scoring: { mode: 'points', max: 60, passMark: 30, classes: [{ id: 'dat', label: { vi: 'Đạt' }, min: 30 }] },
  sections: [
    {
      id: 's1',
      title: { vi: 'Phần 1' },
      max: 60,
      criteria: [1, 2, 3, 4, 5, 6].map((n): Criterion => ({
        id: `c${n}`,
        title: { vi: `Tiêu chí ${n}` },
        input: 'points',
        max: 10,
      })),
    },
  ],
};
const { sections: _sections, ...summary } = testSet;

export const officer: Actor = { id: 'can-bo-1', name: 'Nguyễn Thị Hoà', roles: ['officer'] };
export const colleague: Actor = { id: 'can-bo-2', name: 'Trần Văn Đức', roles: ['officer'], scope: ['*'] };
export const reviewer: Actor = { id: 'tham-dinh', name: 'Lê Thị Ước', roles: ['reviewer'], scope: ['*'] };

export const catalog: Catalog = {
  list: async () => [summary],
  get: async (id, version) => (id === testSet.id && version === testSet.version ? testSet : undefined),
};

export interface Scene {
  store: MemoryStore;
  storage: string;
  /** Another person or another device at the same back end. */
  join(options?: {
    actor?: Actor | null;
    storage?: string;
    wrap?: (backend: MemoryAdapter) => Backend;
    now?: () => Date;
  }): Joined;
  end(): Promise<void>;
}
export interface Joined {
  client: Client;
  adapter: MemoryAdapter;
  faults: Faults;
  open: (options?: Partial<SessionOptions>) => AssessmentSession;
}

let count = 0;

export function scene(): Scene {
  const store = createMemoryStore();
  const storage = `thu-${++count}-${Math.random().toString(36).slice(2)}`;
  const clients: Client[] = [];
  return {
    store,
    storage,
    join({
      actor = officer,
      storage: own = storage,
      wrap = (backend: MemoryAdapter): Backend => backend,
      now = () => new Date('2026-11-20T02:00:00Z'),
    } = {}) {
      const faults = createFaults();
      const adapter = createMemoryAdapter({ store, actor, catalog, faults, now });
      const client = createClient(wrap(adapter), { storage: own, now, timeout: 5_000 });
      clients.push(client);
      return {
        client,
        adapter,
        faults,
        open: (options = {}) => openAssessment(client, { model: 'unit', ...options }),
      };
    },
    async end() {
      await Promise.all(clients.map((client) => client.dispose()));
    },
  };
}

/** Resolves when the state fits; rejects with the last state when it does not within the deadline. */
export function until(
  session: AssessmentSession,
  fits: (view: AssessmentView) => unknown,
  deadline = 10_000,
): Promise<AssessmentView> {
  return new Promise((resolve, reject) => {
    const look = (): void => {
      const view = session.getState();
      if (!fits(view)) return;
      clearTimeout(timer);
      end();
      resolve(view);
    };
    const end = session.subscribe(look);
    const timer = setTimeout(() => {
      end();
      const { set: _set, result: _result, ...view } = session.getState();
      reject(new Error(`never: ${String(fits)} in ${JSON.stringify(view)}`));
    }, deadline);
    look();
  });
}

export const fields = {
  name: 'Trường Tiểu học Hoà Bình',
  place: { name: 'phường Bến Thành' },
  facts: {},
  criteria: { id: testSet.id, version: testSet.version },
};

/** A session that is ready for typing, registered if it was not. */
export async function ready(
  joined: Joined,
  options: Partial<SessionOptions> = {},
): Promise<AssessmentSession> {
  const session = joined.open(options);
  const view = await until(session, ({ phase }) => phase === 'register' || phase === 'editing');
  if (view.phase === 'register') await session.register(fields);
  await until(session, ({ phase }) => phase === 'editing');
  return session;
}
