import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { formatBytes } from './format-bytes.js';
import { fill, formatDate, formatDateTime, formatNumber, type Lang } from './translate.js';

describe('numbers', () => {
  it('are written as Intl writes them', () => {
    const intl = (lang: Lang) =>
      new Intl.NumberFormat(lang === 'vi' ? 'de-DE' : 'en-GB', { maximumFractionDigits: 2 });
    const formats = { vi: intl('vi'), en: intl('en') };
    // German groups and points as Vietnamese does, and Node knows it whatever it was built with.
    const hundredths = fc.integer({ min: -1e11, max: 1e11 }).map((n) => n / 100);
    fc.assert(
      fc.property(hundredths, fc.constantFrom<Lang>('vi', 'en'), (value, lang) => {
        expect(formatNumber(value, lang)).toBe(formats[lang].format(value).replace(/^-0$/, '0'));
      }),
      { numRuns: 2000 },
    );
  });

  it('keep the decimals asked for and drop empty ones', () => {
    expect(formatNumber(1234.5, 'vi')).toBe('1.234,5');
    expect(formatNumber(1234567, 'vi')).toBe('1.234.567');
    expect(formatNumber(100, 'vi')).toBe('100');
    expect(formatNumber(12.345, 'en', 1)).toBe('12.3');
    expect(formatNumber(-0.001, 'vi')).toBe('0');
    expect(formatBytes(1_440_000, 'vi')).toBe('1,4 MB');
    expect(formatBytes(12, 'vi')).toBe('1 kB');
  });
});

describe('dates', () => {
  it('are day, month, year, with the time before them', () => {
    expect(formatDate('2026-02-05')).toBe('05/02/2026');
    expect(formatDateTime('2026-01-09T00:05:00.000Z')).toBe('07:05, 09/01/2026');
  });

  it.each(['America/Los_Angeles', 'UTC', 'Asia/Ho_Chi_Minh', 'Pacific/Kiritimati'])(
    'turn at midnight in Viet Nam on a device in %s',
    (zone) => {
      vi.stubEnv('TZ', zone);
      expect(formatDateTime('2026-12-31T16:59:00.000Z')).toBe('23:59, 31/12/2026');
      expect(formatDateTime('2026-12-31T17:01:00.000Z')).toBe('00:01, 01/01/2027');
      expect(formatDate('2026-12-31T17:00:00.000Z')).toBe('01/01/2027');
      expect(formatDate('2028-02-29')).toBe('29/02/2028');
      vi.unstubAllEnvs();
    },
  );
});

describe('fill', () => {
  it('fills holes, leaves unknown ones visible, and chooses plurals', () => {
    expect(fill('Tổng {total} / {max}', { total: 72.5, max: 1000 }, 'vi')).toBe('Tổng 72,5 / 1.000');
    expect(fill('{a} {b}', { a: 'x' }, 'vi')).toBe('x {b}');
    const plural = { one: '{n} item', other: '{n} items' };
    expect([0, 1, 2].map((n) => fill(plural, { n }, 'en'))).toEqual(['0 items', '1 item', '2 items']);
    expect(fill(plural, { n: 1 }, 'vi')).toBe('1 items');
  });
});
