import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { filesFor } from '../../scripts/manifest-files.mjs';

/** Libraries that read and write spreadsheets and word documents; they weigh more than the elements that use them. */
const heavy = /node_modules\/(docx|fflate|hucre|saxen)\//;

/** Sources of a built file, as its map names them. */
function sourcesOf(file: string): string[] {
  // The bundler's own words have no source, and so no map.
  if (file.startsWith('chunks/rolldown-runtime')) return [];
  const map = JSON.parse(readFileSync(`dist/${file}.map`, 'utf8')) as { sources: string[] };
  return map.sources;
}

const manifestOf = (name: string) =>
  JSON.parse(readFileSync(`dist/.vite/${name}.json`, 'utf8')) as Parameters<typeof filesFor>[0];

const entry = (name: string): [string, string[]] => [name, [`embed/entries/${name}.ts`]];
const fund = (view: string, file: string): [string, string[]] => [
  `fund-tracker, ${view}`,
  ['embed/entries/fund-tracker.ts', `components/fund-tracker/parts/${file}.ts`],
];

describe('spreadsheets and word documents', () => {
  it.each([
    entry('assessment-form'),
    entry('register'),
    entry('report'),
    fund('in public', 'public/public-view'),
    fund('of the treasurer', 'treasurer/treasurer-view'),
    fund('of the inspection', 'inspection/inspection-view'),
    fund('with the dialog of the import open', 'treasurer/import/import-dialog'),
  ])('are not in what is fetched to show: %s', (name, roots) => {
    const manifest = manifestOf(name.split(',')[0]!);
    const sources = filesFor(manifest, roots, ['*']).flatMap(({ file }) => sourcesOf(file));
    expect(sources.length).toBeGreaterThan(10);
    expect(sources.filter((source) => heavy.test(source))).toEqual([]);
  });

  it('are in what is fetched when a file is read or written', () => {
    const manifest = manifestOf('fund-tracker');
    const all = filesFor(manifest, ['embed/entries/fund-tracker.ts'], []).flatMap(({ file }) =>
      sourcesOf(file),
    );
    for (const name of ['docx', 'saxen']) expect(all.some((one) => one.includes(`/${name}/`))).toBe(true);
  });
});
