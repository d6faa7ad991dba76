import { describe, it } from 'vitest';
import { conformance, type Harness } from '../conformance/conformance.js';
import { HtsdError } from '../errors.js';
import type { Backend } from '../port.js';
import { createFaults, type Faults } from './faults.js';
import { createMemoryAdapter } from './memory-adapter.js';
import { createMemoryStore } from './memory-store.js';

function memoryHarness(): Harness {
  const store = createMemoryStore();
  const faultsOf = new Map<Backend, Faults>();
  return {
    async open({ tenant, actor }) {
      const faults = createFaults();
      const backend = createMemoryAdapter({ store, tenant, actor, faults });
      faultsOf.set(backend, faults);
      return backend;
    },
    stall: (backend) => faultsOf.get(backend)?.next({ kind: 'silence' }, { call: 'query' }),
    loseAnswer: (backend) =>
      faultsOf
        .get(backend)
        ?.next({ kind: 'lose-answer', error: new HtsdError('offline') }, { call: 'execute' }),
  };
}

describe('memory adapter', () => {
  for (const { name, run } of conformance(memoryHarness())) it(name, run);
});
