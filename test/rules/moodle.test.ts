import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { archives, madeFiles } from '../../scripts/build-moodle.mjs';
import { doors } from '../../embed/registry.js';
import { readSources, root } from './sources.js';

/** Strings of a language file, by key. */
function stringsOf(path: string): Map<string, string> {
  const text = readFileSync(`${root}embed/moodle/${path}`, 'utf8');
  const lines = text.matchAll(/^\$string\['([^']+)'\] = (?:'((?:[^'\\]|\\.)*)'|"([^"]*)");$/gm);
  return new Map([...lines].map(([, key = '', one, other]) => [key, one ?? other ?? '']));
}

const holes = (text = ''): string[] => [...text.matchAll(/\{\$a(->\w+)?\}/g)].map(([hole]) => hole).sort();

describe('the plugins for Moodle', () => {
  let zips: Record<string, Uint8Array>;
  const opened = (name: string): Record<string, Uint8Array> => unzipSync(zips[name]!);
  beforeAll(async () => void (zips = await archives()));

  it('hold what the domain and the manifest say today: renew it with "npm run build:moodle"', async () => {
    for (const [path, text] of Object.entries(await madeFiles()))
      expect(readFileSync(root + path, 'utf8'), path).toBe(text);
  });

  it.each(['local_htsd', 'filter_htsd'])('%s lies in one folder, as Moodle wants it', (name) => {
    const paths = Object.keys(opened(`${name}.zip`));
    expect(paths.filter((path) => !path.startsWith('htsd/'))).toEqual([]);
    for (const needed of ['version.php', `lang/en/${name}.php`, 'README.md', 'COPYING.txt'])
      expect(paths).toContain(`htsd/${needed}`);
    // English alone comes with a plugin.
    expect(paths.filter((path) => /\/lang\/(?!en\/)/.test(path))).toEqual([]);
    expect(strFromU8(opened(`${name}.zip`)['htsd/version.php']!)).toContain(`'${name}'`);
  });

  it('bring the library without maps, with every file that it may ask for, and say what is in it', () => {
    const files = opened('local_htsd.zip');
    const library = Object.keys(files).filter((path) => path.startsWith('htsd/dist/'));
    const [, version] = /version = (\d+);/.exec(strFromU8(files['htsd/version.php']!)) ?? [];
    expect(library).toContain(`htsd/dist/${version}/htsd.js`);
    expect(library.filter((path) => path.endsWith('.map'))).toEqual([]);
    const asked = library.flatMap((path) =>
      [...strFromU8(files[path]!).matchAll(/[`"']\.\/(?:chunks\/)?([\w.-]+\.js)[`"']/g)].map(
        ([, name = '']) => name,
      ),
    );
    const names = new Set(library.map((path) => path.replace(/.*\//, '')));
    expect(asked.length).toBeGreaterThan(20);
    expect([...new Set(asked)].filter((name) => !names.has(name))).toEqual([]);
    const libraries = strFromU8(files['htsd/thirdpartylibs.xml']!);
    for (const name of ['HTSD', 'lit-html', 'zod', 'idb'])
      expect(libraries).toContain(`<name>${name}</name>`);
  });

  it('are the same bytes, made again', async () => {
    const hash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
    const again = await archives();
    for (const [name, bytes] of Object.entries(zips)) expect(hash(again[name]!), name).toBe(hash(bytes));
  });

  it('bear their licence in every file', () => {
    const sources = readSources(['embed/moodle'], /\.php$/);
    expect(sources.length).toBeGreaterThan(25);
    const bare = sources.filter(
      ({ text }) => !text.includes('GNU GPL v3 or later') || !text.includes('* @copyright '),
    );
    expect(bare.map(({ path }) => path)).toEqual([]);
  });

  it.each(['local_htsd', 'filter_htsd'])(
    '%s speaks both languages, and has every text that it asks for',
    (name) => {
      const [en, vi] = [stringsOf(`${name}/lang/en/${name}.php`), stringsOf(`lang-vi/${name}.php`)];
      expect([...vi.keys()].sort()).toEqual([...en.keys()].sort());
      for (const [key, text] of en) expect(holes(vi.get(key)), key).toEqual(holes(text));
      const sources = readSources([`embed/moodle/${name}`], /(?<!lang\/en\/.*)\.php$/);
      const used = sources.flatMap(({ text }) => [
        ...[...text.matchAll(/(?:get_string|lang_string|moodle_exception)\('([\w:]+)', 'local_htsd'/g)],
        ...[...text.matchAll(/fault\('(\w+)'/g)],
      ]);
      expect(used.length).toBeGreaterThan(3);
      expect(used.map(([, key = '']) => key).filter((key) => !en.has(key))).toEqual([]);
    },
  );
});

describe('what a text in Moodle may place', async () => {
  const php = (await madeFiles())['embed/moodle/filter_htsd/classes/local/components.php']!;
  const [all = '', trusted = ''] = php.split('TRUSTED');

  it('is every component but the provider, with attributes that a placeholder may set', () => {
    for (const tag of doors.keys())
      expect(all.includes(`'${tag.replace('htsd-', '')}' => `), tag).toBe(tag !== 'htsd-provider');
    expect(all).toContain(`'size' => ['small', 'full']`);
    expect(all).toContain(`'state' => 'text'`);
    expect(all).toContain(`'theme' => ['light', 'dark']`);
  });

  it('leads to no address, and names nobody in the words of who may write any text', () => {
    expect(all).not.toMatch(/'[\w-]*(href|src|url)'/);
    for (const name of ['issuer-id', 'signer', 'controller', 'head-name'])
      expect(trusted).toContain(`'${name}'`);
    for (const name of ['indicator', 'locality', 'theme']) expect(trusted).not.toContain(`'${name}'`);
  });
});
