import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amountInWords } from './amount-in-words.js';
import { formatDong } from './format-dong.js';

/** Reads Vietnamese number words back, by rules of its own: a word adds to the number so far or multiplies it. */
function readVietnamese(text: string): number {
  const units: Record<string, number> = Object.fromEntries(
    'không một hai ba bốn năm sáu bảy tám chín mười'.split(' ').map((word, index) => [word, index]),
  );
  Object.assign(units, { mốt: 1, tư: 4, lăm: 5, linh: 0 });
  let whole = 0;
  let billions = 0;
  let group = 0;
  let digit = 0;
  for (const word of text.toLowerCase().split(' ')) {
    if (word in units) {
      group += digit;
      digit = units[word] ?? 0;
    } else if (word === 'mươi' || word === 'trăm') {
      group += digit * (word === 'trăm' ? 100 : 10);
      digit = 0;
    } else if (word === 'nghìn' || word === 'triệu') {
      whole += (group + digit) * (word === 'nghìn' ? 1e3 : 1e6);
      group = digit = 0;
    } else if (word === 'tỷ') {
      billions = (whole + group + digit) * 1e9;
      whole = group = digit = 0;
    } else if (word !== 'đồng') throw new Error(`no number word: ${word}`);
  }
  return billions + whole + group + digit;
}

function readEnglish(text: string): number {
  const names =
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen';
  const units = new Map(names.split(' ').map((word, index) => [word, index]));
  'twenty thirty forty fifty sixty seventy eighty ninety'
    .split(' ')
    .forEach((word, index) => units.set(word, (index + 2) * 10));
  const scale: Record<string, number> = {
    thousand: 1e3,
    million: 1e6,
    billion: 1e9,
    trillion: 1e12,
    quadrillion: 1e15,
  };
  let whole = 0;
  let group = 0;
  for (const word of text.toLowerCase().split(/[ -]/)) {
    const unit = units.get(word);
    if (unit !== undefined) group += unit;
    else if (word === 'hundred') group *= 100;
    else if (scale[word]) {
      whole += group * scale[word];
      group = 0;
    } else if (word !== 'and' && word !== 'dong') throw new Error(`no number word: ${word}`);
  }
  return whole + group;
}

/** Amounts with many zeros inside, where the rules are. */
const amounts = fc.oneof(
  fc.maxSafeNat(),
  fc.integer({ min: 0, max: 2_000_000 }),
  fc
    .array(fc.oneof(fc.constant('000'), fc.constant('005'), fc.integer({ min: 0, max: 999 })), {
      minLength: 1,
      maxLength: 5,
    })
    .map((groups) => Number(groups.map((group) => String(group).padStart(3, '0')).join(''))),
);

describe('an amount in Vietnamese words', () => {
  it.each([
    [0, 'Không đồng'],
    [5, 'Năm đồng'],
    [10, 'Mười đồng'],
    [11, 'Mười một đồng'],
    [14, 'Mười bốn đồng'],
    [15, 'Mười lăm đồng'],
    [20, 'Hai mươi đồng'],
    [21, 'Hai mươi mốt đồng'],
    [24, 'Hai mươi tư đồng'],
    [55, 'Năm mươi lăm đồng'],
    [104, 'Một trăm linh bốn đồng'],
    [110, 'Một trăm mười đồng'],
    [500, 'Năm trăm đồng'],
    [1_005, 'Một nghìn không trăm linh năm đồng'],
    [1_015, 'Một nghìn không trăm mười lăm đồng'],
    [300_000, 'Ba trăm nghìn đồng'],
    [1_250_000, 'Một triệu hai trăm năm mươi nghìn đồng'],
    [1_000_005, 'Một triệu không trăm linh năm đồng'],
    [2_005_000, 'Hai triệu không trăm linh năm nghìn đồng'],
    [1_200_000_000, 'Một tỷ hai trăm triệu đồng'],
    [1_005_000_000, 'Một tỷ không trăm linh năm triệu đồng'],
    [180_000_000_000, 'Một trăm tám mươi tỷ đồng'],
    [2_000_000_000_000, 'Hai nghìn tỷ đồng'],
    [1_021_000_000_001, 'Một nghìn không trăm hai mươi mốt tỷ không trăm linh một đồng'],
    [-1_250_000, 'Âm một triệu hai trăm năm mươi nghìn đồng'],
  ])('%d: %s', (amount, words) => expect(amountInWords(amount, 'vi')).toBe(words));

  it('can be read back', () => {
    fc.assert(
      fc.property(amounts, (amount) => {
        expect(readVietnamese(amountInWords(amount, 'vi'))).toBe(amount);
      }),
      { numRuns: 500 },
    );
  });

  it('says the hundreds of every group but the first, and starts with one capital letter', () => {
    fc.assert(
      fc.property(amounts, (amount) => {
        const words = amountInWords(amount, 'vi');
        expect(words).toMatch(/^\p{Lu}[\p{Ll} ]* đồng$/u);
        expect(words).toBe(words.normalize('NFC'));
        for (const part of words.split(/ (?:tỷ|triệu|nghìn) /).slice(1))
          if (part !== 'đồng') expect(part).toMatch(/trăm|tỷ/);
      }),
      { numRuns: 300 },
    );
  });
});

describe('an amount in English words', () => {
  it.each([
    [0, 'Zero dong'],
    [21, 'Twenty-one dong'],
    [1_250_000, 'One million two hundred and fifty thousand dong'],
    [1_000_005, 'One million and five dong'],
    [2_000_000_000_115, 'Two trillion one hundred and fifteen dong'],
    [-300_000, 'Minus three hundred thousand dong'],
  ])('%d: %s', (amount, words) => expect(amountInWords(amount, 'en')).toBe(words));

  it('can be read back', () => {
    fc.assert(
      fc.property(amounts, (amount) => {
        expect(readEnglish(amountInWords(amount, 'en'))).toBe(amount);
      }),
      { numRuns: 500 },
    );
  });
});

describe('an amount that is no whole number of đồng', () => {
  it.each([0.5, Number.NaN, Infinity, 2 ** 53])('%d is refused', (amount) => {
    expect(() => amountInWords(amount, 'vi')).toThrow(RangeError);
  });
});

describe('an amount in figures', () => {
  it('carries its currency, which never parts from it', () => {
    expect(formatDong(1_250_000, 'vi')).toBe('1.250.000\u00a0đ');
    expect(formatDong(1_250_000, 'vi', true)).toBe('1.250.000\u00a0đồng');
    expect(formatDong(-1_250_000, 'en', true)).toBe('-1,250,000\u00a0dong');
    expect(formatDong(Number.MAX_SAFE_INTEGER, 'vi')).toBe('9.007.199.254.740.991\u00a0đ');
  });
});
