import { afterEach, describe, expect, it, vi } from 'vitest';
import { createFaults, type Fault } from '../backend/memory/faults.js';
import { createMemoryAdapter } from '../backend/memory/memory-adapter.js';
import type { Backend } from '../backend/port.js';
import type { Command } from '../domain/command.schema.js';
import type { CriteriaSet } from '../domain/criteria-set.schema.js';
import type { HtsdError } from '../backend/errors.js';
import { criterion, tenItems } from '../../test/fixtures/criteria-sets.js';
import { createClient } from './client.js';
import { catalog, officer } from './test-helpers/scene.js';

function open(fault?: Fault, wrap: (backend: Backend) => Backend = (backend) => backend, timeout = 10_000) {
  const faults = createFaults();
  if (fault) faults.next(fault);
  return createClient(wrap(createMemoryAdapter({ actor: officer, catalog, faults })), { timeout });
}
/** A back end that answers every query with the same. */
const answering = (answer: unknown) =>
  open(undefined, (backend) => ({ ...backend, query: () => Promise.resolve(answer as never) }));
const command = (id: string): Command => ({
  id,
  kind: 'consent.withdraw',
  record: 'khong-co',
  expected: 1,
  payload: {},
});
const invalid = (issue: string) => ({
  code: 'invalid' as const,
  params: {
    reason: 'criteria',
    n: expect.any(Number) as number,
    issue: expect.stringContaining(issue) as string,
  },
});
const malformed = { code: 'server' as const, params: { reason: 'malformed' } };

afterEach(() => vi.useRealTimers());

describe('answers that come over the border', () => {
  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['text', '<html>'],
    ['a page without items', {}],
    ['items of another kind', { items: [{ id: 'x' }] }],
  ])('%s is no page', async (_name, answer) => {
    await expect(open({ kind: 'nonsense', answer }).query('criteria.list', {})).rejects.toMatchObject(
      malformed,
    );
  });

  it('a get that finds two is nonsense', async () => {
    const { items } = await open().query('criteria.list', {});
    const client = open(undefined, (backend) => ({
      ...backend,
      query: async (name, params) => {
        const page = await backend.query(name, params);
        return { items: [...page.items, ...page.items] };
      },
    }));
    await expect(client.query('criteria.get', { id: items[0]!.id, version: '1' })).rejects.toMatchObject(
      malformed,
    );
  });

  const many = Array.from({ length: 10_000 }, (_, i) => criterion(`x${i}`, { input: 'points', max: 0.01 }));
  it.each<[string, Partial<CriteriaSet>, Partial<HtsdError>]>([
    ['a format of tomorrow', { format: 2 as 1 }, malformed],
    [
      'points that do not add up',
      { scoring: { ...tenItems().scoring, max: 90 } as never },
      invalid('points'),
    ],
    [
      'a class that nobody reaches',
      { scoring: { ...tenItems().scoring, classes: [{ id: 'x', label: { vi: 'x' }, min: 101 }] } as never },
      invalid('class'),
    ],
    ['the same id twice', { sections: [...tenItems().sections, ...tenItems().sections] }, invalid('')],
    ['10,000 criteria', { sections: [{ id: 's', title: { vi: 's' }, criteria: many }] }, invalid('too-many')],
  ])('a criteria set with %s is refused with the reason', async (_name, wrong, expected) => {
    const answer = { items: [{ ...tenItems(), ...wrong }] };
    const call = answering(answer).query('criteria.get', { id: 'mau', version: '1' });
    await expect(call).rejects.toMatchObject(expected);
  });

  it('a criteria set with a script in a text is harmless: it is shown as text', async () => {
    const set = tenItems();
    const answer = { items: [{ ...set, title: { vi: '<script>alert(1)</script>' } }] };
    const call = answering(answer).query('criteria.get', { id: 'mau', version: '1' });
    expect((await call).items[0]?.title.vi).toBe('<script>alert(1)</script>');
  });

  it.each<[string, unknown]>([
    ['null', null],
    ['somebody without an id', { actor: { name: 'Hoà', roles: [] }, tenant: 't' }],
    ['a role that nobody knows', { actor: { ...officer, roles: ['root'] }, tenant: 't' }],
  ])('%s is no session', async (_name, answer) => {
    await expect(open({ kind: 'nonsense', answer }).session()).rejects.toMatchObject(malformed);
  });

  const receipt = (id: string) => ({ id, status: 'applied', records: [] });
  it.each<[string, unknown]>([
    ['missing', []],
    ['too many', [receipt('a'), receipt('b'), receipt('b')]],
    ['in another order', [receipt('b'), receipt('a')]],
    ["somebody else's", [receipt('a'), receipt('z')]],
    ['of no known status', [{ id: 'a', status: 'ok' }, receipt('b')]],
  ])('receipts that are %s count for nothing', async (_name, answer) => {
    const call = open({ kind: 'nonsense', answer }).execute([command('a'), command('b')]);
    await expect(call).rejects.toMatchObject(malformed);
  });

  it('an adapter that throws something of its own fails with server', async () => {
    const client = open(undefined, (backend) => ({
      ...backend,
      session: () => {
        throw new TypeError('fetch failed');
      },
    }));
    await expect(client.session()).rejects.toMatchObject({ brand: 'htsd-error', code: 'server' });
  });

  it('an abort that nobody asked for is an error like others', async () => {
    const client = open(undefined, (backend) => ({
      ...backend,
      session: () => Promise.reject(new DOMException('gone', 'AbortError')),
    }));
    await expect(client.session()).rejects.toMatchObject({ code: 'server' });
  });
});

describe('time', () => {
  it('an answer that never comes fails with timeout, and the call is told to stop', async () => {
    let signal: AbortSignal | undefined;
    const client = open(
      undefined,
      (backend) => ({
        ...backend,
        session: (options) => {
          signal = options?.signal;
          return new Promise(() => undefined);
        },
      }),
      50,
    );
    await expect(client.session()).rejects.toMatchObject({ code: 'timeout', retryable: true });
    expect(signal?.aborted).toBe(true);
  });

  it("the caller's own abort stays an abort", async () => {
    const stop = new AbortController();
    const call = open({ kind: 'silence' }).session({ signal: stop.signal });
    stop.abort();
    await expect(call).rejects.toMatchObject({ name: 'AbortError' });
    await expect(open().session({ signal: stop.signal })).rejects.toMatchObject({ name: 'AbortError' });
  });
});

describe('all pages', () => {
  const pages = (next: (cursor: string | undefined) => string | undefined) =>
    open(undefined, (backend) => ({
      ...backend,
      query: async (name, params) => {
        const { items } = await backend.query(name, { ...params, cursor: undefined });
        return { items, next: next((params as { cursor?: string }).cursor) };
      },
    }));

  it('come one after the other', async () => {
    const client = pages((cursor) => (cursor === '3' ? undefined : String(Number(cursor ?? 0) + 1)));
    expect(await client.queryAll('criteria.list', {})).toHaveLength(4);
  });

  it('end where the back end does not', async () => {
    const client = pages((cursor) => String(Number(cursor ?? 0) + 1));
    expect(await client.queryAll('criteria.list', {}, { max: 25 })).toHaveLength(25);
  });

  it('do not go round in a circle', async () => {
    await expect(pages(() => 'again').queryAll('criteria.list', {})).rejects.toMatchObject(malformed);
  });
});

it('makes ids that sort by time', () => {
  const client = createClient(createMemoryAdapter(), { now: () => new Date(1_700_000_000_000) });
  const id = client.newId();
  expect(id).toMatch(/^018bcfe5-6800-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(client.newId()).not.toBe(id);
});
