import { afterEach, beforeEach, expect, it } from 'vitest';
import { settings, treasurer } from '../../../test/support/fund-desk-world.js';
import { presets } from '../../presets/catalog.js';
import { createMemoryAdapter } from './memory-adapter.js';

/** As pages put in the place of the language's own, which then is not one of these. */
class PagesOwn<T> extends Promise<T> {}
const own = globalThis.Promise;
beforeEach(() => {
  globalThis.Promise = PagesOwn;
});
afterEach(() => {
  globalThis.Promise = own;
});

it('decides in a page that has a Promise of its own: what is loaded, and what is read, is waited for', async () => {
  const backend = createMemoryAdapter({
    actor: { ...treasurer, roles: ['officer', 'treasurer'] },
    catalog: presets,
  });
  const place = { name: 'Xã Sen Hồ' };
  const criteria = { id: 'don-vi-hoc-tap-24-2023', version: '1.0.0' };
  const registered = { model: 'unit', name: 'Trường', place, facts: {}, cycle: '2026', criteria } as const;
  const receipts = await backend.execute([
    { id: 'c1', kind: 'subject.register', record: 'truong', expected: 0, payload: registered },
    {
      id: 'c2',
      kind: 'assessment.open',
      record: 'tdg',
      expected: 0,
      payload: { subject: 'truong', cycle: '2026' },
    },
    { id: 'c3', kind: 'fund.open', record: 'quy', expected: 0, payload: settings },
  ]);
  expect(receipts.map(({ status }) => status)).toEqual(['applied', 'applied', 'applied']);
});
