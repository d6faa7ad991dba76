import { readFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { defineConfig, type UserConfig } from 'vite';
import { componentEntries, doorEntries, libraryEntries, loaderEntry } from './scripts/entries.mjs';
import { bringParts } from './scripts/bring-parts.mjs';
import { chunkGroups, fewFiles, laterThanFirstShow, moodleGroups, oneFile } from './scripts/chunk-groups.mjs';
import { canonizeAtOnce, commonJsInside } from './scripts/canonize-at-once.mjs';
import { compactStyles } from './scripts/compact-styles.mjs';
import { idbWithoutLoops } from './scripts/idb-without-loops.mjs';
import { minifyAgain } from './scripts/minify.mjs';
import { nameAgain } from './scripts/name-again.mjs';
import { ownCopies } from './scripts/own-copies.mjs';
import { precacheList } from './scripts/precache-list.mjs';
import { shortHashes } from './scripts/short-hashes.mjs';
import { runtimeInside } from './scripts/runtime-inside.mjs';
import { site } from './scripts/site.mjs';
import { wholeSets } from './scripts/whole-sets.mjs';

const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8')) as {
  version: string;
};

/**
 * Browsers of 2021. Firefox 90 stands for them: it lacks static blocks, which are rewritten, and knows private members,
 * which are not. Named by Chrome 90, every `#private` would be rewritten for the sake of `#x in`, which a test keeps out.
 */
const target = 'firefox90';

type CodeSplitting = ReturnType<typeof chunkGroups | typeof oneFile>;

/** What pages load, cut into chunks so. As a library: what is asked for on demand comes by `bring`, not by Vite's own code. */
const forPages = (entry: Record<string, string>, codeSplitting: CodeSplitting): UserConfig['build'] => ({
  lib: { entry, formats: ['es'] },
  rolldownOptions: {
    preserveEntrySignatures: 'allow-extension',
    output: {
      minify: true,
      entryFileNames: '[name].js',
      chunkFileNames: 'chunks/[name]-[hash:7].js',
      codeSplitting,
    },
  },
});

/** What one build makes: its entries, its folder below dist/, its file names. */
const outputs: Record<string, UserConfig['build']> = {
  // For pages: the one script. Alone in its graph, so that all the loader needs is in its file, and no second
  // request stands between the page and the component; chunks may ask it for what they share.
  production: {
    outDir: 'dist',
    emptyOutDir: true,
    manifest: '.vite/loader.json',
    ...forPages(loaderEntry, chunkGroups(loaderEntry.htsd, laterThanFirstShow())),
  },
  // For the pages of a Moodle: the same in few files.
  moodle: {
    outDir: 'dist/moodle/library',
    emptyOutDir: true,
    manifest: '.vite/moodle.json',
    sourcemap: 'hidden',
    ...forPages(loaderEntry, moodleGroups(loaderEntry.htsd, Object.keys(componentEntries()))),
  },
  // For programs: `import … from 'htsd/domain'`. A graph of its own, so that pages fetch no chunk cut for it.
  lib: {
    outDir: 'dist/lib',
    emptyOutDir: true,
    // What looks ahead for chunks asks for a page, and programs on a server have none.
    modulePreload: false,
    rolldownOptions: {
      input: libraryEntries,
      preserveEntrySignatures: 'allow-extension',
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: 'chunks/[name]-[hash:7].js',
        codeSplitting: fewFiles(Object.values(libraryEntries)),
      },
    },
  },
  // The server: a program for Node, with its libraries beside it.
  server: {
    outDir: 'dist/server',
    emptyOutDir: true,
    ssr: 'src/server/main.ts',
    target: 'node20',
    rolldownOptions: {
      output: { entryFileNames: 'htsd-server.js', codeSplitting: false, banner: '#!/usr/bin/env node' },
    },
  },
  // What a developer calls on his command line.
  cli: {
    outDir: 'dist/cli',
    emptyOutDir: true,
    ssr: 'src/cli/htsd.ts',
    target: 'node20',
    rolldownOptions: {
      output: { entryFileNames: 'htsd.js', codeSplitting: false, banner: '#!/usr/bin/env node' },
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
  // The worker that checks a ledger: one plain script too, for the same browsers.
  checker: {
    outDir: 'dist',
    emptyOutDir: false,
    rolldownOptions: {
      input: { 'htsd-ledger-check': 'embed/ledger-worker.ts' },
      output: { format: 'iife', entryFileNames: '[name].js', codeSplitting: false },
    },
  },
};

/**
 * For pages that name the component: everything that its first show needs in its one file. A graph of its own for each,
 * because what two entries share would become a file of its own.
 */
function component(mode: string): UserConfig['build'] | undefined {
  const name = /^component\.(.+)$/.exec(mode)?.[1];
  const entries: Record<string, string> = { ...componentEntries(), ...doorEntries };
  const source = name && entries[name];
  if (!source) return undefined;
  return {
    outDir: 'dist',
    emptyOutDir: false,
    manifest: `.vite/${name}.json`,
    // The maps lie beside the files; the line that names them would travel with every first show.
    sourcemap: 'hidden',
    ...forPages({ [name]: source }, oneFile(source)),
  };
}

/** A source as a map in dist/ names it, also where that was made in another folder: nobody's machine is to be read in it. */
function fromDist(source: string, map: string): string {
  const place = basename(dirname(map)) === 'chunks' ? 'dist/chunks' : 'dist';
  return relative(join(import.meta.dirname, place), resolve(dirname(map), source)).replaceAll('\\', '/');
}

export default defineConfig(({ command, mode }) => {
  const build = outputs[mode] ?? component(mode);
  return {
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
      canonizeAtOnce(),
      idbWithoutLoops(),
      ...(['lib', 'server', 'cli'].includes(mode) ? [] : [commonJsInside()]),
      ...(command === 'build' ? [compactStyles()] : []),
      ...(command === 'build' && !['lib', 'server', 'cli', 'worker', 'checker'].includes(mode)
        ? [bringParts()]
        : []),
      ...(mode === 'moodle' ? [wholeSets(), ownCopies()] : []),
      ...(mode === 'worker' ? [precacheList()] : []),
      ...(command === 'build' && !['lib', 'server', 'cli'].includes(mode) ? [minifyAgain()] : []),
      ...(mode === 'component.assessment-form' ? [nameAgain(/^assessment-form\.js$/)] : []),
      ...(mode === 'moodle'
        ? [
            runtimeInside('.vite/moodle.json'),
            shortHashes('.vite/moodle.json'),
            nameAgain(/^(base|target-gauge|fund-tracker|assessment-form)-[\w-]+\.js$/),
          ]
        : []),
    ],
    build: {
      target,
      sourcemap: true,
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
      ...build,
      rolldownOptions: {
        // Entries are imported by others: what they export is their interface.
        preserveEntrySignatures: 'strict',
        // A note on how long plugins took on a busy machine is no warning about the build.
        // The provider's own file needs at once what the form's asks for only where a provider stands around it.
        checks: { bundlerTimings: false, ineffectiveDynamicImport: false },
        ...build?.rolldownOptions,
        output: {
          comments: { legal: false, annotation: false, jsdoc: false },
          ...(mode.startsWith('component.') && { sourcemapPathTransform: fromDist }),
          ...build?.rolldownOptions?.output,
        },
      },
    },
  };
});
