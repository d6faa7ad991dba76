import { newId, registration } from './commands.mjs';
import { Line } from './line.mjs';
import { start, tokenFor } from './program.mjs';

const changes = 10_000;

/** 10,000 changes of others, pulled page by page and in one stream by somebody in charge, and what that does to the server. */
export async function pull(postgres) {
  const program = await start('ours', {
    ...{ DATABASE_URL: await postgres.database('pull'), HTSD_RATE_PERSON: '0', HTSD_RATE_ADDRESS: '0' },
  });
  const officer = new Line(program.port, await tokenFor('officer-1'));
  const chief = new Line(program.port, await tokenFor('chief', ['reviewer'], ['*']));
  const ask = async (line, method, path, body) => {
    const { status, body: text, first } = await line.ask(method, path, body);
    if (status !== 200) throw new Error(`${path}: ${status} ${text}`);
    return { answer: JSON.parse(text), bytes: text.length, first };
  };
  const { next: begin } = (await ask(chief, 'GET', '/v1/changes')).answer;
  for (let made = 0; made < changes; made += 100) {
    const commands = Array.from({ length: 100 }, () => registration(newId()));
    await ask(officer, 'POST', '/v1/commands', JSON.stringify({ commands }));
  }
  const rounds = [];
  for (let round = 0; round < 3; round += 1) {
    const before = program.memory();
    const began = performance.now();
    const found = { pages: 0, items: 0, bytes: 0, first: 0, longest: 0, before, most: before };
    for (let since = begin, more = true; more;) {
      const asked = performance.now();
      const { answer, bytes, first } = await ask(chief, 'GET', `/v1/changes?since=${since}`);
      if (found.pages === 0) found.first = first;
      found.longest = Math.max(found.longest, performance.now() - asked);
      found.pages += 1;
      found.items += answer.items.length;
      found.bytes += bytes;
      found.most = Math.max(found.most, program.memory());
      ({ next: since, more } = answer);
    }
    rounds.push({ ...found, whole: performance.now() - began });
  }
  const streams = [];
  for (let round = 0; round < 3; round += 1) {
    const before = program.memory();
    const began = performance.now();
    const answer = chief.ask('GET', `/v1/changes?since=${begin}`, '', 'Accept: application/x-ndjson\r\n');
    let most = before;
    const looking = setInterval(() => (most = Math.max(most, program.memory())), 5);
    const { status, body, first } = await answer;
    clearInterval(looking);
    const whole = performance.now() - began;
    const lines = body.trimEnd().split('\n').map(JSON.parse);
    if (status !== 200 || lines.at(-1).more !== false) throw new Error(`${status} ${body.slice(-200)}`);
    const items = lines.reduce((sum, line) => sum + (line.items?.length ?? 0), 0);
    streams.push({ ...{ lines: lines.length, items, bytes: body.length, first, whole, before, most } });
  }
  for (const line of [officer, chief]) line.close();
  await program.stop();
  return { rounds, streams };
}

export function tellPull({ rounds, streams }) {
  console.log(`\nA pull of ${changes} changes, three times`);
  for (const { pages, items, bytes, first, longest, whole, before, most } of rounds)
    console.log(
      `  ${items} in ${pages} pages, ${(bytes / 1e6).toFixed(2)} MB: first byte ${first.toFixed(0)} ms, longest page ${longest.toFixed(0)} ms, all ${whole.toFixed(0)} ms; resident ${(before / 1e6).toFixed(0)} MB before, ${(most / 1e6).toFixed(0)} MB at most`,
    );
  for (const { lines, items, bytes, first, whole, before, most } of streams)
    console.log(
      `  ${items} in a stream of ${lines} lines, ${(bytes / 1e6).toFixed(2)} MB: first byte ${first.toFixed(0)} ms, all ${whole.toFixed(0)} ms; resident ${(before / 1e6).toFixed(0)} MB before, ${(most / 1e6).toFixed(0)} MB at most`,
    );
}
