import { describe, expect, it } from 'vitest';
import { createMemoryAdapter, createMemoryStore } from '../../backend/memory/memory-adapter.js';
import type { Actor } from '../../domain/actor.schema.js';
import { importPlaces, type ImportedPlaces } from '../../domain/locality/import/index.js';
import { lintGazetteer } from '../../domain/locality/lint-gazetteer.js';
import { presets } from '../../presets/catalog.js';
import { createClient } from '../client.js';
import { importParts, planParts, readKnownPlaces } from './import-places.js';

const admin: Actor = { id: 'quan-tri', name: 'Lê Thị Quản', roles: ['admin'], scope: ['*'] };
const signal = new AbortController().signal;
const said = (): void => undefined;

function world() {
  const store = createMemoryStore();
  return createClient(createMemoryAdapter({ store, actor: admin, catalog: presets }));
}
type World = ReturnType<typeof world>;

const file = (value: unknown) => ({ name: 'f.json', bytes: new TextEncoder().encode(JSON.stringify(value)) });
/** Communes that do not exist: two of Phú Thọ, one of which came from a commune of Vĩnh Phúc. */
const communes = [
  {
    Code: '25',
    Name: 'Phú Thọ',
    FullName: 'Tỉnh Phú Thọ',
    Wards: [
      { Code: '90001', Name: 'Sen Trắng', FullName: 'Xã Sen Trắng', ProvinceCode: '25' },
      { Code: '90002', Name: 'Hoà Sơn', FullName: 'Xã Hoà Sơn', ProvinceCode: '25' },
    ],
  },
];
const across = [
  {
    old_ward_code: '80001',
    old_ward_name: 'Xã Đầm Sen',
    old_district_name: 'Huyện Sen Hồ',
    old_province_name: 'Tỉnh Vĩnh Phúc',
    new_ward_code: '90001',
    new_ward_name: 'Xã Sen Trắng',
    new_province_name: 'Phú Thọ',
  },
];

async function read(client: World, ...values: unknown[]) {
  const known = await readKnownPlaces(client, signal);
  const result: ImportedPlaces = importPlaces(values.map(file), { base: known.gazetteer });
  return { known, result, steps: result.sound ? planParts(known, result.gazetteer) : [] };
}

describe('lists of places', () => {
  it('are written part by part, each sound by itself, also what became of places across provinces', async () => {
    const client = world();
    const { known, result, steps } = await read(client, communes, across);
    expect(result.sound).toBe(true);
    // The province of before, places of both, then again the one in which the event lies that joins them.
    expect(steps.map(({ id }) => id)).toEqual(['nation', '25', 'tinh.vinh-phuc', '25']);
    const shares: number[] = [];
    const done = await importParts(client, known, steps, undefined, signal, (share) => shares.push(share));
    expect([done, shares]).toEqual([{ status: 'done', parts: 3 }, [0.25, 0.5, 0.75, 1]]);
    const { gazetteer } = await readKnownPlaces(client, signal);
    expect(gazetteer.localities).toHaveLength(result.gazetteer.localities.length);
    expect(gazetteer.events).toHaveLength(result.gazetteer.events.length);
    expect(lintGazetteer(gazetteer).filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('bring nothing the second time, whatever their order', async () => {
    const client = world();
    const { known, steps } = await read(client, communes, across);
    await importParts(client, known, steps, undefined, signal, said);
    expect((await read(client, across, communes)).steps).toEqual([]);
  });

  it('go on where they were stopped', async () => {
    const client = world();
    const { known, steps } = await read(client, communes, across);
    const stop = new AbortController();
    const stopped = importParts(client, known, steps, undefined, stop.signal, () => stop.abort());
    await expect(stopped).rejects.toMatchObject({ name: 'AbortError' });
    const rest = await read(client, communes, across);
    expect(rest.steps.length).toBeLessThan(steps.length);
    const done = await importParts(client, rest.known, rest.steps, undefined, signal, said);
    expect(done.status).toBe('done');
    expect((await read(client, communes, across)).steps).toEqual([]);
  });

  it('are refused by the names of the places where somebody changed them meanwhile', async () => {
    const client = world();
    const { known, steps } = await read(client, communes);
    await importParts(client, known, steps, undefined, signal, said);
    const late = await importParts(client, known, steps, undefined, signal, said);
    expect(late).toMatchObject({
      status: 'refused',
      parts: 0,
      part: '25',
      rejection: { code: 'already-exists' },
    });
    const { known: now } = await read(client, communes);
    const shorter = [{ id: '25', part: { localities: [], events: [] } }];
    const cut = await importParts(client, now, shorter, undefined, signal, said);
    expect(cut).toMatchObject({
      status: 'refused',
      faults: [
        { code: 'vanished', key: '90001@2025-07-01' },
        { code: 'vanished', key: '90002@2025-07-01' },
      ],
    });
  });
});
