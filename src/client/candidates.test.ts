import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HtsdError } from '../backend/errors.js';
import { createMemoryAdapter } from '../backend/memory/memory-adapter.js';
import type { Backend } from '../backend/port.js';
import { DeskWorld, deskSet, signer } from '../../test/support/desk-world.js';
import { catalogOf } from '../../test/support/catalog.js';
import { candidateOf, lookUpMembers, type Candidate, type MembersFound } from './candidates.js';
import { createClient } from './client.js';
import type { Client } from './client.types.js';

const today = '2026-11-20';
let world: DeskWorld;
let client: Client;
/** Names of the queries asked, and how many were under way at once at the most. */
let asked: string[];
let most: number;
/** Questions that are still refused as too many. */
let refused = 0;
beforeEach(async () => {
  world = new DeskWorld();
  [asked, most] = [[], 0];
  let running = 0;
  const inner = createMemoryAdapter({ store: world.store, actor: signer, catalog: catalogOf(deskSet) });
  const query: Backend['query'] = async (name, params, options) => {
    asked.push(`${name} ${'id' in params ? params.id : 'subject' in params ? params.subject : ''}`);
    running += 1;
    most = Math.max(most, running);
    try {
      // Others get their turn, as they do over a network.
      await new Promise((turn) => setImmediate(turn));
      if (refused > 0) {
        refused -= 1;
        throw new HtsdError('rate-limited', { params: { seconds: 0.001 } });
      }
      return await inner.query(name, params, options);
    } finally {
      running -= 1;
    }
  };
  client = createClient({ ...inner, query }, { storage: 'tra-thanh-vien' });
  await world.submitted('nha', 'verified', { members: { total: 2, ids: ['con'] } });
  const family = await world.read('subject', 'nha');
  await world.plant({
    type: 'subject',
    value: { ...family, id: 'con', model: 'citizen', members: undefined },
  });
  await world.copies('nha', 39);
});
afterEach(async () => {
  await client.dispose();
  await world.end();
});

async function candidates(): Promise<Candidate[]> {
  const items = await client.queryAll('assessments.list', { state: 'verified' });
  asked = [];
  return items.map((one) => candidateOf(one, deskSet, signer));
}

describe('looking members up', () => {
  it('asks several questions at a time, no more than six for families and six for members, each member once', async () => {
    const all = await candidates();
    most = 0;
    const found = new Map<string, MembersFound | undefined>();
    await lookUpMembers(client, all, today, new AbortController().signal, ({ assessment }, members) =>
      found.set(assessment.id, members),
    );
    expect(found.size).toBe(40);
    for (const members of found.values()) expect(members?.members).toMatchObject({ total: 2, recognised: 0 });
    expect(most).toBeGreaterThan(2);
    expect(most).toBeLessThanOrEqual(12);
    expect(asked.filter((one) => one === 'subject.get con')).toHaveLength(1);
    expect(asked).toHaveLength(42);
  });

  it('waits where the server has been asked too often, and leaves nobody out', async () => {
    const all = await candidates();
    refused = 30;
    const found: (MembersFound | undefined)[] = [];
    await lookUpMembers(client, all, today, new AbortController().signal, (_one, members) =>
      found.push(members),
    );
    expect(refused).toBe(0);
    expect(found).toHaveLength(40);
    expect(found).not.toContain(undefined);
  });

  it('goes on after one that could not be had, and ends where nobody wants it any more', async () => {
    const [first, ...rest] = await candidates();
    const lost = { ...first!, assessment: { ...first!.assessment, subjectId: 'khong-co' } };
    const found: (MembersFound | undefined)[] = [];
    const gone = new AbortController();
    await lookUpMembers(client, [lost, ...rest], today, gone.signal, (_one, members) => found.push(members));
    expect(found.filter((members) => members === undefined)).toHaveLength(1);
    expect(found).toHaveLength(40);

    const before = asked.length;
    const ended = lookUpMembers(client, rest, today, gone.signal, () => gone.abort());
    await expect(ended).rejects.toMatchObject({ name: 'AbortError' });
    expect(asked.length - before).toBeLessThan(20);
  });
});
