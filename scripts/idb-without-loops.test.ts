import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { withoutLoops } from './idb-without-loops.mjs';

const read = (path: string): string => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');

it('leaves of idb what opens, reads and writes', () => {
  const whole = read('node_modules/idb/build/index.js');
  const shorter = withoutLoops(whole) ?? '';
  expect(whole.startsWith(shorter.slice(0, shorter.indexOf('export {')).trimEnd())).toBe(true);
  expect(shorter).toMatch(/getAllKeys/);
  expect(shorter).toMatch(/export \{ deleteDB, openDB, unwrap, wrap \};/);
  expect(shorter).not.toMatch(/asyncIterator|async function\*/);
});

it('says so where idb is written in another way', () => {
  expect(withoutLoops('export { openDB };')).toBeUndefined();
});

it('has nobody here who walks over cursors by a loop', () => {
  const sources = ['src', 'components', 'embed', 'demo'].flatMap((folder) =>
    readdirSync(new URL(`../${folder}`, import.meta.url), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts'))
      .map((path) => `${folder}/${path.replaceAll('\\', '/')}`),
  );
  const walks = /for await \(const (\{[^}]*\bcontinue\b|cursor\b)|\.iterate\(/;
  expect(sources.filter((path) => walks.test(read(path)))).toEqual([]);
  expect(walks.test('for await (const cursor of tx.store)')).toBe(true);
});
