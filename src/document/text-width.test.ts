import { describe, expect, it } from 'vitest';
import { fold } from '../i18n/fold.js';
import { balancedLines, boldWidth, longestLine } from './text-width.js';

describe('widths of bold lines', () => {
  it('agree with what a browser measures', () => {
    expect(boldWidth('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 1000)).toBeCloseTo(20_862, -2);
    expect(boldWidth('Độc lập - Tự do - Hạnh phúc', 1000)).toBeCloseTo(12_242, -2);
  });

  it('do not depend on how accents are encoded', () => {
    for (const text of ['Trường', 'Đơn vị học tập', 'ƯỜ'])
      expect(boldWidth(text.normalize('NFD'), 12)).toBe(boldWidth(text, 12));
  });
});

describe('lines of a name', () => {
  const name = 'TRUNG TÂM GIÁO DỤC NGHỀ NGHIỆP - GIÁO DỤC THƯỜNG XUYÊN QUẬN NHẤT';
  it('are as few as the column takes, of about one length, with every word kept', () => {
    const lines = balancedLines(name, 12, 185);
    expect(lines.join(' ')).toBe(name);
    expect(lines).toHaveLength(Math.ceil(boldWidth(name, 12) / 185));
    expect(longestLine(lines, 12)).toBeLessThanOrEqual(185);
    const shortest = Math.min(...lines.map((line) => boldWidth(line, 12)));
    expect(shortest).toBeGreaterThan(longestLine(lines, 12) * 0.6);
  });

  it('stay one where they fit, none where there is nothing, and whole words where a word is too long', () => {
    expect(balancedLines('SỞ NỘI VỤ', 12, 185)).toEqual(['SỞ NỘI VỤ']);
    expect(balancedLines('  ', 12, 185)).toEqual([]);
    expect(balancedLines(`A ${'W'.repeat(40)} B`, 12, 100)).toEqual(['A', 'W'.repeat(40), 'B']);
  });
});

describe('folding', () => {
  it('takes accents and the stroke of đ away', () => {
    expect(fold('Đường Nguyễn Huệ, đặc khu Lý Sơn')).toBe('Duong Nguyen Hue, dac khu Ly Son');
  });
});
