import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HtsdError } from '../backend/errors.js';
import { createMemoryAdapter } from '../backend/memory/memory-adapter.js';
import type { Backend } from '../backend/port.js';
import { catalogOf } from '../../test/support/catalog.js';
import { DeskWorld, deskSet, signer } from '../../test/support/desk-world.js';
import { createClient } from './client.js';
import type { Client } from './client.types.js';
import { readTitles } from './read-titles.js';
import { withNames } from './test-helpers/with-names.js';

let world: DeskWorld;
let client: Client;
/** The questions about titles: whose, and from where on. */
let asked: { subject?: string; subjects?: string[]; cursor?: string }[];
/** What the back end makes of each such question instead of answering it as it is. */
let bent: (params: object) => object;
beforeEach(async () => {
  world = new DeskWorld();
  asked = [];
  bent = (params) => params;
  for (const id of ['mot', 'hai', 'ba']) await world.submitted(id, 'verified');
  await world.send(signer, 'recognition.grant', 'qd', 0, {
    decision: { number: '1', date: '2026-11-20', signer: 'Phạm', issuer: { id: 'x', name: 'UBND' } },
    grants: ['a-mot', 'a-hai'].map((assessment) => ({ assessment, expected: 5, outcome: 'tot' })),
  });
  const inner = withNames(
    createMemoryAdapter({ store: world.store, actor: signer, catalog: catalogOf(deskSet) }),
  );
  const query: Backend['query'] = async (name, params, options) => {
    asked.push(params as (typeof asked)[number]);
    return inner.query(name, bent(params) as typeof params, options);
  };
  client = createClient({ ...inner, query }, { storage: 'tra-danh-hieu' });
});
afterEach(async () => {
  await client.dispose();
  await world.end();
});

const read = async (...ids: string[]): Promise<Record<string, string[]>> =>
  Object.fromEntries(
    [...(await readTitles(client, ids, new AbortController().signal))].map(([id, titles]) => [
      id,
      titles.map((one) => one.id),
    ]),
  );

describe('titles of hundreds', () => {
  it('come with one question for each 200 subjects', async () => {
    const others = Array.from({ length: 297 }, (_, no) => `khac-${no}`);
    const found = await read('mot', ...others, 'hai', 'mot', 'ba');
    expect(found).toMatchObject({ mot: ['a-mot'], hai: ['a-hai'], ba: [], 'khac-0': [] });
    expect(Object.keys(found)).toHaveLength(300);
    expect(asked.map(({ subjects }) => subjects?.length)).toEqual([200, 100]);
  });

  it('are asked for one by one, and no more together, where others come too', async () => {
    bent = (params) => ('subjects' in params ? { limit: 200 } : params);
    const expected = { mot: ['a-mot'], ba: [] };
    expect(await read('mot', 'ba')).toEqual(expected);
    expect(await read('mot', 'ba')).toEqual(expected);
    expect(asked.map(({ subject, subjects }) => subject ?? subjects?.join())).toEqual([
      ...['mot,ba', 'mot', 'ba'],
      ...['mot', 'ba'],
    ]);
  });

  it('are asked for one by one where the back end cannot read the question', async () => {
    bent = (params) => {
      if ('subjects' in params) throw new HtsdError('invalid', { params: { field: 'subjects' } });
      return params;
    };
    expect(await read('hai', 'ba')).toEqual({ hai: ['a-hai'], ba: [] });
    expect(asked).toHaveLength(3);
  });

  it('are waited for where the server was asked too often, and not had where it fails', async () => {
    let refused = 2;
    bent = (params) => {
      if ((refused -= 1) >= 0) throw new HtsdError('rate-limited', { params: { seconds: 0.001 } });
      return params;
    };
    expect(await read('mot', 'hai')).toEqual({ mot: ['a-mot'], hai: ['a-hai'] });
    expect(asked).toHaveLength(3);
    bent = () => {
      throw new HtsdError('server');
    };
    await expect(read('mot', 'hai')).rejects.toMatchObject({ code: 'server' });
    expect(asked, 'hundreds are not asked for one by one then').toHaveLength(4);
  });
});
