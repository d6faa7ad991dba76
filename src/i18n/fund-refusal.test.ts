import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fundRefusalVi } from './vi/fund-refusal.js';

const folder = new URL('../domain/fund/decide/', import.meta.url);

/** Every refusal in the rules of funds that names what it is about: its code and the last part of its path. */
const refusals = readdirSync(folder)
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  .flatMap((name) => {
    const text = readFileSync(new URL(name, folder), 'utf8');
    return [...text.matchAll(/refuse\(\s*'([a-z-]+)',\s*\[[^\]]*?'([a-z-]+)'\]/g)].map(
      ([, code = '', what = '']) => `rejection.${code}.${what}`,
    );
  });

/** Those that have a sentence of their own for the whole list or the account. */
const elsewhere = new Set(['rejection.rows.rows']);

describe('sentences for what the rules of a fund refuse', () => {
  it('cover every refusal', () => {
    expect(new Set(refusals).size).toBeGreaterThan(30);
    const missing = refusals.filter((key) => !elsewhere.has(key) && !(key in fundRefusalVi));
    expect([...new Set(missing)]).toEqual([]);
  });

  it('are for refusals that there are', () => {
    const known = new Set([
      ...refusals,
      'rejection.invalid.expected',
      ...['cash', 'bank', 'kind'].map((account) => `rejection.insufficient.${account}`),
    ]);
    expect(Object.keys(fundRefusalVi).filter((key) => !known.has(key))).toEqual([]);
  });
});
