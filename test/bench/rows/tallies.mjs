import { median } from '../harness/stats.mjs';

const page = `<!doctype html><meta charset="utf-8"><title>Tallies</title>
<script type="module">
  import { createLocalAdapter, databaseName } from '/lib/adapters/local.js';
  Object.assign(window, { createLocalAdapter, databaseName });
</script>`;

/** What the bench asks the server for, beside the library. */
export const tallyRoutes = (dist) => ({ '/tallies.html': page, '/lib/': { folder: `${dist}/lib` } });

/**
 * Row 6, behind the gauge: reading its numbers, and pages of the register, at several numbers of assessments. The records
 * are written as a page of an earlier version leaves them, so that the first answer makes the register of them; that is told,
 * too. One subject in ten has an assessment of each state; places are 136 communes.
 */
export async function tallies(browser, origin, sizes, rounds) {
  const found = {};
  for (const size of sizes) {
    const context = await browser.newContext();
    const tab = await context.newPage();
    await tab.goto(`${origin}/tallies.html`);
    await tab.waitForFunction(() => 'createLocalAdapter' in window);
    const made = await tab.evaluate(fill, size);
    const read = await tab.evaluate(measure, rounds);
    found[size] = {
      made,
      ...Object.fromEntries(Object.entries(read).map(([name, times]) => [name, median(times)])),
    };
    await context.close();
  }
  return found;
}

/** In the page: writes so many subjects with an assessment each. Answers the milliseconds of the first answer afterwards. */
async function fill(size) {
  /* global createLocalAdapter, databaseName */
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
  const slice = 2_000;
  for (let from = 0; from < size; from += slice) {
    const tx = db.transaction(['subjects', 'assessments', 'log'], 'readwrite');
    for (let index = from; index < Math.min(size, from + slice); index++) {
      const id = `s${String(index).padStart(7, '0')}`;
      const name = `Gia đình ông Nguyễn Văn ${names[index % 12]} ${index}`;
      const place = { name: `Xã số ${index % 136}`, code: `0${7_000 + (index % 136)}` };
      const common = {
        version: 1,
        model: 'family',
        facts: {},
        owner: 'device',
        createdAt: at,
        updatedAt: at,
      };
      const registrations = [{ cycle: '2026', criteria, at, by: 'device' }];
      tx.objectStore('subjects').put({ ...common, id, name, place, registrations });
      tx.objectStore('assessments').put({
        ...common,
        ...{ id: `a${id}`, subjectId: id, subjectName: name, cycle: '2026', criteria },
        state: states[index % states.length],
        ...{ answers: {}, submissions: [], comments: [], history: [] },
      });
    }
    tx.objectStore('log').add({
      command: { id: `c${from}`, kind: 'subject.update', record: 's', expected: 0, payload: {} },
      actor: { id: 'device', name: 'Máy này' },
      at,
      records: [{ type: 'subject', id: 's', version: 1 }],
    });
    await new Promise((resolve) => (tx.oncomplete = resolve));
  }
  db.close();
  const start = performance.now();
  await backend.query('tallies.list', { cycle: '2026', model: 'family' });
  window.backend = backend;
  return performance.now() - start;
}

/** In the page: milliseconds of each question, so many times. */
async function measure(rounds) {
  const questions = {
    gauge: ['tallies.list', { cycle: '2026', model: 'family', places: ['07001'] }],
    province: ['tallies.list', { cycle: '2026', model: 'family' }],
    byName: ['register.list', { cycle: '2026', limit: 100 }],
    byScore: ['register.list', { cycle: '2026', limit: 100, sort: 'updated' }],
    byWords: ['register.list', { cycle: '2026', limit: 100, text: 'hoa 77' }],
  };
  const times = {};
  for (const [name, [query, params]] of Object.entries(questions)) {
    times[name] = [];
    for (let round = 0; round <= rounds; round++) {
      const start = performance.now();
      await window.backend.query(query, params);
      // The first one is for warming up.
      if (round > 0) times[name].push(performance.now() - start);
    }
  }
  return times;
}
