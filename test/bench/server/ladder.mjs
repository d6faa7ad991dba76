// throw-away: cost of layers
import { startPostgres } from './postgres.mjs';
import { start, tokenFor } from './program.mjs';
import { Line } from './line.mjs';
import { registration } from './commands.mjs';
const pgs = await startPostgres();
const env = { HTSD_CONNECTIONS: '64', HTSD_RATE_PERSON: '0', HTSD_RATE_ADDRESS: '0' };
const plain = await start('plain', { ...env, DATABASE_URL: await pgs.database('plain') });
const ours = await start('ours', { ...env, DATABASE_URL: await pgs.database('ours') });
const token = await tokenFor('officer-1');
const body = JSON.stringify({ commands: [] });
const run = async (name, program, method, path, body) => {
  const lines = Array.from({ length: 64 }, () => new Line(program.port, token));
  for (const round of [0, 1, 2]) {
    let n = 0;
    const u = program.used();
    const end = performance.now() + 2500;
    const b = performance.now();
    await Promise.all(
      lines.map(async (l) => {
        while (performance.now() < end) {
          await l.ask(method, path, body);
          n++;
        }
      }),
    );
    if (round)
      console.log(
        name,
        ((n / (performance.now() - b)) * 1000).toFixed(0) + '/s',
        (((program.used() - u) / n) * 1000).toFixed(0),
        'µs',
      );
  }
  for (const l of lines) l.close();
};
await run('plain 404', plain, 'GET', '/none', '');
await run('health', ours, 'GET', '/health', '');
await run('session', ours, 'GET', '/v1/session', '');
await run('no commands', ours, 'POST', '/v1/commands', body);
await run(
  'junk command',
  ours,
  'POST',
  '/v1/commands',
  JSON.stringify({ commands: [{ ...registration(), kind: 'none' }] }),
);
await plain.stop();
await ours.stop();
await pgs.stop();
