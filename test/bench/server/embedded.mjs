import { median, quantile } from '../harness/stats.mjs';
import { command, communes, newId } from './commands.mjs';
import { Line } from './line.mjs';
import { start, tokenFor } from './program.mjs';
import { answers, load, prepare } from './writes.mjs';

const families = 5_000;
const connections = 8;

const family = (no) =>
  command('subject.register', newId(), 0, {
    ...{ model: 'family', name: `Nguyễn Văn ${no}`, parent: `Thôn ${1 + (no % 12)}` },
    place: { name: 'Xã Sen Hồ', code: communes[0] },
    ...{ facts: {}, cycle: '2026', criteria: { id: 'gia-dinh-hoc-tap-mau', version: '1.0.0' } },
  });

const questions = {
  'register: first page': 'register.list?cycle=2026',
  'register: by points': 'register.list?cycle=2026&sort=score&descending=true',
  'register: two words': 'register.list?cycle=2026&text=nguyen%20van',
  'gauge: tallies of the year': 'tallies.list?cycle=2026',
};

/** The program without a database of its own, in a folder, as one commune has it. */
export async function embedded({ seconds = 5 } = {}) {
  const began = performance.now();
  const program = await start('ours', { HTSD_RATE_PERSON: '0', HTSD_RATE_ADDRESS: '0' });
  const started = (performance.now() - began) / 1_000;
  const officer = await tokenFor('officer-1');
  const lines = Array.from({ length: connections }, () => new Line(program.port, officer));
  const next = answers(await prepare(lines));
  const used = () => [program.used(), 0];
  const single = await load(lines, seconds, (index) => [next(index)], used);
  const alone = await load(lines.slice(0, 1), seconds, () => [next(0)], used);
  const batches = await load(
    lines.slice(0, 2),
    seconds,
    (index) => Array.from({ length: 100 }, () => next(index)),
    used,
  );
  const filling = performance.now();
  for (let no = 0; no < families; no += 100) {
    const commands = Array.from({ length: 100 }, (_, index) => family(no + index));
    const { status, body } = await lines[0].ask('POST', '/v1/commands', JSON.stringify({ commands }));
    if (status !== 200 || body.includes('"rejected"')) throw new Error(body);
  }
  const filled = (performance.now() - filling) / 1_000;
  const chief = new Line(program.port, await tokenFor('chief', ['reviewer'], ['*']));
  const took = {};
  for (const [name, path] of Object.entries(questions)) {
    const all = [];
    for (let time = 0; time < 23; time += 1) {
      const sent = performance.now();
      const { status, body } = await chief.ask('GET', `/v1/queries/${path}`);
      if (status !== 200) throw new Error(`${name}: ${status} ${body}`);
      if (time >= 3) all.push(performance.now() - sent);
    }
    took[name] = { p50: median(all), p95: quantile(all, 0.95) };
  }
  const resident = program.memory();
  for (const line of [...lines, chief]) line.close();
  await program.stop();
  return { started, single, alone, batches, filled, took, resident };
}

export function tellEmbedded({ started, single, alone, batches, filled, took, resident }) {
  console.log(
    `\nEmbedded, in a folder; started in ${started.toFixed(1)} s, ${(resident / 1e6).toFixed(0)} MB resident`,
  );
  console.log(
    `  one asks, one command a request       ${alone.each.toFixed(0)}/s, ${alone.p50.toFixed(1)} ms`,
  );
  console.log(
    `  ${connections} ask, one command a request          ${single.each.toFixed(0)}/s, ${single.p50.toFixed(1)} ms`,
  );
  console.log(`  by 100, commands                      ${batches.each.toFixed(0)}/s`);
  console.log(`  ${families} families registered by 100 in ${filled.toFixed(1)} s`);
  for (const [name, { p50, p95 }] of Object.entries(took))
    console.log(`  ${name.padEnd(37)} ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)}`);
}
