/** What a report shows when the back end is out of reach. */
import { expect } from '@open-wc/testing';
import { HtsdError } from '../../backend/errors.js';
import { createFaults } from '../../backend/memory/faults.js';
import { createMemoryAdapter, createMemoryStore } from '../../backend/memory/memory-adapter.js';
import type { Backend } from '../../backend/port.js';
import { references } from '../../presets/references.js';
import { createClient } from '../client.js';
import { openReportSession } from './report-session.js';
import type { ReportView, TraceRow } from './report.types.js';

const now = () => new Date('2026-11-26T03:00:00.000Z');
const admin = { id: 'admin', name: 'Mẫu', roles: ['admin' as const], scope: ['*'] };

/** The state in which nothing is being read any more, with the activities behind the first number. */
async function read(
  backend: Backend,
  storage: string,
): Promise<{ view: ReportView; rows: readonly TraceRow[] }> {
  const client = createClient({ ...backend, checked: false }, { now, storage });
  const session = openReportSession(client, { locality: '25', kind: 'year', year: 2026 });
  const view = await new Promise<ReportView>((done) => {
    const end = session.subscribe(() => {
      if (session.getState().busy) return;
      end();
      done(session.getState());
    });
  });
  const seminar = view.report?.sections.flatMap(({ lines }) => lines).find(({ id }) => id === 'seminar');
  const trace = seminar?.measures[0]?.now.trace;
  const rows = trace ? (await session.follow(trace)).rows : [];
  session.dispose();
  await client.dispose();
  return { view, rows };
}

describe('a report without network', () => {
  it('is what was read before, with its age and nothing that is not public, and never after a refusal', async () => {
    const storage = `report-test-${Math.random()}`;
    const store = createMemoryStore();
    const faults = createFaults();
    const catalog = { list: async () => [], get: async () => undefined, references: async () => references };
    const open = () => createMemoryAdapter({ store, actor: admin, now, catalog, faults });
    const fields = { date: '2026-03-01', place: '25', title: 'Hội thảo', note: 'chỉ nội bộ' };
    const [receipt] = await open().execute([
      {
        ...{ id: 'c1', kind: 'activity.record', record: 'a1', expected: 0 },
        payload: { kind: 'seminar', ...fields },
      },
    ]);
    expect(receipt?.status).to.equal('applied');
    const first = await read(open(), storage);
    expect([first.view.status, first.view.keptAt]).to.deep.equal(['ready', undefined]);

    const fails = (code: 'offline' | 'forbidden') => {
      faults.clear();
      faults.next({ kind: 'fail', error: new HtsdError(code) }, { call: 'query', times: 50 });
    };
    let kept: Awaited<ReturnType<typeof read>> | undefined;
    // What is kept is written beside the reading, and nobody waits for it.
    for (const end = performance.now() + 10_000; !kept?.view.report && performance.now() < end;) {
      fails('offline');
      kept = await read(open(), storage);
    }
    expect(kept?.view.keptAt).to.equal(now().toISOString());
    expect(kept?.rows).to.have.length(1);
    expect(JSON.stringify(kept)).to.contain('Hội thảo').and.not.contain('chỉ nội bộ');

    fails('forbidden');
    const refused = await read(open(), storage);
    const { status, report, problem } = refused.view;
    expect([status, report, problem?.code]).to.deep.equal(['failed', undefined, 'forbidden']);
  });
});
