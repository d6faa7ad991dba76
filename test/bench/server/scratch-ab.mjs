// node scratch-ab.mjs seconds rounds contestants name=path,name=path
import { startPostgres } from './postgres.mjs';
import { start, tokenFor } from './program.mjs';
import { Line } from './line.mjs';
import { load, prepare, connections, perLine, criterion } from './writes.mjs';
import { answer, registration, command, newId } from './commands.mjs';
import { median } from '../harness/stats.mjs';
const [seconds, rounds, which, programs] = process.argv.slice(2);
const pg = await startPostgres();
const token = await tokenFor('officer-1');
const env = { HTSD_CONNECTIONS: '64', HTSD_RATE_PERSON: '0', HTSD_RATE_ADDRESS: '0' };
const all = [];
for (const one of ['plain=plain', ...programs.split(',')]) {
  const [name, path, flags] = one.split('=');
  if (flags) process.env.BENCH_NODE = flags.replaceAll('+', ' ').replaceAll(':', '=');
  else delete process.env.BENCH_NODE;
  const program = await start(path, { ...env, DATABASE_URL: await pg.database(name) });
  const lines = Array.from({ length: connections }, () => new Line(program.port, token));
  const own = path === 'plain' ? undefined : await prepare(lines);
  all.push({ name, program, lines, own });
}
const found = {};
for (let round = -1; round < Number(rounds); round += 1)
  for (const { name, program, lines, own } of all)
    for (const kind of name === 'plain' ? ['plain'] : which.split(',')) {
      const turn = new Array(connections).fill(0);
      const typed = (index) => {
        const one = own[index][(turn[index] += 1) % perLine];
        return answer(one.id, one.version++, criterion);
      };
      const next = {
        plain: () => [command('x', newId(), 1, registration().payload)],
        answer: (i) => [typed(i)],
        register: () => [registration()],
      }[kind];
      const one = await load(lines, round < 0 ? 3 : Number(seconds), next, () => [program.used(), pg.used()]);
      if (round >= 0) (found[`${name} ${kind}`] ??= []).push(one);
    }
const base = found['plain plain'];
for (const [name, list] of Object.entries(found)) {
  const rel = list.map((o, i) => (o.program + o.database) / (base[i].program + base[i].database));
  console.log(
    name.padEnd(20),
    `${median(list.map((o) => o.each)).toFixed(0)}/s`,
    'of floor',
    median(list.map((o, i) => o.each / base[i].each)).toFixed(2),
    'µs',
    median(list.map((o) => o.program * 1000)).toFixed(0),
    '+',
    median(list.map((o) => o.database * 1000)).toFixed(0),
    'cpu ×floor',
    median(rel).toFixed(2),
    'p50',
    median(list.map((o) => o.p50)).toFixed(0),
  );
}
for (const { program, lines } of all) {
  for (const l of lines) l.close();
  await program.stop();
}
await pg.stop();
