/** What a page asks its host for: on hosts that answer few requests at a time, each file is a wait. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { libraryEntries } from '../../scripts/entries.mjs';
import { filesFor } from '../../scripts/manifest-files.mjs';

const manifest = JSON.parse(readFileSync('dist/.vite/loader.json', 'utf8')) as Record<
  string,
  { file: string; imports?: string[] }
>;

describe('files behind the one script', () => {
  it.each([
    ['target-gauge', 6],
    ['model-badge', 7],
    ['fund-tracker', 5],
    ['sync-status', 4],
    ['report', 12],
    ['register', 17],
    ['review', 18],
    ['recognition', 17],
  ])('are few until it is shown: %s', (component, limit) => {
    const source = `components/${component}/${component}.define.ts`;
    const files = filesFor(manifest, [source], ['*']);
    expect(files.length).toBeLessThanOrEqual(limit);
  });

  it('do not need each other in a circle: whichever came first would find the other one empty', () => {
    const done = new Set<string>();
    const visit = (name: string, way: readonly string[]): void => {
      expect(way, [...way, name].join(' needs ')).not.toContain(name);
      if (done.has(name)) return;
      for (const next of manifest[name]?.imports ?? []) visit(next, [...way, name]);
      done.add(name);
    };
    for (const name of Object.keys(manifest)) visit(name, []);
    expect(done.size).toBeGreaterThan(200);
  });
});

describe('files of the library for programs', () => {
  it.each(Object.entries(libraryEntries))(
    'give away the names of their source and no others: %s',
    async (entry, source) => {
      const namesOf = async (path: string): Promise<string[]> => {
        const address = new URL(`../../${path}`, import.meta.url).href;
        return Object.keys((await import(/* @vite-ignore */ address)) as object).toSorted();
      };
      expect(await namesOf(`dist/lib/${entry}.js`)).toEqual(await namesOf(source));
    },
  );
});
