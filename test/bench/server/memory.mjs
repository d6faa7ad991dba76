import { fileURLToPath } from 'node:url';
import { registration } from './commands.mjs';
import { Line } from './line.mjs';
import { start, tokenFor } from './program.mjs';
import { answers, prepare } from './writes.mjs';

const all = 100_000;
const connections = 16;
const hook = fileURLToPath(new URL('heap-on-signal.cjs', import.meta.url));

const questions = [
  '/v1/queries/register.list?cycle=2026',
  '/v1/queries/tallies.list?cycle=2026',
  '/v1/session',
  '/health',
];

/** 100,000 commands of sixteen persons, one at a time and by 100, with questions between them; what the program keeps at each tenth. */
export async function memory(postgres) {
  const program = await start('ours', {
    ...{
      DATABASE_URL: await postgres.database('memory'),
      HTSD_RATE_PERSON: '0',
      HTSD_RATE_ADDRESS: '0',
    },
    NODE_OPTIONS: `--expose-gc --require ${hook}`,
  });
  const lines = await Promise.all(
    Array.from(
      { length: connections },
      async (_, no) => new Line(program.port, await tokenFor(`officer-${no}`)),
    ),
  );
  const own = await prepare(lines);
  const ask = async (line, ...request) => {
    const { status, body } = await line.ask(...request);
    if (status !== 200 || body.includes('"rejected"') || body.includes('"conflict"'))
      throw new Error(`${status}: ${body}`);
  };
  const turns = new Array(connections).fill(0);
  const typed = answers(own);
  let sent = 0;
  let asked = 0;
  const until = (count) =>
    Promise.all(
      lines.map(async (line, index) => {
        while (sent < count) {
          const some = [1, 1, 1, 100][turns[index] % 4];
          sent += some;
          const commands = Array.from({ length: some }, (_, no) =>
            no % 10 === 9 ? registration() : typed(index),
          );
          await ask(line, 'POST', '/v1/commands', JSON.stringify({ commands }));
          turns[index] += 1;
          for (const path of questions) await ask(line, 'GET', path);
          asked += questions.length;
        }
      }),
    );
  const heaps = [];
  const began = performance.now();
  for (let part = 0; part <= 10; part += 1) {
    await until((all / 10) * part);
    const heard = program.hears('heap');
    program.signal('SIGUSR2');
    heaps.push({ sent, asked, ...(await heard) });
  }
  const seconds = (performance.now() - began) / 1_000;
  for (const line of lines) line.close();
  await program.stop();
  return { heaps, seconds };
}

export function tellMemory({ heaps, seconds }) {
  console.log(
    `\nWhat the program keeps after collection, while it does ${all} commands (${seconds.toFixed(0)} s)`,
  );
  for (const { sent, asked, heapUsed, rss } of heaps)
    console.log(
      `  ${String(sent).padStart(7)} commands, ${String(asked).padStart(7)} questions: heap ${(heapUsed / 1e6).toFixed(1)} MB, resident ${(rss / 1e6).toFixed(0)} MB`,
    );
}
