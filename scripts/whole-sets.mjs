// @ts-check
import { build } from 'esbuild';

/**
 * Vite plugin for hosts that answer one request at a time: a criteria set comes with all that it is put together from, instead
 * of in three files, because a page shows one set.
 * @returns {import('vite').Plugin}
 */
export function wholeSets() {
  return {
    name: 'htsd-whole-sets',
    enforce: 'pre',
    load: {
      filter: { id: /\/src\/presets\/sets\/[\w-]+\.ts$/ },
      async handler(id) {
        const { outputFiles } = await build({
          ...{ entryPoints: [id], bundle: true, write: false, format: 'esm', legalComments: 'none' },
          charset: 'utf8',
        });
        return { code: outputFiles[0]?.text ?? '', map: null, moduleType: 'js' };
      },
    },
  };
}
