import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HtsdError } from '../backend/errors.js';
import { createMemoryAdapter } from '../backend/memory/memory-adapter.js';
import type { Backend } from '../backend/port.js';
import { DeskWorld, deskSet, signer } from '../../test/support/desk-world.js';
import { catalogOf } from '../../test/support/catalog.js';
import { candidateOf, type Candidate, type MembersFound } from './candidates.js';
import { lookUpMembers } from './look-up-members.js';
import { createClient } from './client.js';
import type { Client } from './client.types.js';
import { withNames } from './test-helpers/with-names.js';

const today = '2026-11-20';
let world: DeskWorld;
let client: Client;
/** Names of the queries asked, and how many were under way at once at the most. */
let asked: string[];
let most: number;
/** Questions that are still refused as too many. */
let refused: number;
/** The back end takes no notice of which subjects a list is to hold. */
let deaf: boolean;
beforeEach(async () => {
  world = new DeskWorld();
  [asked, most, refused, deaf] = [[], 0, 0, false];
  let running = 0;
  const inner = withNames(
    createMemoryAdapter({ store: world.store, actor: signer, catalog: catalogOf(deskSet) }),
  );
  const query: Backend['query'] = async (name, params, options) => {
    const about = { ...params } as { id?: string; ids?: string[]; subject?: string; subjects?: string[] };
    const named = about.ids ?? about.subjects;
    asked.push(`${name} ${named?.join() ?? about.id ?? about.subject ?? ''}`);
    running += 1;
    most = Math.max(most, running);
    try {
      // Others get their turn, as they do over a network.
      await new Promise((turn) => setImmediate(turn));
      if (refused > 0 && !(deaf && name === 'subjects.list')) {
        refused -= 1;
        throw new HtsdError('rate-limited', { params: { seconds: 0.001 } });
      }
      return await inner.query(
        name,
        deaf && named ? ({ limit: 1 } as unknown as typeof params) : params,
        options,
      );
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
  const look = async (all: readonly Candidate[]): Promise<(MembersFound | undefined)[]> => {
    const found = new Map<string, MembersFound | undefined>();
    most = 0;
    await lookUpMembers(client, all, today, new AbortController().signal, ({ assessment }, members) =>
      found.set(assessment.id, members),
    );
    return [...found.values()];
  };

  it('asks for all families with one question, and for each member once', async () => {
    const found = await look(await candidates());
    expect(found).toHaveLength(40);
    for (const members of found) expect(members?.members).toMatchObject({ total: 2, recognised: 0 });
    expect(asked.map((one) => one.split(' ')[0])).toEqual([
      'subjects.list',
      'subject.get',
      'recognitions.list',
    ]);
    expect(asked.slice(1)).toEqual(['subject.get con', 'recognitions.list con']);
  });

  it('asks for each by itself where the back end lists others, no more than six at a time', async () => {
    deaf = true;
    const found = await look(await candidates());
    expect(found).toHaveLength(40);
    for (const members of found) expect(members?.members).toMatchObject({ total: 2, recognised: 0 });
    expect(most).toBeGreaterThan(2);
    expect(most).toBeLessThanOrEqual(6);
    await look(await candidates());
    expect(
      asked.filter((one) => one.startsWith('subjects.list')),
      'not asked again in vain',
    ).toEqual([]);
  });

  it('waits where the server has been asked too often, and leaves nobody out', async () => {
    deaf = true;
    const all = await candidates();
    refused = 25;
    const found = await look(all);
    expect(refused).toBe(0);
    expect(found).toHaveLength(40);
    expect(found).not.toContain(undefined);

    deaf = false;
    refused = 3;
    expect(await look(all), 'of many together').not.toContain(undefined);
    expect(refused).toBe(0);
  });

  it('says of all that nothing is known where members cannot be had', async () => {
    const all = await candidates();
    const query = client.query.bind(client) as (...given: unknown[]) => Promise<never>;
    let cut = 0;
    Object.assign(client, {
      query: (name: string, ...rest: unknown[]) =>
        name === 'subject.get' && cut++ === 0
          ? Promise.reject(new HtsdError('offline'))
          : query(name, ...rest),
    });
    expect((await look(all)).filter((members) => members === undefined)).toHaveLength(40);
    expect((await look(all)).filter((members) => members === undefined)).toHaveLength(0);
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
