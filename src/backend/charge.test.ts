import { expect, it } from 'vitest';
import type { Actor } from '../domain/actor.schema.js';
import type { PlacesPart } from '../domain/area/area-record.schema.js';
import type { Locality } from '../domain/locality/locality.schema.js';
import { createCharge } from './charge.js';

const place = (code: string, from: string, parent: string): Locality => ({
  ...{ code, from, level: 'commune', name: { vi: code }, fullName: { vi: code }, parent },
});
const part = (version: number, ...localities: Locality[]): PlacesPart => ({
  ...{ id: '24', version, localities, events: [] },
});
const officer: Actor = { id: 'can-bo', name: 'Lò Văn Chín', roles: ['officer'], scope: ['07210'] };

it('looks places up once, and again where they or the day have changed', async () => {
  let now = '2026-11-26T03:00:00.000Z';
  let parts = [part(1, place('07210', '2025-07-01', '24'))];
  let reads = 0;
  const charge = createCharge({
    now: () => new Date(now),
    mark: async () => String(parts[0]!.version),
    parts: async () => {
      reads += 1;
      if (parts[0]!.localities.length === 0) throw new Error('no database');
      return parts;
    },
  });
  const places = async () => (await charge.of(officer)).places;
  const together = await Promise.all([places(), places(), charge.of({ ...officer, scope: ['24'] })]);
  expect([together[0], together[1], together[2].places, reads]).toEqual([['07210'], ['07210'], undefined, 1]);

  parts = [part(2, ...parts[0]!.localities, place('a', '2026-11-27', '07210'))];
  expect([await places(), reads]).toEqual([['07210', 'a'], 2]);
  now = '2026-11-27T03:00:00.000Z';
  expect([await places(), await places(), reads]).toEqual([['07210', 'a'], ['07210', 'a'], 3]);

  // What could not be read is read by whoever comes next.
  const sound = parts;
  parts = [part(3)];
  await expect(places()).rejects.toThrow('no database');
  parts = [part(3, ...sound[0]!.localities)];
  expect([await places(), reads]).toEqual([['07210', 'a'], 5]);
});

it('asks for no places where a scope names none, or everything', async () => {
  const charge = createCharge({
    now: () => new Date('2026-11-26T03:00:00.000Z'),
    parts: () => Promise.reject(new Error('not to be asked')),
  });
  for (const scope of [undefined, [], ['*'], ['*', '07210']]) {
    const actor = { ...officer, scope };
    expect(await charge.of(actor)).toBe(actor);
  }
});
