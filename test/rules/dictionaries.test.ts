import { describe, expect, it } from 'vitest';
import { errorCodes } from '../../src/backend/error-codes.js';
import type { Dictionary, Message } from '../../src/i18n/translate.js';
import { listFiles, readProduct } from './sources.js';
import { readUsedKeys } from './used-keys.js';

async function load(path: string): Promise<Dictionary> {
  const module = (await import(/* @vite-ignore */ `../../${path}`)) as Record<string, Dictionary>;
  return Object.assign({}, ...Object.values(module)) as Dictionary;
}

const names = listFiles('src/i18n/vi').map((path) => path.slice('src/i18n/vi/'.length));
const pairs = await Promise.all(
  names.map(async (name) => ({
    name,
    vi: await load(`src/i18n/vi/${name}`),
    en: await load(`src/i18n/en/${name}`),
  })),
);
const vietnamese = new Set(pairs.flatMap(({ vi }) => Object.keys(vi)));

const forms = (message: Message): string[] =>
  typeof message === 'string' ? [message] : Object.values(message);
const holes = (message: Message): string[] =>
  [...new Set(forms(message).flatMap((form) => form.match(/\{\w+\}/g) ?? []))].sort();

describe('the dictionaries', () => {
  it('come in both languages', () => {
    expect(listFiles('src/i18n/en')).toEqual(names.map((name) => `src/i18n/en/${name}`));
    expect(vietnamese.size).toBeGreaterThan(50);
  });

  it.each(pairs)('$name: every sentence is there in English, with the same holes', ({ vi, en }) => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(vi).sort());
    const differing = Object.entries(vi).filter(
      ([key, message]) => holes(message).join() !== holes(en[key] ?? '').join(),
    );
    expect(differing.map(([key]) => key)).toEqual([]);
  });

  it.each(pairs)('$name: letters are composed (NFC), nothing is empty, no stray spaces', ({ vi, en }) => {
    const wrong = [...Object.entries(vi), ...Object.entries(en)].filter(([, message]) =>
      forms(message).some((form) => form !== form.normalize('NFC') || form !== form.trim() || form === ''),
    );
    expect(wrong.map(([key]) => key)).toEqual([]);
  });

  it('no key stands in two Vietnamese dictionaries', () => {
    const all = pairs.flatMap(({ vi }) => Object.keys(vi));
    expect(all.filter((key, index) => all.indexOf(key) !== index)).toEqual([]);
  });

  it('have every key that a source asks for', () => {
    const used = readProduct().flatMap(readUsedKeys);
    expect(used.length).toBeGreaterThan(50);
    const missing = used.filter(({ pattern }) => ![...vietnamese].some((key) => pattern.test(key)));
    expect(missing.map(({ where }) => where)).toEqual([]);
  });

  it('have a sentence for every error', () => {
    expect(errorCodes.filter((code) => !vietnamese.has(`error.${code}`))).toEqual([]);
  });
});

describe('the reader of used keys', () => {
  const read = (text: string): string[] =>
    readUsedKeys({ path: 'a.ts', text }).map(({ pattern }) => pattern.source);

  it('sees plain, chosen and computed keys', () => {
    expect(read(`t('a.b'); this.l.t(x ? 'a' : \`c.\${d}.e\`, {}); t(unknown); tt('no')`)).toEqual([
      '^a\\.b$',
      '^a$',
      '^c\\..+\\.e$',
    ]);
  });
});
