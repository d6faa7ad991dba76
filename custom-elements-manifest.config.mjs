import { manifestTags } from './scripts/manifest-tags.mjs';

/** Reads the JSDoc tags of the components into dist/custom-elements.json. */
export default {
  globs: ['components/**/*.ts'],
  exclude: ['**/*.test.ts', '**/*.styles.ts'],
  outdir: 'dist',
  litelement: true,
  dependencies: false,
  packagejson: false,
  plugins: [manifestTags()],
};
