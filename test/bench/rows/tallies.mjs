import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { launchOnDisk } from '../harness/browser.mjs';
import { projectRoot } from '../harness/build.mjs';
import { median } from '../harness/stats.mjs';

const page = `<!doctype html><meta charset="utf-8"><title>Tallies</title>
<script type="module">
  import { createLocalAdapter, databaseName } from '/lib/adapters/local.js';
  Object.assign(window, { createLocalAdapter, databaseName });
</script>`;

/** What the bench asks the server for, beside the library. */
export const tallyRoutes = (dist) => ({ '/tallies.html': page, '/lib/': { folder: `${dist}/lib` } });

/** The functions that the local back end derives lines and tallies with, and writes them down. */
async function derivations() {
  const contents = `
    export * from './src/domain/area/register-entry.js';
    export * from './src/domain/area/tallies.js';
    export { seal } from './src/domain/seal.js';
    export * from './src/backend/register-key.js';`;
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: projectRoot, loader: 'ts' },
    ...{ bundle: true, minify: true, write: false, format: 'iife', globalName: 'derive', target: 'es2022' },
  });
  return outputFiles[0].text;
}

/** So many subjects are left to the back end to derive the register from, to be compared with what is written here. */
const compared = 1_000;

/**
 * Row 6, behind the gauge: reading its numbers, and pages of the register, at several numbers of assessments. One subject in
 * six has an assessment of each state; places are 136 communes. A million commands would take hours, so the records, their
 * lines and tallies are written in bulk, by the functions that the back end itself derives them with; that both come to the
 * same answers is looked at with a thousand.
 */
export async function tallies(origin, sizes, rounds) {
  const script = await derivations();
  const opened = async () => {
    // On the disk: what a context keeps in memory ends before a million.
    const folder = mkdtempSync(join(tmpdir(), 'htsd-bench-'));
    const context = await launchOnDisk(folder);
    context.on('close', () => rmSync(folder, { recursive: true, force: true }));
    const tab = await context.newPage();
    await tab.goto(`${origin}/tallies.html`);
    await tab.addScriptTag({ content: script });
    await tab.waitForFunction(() => 'createLocalAdapter' in window);
    return { context, tab };
  };
  const said = [];
  let derived;
  for (const written of [true, false]) {
    const { context, tab } = await opened();
    const took = await tab.evaluate(fill, { size: compared, written });
    if (!written) derived = took;
    said.push(await tab.evaluate(answers));
    await context.close();
  }
  if (said[0] !== said[1]) throw new Error('What was written in bulk is not what the back end derives');
  const found = {};
  for (const size of sizes) {
    const { context, tab } = await opened();
    const start = performance.now();
    await tab.evaluate(fill, { size, written: true });
    const filled = performance.now() - start;
    const read = await tab.evaluate(measure, rounds);
    found[size] = {
      ...{ filled, derived },
      ...Object.fromEntries(Object.entries(read).map(([name, times]) => [name, median(times)])),
    };
    await context.close();
  }
  return found;
}

/**
 * In the page: writes so many subjects with an assessment each, and unless `written` is false lines and tallies. Answers the
 * milliseconds of the first answer afterwards, which derives what is not there.
 */
async function fill({ size, written }) {
  /* global createLocalAdapter, databaseName, derive */
  const backend = createLocalAdapter({});
  await backend.query('criteria.list', {});
  const db = await new Promise((resolve) => {
    const request = indexedDB.open(databaseName({}));
    request.onsuccess = () => resolve(request.result);
  });
  const states = ['draft', 'submitted', 'in-review', 'returned', 'verified', 'recognised'];
  const at = '2026-03-01T00:00:00.000Z';
  const criteria = { id: 'gia-dinh', version: '1' };
  const names = ['An', 'Bình', 'Chi', 'Dũng', 'Đức', 'Hòa', 'Khánh', 'Liên', 'Minh', 'Oanh', 'Tâm', 'Yến'];
  const common = { version: 1, model: 'family', facts: {}, owner: 'device', createdAt: at, updatedAt: at };
  const registrations = [{ cycle: '2026', criteria, at, by: 'device' }];
  const sums = new Map();
  const slice = 5_000;
  for (let from = 0; from < size; from += slice) {
    const tx = db.transaction(['subjects', 'assessments', 'log', 'funds'], 'readwrite', {
      durability: 'relaxed',
    });
    const stores = ['subjects', 'assessments', 'log', 'funds'];
    const [subjects, assessments, log, funds] = stores.map((name) => tx.objectStore(name));
    for (let index = from; index < Math.min(size, from + slice); index++) {
      const id = `s${String(index).padStart(7, '0')}`;
      const name = `Gia đình ông Nguyễn Văn ${names[index % 12]} ${index}`;
      const place = { name: `Xã số ${index % 136}`, code: `0${7_000 + (index % 136)}` };
      const subject = { ...common, id, name, place, registrations };
      const assessment = {
        ...common,
        ...{ id: `a${id}`, subjectId: id, subjectName: name, cycle: '2026', criteria },
        state: states[index % states.length],
        ...{ answers: {}, submissions: [], comments: [], history: [] },
      };
      subjects.put(derive.seal(subject));
      assessments.put(derive.seal(assessment));
      if (!written) continue;
      const row = derive.entryOf(subject, [assessment], 1);
      funds.put({ id: `row/${derive.registerKey(row)}`, row, subjectId: `row/${id}` });
      derive.addTallies(sums, derive.talliesOf(row));
    }
    log.add({
      command: { id: `c${from}`, kind: 'subject.update', record: 's', expected: 0, payload: {} },
      actor: { id: 'device', name: 'Máy này' },
      at,
      records: [{ type: 'subject', id: 's', version: 1 }],
    }).onsuccess = ({ target }) => {
      if (!written || from + slice < size) return;
      for (const tally of derive.changing(sums))
        funds.put({ id: `tally/${derive.tallyId(tally)}`, row: derive.grown(undefined, tally) });
      funds.put({ id: 'register/upto', row: target.result });
    };
    await new Promise((resolve, reject) => {
      tx.oncomplete = resolve;
      tx.onabort = () => reject(tx.error);
    });
  }
  db.close();
  const start = performance.now();
  await backend.query('tallies.list', { cycle: '2026', model: 'family' });
  window.backend = backend;
  return performance.now() - start;
}

/** In the page: what the back end says of all of it, as text. */
async function answers() {
  const ask = async (query, params) => (await window.backend.query(query, { ...params, limit: 500 })).items;
  return JSON.stringify([
    await ask('tallies.list', {}),
    await ask('register.list', { cycle: '2026' }),
    await ask('register.list', { cycle: '2026', sort: 'state', descending: true }),
  ]);
}

/** In the page: milliseconds of each question, so many times. */
async function measure(rounds) {
  const sorts = ['state', 'place', 'updated'];
  let cursor;
  const questions = {
    gauge: () => ['tallies.list', { cycle: '2026', model: 'family', places: ['07001'] }],
    province: () => ['tallies.list', { cycle: '2026', model: 'family' }],
    byName: () => ['register.list', { cycle: '2026', limit: 100 }],
    byWords: () => ['register.list', { cycle: '2026', limit: 100, text: 'hoa 77' }],
    // Another order each time, so that none is held.
    sorted: (round) => ['register.list', { cycle: '2026', limit: 500, sort: sorts[round % 3] }],
    nextPage: (round) => [
      'register.list',
      { cycle: '2026', limit: 500, sort: 'place', ...(round > 0 && { cursor }) },
    ],
  };
  const times = {};
  for (const [name, question] of Object.entries(questions)) {
    times[name] = [];
    for (let round = 0; round <= rounds; round++) {
      const start = performance.now();
      const { next } = await window.backend.query(...question(round));
      // The first one is for warming up.
      if (round > 0) times[name].push(performance.now() - start);
      cursor = next;
    }
  }
  return times;
}
