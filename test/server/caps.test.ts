import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { newId, officer } from '../../src/backend/conformance/scene.js';
import { createHttpAdapter } from '../../src/backend/http/http-adapter.js';
import { memoryFiles, type ByteStore } from '../../src/server/files/disk-files.js';
import { diskUploads } from '../../src/server/files/uploads.js';
import { openDatabase } from '../../src/server/storage/database.js';
import { ownDatabase } from './own-database.js';
import { startServer } from './start-server.js';

const many = 12;
const size = 200_000;
const pdf = (no: number) => new Blob([`%PDF-1.7\n${no}`, new Uint8Array(size)]);

/** Keeps bytes once so many have come: all of them were told before that there is room. */
function together(count: number): ByteStore {
  const kept = memoryFiles();
  let come = 0;
  let go!: () => void;
  const all = new Promise<void>((done) => (go = done));
  return {
    ...kept,
    async put(...call) {
      come += 1;
      if (come === count) go();
      await all;
      await kept.put(...call);
    },
  };
}

const databases = {
  PostgreSQL: async () => openDatabase({ url: await ownDatabase(), connections: 8 }),
  PGlite: () => openDatabase(),
};

it.each(Object.entries(databases))(
  'files that come at the same time keep to what may lie there: %s',
  async (_name, open) => {
    const database = await open();
    try {
      const provinces = { person: 'one', province: 'all' };
      for (const of of ['person', 'province'] as const) {
        const files = together(many);
        const server = await startServer({ database, files, caps: { [of]: 1 } });
        const province = provinces[of];
        const outcomes = await Promise.all(
          Array.from({ length: many }, async (_, no) => {
            const actor = { ...officer, id: of === 'person' ? 'one' : `person-${no}` };
            const { files: mine } = createHttpAdapter({
              ...{ baseUrl: server.url, province },
              token: () => server.signer.token(actor, province),
            });
            return mine!.put(pdf(no)).then(
              () => 'kept',
              (error: { code: string }) => error.code,
            );
          }),
        );
        expect(outcomes.filter((outcome) => outcome === 'kept')).toHaveLength(5);
        expect(outcomes.filter((outcome) => outcome === 'quota')).toHaveLength(many - 5);
        const left = [];
        for await (const { sha256 } of files.list(province)) left.push(sha256);
        expect(left, 'what was refused does not stay').toHaveLength(5);
        await server.close();
      }
    } finally {
      await database.close();
    }
  },
);

it('files that are begun at the same time are no more than one person may have begun', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'htsd-caps-'));
  try {
    const uploads = diskUploads(folder);
    const begin = () => uploads.add('one', newId(), { start: 0, total: 10 }, new Uint8Array(5));
    const outcomes = await Promise.allSettled(Array.from({ length: 60 }, begin));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(20);
    for (const outcome of outcomes)
      if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'quota' });
  } finally {
    rmSync(folder, { recursive: true });
  }
});
