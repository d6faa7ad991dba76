import { comparing, fits, rowsOf, termsOf } from '../contestants/ledger-rows.js';
import { ledgerContestants } from '../contestants/ledger.mjs';
import { heap, openPage } from '../harness/browser.mjs';
import { interleave } from '../harness/rounds.mjs';
import { median, quantile, summary } from '../harness/stats.mjs';
import { questions } from '../ledger-content.mjs';

/** Turns of the wheel over the whole list, and at reading pace in three places of it. */
const fling = 150;
const reading = { turns: 60, pixels: 150 };
/** Milliseconds that a frame may take. */
export const frameLimit = 20;

/** What each question has to show: how many rows, and the number of the first. */
function answers(content, asking) {
  const rows = rowsOf(content);
  const state = { filter: {}, search: '', sort: 'no', descending: true };
  const sign = () => {
    const terms = termsOf(state.search);
    const found = rows.filter((row) => fits(row, state.filter, terms));
    const compare = comparing[state.sort];
    const first = found.reduce((best, row) => {
      const by = compare(row, best) * (state.descending ? -1 : 1);
      return by < 0 ? row : best;
    });
    return `${found.length}|${first.no}`;
  };
  const first = sign();
  const asked = asking.map(({ kind, what, value }) => {
    if (kind === 'filter') state.filter = { ...state.filter, [what]: value };
    else if (kind === 'search') state.search = value;
    else Object.assign(state, { sort: value, descending: kind === 'sort' });
    return sign();
  });
  return { first, asked };
}

/** Row 4: 100,000 rows whose pages are in memory. Who has painted, and how even scrolling is. */
export async function ledger(browser, origin, json, limits) {
  const content = JSON.parse(json);
  const [page] = content.pages;
  const small = { fund: { ...content.fund, count: page.entries.count }, pages: [page] };
  const expected = { small: answers(small, []), whole: answers(content, questions) };
  const results = await interleave(ledgerContestants, limits, async ({ id }) =>
    visit(browser, origin, id, { json, small, expected }),
  );
  return Object.fromEntries([...results].map(([id, visits]) => [id, summed(visits)]));
}

async function visit(browser, origin, id, { json, small, expected }) {
  const { page, context, cdp, failures } = await openPage(browser, { driver: '' });
  await page.route('**/content.json', (route) =>
    route.fulfill({ body: json, contentType: 'application/json' }),
  );
  await page.goto(`${origin}/ledger-${id}/index.html`);
  const result = { scroll: undefined };
  if (id !== 'idle') {
    // Once small: code is there, and has run, before anything is measured.
    await page.evaluate(({ small, sign }) => ledgerBench.show(small, sign), {
      small,
      sign: expected.small.first,
    });
    result.first = await page.evaluate(async (sign) => {
      const content = await (await fetch('/content.json')).json();
      const took = await ledgerBench.show(content, sign);
      ledgerDriver.release?.();
      return took;
    }, expected.whole.first);
    result.heap = await heap(cdp);
    result.asked = [];
    for (const [index, question] of questions.entries()) {
      const took = await page.evaluate(({ question, sign }) => ledgerBench.ask(question, sign), {
        question,
        sign: expected.whole.asked[index],
      });
      result.asked.push({ kind: question.kind, took });
    }
    result.heapAfter = await heap(cdp);
  }
  result.scroll = await scrolled(page, id);
  await context.close();
  if (failures.length > 0) throw failures[0];
  return result;
}

/** Real turns of the wheel; answers what became of the frames meanwhile. */
async function scrolled(page, id) {
  const box = await page.evaluate(() => {
    const scroller = globalThis.ledgerDriver?.scroller();
    if (!scroller) return { x: 400, y: 300, height: 5_800_000 };
    scroller.scrollIntoView({ block: 'center', behavior: 'instant' });
    scroller.scrollTop = 0;
    const { left, top } = scroller.getBoundingClientRect();
    return { x: left + 200, y: top + 200, height: scroller.scrollHeight };
  });
  await page.mouse.move(box.x, box.y);
  const places = () => (id === 'idle' ? [] : page.evaluate(() => ledgerDriver.seen()));
  const seen = [await places()];
  await page.evaluate(() => ledgerBench.watch());
  const read = async (by) => {
    for (let turn = 0; turn < reading.turns; turn++) await page.mouse.wheel(0, by);
  };
  await read(reading.pixels);
  const step = Math.ceil(box.height / fling);
  for (let turn = 0; turn < fling / 2; turn++) await page.mouse.wheel(0, step);
  await read(reading.pixels);
  seen.push(await places());
  for (let turn = 0; turn < fling / 2 + 4; turn++) await page.mouse.wheel(0, step);
  await read(-reading.pixels);
  const noted = await page.evaluate(async () => {
    for (let settle = 0; settle < 20; settle++) await ledgerBench.afterPaint();
    return ledgerBench.frames();
  });
  if (id !== 'idle') {
    await page.mouse.wheel(0, box.height);
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
    seen.push(await places());
    if (new Set(seen.map(String)).size < 3) throw new Error(`${id} was not scrolled`);
  }
  return noted;
}

function summed(visits) {
  const frames = visits.flatMap(({ scroll }) => scroll.frames);
  const work = visits.flatMap(({ scroll }) => scroll.work);
  const of = (kind) =>
    summary(visits.flatMap(({ asked }) => asked.filter((one) => one.kind === kind).map(({ took }) => took)));
  return {
    ...(visits[0].asked && {
      first: summary(visits.map(({ first }) => first)),
      ...Object.fromEntries(['filter', 'search', 'sort', 'text'].map((kind) => [kind, of(kind)])),
      heap: median(visits.map((visit) => visit.heap)),
      heapAfter: median(visits.map((visit) => visit.heapAfter)),
    }),
    scroll: {
      frames: frames.length,
      median: median(frames),
      p99: quantile(frames, 0.99),
      max: Math.max(...frames),
      over: frames.filter((took) => took > frameLimit).length,
      work: median(work),
      workP99: quantile(work, 0.99),
      workMax: Math.max(...work),
      workOver: work.filter((took) => took > frameLimit).length,
      long: visits.flatMap(({ scroll }) => scroll.long).length,
      tasks: visits.flatMap(({ scroll }) => scroll.tasks).length,
    },
  };
}
