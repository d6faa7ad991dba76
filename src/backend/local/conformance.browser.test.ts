import { deleteDB, openDB } from 'idb';
import type { Registry } from '../../domain/registry.schema.js';
import { conformance, type Harness } from '../conformance/conformance.js';
import { createLocalAdapter, databaseName } from './local-adapter.js';

const name = 'conformance';
const tenants = new Set<string>();

const registries = new Map<string, Registry>();

const harness: Harness = {
  async open({ tenant, actor }) {
    tenants.add(tenant);
    return createLocalAdapter({ name, tenant, actor, registry: async () => registries.get(tenant) });
  },
  vouch: (tenant, registry) => void registries.set(tenant, registry),
  async damage(tenant, assessmentId) {
    const db = await openDB(databaseName({ name, tenant }));
    const stored: unknown = await db.get('assessments', assessmentId);
    await db.put('assessments', { ...(stored as object), state: 'half-done', history: 'none' });
    db.close();
  },
};

describe('local adapter: conformance', () => {
  for (const { name: title, run } of conformance(harness)) it(title, run);

  after(async () => {
    await Promise.all([...tenants].map((tenant) => deleteDB(databaseName({ name, tenant }))));
  });
});
