/**
 * Figures of the server against a real PostgreSQL, as ratios within one run. Needs a build.
 *   node test/bench/server.mjs [--only writes|gauge|drain|pull|memory|embedded|province|log[,…]]
 *     [--postgres DIR]                                          programs of an installed PostgreSQL, as Debian's in
 *                                                               /usr/lib/postgresql/15/bin: those of npm are built to be small
 *     [--rounds 3] [--seconds 8] [--contestants plain,answer]   of writes
 *     [--sizes 1000,100000] [--records 1000000]                 assessments behind a gauge; how many of them are filled in as
 *                                                               records, beside the tallies of all: 10⁷ take some minutes
 *     [--families 1000,200000] [--folder DIR] [--fill]          a province; `--folder` keeps it, `--fill` only loads it
 *     [--logged 20000]                                          families with five years in the log
 * Figures are reported, not tested.
 */
import { parseArgs } from 'node:util';
import { startPostgres } from './server/postgres.mjs';

const { values: options } = parseArgs({
  options: {
    only: { type: 'string', default: 'writes,gauge,drain,pull,memory,embedded,province,log' },
    postgres: { type: 'string' },
    rounds: { type: 'string', default: '3' },
    seconds: { type: 'string', default: '8' },
    contestants: { type: 'string' },
    sizes: { type: 'string', default: '1000,10000,100000,1000000' },
    records: { type: 'string', default: '1000000' },
    families: { type: 'string', default: '1000,200000' },
    logged: { type: 'string', default: '20000' },
    folder: { type: 'string' },
    fill: { type: 'boolean', default: false },
  },
});
const only = new Set(options.only.split(','));
const [rounds, seconds] = [Number(options.rounds), Number(options.seconds)];
const numbers = (text) => text.split(',').map(Number);
const postgres = await startPostgres(options.folder, options.postgres);
try {
  if (only.has('writes')) {
    const { writes, tellWrites } = await import('./server/writes.mjs');
    tellWrites(await writes(postgres, { rounds, seconds, asked: options.contestants?.split(',') }));
  }
  if (only.has('gauge')) {
    const { gauge, tellGauge } = await import('./server/gauge.mjs');
    tellGauge(await gauge(postgres, numbers(options.sizes), { most: Number(options.records) }));
  }
  if (only.has('drain')) {
    const { drain, tellDrain } = await import('./server/drain.mjs');
    tellDrain(await drain(postgres));
  }
  if (only.has('pull')) {
    const { pull, tellPull } = await import('./server/pull.mjs');
    tellPull(await pull(postgres));
  }
  if (only.has('memory')) {
    const { memory, tellMemory } = await import('./server/memory.mjs');
    tellMemory(await memory(postgres));
  }
  if (only.has('embedded')) {
    const { embedded, tellEmbedded } = await import('./server/embedded.mjs');
    tellEmbedded(await embedded());
  }
  if (only.has('province')) {
    const { measureProvince, tellProvince } = await import('./server/province.mjs');
    const times = options.fill ? 0 : 15;
    tellProvince(await measureProvince(postgres, numbers(options.families), { times }));
  }
  if (only.has('log')) {
    const { log, tellLog } = await import('./server/log.mjs');
    tellLog(await log(postgres, Number(options.logged)));
  }
} finally {
  await postgres.stop();
}
