import { describe, expect, it } from 'vitest';
import { conformance, type Harness } from '../conformance/conformance.js';
import { newSalt, openFund, paymentDraft, receiptDraft, today } from '../conformance/fund-scene.js';
import { createScene, newId } from '../conformance/scene.js';
import type { Achievement } from '../../domain/achievement.schema.js';
import type { Registry } from '../../domain/registry.schema.js';
import { HtsdError } from '../errors.js';
import type { Backend } from '../port.js';
import { createFaults, type Faults } from './faults.js';
import { createMemoryAdapter } from './memory-adapter.js';
import { createMemoryStore } from './memory-store.js';

function memoryHarness(): Harness {
  const store = createMemoryStore();
  const registries = new Map<string, Registry>();
  const awarded = new Map<string, readonly Achievement[]>();
  const faultsOf = new Map<Backend, Faults>();
  return {
    async open({ tenant, actor }) {
      const faults = createFaults();
      const backend = createMemoryAdapter({
        ...{ store, tenant, actor, faults },
        registry: () => registries.get(tenant),
        achievements: ({ id }) => awarded.get(`${tenant} ${id}`) ?? [],
      });
      faultsOf.set(backend, faults);
      return backend;
    },
    vouch: (tenant, registry) => void registries.set(tenant, registry),
    award: async (tenant, { id }, achievements) => void awarded.set(`${tenant} ${id}`, achievements),
    stall: (backend) => faultsOf.get(backend)?.next({ kind: 'silence' }, { call: 'query' }),
    loseAnswer: (backend) =>
      faultsOf
        .get(backend)
        ?.next({ kind: 'lose-answer', error: new HtsdError('offline') }, { call: 'execute' }),
  };
}

describe('the log of a ledger', () => {
  it('keeps who did what to which record, and nothing that must be erasable', async () => {
    const store = createMemoryStore();
    const scene = await createScene({
      open: async ({ tenant, actor }) => createMemoryAdapter({ store, tenant, actor }),
    });
    const { fund, record, must } = await openFund(scene);
    const party = { salt: newSalt(), name: 'Cao Thị Rạng', kind: 'person' as const, anonymous: false };
    const details = { salt: newSalt(), purpose: 'Cảm tạ thầy Khiêm' };
    await record(receiptDraft({ party, details }));
    await must('fund.reverse', `${fund}.1`, 1, { date: today, details });
    const waiting = newId();
    await must('fund.record', waiting, 0, { fund, ...paymentDraft({ amount: 6_000_000, party, details }) });
    await must('fund.refuse', waiting, 1, { salt: newSalt(), reason: 'Cao Thị Rạng không nhận' });
    const { log } = store.tenant(scene.tenant);
    const text = JSON.stringify(log);
    for (const secret of ['Rạng', 'Khiêm', party.salt, details.salt]) expect(text).not.toContain(secret);
    const kinds = log.map(({ command, actor, records }) => [command.kind, actor.id, records.length]);
    expect(kinds.slice(1)).toEqual([
      ['fund.open', 'treasurer-1', 1],
      ['fund.record', 'treasurer-1', 2],
      ['fund.reverse', 'treasurer-1', 3],
      ['fund.record', 'treasurer-1', 2],
      ['fund.refuse', 'treasurer-1', 2],
    ]);
  });
});

describe('memory adapter', () => {
  for (const { name, run } of conformance(memoryHarness())) it(name, run);
});
