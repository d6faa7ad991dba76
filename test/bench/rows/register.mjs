import { answer, registerRows } from '../contestants/register-rows.js';
import { registerContestants } from '../contestants/register.mjs';
import { openPage } from '../harness/browser.mjs';
import { interleave } from '../harness/rounds.mjs';
import { summary } from '../harness/stats.mjs';

const size = 10_000;
/** What is typed, key by key, and taken away again; then the heads of columns. */
const typed = ['nguyen v', 'thôn 7 m', 'hoa 77'];
const sorts = ['place', 'state', 'score'];

/** Every key and click with what it has to show. */
function acts(rows) {
  const sign = (question) => {
    const found = answer(rows, question);
    return `${found.length}|${found[0]?.name}`;
  };
  const keys = typed.flatMap((text) => [
    ...Array.from({ length: text.length }, (_none, at) => text.slice(0, at + 1)),
    '',
  ]);
  return [
    ...keys.map((text) => ({ kind: 'key', ask: { text }, sign: sign({ text }) })),
    ...sorts.map((sort) => ({ kind: 'sort', ask: { sort }, sign: sign({ sort }) })),
  ];
}

/** A register of 10,000: first rows as the processor is, keys and sorts with CPU 4×; and the import of as many. */
export async function register(browser, origin, limits) {
  const rows = registerRows(size);
  const asked = acts(rows);
  const first = `${size}|${rows[0].name}`;
  const results = await interleave(registerContestants, limits, async ({ id }) => {
    const { page, context, cdp, failures } = await openPage(browser, { driver: '' });
    await page.goto(`${origin}/register-${id}/index.html`);
    const show = (content, sign) =>
      page.evaluate(({ content, sign }) => ledgerBench.show(content, sign), { content, sign });
    // Once small: code is there, and has run, before anything is measured.
    await show(rows.slice(0, 200), `200|${rows[0].name}`);
    // Ours counts what has come so far; the first row is enough.
    const took = await page.evaluate(
      async ({ content, name }) => {
        const { signature } = ledgerDriver;
        ledgerDriver.signature = () => signature()?.replace(/^\d+/, 'some');
        const ms = await ledgerBench.show(content, `some|${name}`);
        ledgerDriver.signature = signature;
        return ms;
      },
      { content: rows, name: rows[0].name },
    );
    await page.waitForFunction((sign) => ledgerDriver.signature() === sign, first);
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    const times = [];
    for (const { kind, ask, sign } of asked)
      times.push({
        kind,
        took: await page.evaluate(({ ask, sign }) => ledgerBench.ask(ask, sign), { ask, sign }),
      });
    await context.close();
    if (failures.length > 0) throw failures[0];
    return { first: took, times };
  });
  const of = (visits, kind) =>
    summary(visits.flatMap(({ times }) => times.filter((one) => one.kind === kind).map(({ took }) => took)));
  return {
    ...Object.fromEntries(
      [...results].map(([id, visits]) => [
        id,
        {
          first: summary(visits.map((visit) => visit.first)),
          key: of(visits, 'key'),
          sort: of(visits, 'sort'),
        },
      ]),
    ),
    entering: await entering(browser, origin, rows),
  };
}

/** 10,000 rows in one act: how often progress is told, the longest frame meanwhile, and what giving up leaves behind. */
async function entering(browser, origin, rows) {
  const { page, context } = await openPage(browser, { driver: '' });
  await page.goto(`${origin}/register-import.html`);
  await page.waitForFunction(() => 'createLocalAdapter' in globalThis);
  const subjects = rows.map(({ subject, model, name, place, head }) => ({
    ...{ id: subject, model, name, place, head, facts: {} },
  }));
  const found = await page.evaluate(async (subjects) => {
    const backend = globalThis.createLocalAdapter({});
    const command = (id) => ({
      ...{ id, kind: 'subject.import', record: id, expected: 0, payload: { subjects } },
    });
    const count = async () =>
      (await backend.query('register.list', { cycle: '2026', limit: 1 })).items.length;
    await count();
    const giving = new AbortController();
    let asked;
    const halfway = (share) => {
      if (asked !== undefined || share < 0.3) return;
      asked = performance.now();
      giving.abort();
    };
    await backend
      .execute([command('bo')], { signal: giving.signal, progress: halfway })
      .catch(() => undefined);
    const givenUp = performance.now() - asked;
    const left = await count();
    let told = 0;
    ledgerBench.watch();
    const start = performance.now();
    const [receipt] = await backend.execute([command('nhap')], { progress: () => told++ });
    const took = performance.now() - start;
    const { frames } = ledgerBench.frames();
    if (receipt.status !== 'applied') throw new Error(`The import was refused: ${JSON.stringify(receipt)}`);
    return { took, told, givenUp, left, longest: Math.max(...frames) };
  }, subjects);
  await context.close();
  return found;
}
