// @ts-check
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/**
 * For browser tests, which load sources one by one: modules that ask for CommonJS packages are served as one file each, with
 * these packages inside. The build of the library does the same in its own way.
 * @param {readonly string[]} paths relative to the repository
 * @returns {import('@web/test-runner').TestRunnerPlugin}
 */
export function bundledLibraries(paths) {
  /** @type {Map<string, Promise<string>>} */
  const built = new Map();
  /** @param {string} path */
  const bundle = async (path) => {
    const { outputFiles } = await build({
      entryPoints: [fileURLToPath(new URL(`..${path}`, import.meta.url))],
      bundle: true,
      write: false,
      format: 'esm',
      platform: 'browser',
      target: 'es2022',
    });
    return outputFiles[0]?.text ?? '';
  };
  return {
    name: 'bundled-libraries',
    async serve({ path }) {
      if (!paths.some((one) => path === `/${one}`)) return undefined;
      const text = built.get(path) ?? bundle(path);
      built.set(path, text);
      return { body: await text, type: 'js' };
    },
  };
}
