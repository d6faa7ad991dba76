import { readFileSync } from 'node:fs';
import { defineConfig, type UserConfig } from 'vite';
import { componentEntries, libraryEntries, loaderEntry } from './scripts/entries.mjs';
import { chunkGroups, laterThanFirstShow } from './scripts/chunk-groups.mjs';
import { compactStyles } from './scripts/compact-styles.mjs';
import { precacheList } from './scripts/precache-list.mjs';
import { site } from './scripts/site.mjs';

const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8')) as {
  version: string;
};

/**
 * Browsers of 2021. Firefox 90 stands for them: it lacks static blocks, which are rewritten, and knows private members,
 * which are not. Named by Chrome 90, every `#private` would be rewritten for the sake of `#x in`, which a test keeps out.
 */
const target = 'firefox90';

/** What one build makes: its entries, its folder below dist/, its file names. */
const outputs: Record<string, UserConfig['build']> = {
  // For pages: the one script. Alone in its graph, so that all the loader needs is in its file, and no second
  // request stands between the page and the component; chunks may ask it for what they share.
  production: {
    outDir: 'dist',
    emptyOutDir: true,
    manifest: '.vite/loader.json',
    rolldownOptions: {
      input: loaderEntry,
      preserveEntrySignatures: 'allow-extension',
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: 'chunks/[name]-[hash].js',
        codeSplitting: chunkGroups(loaderEntry.htsd, laterThanFirstShow()),
      },
    },
  },
  // For pages that name the component: chunks that come out the same as the loader's have the same name.
  components: {
    outDir: 'dist',
    emptyOutDir: false,
    manifest: '.vite/components.json',
    rolldownOptions: {
      input: componentEntries(),
      output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
    },
  },
  // For programs: `import … from 'htsd/domain'`. A graph of its own, so that pages fetch no chunk cut for it.
  lib: {
    outDir: 'dist/lib',
    emptyOutDir: true,
    rolldownOptions: {
      input: libraryEntries,
      output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
    },
  },
  // A service worker is one plain script: browsers of 2021 know no module workers.
  worker: {
    outDir: 'dist',
    emptyOutDir: false,
    rolldownOptions: {
      input: { 'htsd-sw': 'embed/service-worker.ts' },
      output: { format: 'iife', entryFileNames: '[name].js', codeSplitting: false },
    },
  },
};

export default defineConfig(({ command, mode }) => ({
  appType: 'custom',
  publicDir: false,
  // Chunks are found beside the file that asks for them, wherever a host puts the folder.
  base: command === 'build' ? './' : '/',
  define: {
    __HTSD_VERSION__: JSON.stringify(version),
    // Libraries guard their development warnings with it, and no browser has it.
    'process.env.NODE_ENV': JSON.stringify(command === 'build' ? 'production' : 'development'),
  },
  plugins: [
    site(),
    ...(command === 'build' ? [compactStyles()] : []),
    ...(mode === 'worker' ? [precacheList()] : []),
  ],
  build: {
    target,
    sourcemap: true,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    ...outputs[mode],
    rolldownOptions: {
      // Entries are imported by others: what they export is their interface.
      preserveEntrySignatures: 'strict',
      // A note on how long plugins took on a busy machine is no warning about the build.
      checks: { bundlerTimings: false },
      ...outputs[mode]?.rolldownOptions,
      output: {
        comments: { legal: false, annotation: false, jsdoc: false },
        ...outputs[mode]?.rolldownOptions?.output,
      },
    },
  },
}));
