import { describe, expect, it } from 'vitest';
import { listFiles, readSources } from './sources.js';

const code = readSources(['src', 'components', 'embed', 'demo', 'scripts', 'test'], /\.(ts|js|mjs)$/);

describe('files', () => {
  it('can be read in a sitting: 400 lines, tests and style sheets 500', () => {
    const long = code.filter(({ path, text }) => {
      const limit = /\.(test|styles)\.ts$/.test(path) ? 500 : 400;
      return text.split('\n').length - 1 > limit;
    });
    expect(long.map(({ path }) => path)).toEqual([]);
  });

  it('have names in kebab-case that say what is in them', () => {
    const name = /^\.?([a-z0-9]+(-[a-z0-9]+)*)(\.[a-z0-9-]+)*$/;
    const folders = ['src', 'components', 'embed', 'demo', 'scripts', 'test', 'docs'];
    const wrong = folders
      .flatMap((folder) => readSources([folder], /./).map(({ path }) => path))
      // Moodle finds files of a plugin by names of its own.
      .filter((path) => !path.startsWith('embed/moodle/'))
      .filter((path) => path.split('/').some((part) => !name.test(part) && part !== 'README.md'));
    expect(wrong).toEqual([]);
    expect(listFiles('src').filter((path) => /(^|\/)(utils?|helpers?|misc|common)\.ts$/.test(path))).toEqual(
      [],
    );
  });

  it('every component has its folder: class, registration, styles, tests, README', () => {
    const folders = [...new Set(listFiles('components').map((path) => path.split('/')[1] ?? ''))];
    const missing = folders
      .filter((name) => name !== 'base')
      .flatMap((name) =>
        [`${name}.ts`, `${name}.define.ts`, `${name}.test.ts`, 'README.md'].map(
          (file) => `components/${name}/${file}`,
        ),
      )
      .filter((path) => !listFiles('components').includes(path));
    expect(missing).toEqual([]);
  });
});
