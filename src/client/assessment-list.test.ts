import { afterEach, beforeEach, expect, it } from 'vitest';
import { createMemoryAdapter } from '../backend/memory/memory-adapter.js';
import type { Backend } from '../backend/port.js';
import type { AssessmentState } from '../domain/assessment.schema.js';
import { DeskWorld, deskSet, signer } from '../../test/support/desk-world.js';
import { catalogOf } from '../../test/support/catalog.js';
import { listAssessments, type ListFilter } from './assessment-list.js';
import { createClient } from './client.js';
import type { Client } from './client.types.js';

const states: readonly AssessmentState[] = ['submitted', 'returned', 'verified'];
let world: DeskWorld;
let client: Client;
/** States asked for, and the questions with none. */
let asked: (string | undefined)[];
beforeEach(async () => {
  world = new DeskWorld();
  asked = [];
  const inner = createMemoryAdapter({ store: world.store, actor: signer, catalog: catalogOf(deskSet) });
  const query: Backend['query'] = (name, params, options) => {
    if (name === 'assessments.list') asked.push((params as ListFilter).state);
    return inner.query(name, params, options);
  };
  client = createClient({ ...inner, query }, { storage: 'danh-sach' });
  await world.submitted('a', 'verified');
  await world.copies('a', 7);
  await world.submitted('x', 'submitted');
  await world.copies('x', 4);
  await world.submitted('y', 'in-review');
  await world.copies('y', 9);
});
afterEach(async () => {
  await client.dispose();
  await world.end();
});

/** All pages: the states of each. */
async function pages(filter: ListFilter, limit: number): Promise<(readonly string[])[]> {
  const found: (readonly string[])[] = [];
  let from: string | undefined;
  const ids = new Set<string>();
  do {
    const page = await listAssessments(client, filter, states, from, new AbortController().signal, limit);
    found.push(page.items.map(({ id, state }) => (ids.add(id), state)));
    from = page.next;
  } while (from !== undefined);
  expect(ids.size).toBe(found.flat().length);
  return found;
}

it('lists state by state, in full pages, and asks for nothing else', async () => {
  const [submitted, verified] = ['submitted', 'verified'].map(
    (state) => (count: number) => new Array<string>(count).fill(state),
  );
  expect(await pages({}, 20)).toEqual([[...submitted!(5), ...verified!(8)]]);
  expect(asked).toEqual(['submitted', 'returned', 'verified']);
  expect(await pages({}, 6)).toEqual([[...submitted!(5), 'verified'], verified!(6), ['verified']]);
  expect(await pages({ state: 'verified' }, 5)).toEqual([verified!(5), verified!(3)]);
  expect(await pages({ state: 'verified', cycle: '1999' }, 5)).toEqual([[]]);
  expect(asked).not.toContain(undefined);
});
