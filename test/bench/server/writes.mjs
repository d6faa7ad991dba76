import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import { cpus } from 'node:os';
import { median, quantile } from '../harness/stats.mjs';
import { answer, command, familyYear, newId, opening, registration } from './commands.mjs';
import { Line } from './line.mjs';
import { start, tokenFor } from './program.mjs';

export const connections = 64;
/** Assessments that each connection goes on with. */
export const perLine = 10;
export const criterion = 'ke-hoach-hoc-tap';

async function post(line, commands) {
  const { status, body } = await line.ask('POST', '/v1/commands', JSON.stringify({ commands }));
  if (status !== 200) throw new Error(`${status}: ${body}`);
  return body;
}

/** Asks with all connections for some seconds; `next` answers what one of them asks and how many commands that are. */
export async function load(lines, seconds, next, used) {
  const before = used();
  const took = [];
  let commands = 0;
  const began = performance.now();
  const end = began + seconds * 1_000;
  await Promise.all(
    lines.map(async (line, index) => {
      while (performance.now() < end) {
        const some = next(index);
        const sent = performance.now();
        const body = await post(line, some);
        if (body.includes('"rejected"') || body.includes('"conflict"')) throw new Error(body);
        took.push(performance.now() - sent);
        commands += some.length;
      }
    }),
  );
  const passed = (performance.now() - began) / 1_000;
  const after = used();
  const cost = { program: (after[0] - before[0]) / commands, database: (after[1] - before[1]) / commands };
  return { each: commands / passed, ...cost, p50: quantile(took, 0.5), p95: quantile(took, 0.95) };
}

/** Assessments of each connection with their versions, made in batches of 100. */
export async function prepare(lines) {
  return Promise.all(
    lines.map(async (line) => {
      const commands = [];
      const assessments = [];
      for (let no = 0; no < perLine; no += 1) {
        const subject = newId();
        const id = newId();
        commands.push(registration(subject), opening(subject, id));
        assessments.push({ id, version: 1 });
      }
      const body = await post(line, commands);
      if (body.includes('"rejected"')) throw new Error(body);
      return assessments;
    }),
  );
}

/** What each connection types next, in its assessments in turn. */
export function answers(own) {
  const turn = new Array(own.length).fill(0);
  return (index) => {
    const one = own[index][(turn[index] += 1) % perLine];
    return answer(one.id, one.version++, criterion);
  };
}

/** What each connection enters next, one family after the other. */
export function years(lines) {
  const left = Array.from({ length: lines }, () => []);
  return (index) => {
    if (left[index].length === 0) left[index] = familyYear();
    return left[index].shift();
  };
}

/** Somebody who hears of every registration, and keeps none. */
async function startListener() {
  let heard = 0;
  const server = createServer((request, response) => {
    heard += 1;
    request.resume().on('end', () => response.writeHead(204).end());
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const secret = `whsec_${randomBytes(32).toString('base64')}`;
  const url = `http://127.0.0.1:${server.address().port}/`;
  return {
    webhooks: JSON.stringify([{ name: 'bench', url, secret, events: ['subject.registered'] }]),
    heard: () => heard,
    /** Nothing came for half a second. */
    async quiet() {
      for (let before = -1; before < heard; await new Promise((done) => setTimeout(done, 500)))
        before = heard;
    },
    close: () => server.close(),
  };
}

/**
 * Commands a second, durable: one for each request and 100 for each, with 64 connections, against Hono and one INSERT on the
 * same number of connections to the same PostgreSQL. They take turns. And registrations that somebody is told of.
 */
export async function writes(postgres, { rounds = 3, seconds = 4, asked = undefined } = {}) {
  // One person on one address asks more often than anybody may.
  const env = { HTSD_CONNECTIONS: String(connections), HTSD_RATE_PERSON: '0', HTSD_RATE_ADDRESS: '0' };
  const listener = await startListener();
  const begin = async (program, name, more) =>
    start(program, { ...env, ...more, DATABASE_URL: await postgres.database(name) });
  const plain = await begin('plain', 'plain');
  const ours = await begin('ours', 'ours');
  const telling = await begin('ours', 'telling', { HTSD_WEBHOOKS: listener.webhooks });
  const token = await tokenFor('officer-1');
  const open = (port) => Array.from({ length: connections }, () => new Line(port, token));
  const [toPlain, toOurs, toTelling] = [open(plain.port), open(ours.port), open(telling.port)];
  const own = await prepare(toOurs);
  const typed = answers(own);
  const entered = years(connections);
  const enteredTogether = years(connections);
  const costs = (program) => () => [program.used(), postgres.used()];
  const contestants = {
    plain: (time) =>
      load(toPlain, time, () => [command('x', newId(), 1, registration().payload)], costs(plain)),
    answer: (time) => load(toOurs, time, (index) => [typed(index)], costs(ours)),
    register: (time) => load(toOurs, time, () => [registration()], costs(ours)),
    families: (time) => load(toOurs, time, (index) => [entered(index)], costs(ours)),
    'answer by 100': (time) =>
      load(toOurs.slice(0, 8), time, (index) => Array.from({ length: 100 }, () => typed(index)), costs(ours)),
    'register by 100': (time) =>
      load(toOurs.slice(0, 8), time, () => Array.from({ length: 100 }, () => registration()), costs(ours)),
    'families by 100': (time) =>
      load(
        toOurs.slice(0, 8),
        time,
        (index) => Array.from({ length: 100 }, () => enteredTogether(index)),
        costs(ours),
      ),
  };
  const found = {};
  const takeTurns = async (all, after = async () => undefined) => {
    const wanted = Object.entries(all).filter(([name]) => !asked || asked.includes(name));
    for (let round = -1; round < rounds; round += 1)
      for (const [name, run] of wanted) {
        const one = await run(round < 0 ? seconds * 1.5 : seconds);
        await after();
        if (round >= 0) (found[name] ??= []).push(one);
        if (process.env.BENCH_VERBOSE) console.log(round, name, one);
      }
  };
  await takeTurns(contestants);
  // For itself, as it goes on for a while: what is told is sent side by side with the next commands, and after them.
  await takeTurns(
    {
      'told to nobody': (time) => load(toOurs, time, () => [registration()], costs(ours)),
      'told to somebody': (time) => load(toTelling, time, () => [registration()], costs(telling)),
    },
    listener.quiet,
  );
  for (const line of [...toPlain, ...toOurs, ...toTelling]) line.close();
  await Promise.all([plain.stop(), ours.stop(), telling.stop()]);
  listener.close();
  return { cpus: cpus().length, connections, found, heard: listener.heard() };
}

export function tellWrites({ found, connections: lines, heard }) {
  const floor = found.plain ? median(found.plain.map(({ each }) => each)) : NaN;
  console.log(`\nCommands a second, durable, ${lines} connections`);
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
  if (heard > 0) console.log(`  told: ${heard} registrations`);
}
