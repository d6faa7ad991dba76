// @ts-check
import { minify } from 'terser';

/**
 * Minifies what pages fetch. Slower than the bundler's own way and a hundredth smaller, which on a slow line is time
 * for those who wait.
 * @returns {import('vite').Plugin}
 */
export function minifyChunks() {
  return {
    name: 'minify-chunks',
    enforce: 'post',
    async renderChunk(code, _chunk, { sourcemap }) {
      const { code: small, map } = await minify(code, {
        module: true,
        ecma: 2020,
        compress: { passes: 3 },
        sourceMap: Boolean(sourcemap) && { asObject: true },
      });
      if (small === undefined) throw new Error('Terser answered nothing.');
      return { code: small, map: /** @type {import('rolldown').SourceMapInput} */ (map) ?? null };
    },
  };
}
