import { expect, it } from 'vitest';
import { filesFor } from './manifest-files.mjs';

const manifest = {
  'a.ts': { file: 'a.js', imports: ['_shared.js'], dynamicImports: ['late/b.ts', 'c.ts'] },
  '_shared.js': { file: 'shared.js', dynamicImports: ['../x/node_modules/big/index.js'] },
  'late/b.ts': { file: 'b.js', imports: ['_shared.js', '_only-b.js'] },
  '_only-b.js': { file: 'only-b.js' },
  'c.ts': { file: 'c.js', imports: ['a.ts'] },
  '../x/node_modules/big/index.js': { file: 'big.js' },
};
const names = (...without: string[]): string[] =>
  filesFor(manifest, ['a.ts'], without).map(({ file }) => file);

it('counts what is imported and what is asked for on demand, once', () => {
  expect(names().sort()).toEqual(['a.js', 'b.js', 'big.js', 'c.js', 'only-b.js', 'shared.js']);
});

it('leaves out what comes later, with all that only this needs', () => {
  expect(names('late/', 'node_modules/big/')).toEqual(['a.js', 'shared.js', 'c.js']);
  expect(names('*')).toEqual(['a.js', 'shared.js']);
});

it('leaves out what the page has already, with all it imports and not what it asks for on demand', () => {
  const view = {
    ...manifest,
    'view.ts': { file: 'view.js', imports: ['a.ts'], dynamicImports: ['late/b.ts'] },
  };
  const counted = filesFor(view, ['view.ts'], [], ['a.ts']).map(({ file }) => file);
  expect(counted.sort()).toEqual(['b.js', 'only-b.js', 'view.js']);
  expect(() => filesFor(view, ['view.ts'], [], ['gone.ts'])).toThrow('gone.ts');
});

it('knows a shared chunk by the name of its module', () => {
  const shared = {
    'a.ts': { file: 'a.js', dynamicImports: ['_late-1.js'] },
    '_late-1.js': { file: 'late-1.js', name: 'late' },
  };
  expect(filesFor(shared, ['a.ts'], ['src/late.ts']).map(({ file }) => file)).toEqual(['a.js']);
});

it('does not go on silently when a source was renamed', () => {
  expect(() => names('early/')).toThrow('early/');
  expect(() => filesFor(manifest, ['z.ts'], [])).toThrow('z.ts');
});
