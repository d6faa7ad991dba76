import { expect, it } from 'vitest';
import { admin, command } from '../../backend/conformance/scene.js';
import { createMemoryAdapter, createMemoryStore } from '../../backend/memory/memory-adapter.js';
import { place } from '../../domain/target/test-helpers/places.js';
import { createClient } from '../client.js';
import { codesWithin } from './place-codes.js';

it('finds what lies in a province from the first minute of the day in Viet Nam on', async () => {
  let now = new Date('2025-06-30T16:59:00.000Z');
  const backend = createMemoryAdapter({ store: createMemoryStore(), actor: admin, now: () => now });
  const province = [place('24', { level: 'province', from: '2025-01-01' })];
  const commune = [place('07210', { parent: '24', from: '2025-07-01' })];
  const receipts = await backend.execute([
    command('locality.import', 'nation', 0, { localities: province, events: [] }),
    command('locality.import', '24', 0, { localities: commune, events: [] }),
  ]);
  expect(receipts.map(({ status }) => status)).toEqual(['applied', 'applied']);
  const client = createClient(backend, { now: () => now });
  const within = () => codesWithin(client, '24', new AbortController().signal);
  expect(await within()).toEqual(['24']);
  now = new Date('2025-06-30T17:01:00.000Z');
  expect(await within()).toEqual(['24', '07210']);
  await client.dispose();
});
