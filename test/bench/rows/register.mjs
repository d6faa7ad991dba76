import { answer, registerRows } from '../contestants/register-rows.js';
import { registerContestants } from '../contestants/register.mjs';
import { interleave } from '../harness/rounds.mjs';
import { median, summary } from '../harness/stats.mjs';

const size = 10_000;
/** What is typed, key by key, and taken away again; then the heads of columns. */
const typed = ['nguyen v', 'thôn 7 m', 'hoa 77'];
const sorts = ['place', 'state'];
/** Milliseconds within which a key is to be answered, CPU 4×. */
const KEY_LIMIT = 50;

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

/**
 * A register of 10,000 on this device: first rows out of IndexedDB, as the processor is; keys and sorts with CPU 4×; and
 * the import that brought them in.
 */
export async function register(browser, origin, limits) {
  const rows = registerRows(size);
  const asked = acts(rows);
  const contexts = new Map();
  let entering;
  for (const { id } of registerContestants) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    contexts.set(id, context);
    const page = await opened(context, origin, id);
    entering = (await page.evaluate((content) => ledgerDriver.fill(content), rows)) ?? entering;
    await page.close();
  }
  const results = await interleave(registerContestants, limits, ({ id }) =>
    visit(contexts.get(id), origin, id, { rows, asked }),
  );
  for (const context of contexts.values()) await context.close();
  const of = (visits, kind) =>
    summary(visits.flatMap(({ times }) => times.filter((one) => one.kind === kind).map(({ took }) => took)));
  /** Every key by its median over the visits: what it costs, without what the host took from one visit. */
  const eachKey = (visits) =>
    asked.flatMap(({ kind, ask }, at) =>
      kind === 'key' ? { text: ask.text, took: median(visits.map(({ times }) => times[at].took)) } : [],
    );
  /** How many of all keys took longer than is asked of one. */
  const lateKeys = (visits) =>
    visits.flatMap(({ times }) => times).filter(({ kind, took }) => kind === 'key' && took >= KEY_LIMIT)
      .length;
  const summed = [...results].map(([id, visits]) => [
    id,
    {
      first: summary(visits.map((one) => one.first)),
      key: of(visits, 'key'),
      keys: eachKey(visits),
      late: lateKeys(visits),
      sort: of(visits, 'sort'),
    },
  ]);
  return { ...Object.fromEntries(summed), entering };
}

async function opened(context, origin, id) {
  const page = await context.newPage();
  await page.goto(`${origin}/register-${id}/index.html`);
  await page.waitForFunction(() => 'ledgerDriver' in globalThis);
  return page;
}

async function visit(context, origin, id, { rows, asked }) {
  const page = await opened(context, origin, id);
  const failures = [];
  page.on('pageerror', (error) => failures.push(error));
  const whole = `${rows.length}|${rows[0].name}`;
  const all = () => page.waitForFunction((sign) => ledgerDriver.signature() === sign, whole);
  // Ours counts what has come so far; the first row is enough.
  const show = () =>
    page.evaluate(async (name) => {
      const { signature } = ledgerDriver;
      ledgerDriver.signature = () => signature()?.replace(/^\d+/, 'some');
      const took = await ledgerBench.show(undefined, `some|${name}`);
      ledgerDriver.signature = signature;
      return took;
    }, rows[0].name);
  // Once before: code is there, and has run.
  await show();
  await all();
  await page.evaluate(() => document.querySelector('#ledger > htsd-provider')?.remove());
  const first = await show();
  await all();
  const cdp = await context.newCDPSession(page);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  const times = [];
  for (const { kind, ask, sign } of asked)
    times.push({
      kind,
      took: await page.evaluate(({ ask, sign }) => ledgerBench.ask(ask, sign), { ask, sign }),
    });
  await page.close();
  if (failures.length > 0) throw failures[0];
  return { first, times };
}
