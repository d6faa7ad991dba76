import { describe, it } from 'vitest';
import type { PlacesPart } from '../../domain/area/area-record.schema.js';
import { presets } from '../../presets/catalog.js';
import type { Catalog } from '../catalog.js';
import { createMemoryAdapter } from '../memory/memory-adapter.js';
import { createMemoryStore } from '../memory/memory-store.js';
import { place } from './area-cases.js';
import { conformance, type Harness } from './conformance.js';

/** The provinces of today, as with our server, and a commune of one that the suite does not enter anew. */
const communes: PlacesPart = {
  ...{ id: '25', version: 0, events: [], updatedAt: '2026-01-01T00:00:00.000Z' },
  localities: [place('07900', 'commune', 'Phường Việt Trì', { parent: '25' })],
};
const catalog: Catalog = {
  ...presets,
  references: async () => {
    const known = await presets.references();
    return { ...known, places: [...known.places, communes] };
  },
};

describe('a back end that comes with places of its own', () => {
  const store = createMemoryStore();
  const harness: Harness = {
    parts: ['places', 'scopes'],
    open: async ({ tenant, actor }) => createMemoryAdapter({ store, tenant, actor, catalog }),
  };
  for (const { name, run } of conformance(harness)) it(name, run);
});
