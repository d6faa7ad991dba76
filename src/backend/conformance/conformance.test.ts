import type { Tally } from '../../domain/area/area-record.schema.js';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Achievement } from '../../domain/achievement.schema.js';
import { createFileAdapter } from '../../../test/fixtures/example-adapter/file-adapter.js';
import { HtsdError } from '../errors.js';
import type { Backend } from '../port.js';
import { createMemoryAdapter } from '../memory/memory-adapter.js';
import { createMemoryStore, type MemoryStore } from '../memory/memory-store.js';
import { conformance, type Harness } from './conformance.js';
import { inspector } from './fund-scene.js';
import { officer, reviewer, signer } from './scene.js';

describe('the example adapter of the guide', () => {
  let folder = '';
  beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'htsd-example-'))));
  afterAll(() => rm(folder, { recursive: true }));

  const harness: Harness = {
    open: async ({ tenant, actor }) =>
      createFileAdapter({ path: join(folder, `${tenant}.json`), session: { tenant, actor } }),
  };
  for (const { name, run } of conformance(harness)) it(name, run, 30_000);
});

/** The memory adapter with something broken. */
function brokenHarness(
  breakIt: (backend: Backend, tenant: string, store: MemoryStore) => Partial<Backend>,
): Harness {
  const store = createMemoryStore();
  return {
    async open({ tenant, actor }) {
      const backend = createMemoryAdapter({ store, tenant, actor });
      return { ...backend, ...breakIt(backend, tenant, store) };
    },
  };
}

/** The memory adapter as a learning platform, with something broken. */
function brokenPlatform(
  breakIt: (backend: Backend, all: readonly Achievement[]) => Partial<Backend>,
): Harness {
  const store = createMemoryStore();
  const awarded = new Map<string, readonly Achievement[]>();
  return {
    parts: ['achievements'],
    async open({ tenant, actor }) {
      const achievements = ({ id }: { id: string }) => awarded.get(`${tenant} ${id}`) ?? [];
      const backend = createMemoryAdapter({ store, tenant, actor, achievements });
      return { ...backend, ...breakIt(backend, [...awarded.values()].flat()) };
    },
    award: async (tenant, { id }, achievements) => void awarded.set(`${tenant} ${id}`, achievements),
  };
}

async function failures(harness: Harness, of = /./): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const { name, run } of conformance(harness).filter((one) => of.test(one.name))) {
    await run().catch((error: Error) => found.set(name, error.message));
  }
  return found;
}

const shared = createMemoryStore();

/** What an adapter can do wrong, and the case that must notice. */
const writingOver = new WeakSet<object>();

const faults: [title: string, harness: Harness, noticed: RegExp][] = [
  [
    'answers receipts in another order',
    brokenHarness((real) => ({ execute: async (...args) => (await real.execute(...args)).reverse() })),
    /batch in order/,
  ],
  [
    'says applied again for a duplicate',
    brokenHarness((real) => ({
      execute: async (...args) =>
        (await real.execute(...args)).map((one) =>
          one.status === 'duplicate' ? { ...one, status: 'applied' as const } : one,
        ),
    })),
    /command once/,
  ],
  [
    'stops a batch at the first rejected command',
    brokenHarness((real) => ({
      execute: async (...args) => {
        const receipts = await real.execute(...args);
        const first = receipts.findIndex((one) => one.status === 'rejected');
        return first < 0 ? receipts : receipts.slice(0, first + 1);
      },
    })),
    /batch in order/,
  ],
  [
    'forgets the cursor',
    brokenHarness((real) => ({
      query: (name, params, options) => real.query(name, { ...params, cursor: undefined }, options),
    })),
    /page by page/,
  ],
  [
    'throws its own errors',
    brokenHarness((real) => ({
      query: (...args) =>
        real.query(...args).catch((error: Error) => {
          throw new Error(error.message);
        }),
    })),
    /not-found/,
  ],
  [
    'leaves out of records when they were changed',
    brokenHarness((real) => ({
      async query(name, ...call) {
        const page = await real.query(name, ...call);
        return {
          ...page,
          items: page.items.map((item) => ({ ...(item as object), updatedAt: undefined })) as never,
        };
      },
    })),
    /what a subject was registered with/,
  ],
  [
    'keeps no evidence',
    brokenHarness((real) => ({
      execute: (commands, options) =>
        real.execute(
          JSON.parse(JSON.stringify(commands), (key, value: unknown) =>
            key === 'evidence' ? undefined : value,
          ) as typeof commands,
          options,
        ),
    })),
    /as it was typed, with its evidence/,
  ],
  [
    'ignores the signal',
    brokenHarness((real) => ({
      execute: (commands) => real.execute(commands),
      query: (name, params) => real.query(name, params),
    })),
    /aborted call/,
  ],
  [
    'mixes its tenants',
    { open: async ({ actor }) => createMemoryAdapter({ store: shared, tenant: 'one for all', actor }) },
    /two tenants apart/,
  ],
  [
    'grants the titles of a decision one by one, as far as it comes',
    brokenHarness((real) => ({
      execute: async (commands, options) => {
        const receipts = await real.execute(commands, options);
        const [one] = commands;
        const [first] = receipts;
        if (one?.kind !== 'recognition.grant' || first?.status !== 'rejected') return receipts;
        for (const grant of one.payload.grants)
          await real.execute([
            { ...one, id: `${one.id}-${grant.assessment}`, payload: { ...one.payload, grants: [grant] } },
          ]);
        return receipts;
      },
    })),
    /no title where one of a decision is wrong/,
  ],
  [
    'knows members and officers, and calls everybody else an officer',
    brokenHarness((real) => ({
      session: async () => {
        const said = await real.session();
        return { ...said, actor: said.actor && { ...said.actor, roles: ['officer'] } };
      },
    })),
    /says of a reviewer that he is one/,
  ],
  [
    'asks a visitor to sign in before it shows a title',
    brokenHarness((real) => ({
      query: async (name, params, options) => {
        const { actor } = await real.session();
        if (!actor && name === 'recognition.get') throw new HtsdError('unauthenticated');
        return real.query(name, params, options);
      },
    })),
    /title to anybody/,
  ],
  [
    'shows a visitor whose title it is',
    brokenHarness((real) => ({
      query: async (name, params, options) => {
        const page = await real.query(name, params, options);
        return name === 'recognition.get'
          ? { ...page, items: page.items.map((item) => ({ ...item, owner: officer.id })) }
          : page;
      },
    })),
    /without anything private/,
  ],
  [
    'shows everybody every title in a list',
    brokenHarness((real, tenant, store) => ({
      query: (name, params, options) =>
        name === 'recognitions.list'
          ? createMemoryAdapter({ store, tenant, actor: signer }).query(name, params, options)
          : real.query(name, params, options),
    })),
    /title to anybody/,
  ],
  [
    'shows the titles of families that did not consent',
    brokenHarness((real, tenant, store) => ({
      query: (name, params, options) =>
        name === 'recognition.get'
          ? createMemoryAdapter({ store, tenant, actor: signer }).query(name, params, options)
          : real.query(name, params, options),
    })),
    /publication is consented/,
  ],
  [
    'forgets that a place was renamed',
    brokenHarness((real) => ({
      query: async (name, params, options) => {
        const page = await real.query(name, params, options);
        return name === 'recognition.get'
          ? { ...page, items: page.items.map((item) => ({ ...item, placeNow: undefined })) }
          : page;
      },
    })),
    /called now/,
  ],
  [
    'forgets that a title was revoked',
    brokenHarness((real) => ({
      query: async (name, params, options) => {
        const page = await real.query(name, params, options);
        return name === 'recognition.get'
          ? { ...page, items: page.items.map((item) => ({ ...item, state: 'granted' })) }
          : page;
      },
    })),
    /revokes a title/,
  ],
  [
    'loses the marks of a reviewer',
    brokenHarness((real) => ({
      query: async (name, params, options) => {
        const page = await real.query(name, params, options);
        const items = page.items.map((item) =>
          'review' in item && item.review ? { ...item, review: { ...item.review, marks: undefined } } : item,
        );
        return { ...page, items };
      },
    })),
    /reviewer's marks/,
  ],
  [
    'shows a reviewer what lies outside his scope',
    brokenHarness((real, tenant, store) => ({
      query: (name, params, options) =>
        name === 'assessments.list'
          ? createMemoryAdapter({ store, tenant, actor: reviewer }).query(name, params, options)
          : real.query(name, params, options),
    })),
    /in his scope/,
  ],
  [
    'enters the rows of an import one by one, as far as it comes',
    brokenHarness((real) => ({
      execute: async (commands, options) => {
        const receipts = await real.execute(commands, options);
        const [one] = commands;
        if (one?.kind !== 'fund.import' || receipts[0]?.status !== 'rejected') return receipts;
        for (const [index, row] of one.payload.rows.entries()) {
          const payload = { fund: one.payload.fund, ...row };
          const id = `${one.id}-${index}`;
          await real.execute([{ id, kind: 'fund.record', record: id, expected: 0, payload }]);
        }
        return receipts;
      },
    })),
    /all rows or none/,
  ],
  [
    'lets one of two treasurers who enter at once lose',
    brokenHarness((real) => ({
      execute: async (commands, options) =>
        (await real.execute(commands, options)).map((one, index) =>
          commands[index]?.kind === 'fund.record' && one.status === 'applied' && one.records[0]?.version === 3
            ? { id: one.id, status: 'rejected' as const, code: 'invalid' as const }
            : one,
        ),
    })),
    /two treasurers/,
  ],
  [
    'shows strangers every name in a ledger',
    brokenHarness((real, tenant, store) => ({
      query: async (name, params, options) => {
        const page = await real.query(name, params, options);
        if (name !== 'public.fund.ledger') return page;
        const all = createMemoryAdapter({ store, tenant, actor: inspector });
        const { fund } = params as { fund: string };
        const [whole] = (await all.query('fund.ledger', { fund })).items;
        const parties = whole?.secrets.flatMap(({ party }, index) =>
          party ? [{ ...party, no: index + 1 }] : [],
        );
        return { ...page, items: page.items.map((item) => ({ ...item, parties })) };
      },
    })),
    /answers strangers/,
  ],
  [
    'keeps showing a donor who took his consent back',
    brokenHarness((real) => {
      let first: unknown;
      return {
        query: async (name, params, options) =>
          (name === 'public.fund.ledger'
            ? (first ??= await real.query(name, params, options))
            : await real.query(name, params, options)) as Awaited<ReturnType<typeof real.query<typeof name>>>,
      };
    }),
    /names a recipient only while/,
  ],
  [
    'shows a fund that is not published',
    brokenHarness((real, tenant, store) => ({
      query: (name, params, options) =>
        name === 'public.fund.get'
          ? createMemoryAdapter({ store, tenant, actor: inspector })
              .query('fund.get', params as { id: string })
              .then((page) => page as never)
          : real.query(name, params, options),
    })),
    /hides what is not published/,
  ],
  [
    'tells of an erased person in what waited',
    brokenHarness((real) => {
      let first: unknown;
      return {
        query: async (name, params, options) =>
          (name === 'fund.pending'
            ? (first ??= await real.query(name, params, options))
            : await real.query(name, params, options)) as Awaited<ReturnType<typeof real.query<typeof name>>>,
      };
    }),
    /erases a person/,
  ],
  [
    'forgets that a payment has to wait',
    brokenHarness((real) => ({
      execute: async (commands, options) => {
        const receipts = await real.execute(commands, options);
        const signing = commands.flatMap((one, index) =>
          one.kind === 'fund.approve' && receipts[index]?.status === 'rejected' ? [index] : [],
        );
        return receipts.map((one, index) =>
          signing.includes(index) ? { id: one.id, status: 'applied' as const, records: [] } : one,
        );
      },
    })),
    /second person approves/,
  ],
  [
    'keeps a registry of competent bodies and asks nobody for it',
    { ...brokenHarness(() => ({})), vouch: () => undefined },
    /registry of competent bodies/,
  ],
  [
    'tells everybody what somebody achieved',
    brokenPlatform((_real, all) => ({ achievements: async () => [...all] })),
    /nobody else/,
  ],
  [
    'keeps of an achievement the link alone',
    brokenPlatform((real) => ({
      query: async (name, params, options) => {
        const page = await real.query(name, params, options);
        return JSON.parse(
          JSON.stringify(page, (key, value: unknown) => (key === 'achievement' ? undefined : value)),
        ) as typeof page;
      },
    })),
    /evidence of an answer/,
  ],
  ['claims files that it does not have', brokenHarness(() => ({ files: undefined })), /own hash/],
  [
    'keeps the file of an entry that was erased',
    brokenHarness((real) => {
      const kept = new Map<string, Blob>();
      return {
        files: real.files && {
          async put(blob, options) {
            const info = await real.files!.put(blob, options);
            kept.set(info.sha256, new Blob([blob], { type: info.type }));
            return info;
          },
          get: async (sha256, options) => kept.get(sha256) ?? real.files!.get(sha256, options),
        },
      };
    }),
    /entry that was erased/,
  ],
  [
    'deletes a file that another record still names',
    brokenHarness((real, tenant, store) => ({
      async execute(commands, options) {
        const erasing = commands.find(({ kind }) => kind === 'fund.erase');
        const receipts = await real.execute(commands, options);
        if (erasing) store.tenant(tenant).files.clear();
        return receipts;
      },
    })),
    /unless a record still names it/,
  ],
  [
    'writes tallies over instead of adding to them',
    brokenHarness((_real, tenant, store) => {
      const kept = store.tenant(tenant);
      // Opened again for another person it would write over what it wrote over.
      if (writingOver.has(kept)) return {};
      writingOver.add(kept);
      const commit = kept.commit.bind(kept);
      const written: Tally[] = [];
      kept.commit = async (change) => {
        const { tallies = [] } = change;
        if (tallies.length === 0) return commit(change);
        const taken = written.splice(0).map(({ counts, ...rest }) => ({
          ...rest,
          counts: Object.fromEntries(Object.entries(counts).map(([name, n]) => [name, -n])) as typeof counts,
        }));
        written.push(...tallies);
        return commit({ ...change, tallies: [...taken, ...tallies] });
      };
      return {};
    }),
    /counts everybody who registers/,
  ],
  [
    'tells strangers who keeps an activity and what he noted',
    brokenHarness((_real, tenant, store) => ({
      query: (name, params, options) =>
        createMemoryAdapter({ store, tenant, actor: reviewer }).query(name, params, options),
    })),
    /neither notes nor owners/,
  ],
  [
    'lists the register without its order',
    brokenHarness((real) => ({
      async query(name, params, options) {
        const page = await real.query(name, params, options);
        return name === 'register.list' ? { ...page, items: [...page.items].reverse() } : page;
      },
    })),
    /by name, place and words/,
  ],
  ['cannot be disposed of', brokenHarness(() => ({ dispose: async () => undefined })), /disposed of/],
];

describe('the conformance suite', () => {
  it('lets a sound adapter pass', async () => {
    expect(await failures(brokenHarness(() => ({})))).toEqual(new Map());
  }, 30_000);

  it.each(faults)(
    'notices an adapter that %s',
    async (_title, harness, noticed) => {
      const found = await failures(harness, noticed);
      expect(found.size).toBeGreaterThan(0);
      for (const sentence of found.values()) expect(sentence.length).toBeGreaterThan(15);
    },
    30_000,
  );

  it('names each case once', () => {
    const names = conformance(brokenHarness(() => ({}))).map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names.length).toBeGreaterThan(20);
  });
});
