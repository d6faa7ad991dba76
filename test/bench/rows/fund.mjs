import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchOnDisk } from '../harness/browser.mjs';
import { interleave } from '../harness/rounds.mjs';
import { median, summary } from '../harness/stats.mjs';

const ways = (...names) => names.map((id) => ({ id }));
const sum = (list) => list.reduce((total, one) => total + one, 0);

/**
 * Row 5: 100,000 rows in IndexedDB, on the disk. Floor: one record a row with two indexes, written ten times 10,000 and
 * read whole. Ours: the same rows as imports of a chained ledger, opened and added up, and its chain checked.
 */
export async function fund(origin, { rounds, budget }) {
  const folder = mkdtempSync(join(tmpdir(), 'htsd-bench-'));
  const context = await launchOnDisk(folder);
  try {
    const page = await context.newPage();
    const failures = [];
    page.on('pageerror', (error) => failures.push(error));
    await page.goto(`${origin}/fund/index.html`);
    await page.waitForFunction(() => globalThis.fundBench);
    let round = 0;
    const some = Math.min(rounds, 3);
    const written = await interleave(
      ways('insert', 'importAll'),
      { rounds: some, budget },
      async ({ id }) => {
        const times = await page.evaluate((what) => fundBench.write(...what), [id, Math.floor(round / 2)]);
        round += 1;
        return times;
      },
    );
    const read = await interleave(
      ways('getAll', 'cursor', 'openPublic', 'openTreasurer'),
      { rounds, budget },
      ({ id }) => page.evaluate((way) => fundBench.read(way, 0), id),
    );
    const checked = await interleave(ways('hashing', 'verify'), { rounds, budget }, ({ id }) =>
      page.evaluate((way) => fundBench.check(way, 0), id),
    );
    const appended = await page.evaluate((times) => fundBench.append(0, times), 60);
    if (failures.length > 0) throw failures[0];
    const took = ([id, list]) => [
      id,
      { ...summary(list.map((one) => one.took)), longest: median(list.map(({ longest = 0 }) => longest)) },
    ];
    return {
      ...Object.fromEntries([...written].map(([id, list]) => [id, summary(list.map(sum))])),
      ...Object.fromEntries([...written].map(([id, list]) => [`${id}10k`, summary(list.flat())])),
      ...Object.fromEntries([...read, ...checked].map(took)),
      ...Object.fromEntries(Object.entries(appended).map(([id, list]) => [id, summary(list)])),
    };
  } finally {
    await context.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
