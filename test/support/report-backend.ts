/** A back end for reports: a province of three communes, one of which has not reported, and its register. */
import { createMemoryAdapter } from '../../src/backend/memory/memory-adapter.js';
import type { Backend } from '../../src/backend/port.js';
import { createClient } from '../../src/client/client.js';
import type { Client } from '../../src/client/client.types.js';
import { communes, place, sample, tally } from '../../src/domain/target/test-helpers/places.js';
import { indicators } from '../../src/presets/targets/indicators.js';
import type { ReportElement } from './mount-report.js';
import '../../components/provider/provider.define.js';

const stamp = '2025-11-01T00:00:00.000Z';

const told = (indicator: string, at: string, count: number, of?: number, year = '2025') => ({
  id: `${indicator}-${at}-${year}`,
  version: 1,
  indicator,
  place: `${at}@2025-07-01`,
  figure: {
    asOf: `${year}-10-31`,
    count,
    ...(of !== undefined && { of }),
    source: `Báo cáo số ${count}/BC-HKH`,
  },
  at: stamp,
  earlier: [],
});

const subject = (n: number) => ({
  id: `2025.${n}`,
  subject: String(n),
  cycle: '2025',
  model: 'clan',
  name: `Dòng họ ${n}`,
  place: { name: 'Thôn A.1', code: 'A.1' },
  owner: 'a',
  subjectVersion: 1,
  updatedAt: stamp,
  score: 80 + n,
  max: 100,
  state: 'recognised',
  registered: true,
});

/** What it answers by name of the query. */
export const reportAnswers: Readonly<Record<string, readonly unknown[]>> = {
  'places.list': [
    {
      localities: [...communes, place('X', { from: '2020-01-01', to: '2025-06-30', parent: '01' })],
      events: [{ on: '2025-07-01', kind: 'merge', before: ['X@2020-01-01'], after: ['A@2025-07-01'] }],
    },
  ],
  'indicators.list': indicators,
  'targets.list': [{ id: 'mau', version: 0, target: sample({ by: '2025-12-31' }) }],
  'figures.list': [
    told('gia-dinh', 'A', 60, 100),
    told('gia-dinh', 'B', 180, 200),
    told('trung-tam', 'A', 1),
    told('trung-tam', 'B', 1),
  ],
  'tallies.list': [
    tally('A.1', '2025', { subjects: 3, recognised: 3, registered: 3 }, { model: 'clan' }),
    tally('A.1', undefined, { subjects: 4 }, { model: 'clan' }),
  ],
  'activities.list': [
    {
      id: 'hoi-thao',
      version: 1,
      kind: 'seminar',
      date: '2025-09-05',
      place: 'B',
      title: 'Hội thảo gia đình học tập',
      sessions: 2,
      participants: 140,
      createdAt: stamp,
      updatedAt: stamp,
    },
  ],
  'register.list': [1, 2, 3].map(subject),
  'public.funds.list': [],
};

export type Query = (
  name: string,
  params: Record<string, unknown>,
) => Promise<{
  items: readonly unknown[];
  next?: string;
  total?: number;
}>;

export const answering: Query = async (name, params) => {
  const all = reportAnswers[name] ?? [];
  const items =
    name === 'figures.list'
      ? (all as ReturnType<typeof told>[]).filter(
          ({ indicator, place: at }) =>
            (params['indicator'] ?? indicator) === indicator && (params['place'] ?? at) === at,
        )
      : name === 'activities.list'
        ? all.filter((one) => (one as { date: string }).date.startsWith(String(params['year'])))
        : all;
  return { items };
};

/** A client over a back end that answers like this. `storage`: keeps on the device what it read, as behind a network. */
export function reportClient(query: Query = answering, storage?: string): Client {
  const backend = {
    ...createMemoryAdapter({ actor: null }),
    checked: storage === undefined,
    query: query as unknown as Backend['query'],
  };
  const client = createClient(backend, {
    storage: storage ?? 'report-test',
    now: () => new Date('2025-11-26T03:00:00.000Z'),
  });
  if (storage === undefined) return client;
  // What is kept on the device is what passed the border; that is tried elsewhere.
  const queryAll = async (name: string): Promise<readonly unknown[]> => (await query(name, {})).items;
  return { ...client, queryAll: queryAll as unknown as Client['queryAll'] };
}

/** A report over a client. */
export function asking(attributes: Record<string, string>, client = reportClient()): ReportElement {
  const provider = document.createElement('htsd-provider');
  provider.client = client;
  const report = document.createElement('htsd-report');
  for (const [name, value] of Object.entries({ year: '2025', ...attributes }))
    report.setAttribute(name, value);
  provider.append(report);
  document.body.append(provider);
  return report;
}
