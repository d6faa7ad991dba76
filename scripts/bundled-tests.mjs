// @ts-check
import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));

/** @param {string} folder @param {string} ending @returns {string[]} paths of the test files in it */
const testsIn = (folder, ending) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => join(root, folder, name));

/**
 * For browser tests: each test file of some folders is served as one module, and what several of them share as a few more.
 * Loading some three hundred sources one by one for each file took longer than most tests. With `--watch` the sources come
 * one by one, so that each change is seen.
 * @param {readonly string[]} folders relative to the repository
 * @param {{ ending?: string, besides?: readonly string[] }} [options] how the names of test files end there, and other modules
 * that pages of theirs load
 * @returns {import('@web/test-runner').TestRunnerPlugin}
 */
export function bundledTests(folders, { ending = '.test.ts', besides = [] } = {}) {
  const chunks = `test-chunks/${folders.join('-')}`;
  /** @type {Promise<Map<string, string>> | undefined} */
  let bundles;
  const bundle = async () => {
    const { outputFiles } = await build({
      entryPoints: [
        ...folders.flatMap((folder) => testsIn(folder, ending)),
        ...besides.map((path) => join(root, path)),
      ],
      outbase: root,
      outdir: root,
      chunkNames: `${chunks}/[name]-[hash]`,
      bundle: true,
      splitting: true,
      write: false,
      format: 'esm',
      platform: 'browser',
      conditions: ['production'],
      target: 'es2022',
      sourcemap: 'linked',
      logLevel: 'warning',
    });
    return new Map(outputFiles.map(({ path, text }) => [`/${relative(root, path)}`, text]));
  };
  const watching = process.argv.includes('--watch');
  return {
    name: 'bundled-tests',
    async serve({ path }) {
      const mine = [chunks, ...folders].some((folder) => path.startsWith(`/${folder}/`));
      if (watching || !mine) return undefined;
      bundles ??= bundle();
      const text = (await bundles).get(path.replace(/\.ts$/, '.js'));
      return text === undefined ? undefined : { body: text, type: path.endsWith('.map') ? 'json' : 'js' };
    },
  };
}
