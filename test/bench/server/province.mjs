import { build } from 'esbuild';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import pg from 'pg';
import { median, quantile } from '../harness/stats.mjs';
import { command } from './commands.mjs';
import { Line } from './line.mjs';
import { province, start, tokenFor } from './program.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
export const communes = Array.from({ length: 71 }, (_, index) => String(7_200 + index).padStart(5, '0'));

/** What loads a province, by the functions of the server. */
export async function loader() {
  const outfile = join(here, '..', '.cache', 'load-province.mjs');
  const entry = join(here, 'load-province.ts');
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
  });
  return import(`${pathToFileURL(outfile).href}?${Date.now()}`);
}

const encoded = (params) => new URLSearchParams(Object.entries(params)).toString();
const list = (name, values) => values.map((one) => `&${name}=${encodeURIComponent(one)}`).join('');

/** What officers and visitors ask. Each as an address, and who asks it. */
const questions = {
  'gauge: tallies of a year, all communes': ['tallies.list', { cycle: '2026', model: 'family' }, communes],
  'gauge: tallies of one commune': ['tallies.list', { cycle: '2026' }, communes.slice(0, 1)],
  'report: tallies of all years': ['tallies.list', {}],
  'register: first page': ['register.list', { cycle: '2026' }],
  'register: by place': ['register.list', { cycle: '2026', sort: 'place' }],
  'register: by score, highest first': [
    'register.list',
    { cycle: '2026', sort: 'score', descending: 'true' },
  ],
  'register: by state': ['register.list', { cycle: '2026', sort: 'state' }],
  'register: last changed': ['register.list', { cycle: '2026', sort: 'updated', descending: 'true' }],
  'register: one commune': ['register.list', { cycle: '2026' }, communes.slice(3, 4)],
  'register: a state': ['register.list', { cycle: '2026', state: 'verified' }],
  'register: next year': ['register.list', { cycle: '2027' }],
  'register: words of many': ['register.list', { cycle: '2026', text: 'nguyen van hoa' }],
  'register: words of nobody': ['register.list', { cycle: '2026', text: 'khong co ai' }],
  'register of an officer, first page': ['register.list', { cycle: '2026' }, undefined, 'officer'],
  'working list of a reviewer: the province': ['assessments.list', { state: 'submitted', limit: '20' }],
  'working list of a reviewer: one year': [
    'assessments.list',
    { state: 'submitted', cycle: '2026', limit: '20' },
  ],
  'working list of a reviewer: one commune': [
    'assessments.list',
    { state: 'submitted', limit: '20' },
    undefined,
    'local',
  ],
  'a form that opens, in charge of everything': [
    'assessments.list',
    { model: 'family', cycle: '2026', mine: 'true' },
  ],
  'titles of a signer: the province': ['recognitions.list', { cycle: '2026', limit: '50' }],
  'titles of a signer: one commune': [
    'recognitions.list',
    { cycle: '2026', limit: '50' },
    undefined,
    'local',
  ],
  'titles of one decision': ['recognitions.list', { decision: `qd-2026-${communes[5]}-0`, limit: '200' }],
};

/** Says that there are these communes, so that whoever is in charge of one is known to be. */
async function enterPlaces(port) {
  const line = new Line(port, await tokenFor('quan-tri', ['admin'], ['*']));
  const localities = communes.map((code) => ({
    ...{ code, level: 'commune', parent: province, from: '2025-07-01' },
    ...{ name: { vi: `Xã ${code}` }, fullName: { vi: `Xã ${code}` } },
  }));
  const one = command('locality.import', province, 0, { localities, events: [] });
  const { body } = await line.ask('POST', '/v1/commands', JSON.stringify({ commands: [one] }));
  if (!/"applied"|"conflict"/.test(body)) throw new Error(body);
  line.close();
}

/** Loads so many families, and asks each question some times. */
export async function measureProvince(postgres, sizes, { times = 15 } = {}) {
  const url = await postgres.database('province');
  const env = { HTSD_CONNECTIONS: '8', DATABASE_URL: url };
  const program = await start('ours', env);
  const { loadProvince } = await loader();
  const pool = new pg.Pool({ connectionString: url });
  pool.on('error', () => undefined);
  const chief = new Line(program.port, await tokenFor('truong-phong', ['reviewer'], ['*']));
  const officer = new Line(program.port, await tokenFor(`can-bo-${communes[5]}`, ['officer']));
  await enterPlaces(program.port);
  const local = new Line(program.port, await tokenFor('can-bo-xa', ['reviewer', 'signer'], [communes[5]]));
  const found = [];
  const { rows: there } = await pool.query(
    `select count(*)::int as count from record where type = 'subject'`,
  );
  let loaded = there[0].count;
  for (const size of sizes) {
    const began = performance.now();
    if (size > loaded) {
      await loadProvince(pool, province, communes, loaded, size);
      await pool.query('vacuum analyze');
      loaded = size;
    } else if (size < loaded) throw new Error(`There are ${loaded} families already.`);
    if (times === 0) continue;
    const seconds = (performance.now() - began) / 1_000;
    const took = {};
    for (const [name, [query, params, places, who]] of Object.entries(questions)) {
      const line = { officer, local }[who] ?? chief;
      const path = `/v1/queries/${query}?${encoded(params)}${places ? list('places', places) : ''}`;
      const all = [];
      for (let time = 0; time < times + 3; time += 1) {
        const sent = performance.now();
        const { status, body } = await line.ask('GET', path);
        if (status !== 200) throw new Error(`${name}: ${status} ${body}`);
        if (time >= 3) all.push(performance.now() - sent);
      }
      took[name] = { p50: median(all), p95: quantile(all, 0.95) };
    }
    const { rows } = await pool.query('select pg_database_size(current_database()) as size');
    found.push({ size, seconds, bytes: Number(rows[0].size), took });
  }
  for (const line of [chief, officer, local]) line.close();
  await pool.end();
  await program.stop();
  return found;
}

export function tellProvince(all) {
  for (const { size, seconds, bytes, took } of all) {
    console.log(
      `\n${size} families, five years of each; loaded in ${seconds.toFixed(0)} s, ${(bytes / 1e6).toFixed(0)} MB`,
    );
    for (const [name, { p50, p95 }] of Object.entries(took))
      console.log(`  ${name.padEnd(40)} ${p50.toFixed(1).padStart(8)} ms, p95 ${p95.toFixed(1)}`);
  }
}
