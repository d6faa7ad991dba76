import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { listFiles } from './sources.js';

/** What is called otherwise: docs/decisions.md, "Words of a fund". */
const rejected = {
  vi: [
    /bút toán/iu,
    /(?<!\p{L})đảo(?!\p{L})/iu,
    /hoàn lại/iu,
    /mã kiểm tra/iu,
    /điều chỉnh giảm/iu,
    /ghi giảm/iu,
  ],
  en: [/\bhash(es)?\b/iu, /\b(takes?|taken|took|taking) (it |one |ones )?back\b/iu, /\bchecksums?\b/iu],
};

const isFund = (name: string): boolean => /(?:^|\/)(?:fund|money)[^/]*\.ts$/.test(name);

/** The words alone of a dictionary, without the names of keys and of holes. */
const wordsOf = (text: string): string[] =>
  text
    .replace(/\{\w+\}/g, '')
    .split('\n')
    .map((line) => line.replace(/^\s*'[\w.-]+':/, ''))
    .filter((line) => !/^\s*(?:import|\/\*)/.test(line));

const pages = {
  vi: [...listFiles('src/i18n/vi').filter(isFund), 'docs/vi/huong-dan-thu-quy.md'],
  en: [...listFiles('src/i18n/en').filter(isFund), 'docs/treasurers.md'],
};

describe.each(['vi', 'en'] as const)('the words of a fund, %s', (language) => {
  it('are looked for in dictionaries and guide', () => {
    expect(pages[language].length).toBeGreaterThan(9);
  });

  it.each(pages[language])('%s: one word per thing', (path) => {
    const found = wordsOf(readFileSync(path, 'utf8').normalize('NFC')).filter((line) =>
      rejected[language].some((word) => word.test(line)),
    );
    expect(found).toEqual([]);
  });
});

describe('the reader of words', () => {
  it('sees what is said, not what it is filed under', () => {
    expect(wordsOf("  'fund.hash': 'The seal {hash}',\n/** A hash. */")).toEqual([" 'The seal ',"]);
  });
});
