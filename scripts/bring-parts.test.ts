import { describe, expect, it } from 'vitest';
import { aroundImports } from './bring-parts.mjs';

const around = (code: string): string => aroundImports(code, 'a.ts').replace(/^import [^;]+; /, '');

describe('aroundImports', () => {
  it('takes every import() in, however it is used, and keeps the lines', () => {
    expect(around("const a = () => import('./a.js');\nconst b = (await import('./b.js')).b;")).toBe(
      'const a = () => bring(() => import(\'./a.js\'), "__HTSD_FILES__");\n' +
        'const b = (await bring(() => import(\'./b.js\'), "__HTSD_FILES__")).b;',
    );
  });

  it('leaves types and what only looks like one alone', () => {
    const code = "type A = typeof import('./a.js');\nconst text = \"import('./a.js')\"; // import('./a.js')";
    expect(aroundImports(code, 'a.ts')).toBe(code);
  });

  it('leaves to the page what only the page knows', () => {
    const code = 'const a = (name) => import(`./${name}.js`);';
    expect(aroundImports(code, 'a.ts')).toBe(code);
  });

  it('imports what it puts around', () => {
    expect(aroundImports("import('./a.js');", 'a.ts')).toMatch(
      /^import \{ bring \} from ".*\/embed\/bring\.ts"; /,
    );
  });
});
