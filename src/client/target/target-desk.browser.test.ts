/** What several gauges of a page read together, and what they have when the back end is out of reach. */
import { expect } from '@open-wc/testing';
import { HtsdError } from '../../backend/errors.js';
import { createMemoryAdapter } from '../../backend/memory/memory-adapter.js';
import type { Backend, BackendEvent } from '../../backend/port.js';
import { indicators } from '../../presets/targets/indicators.js';
import { createClient } from '../client.js';
import type { Client } from '../client.types.js';
import { createTargetDesk, targetDeskOf } from './target-desk.js';
import type { TargetSource } from './target-source.js';
import { communes, sample, tally } from '../../domain/target/test-helpers/places.js';

const now = () => new Date('2026-11-26T03:00:00.000Z');
let storages = 0;
let clients: Client[] = [];

function open(changes: Partial<Backend> = {}, storage = `targets-test-${storages++}`): Client {
  const backend = { ...createMemoryAdapter({ actor: null }), checked: false, ...changes };
  const client = createClient(backend, { now, storage });
  clients.push(client);
  return client;
}

/** Answers from memory, which notes what was asked. `fails`: the code with which everything does. */
function answering(asked: string[], fails: { code?: 'offline' | 'forbidden' | 'server' } = {}): TargetSource {
  const answer = async <T>(name: string, value: T): Promise<T> => {
    asked.push(name);
    if (fails.code) throw new HtsdError(fails.code);
    return value;
  };
  return {
    places: () => answer('places', [{ localities: communes, events: [] }]),
    targets: () => answer('targets', { indicators, targets: [sample()] }),
    figures: ({ indicator }) => answer(`figures ${indicator ?? ''}`, []),
    tallies: ({ model, places }) =>
      answer(['tallies', model, ...(places ?? [])].join(' ').trim(), [
        tally('A', '2026', { recognised: 3, registered: 4 }),
      ]),
  };
}
const failure = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'answered',
    (error: unknown) => (error as HtsdError).code,
  );

describe('the desk of targets', () => {
  afterEach(async () => {
    await Promise.all(clients.map((client) => client.dispose()));
    clients = [];
  });

  it('asks once what several gauges need, and of a reported indicator nothing in the register', async () => {
    const asked: string[] = [];
    const desk = createTargetDesk(open(), answering(asked));
    const [one, two] = await Promise.all(
      ['01', '01'].map((locality) => desk.read({ locality, indicator: 'gia-dinh' })),
    );
    expect(one?.view?.years[0]?.figure?.count).to.equal(3);
    expect(two?.view).to.deep.equal(one?.view);
    expect(asked.sort()).to.deep.equal(['figures gia-dinh', 'places', 'tallies family', 'targets']);
    // What was read of the province holds for what lies in it.
    expect((await desk.read({ locality: 'B', indicator: 'gia-dinh' }))?.view?.years).to.deep.equal([]);
    await desk.read({ locality: 'A', indicator: 'ky-nang-so' });
    expect(asked.filter((name) => name.startsWith('tallies'))).to.deep.equal(['tallies family']);
  });

  it('takes for this year that of the back end’s clock, which is heard with an answer', async () => {
    let time = new Date('2017-01-01T00:00:00.000Z');
    const client = createClient({ ...createMemoryAdapter({ actor: null }), now: () => time });
    clients.push(client);
    const source = answering([]);
    const desk = createTargetDesk(client, {
      ...source,
      targets: () => {
        time = now();
        return source.targets();
      },
    });
    const seen = await desk.read({ locality: '01', indicator: 'gia-dinh' });
    expect(seen?.view?.year).to.equal(2026);
  });

  it('asks of a commune the counts of what lies in it alone', async () => {
    const asked: string[] = [];
    const desk = createTargetDesk(open(), answering(asked));
    const seen = await desk.read({ locality: 'A@2025-07-01', indicator: 'gia-dinh' });
    expect(seen?.view?.years[0]?.figure?.count).to.equal(3);
    expect(asked.filter((name) => name.startsWith('tallies'))).to.deep.equal(['tallies family A A.1']);
  });

  it('answers parts and card where they are asked for, and nothing for what is not there', async () => {
    const desk = createTargetDesk(open(), answering([]));
    const parts = await desk.read({ locality: '01', indicator: 'gia-dinh', parts: true });
    expect(parts?.parts?.map(({ view }) => view.place.code)).to.deep.equal(['A', 'B', 'C']);
    const card = await desk.read({ locality: '01' });
    expect(card?.card?.map(({ indicator }) => indicator.id)).to.deep.equal(['gia-dinh']);
    expect(card?.path.map(({ code }) => code)).to.deep.equal(['01']);
    expect(await desk.read({ locality: '99' })).to.equal(undefined);
    expect(await desk.read({ locality: '01', indicator: 'khong-co' })).to.equal(undefined);
  });

  it('shows without network what it read before, with its age, and reads anew when it can', async () => {
    const storage = `targets-test-${storages++}`;
    const fails: { code?: 'offline' | 'forbidden' } = {};
    const aim = { locality: 'A', indicator: 'gia-dinh' };
    const first = createTargetDesk(open({}, storage), answering([], fails));
    expect((await first.read(aim))?.keptAt).to.equal(undefined);
    fails.code = 'offline';
    // Another visit: nothing is in memory. What was read is on the disk a moment later.
    let kept;
    for (const end = performance.now() + 10_000; !kept && performance.now() < end;)
      kept = await createTargetDesk(open({}, storage), answering([], fails))
        .read(aim)
        .catch(() => undefined);
    expect(kept?.keptAt).to.equal(now().toISOString());
    expect(kept?.view?.years[0]?.figure?.count).to.equal(3);
    // Of the province it was read, so that its communes can be looked at.
    delete fails.code;
    const wide = createTargetDesk(open({}, storage), answering([], fails));
    await wide.read({ locality: '01', indicator: 'gia-dinh' });
    fails.code = 'offline';
    let inner;
    for (const end = performance.now() + 10_000; !inner && performance.now() < end;)
      inner = await createTargetDesk(open({}, storage), answering([], fails))
        .read({ locality: 'B', indicator: 'gia-dinh' })
        .catch(() => undefined);
    expect(inner?.keptAt).to.equal(now().toISOString());
    // To whom the back end refuses it, nothing is shown.
    fails.code = 'forbidden';
    const refused = createTargetDesk(open({}, storage), answering([], fails));
    expect(await failure(refused.read(aim))).to.equal('forbidden');
    delete fails.code;
    expect((await refused.read(aim))?.keptAt).to.equal(undefined);
  });

  it('shows nothing of another tenant', async () => {
    const storage = `targets-test-${storages++}`;
    const fails: { code?: 'offline' } = { code: 'offline' };
    const desk = createTargetDesk(open({}, storage), answering([], fails));
    expect(await failure(desk.read({ locality: 'A' }))).to.equal('offline');
  });

  it('keeps nothing of a back end that is on this device', async () => {
    const storage = `targets-test-${storages++}`;
    await createTargetDesk(open({ checked: true }, storage), answering([])).read({ locality: 'A' });
    const names = (await indexedDB.databases()).map(({ name }) => name);
    expect(names).not.to.include(`${storage}/targets`);
  });

  it('keeps what comes over a network, whoever checked it on its way', async () => {
    const storage = `targets-test-${storages++}`;
    const { capabilities } = createMemoryAdapter({ actor: null });
    const queued = { checked: true, capabilities: { ...capabilities, remote: true } };
    await createTargetDesk(open(queued, storage), answering([])).read({ locality: 'A' });
    let kept;
    for (const end = performance.now() + 10_000; !kept && performance.now() < end;)
      kept = await createTargetDesk(open(queued, storage), answering([], { code: 'offline' }))
        .read({ locality: 'A' })
        .catch(() => undefined);
    expect(kept?.keptAt).to.equal(now().toISOString());
  });

  it('reads again what changed elsewhere, and not for what moves no figure', async () => {
    let tell: (event: BackendEvent) => void = () => undefined;
    const client = open({ subscribe: (listener) => ((tell = listener), () => undefined) });
    const asked: string[] = [];
    const desk = createTargetDesk(client, answering(asked));
    await desk.read({ locality: 'A' });
    const before = asked.length;
    const heard = new Promise<void>((resolve) => desk.subscribe(resolve));
    tell({ type: 'fund', id: 'quy', version: 1 });
    await desk.read({ locality: 'A' });
    expect(asked.length).to.equal(before);
    tell({ type: 'recognition', id: 'r', version: 1 });
    tell({ type: 'assessment', id: 'a', version: 2 });
    await heard;
    await desk.read({ locality: 'A' });
    expect(asked.length).to.equal(before * 2);
  });

  it('asks again after a failure, and gives up for one gauge alone', async () => {
    const fails: { code?: 'forbidden' } = { code: 'forbidden' };
    const desk = createTargetDesk(open(), answering([], fails));
    expect(await failure(desk.read({ locality: 'A' }))).to.equal('forbidden');
    delete fails.code;
    const left = new AbortController();
    const leaving = desk.read({ locality: 'A' }, { signal: left.signal });
    const staying = desk.read({ locality: 'A' });
    left.abort();
    expect(await leaving.catch((error: DOMException) => error.name)).to.equal('AbortError');
    expect((await staying)?.place.code).to.equal('A');
  });

  it('is one for a client, and asks by the names of the back end', async () => {
    const asked: [string, unknown][] = [];
    const items: Record<string, unknown[]> = {
      'places.list': [{ localities: communes, events: [] }],
      'indicators.list': [...indicators],
      'targets.list': [{ target: sample() }],
    };
    const query = async (name: string, params: object) => {
      asked.push([name, params]);
      return { items: items[name] ?? [] };
    };
    const client = open({ checked: true, query: query as Backend['query'] });
    expect(targetDeskOf(client)).to.equal(targetDeskOf(client));
    await targetDeskOf(client).read({ locality: 'A', indicator: 'gia-dinh' });
    expect(asked).to.deep.equal([
      ['indicators.list', {}],
      ['targets.list', {}],
      ['places.list', {}],
      ['figures.list', { indicator: 'gia-dinh' }],
      ['tallies.list', { model: 'family', places: ['A', 'A.1'] }],
    ]);
  });
});
