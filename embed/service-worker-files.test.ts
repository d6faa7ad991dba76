import { describe, expect, it } from 'vitest';
import { filesToKeep, forgottenScripts, type LibraryFiles } from './service-worker-files.js';

const library: LibraryFiles = {
  files: [
    { url: 'chunks/a-1.js', revision: null },
    { url: 'chunks/b-2.js', revision: null },
    { url: 'htsd.js', revision: 'r1' },
    { url: 'review.js', revision: 'r2' },
  ],
  entries: { htsd: [0, 2], review: [0, 1, 3] },
};
const names = (scripts?: string[]): string[] =>
  filesToKeep(library, scripts).map((file) => (typeof file === 'string' ? file : file.url));
const base = new URL('https://xa.example/htsd/');

describe('what the offline worker keeps', () => {
  it('is what the loader can ask for, unless the site names its scripts', () => {
    expect(names()).toEqual(['chunks/a-1.js', 'htsd.js']);
    expect(names(['review'])).toEqual(['chunks/a-1.js', 'chunks/b-2.js', 'review.js']);
  });

  it('holds a file once that two scripts share, and nothing for a name that is no script', () => {
    expect(names(['review', 'htsd', 'no-such'])).toEqual(
      library.files.map((file) => (file as { url: string }).url),
    );
    expect(names(['no-such'])).toEqual([]);
  });

  it('misses a script that a page includes and the site did not name', () => {
    const assets = [
      `${base.href}review.js?ver=3`,
      'https://xa.example/portal.css',
      'https://other.example/htsd/review.js',
    ];
    expect(forgottenScripts(library, base, assets)).toEqual(['review']);
    expect(forgottenScripts(library, base, assets, ['htsd', 'review'])).toEqual([]);
    expect(forgottenScripts(library, base, assets.slice(1))).toEqual([]);
  });
});
