// @ts-check
import { build } from 'esbuild';

/**
 * What rdf-canonize needs only to canonize in steps. We do it at once; its other way brings a timer for old browsers that can
 * make code from strings, which a strict Content-Security-Policy forbids and a rule of the house finds.
 */
const unused = /[\\/]rdf-canonize[\\/]lib[\\/](RDFC10|MessageDigest(-webcrypto)?|platform(-browser)?)\.js$/;
const stub = 'module.exports = class Unused {};';

/**
 * Vite: leaves out what is not used of rdf-canonize.
 * @returns {import('vite').Plugin}
 */
export function canonizeAtOnce() {
  return {
    name: 'canonize-at-once',
    apply: 'build',
    load(id) {
      return unused.test(id) ? stub : null;
    },
  };
}

/**
 * Vite: the module that asks for CommonJS packages comes with these packages inside, as in browser tests. Otherwise the
 * bundler's means for CommonJS lie in a file that every page fetches, also one that checks no badge.
 * @returns {import('vite').Plugin}
 */
export function commonJsInside() {
  return {
    name: 'common-js-inside',
    apply: 'build',
    enforce: 'pre',
    async load(id) {
      if (!/[\\/]credential[\\/]proof[\\/]json-ld-libraries\.ts$/.test(id)) return null;
      const { outputFiles } = await build({
        entryPoints: [id],
        bundle: true,
        write: false,
        format: 'esm',
        platform: 'browser',
        target: 'es2021',
        sourcemap: 'external',
        outfile: id.replace(/\.ts$/, '.js'),
        plugins: [
          {
            name: 'unused',
            setup(bundler) {
              bundler.onLoad({ filter: unused }, () => ({ contents: stub, loader: 'js' }));
            },
          },
        ],
      });
      const text = (/** @type {string} */ end) =>
        outputFiles.find(({ path }) => path.endsWith(end))?.text ?? '';
      return { code: text('.js'), map: text('.map') };
    },
  };
}
