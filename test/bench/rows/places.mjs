import { build } from 'esbuild';
import { projectRoot } from '../harness/build.mjs';
import { summary } from '../harness/stats.mjs';

/** Communes of today and of before, as many as there are in Viet Nam. */
const today = 3_321;
const before = 10_602;
const syllables =
  'An Bình Cát Châu Đại Đông Đức Giang Hà Hòa Hồ Khánh Lâm Long Minh Nam Ngọc Phú Phúc Quang Sen Sơn Tân Thanh Thịnh Thủy Trung Vân Việt Yên'.split(
    ' ',
  );
/** What is typed, key by key: common beginnings, accents, a parent, a sign, a stranger. */
const typed = ['p. viet yen', 'sen hồ tinh 7', 'hoà bình', 'tt dong an', 'xyzq', 'yen'];

/** Invented names, the same in every run. */
function gazetteer() {
  const name = (n) =>
    [n, n * 7 + 3, n * 13 + 5]
      .slice(0, 2 + (n % 5 === 0 ? 1 : 0))
      .map((at) => syllables[at % syllables.length])
      .join(' ');
  const make = (code, from, kind, index, level, more) => ({
    code,
    from,
    level,
    name: { vi: name(index) },
    fullName: { vi: `${kind} ${name(index)}` },
    ...more,
  });
  const provinces = Array.from({ length: 34 }, (_, index) => ({
    ...make(String(10 + index), '2025-07-01', 'Tỉnh', index, 'province', {}),
    name: { vi: `Số ${index}` },
    fullName: { vi: `Tỉnh Số ${index}` },
  }));
  const now = Array.from({ length: today }, (_, index) =>
    make(String(20_000 + index), '2025-07-01', index % 3 ? 'Xã' : 'Phường', index, 'commune', {
      parent: String(10 + (index % 34)),
    }),
  );
  const old = { to: '2025-06-30' };
  const districts = Array.from({ length: 696 }, (_, index) =>
    make(`d${index}`, '2020-01-01', 'Huyện', index * 3, 'district', old),
  );
  const former = Array.from({ length: before }, (_, index) =>
    make(
      String(40_000 + index),
      '2020-01-01',
      ['Xã', 'Phường', 'Thị trấn'][index % 3],
      index * 11,
      'commune',
      { parent: `d${index % 696}`, ...old },
    ),
  );
  const events = now.map(({ code }, index) => ({
    on: '2025-07-01',
    kind: 'merge',
    before: [0, 1, 2, 3]
      .flatMap((turn) => former[index + turn * today] ?? [])
      .map((one) => `${one.code}@2020-01-01`),
    after: [`${code}@2025-07-01`],
  }));
  return { localities: [...provinces, ...now, ...districts, ...former], events };
}

/** The search alone, without anything that draws. */
async function bundled() {
  const contents = `
    import { indexPlaces } from './src/domain/locality/search/index-places.js';
    import { createPlaceSearch } from './src/domain/locality/search/search-places.js';
    import { exactWords, looseWords } from './src/i18n/search-words.js';
    globalThis.placesBench = { indexPlaces, createPlaceSearch, exactWords, looseWords };`;
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: projectRoot, loader: 'ts' },
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2022',
  });
  return outputFiles[0].text;
}

/**
 * The search of places on a processor four times as slow: from a key to its answer, in the browser, against the floor of a
 * filter over strings that were folded before. And how long the longest slice of indexing keeps the page.
 */
export async function places(browser, origin, rounds) {
  const script = await bundled();
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${origin}/empty.html`);
  await page.addScriptTag({ content: script });
  const cdp = await context.newCDPSession(page);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  const found = await page.evaluate(
    ({ data, typed, rounds }) => {
      const { createPlaceSearch, indexPlaces, looseWords, exactWords } = globalThis.placesBench;
      const words = { loose: looseWords, exact: exactWords };
      const slices = [];
      const began = performance.now();
      const steps = indexPlaces(data, words, '2026-01-01');
      let index;
      for (let start = performance.now(); !index; start = performance.now()) {
        // As the picker does: eight milliseconds, then the page's turn.
        let step = steps.next();
        while (!step.done && performance.now() - start < 8) step = steps.next();
        slices.push(performance.now() - start);
        if (step.done) index = step.value;
      }
      const indexing = performance.now() - began;
      const search = createPlaceSearch(index, words);
      const folded = index.entries.map(({ own, around }) => own + around);
      const keys = [];
      const floor = [];
      for (let round = 0; round < rounds; round++) {
        for (const text of typed) {
          for (let end = 1; end <= text.length; end++) {
            const query = text.slice(0, end);
            let start = performance.now();
            search(query);
            keys.push(performance.now() - start);
            start = performance.now();
            const asked = looseWords(query).split(' ').slice(1);
            folded.filter((one) => asked.every((word) => one.includes(word))).slice(0, 20);
            floor.push(performance.now() - start);
          }
        }
      }
      return { entries: index.entries.length, indexing, slices, keys, floor };
    },
    { data: gazetteer(), typed, rounds },
  );
  await context.close();
  return {
    entries: found.entries,
    indexing: found.indexing,
    slice: Math.max(...found.slices),
    keys: summary(found.keys),
    floor: summary(found.floor),
  };
}
