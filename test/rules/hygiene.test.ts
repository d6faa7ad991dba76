import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { listFiles, places, readProduct, readSources, root, type Source } from './sources.js';

const text = /\.(ts|js|mjs|json|md|html|css|svg|yml|yaml|txt)$|^\.ci\/run$|^\.npmrc$/;
const all = readSources([''], text);
// What looks for a word has to name it.
const written = all.filter(
  ({ path }) => path !== 'test/rules/hygiene.test.ts' && path !== 'package-lock.json',
);
const code = written.filter(({ path }) => /\.(ts|js|mjs)$/.test(path) && !path.startsWith('test/rules/'));
const tests = written.filter(({ path }) => /\.test\.ts$/.test(path));

const skipped =
  /\b(it|test|describe|suite)\.(skip|only|todo|skipIf|runIf|fails)\b|\bx(it|describe)\(|\bf(it|describe)\(/;
const silenced = /@ts-(ignore|nocheck|expect-error)|(?:es|ox)lint-disable|c8 ignore|istanbul ignore/;
const machinePath = /(?<![\w.:/-])\/((work|root|Users|home\/[a-z]+)\b|tmp\/[a-z])[/\w-]*|\b[A-Z]:\\\\?Users/;
const unfinished = /\b(TODO|FIXME|XXX|HACK)\b/;

/** The pattern finds the planted line, and nothing in the sources. */
function expectNone(sources: readonly Source[], pattern: RegExp, planted: string): void {
  expect(places([{ path: 'planted', text: planted }], pattern)).toHaveLength(1);
  expect(sources.length).toBeGreaterThan(0);
  expect(places(sources, pattern)).toEqual([]);
}

describe('the repository', () => {
  it('skips no test', () => expectNone(tests, skipped, `it.skip('later', () => {})`));
  it('silences no checker', () => expectNone(code, silenced, '// @ts-ignore'));
  // A page has one banner, one main part, one end: two desks on a page outside its main part would be two of each.
  it('makes no component a landmark that a page has once', () => {
    const components = code.filter(({ path }) => /^components\/.*(?<!\.test)\.ts$/.test(path));
    expectNone(components, /<(header|main|footer)[\s>]|role="(banner|main|contentinfo)"/, 'html`<header>`');
  });
  it('leaves nothing unfinished', () => expectNone(written, unfinished, '// TODO later'));
  it('knows no machine it was written on', () => {
    const allowed = written.filter(({ path }) => !/^scripts\/choose-chromium/.test(path));
    expectNone(allowed, machinePath, `const file = '/home/someone/htsd'`);
  });

  it('locks its packages without the address of a registry', () => {
    const lock = readFileSync(`${root}package-lock.json`, 'utf8');
    expect(lock).not.toContain('"resolved"');
    expect(lock).toContain('"integrity"');
    expect(lock).not.toMatch(
      /"https?:\/\/(?!(www\.)?(github\.com|opencollective\.com|.*\/(fund|funding|sponsor)))[^"]*\.tgz"/,
    );
  });

  it('locks the parts of its packages for every platform, so that they install on each', () => {
    const { packages } = JSON.parse(readFileSync(`${root}package-lock.json`, 'utf8')) as {
      packages: Record<string, { optionalDependencies?: Record<string, string> }>;
    };
    const locked = new Set(Object.keys(packages).map((path) => path.replace(/^.*node_modules\//, '')));
    const missing = Object.values(packages).flatMap(({ optionalDependencies = {} }) =>
      Object.keys(optionalDependencies).filter((name) => !locked.has(name)),
    );
    expect(missing).toEqual([]);
  });

  it('is written in composed letters (NFC) and plain line ends', () => {
    const wrong = written.filter(
      (file) => file.text !== file.text.normalize('NFC') || file.text.includes('\r'),
    );
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  it('holds no private key and no password', () => {
    expectNone(
      written,
      /-----BEGIN [A-Z ]*PRIVATE KEY|\b(password|secret|token)\s*[:=]\s*['"][^'"]{8,}/i,
      `token = 'abcdefgh1'`,
    );
  });

  it('asks only for what Node 20 can run', () => {
    const lock = JSON.parse(readFileSync(`${root}package-lock.json`, 'utf8')) as {
      packages: Record<string, { engines?: { node?: string } }>;
    };
    const newer = Object.entries(lock.packages).filter(
      ([, { engines }]) => engines?.node && /^\s*(\^|>=|>|~)?\s*2[1-9]\b/.test(engines.node),
    );
    expect(newer.map(([name]) => name)).toEqual([]);
  });
});

describe('a strict Content-Security-Policy', () => {
  const whole = readProduct().map((file) => ({ ...file, text: withoutComments(file.text) }));
  // A page of the server stands alone, under a policy of its own that names the hash of its one style element.
  const alone = 'src/server/snapshots/style-policy.ts';
  const product = whole.filter(({ path }) => path !== alone);

  it.each([
    ['no inline style', /\sstyle=["'$]/, '<p style="color: red">'],
    ['no inline handler', /<[a-z][^>]*\son[a-z]+=/, '<p onclick="go()">'],
    [
      'no HTML from strings',
      /\b(innerHTML|outerHTML|insertAdjacentHTML|unsafeHTML|unsafeSVG|createContextualFragment)\b/,
      'a.innerHTML = b',
    ],
    ['no document.write', /document\.write/, 'document.write(a)'],
    ['no code from strings', /\beval\(|new Function\b|set(Timeout|Interval)\(\s*['"`]/, 'eval(a)'],
    ['no style element', /<style[\s>]|createElement\(['"]style['"]\)/, '<style>'],
    ['no javascript: address', /['"`]javascript:/, `'javascript:void 0'`],
  ])('%s', (_, pattern, planted) => expectNone(product, pattern, planted));

  it('a style element in the one place that says its hash', () => {
    expect(whole.filter(({ path }) => path === alone)).toHaveLength(1);
  });
});

/** Comments may speak of what code must not do. */
function withoutComments(source: string): string {
  return source
    .replace(/\/\*[^]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '))
    .replace(/(^|\s)\/\/.*$/gm, '$1');
}

it('finds its sources', () => expect(listFiles('src').length).toBeGreaterThan(20));
