import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDong } from '../i18n/format-dong.js';
import { moneyVi } from '../i18n/vi/money.js';
import { dongProblems, MOST_DONG, parseDong } from './money.js';

const million = 1_000_000;
const billion = 1000 * million;

describe('parseDong', () => {
  it.each([
    ['1200000', 1_200_000],
    ['1.200.000', 1_200_000],
    ['1 200 000', 1_200_000],
    ['1,200,000', 1_200_000],
    ['1.200', 1_200],
    ['1\u00a0200\u00a0000\u00a0đ', 1_200_000],
    ['1\u202f200\u202f000', 1_200_000],
    ['１．２００．０００', 1_200_000],
    ['１２０００', 12_000],
    ['\ufeff 500.000 ', 500_000],
    ['1.200.000,00', 1_200_000],
    ['1200000.00', 1_200_000],
    ['1.200.000 đồng', 1_200_000],
    ['1.200.000 đồng'.normalize('NFD'), 1_200_000],
    ['1.200.000Đ', 1_200_000],
    ['1.200.000 đ.', 1_200_000],
    ['1.200.000 VND', 1_200_000],
    ['1.200.000 vnđ', 1_200_000],
    ['1.200.000₫', 1_200_000],
    ['VNĐ 1.200.000', 1_200_000],
    ['1.200.000 đồng Việt Nam', 1_200_000],
    ['7', 7],
  ])('reads %j, written out', (text, value) => {
    expect(parseDong(text)).toEqual({ ok: true, value });
  });

  it.each([
    ['1,2 triệu', 1_200_000],
    ['1,2 triệu'.normalize('NFD'), 1_200_000],
    ['1,2 TRIỆU ĐỒNG', 1_200_000],
    ['1.2tr', 1_200_000],
    ['1.25 tr', 1_250_000],
    ['1,2345 triệu', 1_234_500],
    ['12 triệu', 12 * million],
    ['1200 triệu', 1_200 * million],
    ['1.200,5 triệu', 1_200_500_000],
    ['1200,125 triệu', 1_200_125_000],
    ['0,5 triệu', 500_000],
    ['1tr2', 1_200_000],
    ['1tr250', 1_250_000],
    ['2tr050', 2_050_000],
    ['1 triệu 500', 1_500_000],
    ['1 triệu 500.000', 1_500_000],
    ['1 triệu 500.000 đồng', 1_500_000],
    ['1 triệu 500 nghìn', 1_500_000],
    ['1 triệu rưỡi', 1_500_000],
    ['500k', 500_000],
    ['500K', 500_000],
    ['1,5k', 1_500],
    ['500 nghìn', 500_000],
    ['500 ngàn đồng', 500_000],
    ['1,5 tỷ', 1_500 * million],
    ['1.5 tỉ', 1_500 * million],
    ['1 tỷ 2', 1_200 * million],
    ['1 tỷ 200 triệu', 1_200 * million],
    ['1 tỷ 200 triệu 300 nghìn đồng', 1_200_300_000],
    ['1 tỷ 1,5 triệu', 1_001_500_000],
    ['2 nghìn tỷ', 2_000 * billion],
    ['10 nghìn tỷ', MOST_DONG],
  ])('reads %j, in units', (text, value) => {
    expect(parseDong(text)).toEqual({ ok: true, value });
  });

  it.each([
    ['missing', ['', ' ', '\u00a0', undefined, null, 'đ']],
    ['zero', ['0', '0 đ', '000', '0,0', '0 triệu', '0,00 tỷ']],
    [
      'negative',
      ['-5', '−500.000', '– 500.000 đ', '(500.000)', '500.000-', '-1,2 triệu', 'VND -500.000', '-0'],
    ],
    [
      'not-whole',
      [
        '1.200,5',
        '1200,5',
        '1200.50',
        '1 200,5 đ',
        '1,200.5',
        '0,5',
        '0.500',
        '1,2345678 triệu',
        '1,2345k',
        '1,23456789 triệu 0 k',
      ],
    ],
    [
      'ambiguous',
      [
        '1,2',
        '1.2',
        '12,50',
        '1,200',
        '1.200,000',
        '1200.000',
        '1.200 triệu',
        '1,200 tr',
        '1tr25',
        '1 triệu 500 đ',
      ],
    ],
    ['too-large', ['10.000.000.000.001', '11 nghìn tỷ', '9'.repeat(40)]],
    [
      'unreadable',
      [
        ...[
          'abc',
          '1.200.',
          '1.20.000',
          '1.2000',
          '1..200',
          '1.200 000',
          '1e6',
          '=1+1',
          '+500',
          '1/2',
          '½',
          '10²',
        ],
        ...[
          '0912345678',
          '00.500',
          'triệu',
          '1 triệu 2 tỷ',
          '1 triệu 1200 nghìn',
          '1,5 triệu 200 nghìn',
          '500k5',
        ],
        ...[
          '1tr2x',
          '1 trăm',
          '1 tra',
          '1,2,3 triệu',
          '1 triệu 1.200.000',
          '1'.repeat(81),
          '١٢٠٠',
          500,
          {},
          [],
        ],
      ],
    ],
  ] as const)('refuses as %s', (code, texts) => {
    for (const text of texts) expect([text, parseDong(text)]).toEqual([text, { ok: false, code }]);
  });

  it('reads back every amount as it is written for people, in both languages', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: MOST_DONG }), fc.boolean(), (amount, inFull) => {
        expect(parseDong(formatDong(amount, 'vi', inFull))).toEqual({ ok: true, value: amount });
        expect(parseDong(String(amount))).toEqual({ ok: true, value: amount });
        // One comma says two things, so that only longer English amounts are sure.
        if (amount >= million)
          expect(parseDong(formatDong(amount, 'en', inFull))).toEqual({ ok: true, value: amount });
      }),
      { numRuns: 300 },
    );
  });

  it('reads units exactly', () => {
    const named = fc.constantFrom(['nghìn', 3], ['triệu', 6], ['tỷ', 9]) as fc.Arbitrary<[string, number]>;
    fc.assert(
      fc.property(
        named,
        fc.nat({ max: 999 }),
        fc.integer({ min: 1, max: 99 }),
        ([unit, noughts], whole, part) => {
          const decimals = String(part).padStart(2, '0');
          const value = Number(`${whole}${decimals}${'0'.repeat(noughts - 2)}`);
          expect(parseDong(`${whole},${decimals} ${unit}`)).toEqual({ ok: true, value });
        },
      ),
      { numRuns: 200 },
    );
  });

  it('never throws, and never answers anything but whole đồng above zero', () => {
    const pieces = fc.constantFrom(
      ...'0123456789.,- ()đktr',
      ' triệu',
      'tỷ',
      'nghìn',
      ' đồng',
      '\u0301',
      '９',
      'x',
    );
    const texts = fc.oneof(
      fc.array(pieces, { maxLength: 12 }).map((all) => all.join('')),
      fc.string(),
      fc.anything(),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const read = parseDong(text);
        if (read.ok) {
          expect(Number.isSafeInteger(read.value) && read.value > 0 && read.value <= MOST_DONG).toBe(true);
        } else expect(dongProblems).toContain(read.code);
      }),
      { numRuns: 500 },
    );
  });

  it('has a sentence for each reason', () => {
    expect(Object.keys(moneyVi).sort()).toEqual(dongProblems.map((code) => `dong.${code}`).sort());
  });
});
