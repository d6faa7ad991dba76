import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { dirname, relative, resolve } from 'node:path';
import { parseSync } from 'vite';
import { beforeAll, describe, expect, it } from 'vitest';
import { complaintsOfTypes } from './check-types.js';
import { listFiles, root } from './sources.js';

interface Entry {
  types: string;
  /** What a program without a page gets, where the other one needs a page. */
  node?: string;
  default: string;
}
/** Only types: for programs in a framework. */
type Typed = Pick<Entry, 'types'>;
const { exports, files, sideEffects } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as {
  exports: Record<string, Entry | Typed | string>;
  files: string[];
  sideEffects: string[];
};
const typed = Object.entries(exports).filter(
  (pair): pair is [string, Entry | Typed] => typeof pair[1] === 'object',
);
const entries = typed.filter((pair): pair is [string, Entry] => 'default' in pair[1]);
const require = createRequire(`${root}package.json`);

const distFiles = (fits: RegExp): string[] =>
  readdirSync(`${root}dist`, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => fits.test(path));

beforeAll(() => {
  if (!existsSync(`${root}dist/htsd.js`)) throw new Error('There is no build: run "npm run build" first.');
});

describe('public paths', () => {
  it('are these', () => {
    expect(Object.keys(exports)).toEqual([
      '.',
      './assessment-form',
      './badge-check',
      './model-badge',
      './review',
      './recognition',
      './register',
      './fund-tracker',
      './locality-picker',
      './target-gauge',
      './report',
      './sync-status',
      './provider',
      './frame',
      './domain',
      './presets',
      './backend',
      './conformance',
      './adapters/http',
      './adapters/local',
      './adapters/memory',
      './adapters/moodle',
      './client',
      './credential',
      './demo-issuer',
      './document',
      './i18n',
      './react',
      './svelte',
      './vue',
      './vectors/*',
      './custom-elements.json',
      './package.json',
    ]);
  });

  it('lead to all vectors, so that another implementation can check itself against them', () => {
    expect(files).toContain('test/vectors');
    const vectors = listFiles('test/vectors').map((path) => path.slice('test/vectors/'.length));
    expect(vectors).toEqual(
      expect.arrayContaining(['scoring.json', 'ledger.json', 'credential/genuine.json', 'README.md']),
    );
    for (const path of vectors)
      expect(relative(root, require.resolve(`htsd/vectors/${path}`)).replaceAll('\\', '/')).toBe(
        `test/vectors/${path}`,
      );
  });

  it('all lead to a file that is in the package', () => {
    const targets = typed.flatMap(([, entry]) => Object.values(entry) as string[]);
    expect(targets.filter((target) => !existsSync(root + target))).toEqual([]);
    expect(targets.every((target) => files.some((folder) => target.startsWith(`./${folder}/`)))).toBe(true);
    for (const [path, { node, default: script }] of entries) {
      expect(relative(root, require.resolve(`htsd${path.slice(1)}`)).replaceAll('\\', '/')).toBe(
        (node ?? script).slice(2),
      );
    }
  });

  it('of what needs a page are imported on a server all the same, under the same names', async () => {
    const names: Record<string, string[]> = {
      '.': ['discover', 'stop'],
      './frame': ['connectFrame', 'stop'],
    };
    const page = entries.filter(([, { default: script }]) => !script.startsWith('./dist/lib/'));
    for (const [path, { node, default: script }] of page) {
      const module = (await import(/* @vite-ignore */ pathToFileURL(root + node).href)) as object;
      expect(Object.keys(module).sort(), path).toEqual(names[path] ?? []);
      // Where somebody makes a page up, the element comes all the same.
      const [asked] = specifiers(readFileSync(root + node, 'utf8'));
      expect(resolve(dirname(root + node), asked!), path).toBe(resolve(root, script));
    }
    const { connectFrame } = (await import(
      /* @vite-ignore */ pathToFileURL(`${root}dist/node/htsd-frame.js`).href
    )) as typeof import('../../embed/frame/host.js');
    expect(connectFrame({} as HTMLIFrameElement)()).toBeUndefined();
  });

  it('of the library run without a browser and offer something', async () => {
    for (const [path, { default: script }] of entries.filter((entry) =>
      entry[1].default.startsWith('./dist/lib/'),
    )) {
      const module = (await import(/* @vite-ignore */ pathToFileURL(root + script).href)) as object;
      expect(Object.keys(module), path).not.toEqual([]);
    }
  });

  it('have types that a strict program can use', () => {
    const text = typed
      .map(
        ([path], index) =>
          `import type * as all${index} from 'htsd${path.slice(1)}'; export type { all${index} };`,
      )
      .join('\n');
    const messages = complaintsOfTypes({ 'consumer.mts': text });
    expect(messages).toEqual([]);
  });

  it('have types that are written in words of the browser, not spelled out as one compiler knows these', () => {
    // Registries of a shadow root may be null since TypeScript 6: spelled out, earlier ones refuse the class.
    const spelled = distFiles(/\.d\.ts$/).filter((path) =>
      readFileSync(`${root}dist/${path}`, 'utf8').includes('customElementRegistry'),
    );
    expect(spelled).toEqual([]);
  });

  it('with an effect on the page are named, so that bundlers keep them', () => {
    for (const [, { default: script }] of entries) {
      const page = !script.startsWith('./dist/lib/');
      expect(sideEffects.includes('./dist/*.js') && /^\.\/dist\/[^/]+\.js$/.test(script)).toBe(page);
    }
  });
});

describe('built files', () => {
  it('name no package: a page without a bundler finds every import', () => {
    // The server and the command line are programs for Node, with their packages beside them.
    const scripts = distFiles(/^(?!(server|cli)\/).*\.js$/);
    expect(scripts.length).toBeGreaterThan(10);
    const bare = scripts.flatMap((path) =>
      specifiers(readFileSync(`${root}dist/${path}`, 'utf8'))
        .filter((specifier) => !/^\.{1,2}\//.test(specifier))
        .map((specifier) => `${path}: ${specifier}`),
    );
    expect(bare).toEqual([]);
    expect(specifiers(`import"lit";export{a}from"./a.js";import("idb");import(x)`)).toEqual([
      'lit',
      './a.js',
      'idb',
    ]);
  });

  it('hold no development warnings and no code from strings', () => {
    const wrong = distFiles(/^(chunks\/)?[^/]+\.js$/).filter((path) =>
      /Lit is in dev mode|\beval\(|new Function\(|process\.env/.test(
        readFileSync(`${root}dist/${path}`, 'utf8'),
      ),
    );
    expect(wrong).toEqual([]);
  });

  it('are written in what browsers of 2021 read: no static blocks, no `#x in`', () => {
    const newer = distFiles(/\.js$/).filter((path) =>
      /\bstatic\s*\{|#\w+ in\b/.test(readFileSync(`${root}dist/${path}`, 'utf8')),
    );
    expect(newer).toEqual([]);
  });

  it('of the loader come in one request: nothing stands between the page and the component', () => {
    const text = readFileSync(`${root}dist/htsd.js`, 'utf8');
    expect(text).not.toMatch(/^import\b|[;}]import\s*[{"'`*\w]/m);
  });

  it('have maps that hold the sources, and name no place of the machine on which they were made', () => {
    const wrong = distFiles(/^(chunks\/)?[^/]+\.js\.map$/).flatMap((path) => {
      const { sources, sourcesContent } = JSON.parse(readFileSync(`${root}dist/${path}`, 'utf8')) as {
        sources: string[];
        sourcesContent?: (string | null)[];
      };
      const own = sources.filter((source) => !source.includes('/node_modules/'));
      const strange = own.filter(
        (source) => !resolve(dirname(`${root}dist/${path}`), source).startsWith(root),
      );
      return [...strange, ...(sourcesContent?.length === sources.length ? [] : ['no sources'])].map(
        (fault) => `${path}: ${fault}`,
      );
    });
    expect(wrong).toEqual([]);
  });

  it('carry the notices of the packages inside them', () => {
    const notices = readFileSync(`${root}dist/THIRD-PARTY.txt`, 'utf8');
    for (const name of [
      'lit-html',
      'lit-element',
      '@lit/reactive-element',
      '@lit/context',
      'zod',
      'idb',
      'docx',
      'workbox-window',
      'jsonld',
      'rdf-canonize',
      '@noble/curves',
      'fflate',
      'uqr',
      'qr',
    ]) {
      expect(notices).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+ \\(`, 'm'));
    }
  });
});

/** Modules that a built script asks for. Vite's parser hands over these alone; the whole tree of all files took ten seconds. */
function specifiers(text: string): string[] {
  const { module, errors } = parseSync('built.js', text);
  if (errors.length > 0) throw new Error(errors[0]!.message);
  const named = [...module.staticImports, ...module.staticExports.flatMap(({ entries }) => entries)].flatMap(
    ({ moduleRequest }) => moduleRequest?.value ?? [],
  );
  const onDemand = module.dynamicImports.flatMap(({ moduleRequest: { start, end } }) => {
    // What only the program knows when it runs is no name.
    return /^(["'`])([^$"'`]*)\1$/.exec(text.slice(start, end))?.[2] ?? [];
  });
  return [...named, ...onDemand];
}
