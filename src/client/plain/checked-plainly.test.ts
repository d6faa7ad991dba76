import { describe, expect, it } from 'vitest';
import { createMemoryAdapter } from '../../backend/memory/memory-adapter.js';
import type { Backend } from '../../backend/port.js';
import type { QueryName } from '../../domain/query.schema.js';
import { catalogOf } from '../../../test/support/catalog.js';
import { tenItems } from '../../../test/fixtures/criteria-sets.js';
import { createClient } from '../client.js';
import { checkedPlainly } from './checked-plainly.js';

const lan = { id: 'lan', name: 'Lê Thị Lan', roles: ['member' as const] };
const memory = (): Backend => createMemoryAdapter({ actor: lan, catalog: catalogOf(tenItems()) });

/** The back end, one of whose answers is changed on its way. */
function changing(name: QueryName | 'session', change: (answer: object) => unknown): Backend {
  const backend = memory();
  return {
    ...backend,
    session: async (call) => {
      const answer = await backend.session(call);
      return (name === 'session' ? change(answer) : answer) as typeof answer;
    },
    query: async (asked, params, call) => {
      const answer = await backend.query(asked, params, call);
      return (asked === name ? change(answer) : answer) as typeof answer;
    },
  };
}

describe('answers checked by their shapes, and by the schemas where these do not tell', () => {
  it('says of itself that a client need not check again, and lets through what is right', async () => {
    const backend = checkedPlainly(memory());
    expect(backend.checked).toBe(true);
    expect((await backend.session()).actor).toEqual(lan);
    expect((await backend.query('criteria.list', {})).items).toEqual([
      expect.objectContaining({ id: tenItems().id }),
    ]);
    const { id, version } = tenItems();
    expect((await backend.query('criteria.get', { id, version })).items).toEqual([tenItems()]);
  });

  it.each([
    ['session', { actor: { id: 'lan' } }],
    ['session', { tenant: '' }],
    ['subjects.list', { items: [{ id: 'truong' }] }],
    ['subjects.list', { items: {} }],
    ['subjects.list', { next: 7 }],
    ['targets.list', { total: 'nhiều' }],
    ['recognition.get', { items: [] }],
  ] as const)('refuses %s with %j, as a client does', async (name, wrong) => {
    const spoilt = { items: [], actor: null, tenant: 'a', ...wrong };
    const { items, actor, tenant } = spoilt as Record<string, unknown>;
    const answer = name === 'session' ? { actor, tenant } : { ...wrong, items };
    const backend = name === 'recognition.get' ? changed(name, answer) : changing(name, () => answer);
    const ask = (of: Backend): Promise<unknown> =>
      name === 'session' ? of.session() : of.query(name, name === 'recognition.get' ? { id: 'r' } : {});
    const refusal = { code: 'server', params: { reason: 'malformed', call: name } };
    await expect(ask(checkedPlainly(backend))).rejects.toMatchObject(refusal);
    const client = createClient(backend);
    await expect(
      name === 'session'
        ? client.session()
        : client.query(name, name === 'recognition.get' ? { id: 'r' } : {}),
    ).rejects.toMatchObject(refusal);
  });

  it('leaves out what no schema knows, as a client does', async () => {
    const backend = checkedPlainly(changing('criteria.list', (page) => ({ ...page, more: 1 })));
    expect(Object.keys(await backend.query('criteria.list', {})).toSorted()).not.toContain('more');
  });

  it('refuses receipts of other commands', async () => {
    const backend = memory();
    const lying = checkedPlainly({ ...backend, execute: async () => [] });
    const command = { id: 'a', kind: 'consent.withdraw', record: 'c', expected: 1, payload: {} } as never;
    await expect(lying.execute([command])).rejects.toMatchObject({ params: { call: 'execute' } });
  });
});

/** A back end that has no such record answers for it all the same. */
function changed(name: QueryName, answer: unknown): Backend {
  const backend = memory();
  return {
    ...backend,
    query: async (asked, params, call) =>
      (asked === name ? answer : await backend.query(asked, params, call)) as never,
  };
}
