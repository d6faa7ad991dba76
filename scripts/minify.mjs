// @ts-check
import { basename } from 'node:path';
import { minify } from 'terser';

/**
 * Minifies once more what pages fetch, after the bundler. Slow, and a hundredth smaller, which on a slow line is time
 * for those who wait.
 * @returns {import('vite').Plugin}
 */
export function minifyAgain() {
  return {
    name: 'minify-again',
    enforce: 'post',
    async generateBundle(_options, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue;
        const { code, map } = await minify(chunk.code, {
          module: true,
          ecma: 2020,
          compress: { passes: 3 },
          ...(chunk.map && { sourceMap: { content: JSON.stringify(chunk.map), asObject: true } }),
        });
        if (code === undefined) throw new Error(`Terser answered nothing for ${chunk.fileName}.`);
        chunk.code = chunk.map ? `${code}\n//# sourceMappingURL=${basename(chunk.fileName)}.map\n` : code;
        if (chunk.map) Object.assign(chunk.map, map);
      }
    },
  };
}
