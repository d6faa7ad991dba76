import { startPostgres } from './postgres.mjs';
import { newId, registration } from './commands.mjs';
import { Line } from './line.mjs';
import { start, tokenFor } from './program.mjs';
const postgres = await startPostgres();
const program = await start('ours', {
  DATABASE_URL: await postgres.database('pull'),
  HTSD_RATE_PERSON: '0',
  HTSD_RATE_ADDRESS: '0',
});
const officer = new Line(program.port, await tokenFor('officer-1'));
const chief = new Line(program.port, await tokenFor('chief', ['reviewer'], ['*']));
const ask = async (l, ...r) => JSON.parse((await l.ask(...r)).body);
const { next } = await ask(chief, 'GET', '/v1/changes');
const made = new Set();
for (let i = 0; i < 20; i++) {
  const commands = Array.from({ length: 100 }, () => registration(newId()));
  commands.forEach((c) => made.add(c.record));
  await ask(officer, 'POST', '/v1/commands', JSON.stringify({ commands }));
}
const seen = new Map();
const pages = [];
for (let since = next, more = true; more;) {
  const a = await ask(chief, 'GET', `/v1/changes?since=${since}`);
  pages.push([since, a.items.length, a.more]);
  for (const i of a.items) seen.set(i.type + ' ' + i.id, (seen.get(i.type + ' ' + i.id) ?? 0) + 1);
  ({ next: since, more } = a);
}
console.log(
  pages,
  [...seen].filter(([k, n]) => n > 1 || !made.has(k.split(' ')[1])),
);
for (const l of [officer, chief]) l.close();
await program.stop();
await postgres.stop();
