/** Gauges as the tests of `htsd-target-gauge` put them into a page. */
import '../../components/target-gauge/target-gauge.define.js';
import '../../components/provider/provider.define.js';
import { openDB } from 'idb';
import { setClientMaker } from '../../components/base/adapter-registry.js';
import { HtsdError } from '../../src/backend/errors.js';
import { createMemoryAdapter } from '../../src/backend/memory/memory-adapter.js';
import type { Backend } from '../../src/backend/port.js';
import { createClient } from '../../src/client/client.js';
import type { Client } from '../../src/client/client.types.js';
import { communes, place, sample, tally } from '../../src/domain/target/test-helpers/places.js';
import { targetView } from '../../src/domain/target/target-world.js';
import type { TargetView } from '../../src/domain/target/target-view.types.js';
import type { Figure, Indicator, Target } from '../../src/domain/target/target.schema.js';
import { indicators } from '../../src/presets/targets/indicators.js';
import { until } from './mount-form.js';
import { restoreLooks } from './looks.js';

export type Gauge = HTMLElementTagNameMap['htsd-target-gauge'];
export const families: Indicator = indicators.find(({ id }) => id === 'gia-dinh')!;

export const figure = (
  count: number,
  of: number | undefined,
  asOf = '2025-12-31',
  more: Partial<Figure> = {},
): Figure => ({
  asOf,
  count,
  ...(of !== undefined && { of }),
  ...more,
});

/** Province 01 at the end of 2025. */
export const viewOf = (
  figures: readonly Figure[],
  targets: readonly Target[] = [sample({ value: 7_500, by: '2025-12-31' })],
  more: { year?: number; indicator?: Indicator } = {},
): TargetView =>
  targetView({
    indicator: families,
    place: place('01', { level: 'province' }),
    year: 2025,
    figures,
    targets,
    ...more,
  });

/** 150,000 of 200,000 families, which is what was to be reached, and 80 % to come. */
export const reached = (): TargetView =>
  viewOf(
    [
      figure(100_000, 200_000, '2020-12-31'),
      figure(130_000, 200_000, '2024-12-31'),
      figure(150_000, 200_000),
    ],
    [sample({ value: 7_500, by: '2025-12-31' }), sample({ id: 'sau', value: 8_000 })],
  );

export async function shown(properties: Partial<Gauge>): Promise<Gauge> {
  const gauge = document.createElement('htsd-target-gauge');
  Object.assign(gauge, properties);
  document.body.append(gauge);
  await gauge.updateComplete;
  return gauge;
}

/** What the back end of the tests answers: three communes, of which one has not reported. */
const report = (at: string, count: number, of: number) => ({
  indicator: 'gia-dinh',
  place: `${at}@2025-07-01`,
  figure: figure(count, of, '2025-10-31'),
});
export const answers: Readonly<Record<string, readonly unknown[]>> = {
  'places.list': [{ localities: communes, events: [] }],
  'indicators.list': indicators,
  'targets.list': [{ id: 'mau', version: 0, target: sample() }],
  'figures.list': [report('A', 60, 100), report('B', 180, 200)],
  'tallies.list': [
    tally('A.1', '2025', { recognised: 3, registered: 9 }),
    tally('A.1', undefined, { subjects: 10 }),
  ],
};

/** A gauge over a back end. `query` takes the place of the answers. */
export function asking(
  attributes: Record<string, string>,
  query: (name: string) => Promise<{ items: readonly unknown[] }> = async (name) => ({
    items: answers[name] ?? [],
  }),
  changes: Partial<Backend> = {},
): Gauge {
  const provider = document.createElement('htsd-provider');
  provider.backend = {
    ...createMemoryAdapter({ actor: null }),
    checked: true,
    query: query as unknown as Backend['query'],
    ...changes,
  };
  const gauge = document.createElement('htsd-target-gauge');
  for (const [name, value] of Object.entries({ year: '2025', ...attributes }))
    gauge.setAttribute(name, value);
  provider.append(gauge);
  document.body.append(provider);
  return gauge;
}

/** A gauge over a back end behind a network, on a device that keeps what it read. */
export function onDevice(
  storage: string,
  attributes: Record<string, string>,
  queryAll: (name: string) => Promise<readonly unknown[]>,
): Gauge {
  const provider = document.createElement('htsd-provider');
  const backend = { ...createMemoryAdapter({ actor: null }), checked: false };
  const client = createClient(backend, { storage, now: () => new Date('2025-11-26T03:00:00.000Z') });
  provider.client = { ...client, queryAll: queryAll as unknown as Client['queryAll'] };
  const gauge = document.createElement('htsd-target-gauge');
  for (const [name, value] of Object.entries({ year: '2025', ...attributes }))
    gauge.setAttribute(name, value);
  provider.append(gauge);
  document.body.append(provider);
  return gauge;
}

/** How many answers that device keeps. */
export async function keptOn(storage: string): Promise<number> {
  const name = `${encodeURIComponent(storage)}/targets`;
  const all = await indexedDB.databases();
  if (!all.some((one) => one.name === name)) return 0;
  const db = await openDB(name, 1);
  const keys = (await db.getAllKeys('answers')) as string[];
  db.close();
  return keys.filter((key) => !key.startsWith('tenant/')).length;
}

export const failing = (code: ConstructorParameters<typeof HtsdError>[0]) => () =>
  Promise.reject(new HtsdError(code));

export const phase = async (gauge: Gauge, wanted: Gauge['phase']): Promise<void> => {
  await until(() => gauge.phase === wanted, wanted);
  await gauge.updateComplete;
};
export const find = <E extends Element = HTMLElement>(gauge: Gauge, selector: string): E | null =>
  gauge.shadowRoot!.querySelector<E>(selector);
export const texts = (gauge: Gauge, selector: string): string[] =>
  [...gauge.shadowRoot!.querySelectorAll(selector)].map((one) => clean(one.textContent));
export const clean = (text: string | null): string => (text ?? '').replace(/\s+/g, ' ').trim();
export const words = (gauge: Gauge): string => clean(gauge.shadowRoot!.textContent);

/** Each test of a file begins with an empty Vietnamese page. */
export function useCleanPage(): void {
  setClientMaker(async (backend) =>
    createClient(backend, { storage: 'gauge-test', now: () => new Date('2025-11-26T03:00:00.000Z') }),
  );
  beforeEach(() => {
    document.documentElement.lang = 'vi';
  });
  afterEach(async () => {
    document.body.replaceChildren();
    await restoreLooks();
  });
}
