/**
 * Figures of the server against a real PostgreSQL, as ratios within one run. Needs a build.
 *   node test/bench/server.mjs [--only writes|province[,…]] [--rounds 3] [--seconds 8] [--contestants plain,answer] [--families 1000,200000]
 * Figures are reported, not tested.
 */
import { parseArgs } from 'node:util';
import { median } from './harness/stats.mjs';
import { startPostgres } from './server/postgres.mjs';

const { values: options } = parseArgs({
  options: {
    only: { type: 'string', default: 'writes,province' },
    rounds: { type: 'string', default: '3' },
    seconds: { type: 'string', default: '8' },
    contestants: { type: 'string' },
    families: { type: 'string', default: '1000,200000' },
  },
});
const only = new Set(options.only.split(','));
const [rounds, seconds] = [Number(options.rounds), Number(options.seconds)];
const postgres = await startPostgres();
try {
  if (only.has('writes')) {
    const { writes } = await import('./server/writes.mjs');
    const { found, connections } = await writes(postgres, {
      rounds,
      seconds,
      asked: options.contestants?.split(','),
    });
    const floor = found.plain ? median(found.plain.map(({ each }) => each)) : NaN;
    console.log(`\nCommands a second, durable, ${connections} connections`);
    for (const [name, list] of Object.entries(found)) {
      const each = median(list.map((one) => one.each));
      const [program, database] = ['program', 'database'].map((one) =>
        median(list.map((item) => item[one] * 1_000)).toFixed(0),
      );
      const [p50, p95] = ['p50', 'p95'].map((one) => median(list.map((item) => item[one])).toFixed(0));
      console.log(
        `  ${name.padEnd(16)} ${each.toFixed(0).padStart(7)}/s  ${(each / floor).toFixed(2)} of the floor; ${p50} ms, p95 ${p95}; µs of processor: ${program} + PostgreSQL ${database}`,
      );
    }
  }
  if (only.has('province')) {
    const { measureProvince } = await import('./server/province.mjs');
    const found = await measureProvince(postgres, options.families.split(',').map(Number));
    for (const { size, seconds, bytes, took } of found) {
      const megabytes = (bytes / 1e6).toFixed(0);
      console.log(
        `\n${size} families, five years of each; loaded in ${seconds.toFixed(0)} s, ${megabytes} MB`,
      );
      for (const [name, { p50, p95 }] of Object.entries(took))
        console.log(`  ${name.padEnd(40)} ${p50.toFixed(1).padStart(8)} ms, p95 ${p95.toFixed(1)}`);
    }
  }
} finally {
  await postgres.stop();
}
