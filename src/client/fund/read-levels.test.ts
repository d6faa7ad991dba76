import { describe, expect, it } from 'vitest';
import { linesOfLevels, readLevels } from './read-levels.js';

describe('levels as they are typed', () => {
  it.each([
    ['Học sinh hộ nghèo', true],
    ['Hộ cận nghèo', true],
    ['HỌC SINH KHUYẾT TẬT', true],
    ['Trẻ mồ côi', true],
    ['Học bổng vượt khó', true],
    ['Giải Nhất cấp tỉnh', undefined],
    ['Học sinh giỏi', undefined],
  ])('%s: private %s', (name, hidden) =>
    expect(readLevels(`${name}; 300.000`, [])?.[0]?.private).toBe(hidden),
  );

  it('keep their id, their names in other languages and what was said of them', () => {
    const before = [
      { id: 'ngheo', label: { vi: 'Hộ nghèo', en: 'Poor' }, amount: 1, private: false },
      { id: 'he', label: { vi: 'Hè' }, amount: 2 },
    ];
    expect(readLevels('Hộ nghèo; 300.000\nHè; 2', before)).toEqual([
      { ...before[0], amount: 300_000 },
      before[1],
    ]);
    expect(readLevels('Hộ nghèo; 1', before, { 'Hộ nghèo': true })?.[0]?.private).toBe(true);
    expect(readLevels(linesOfLevels(before), before)).toEqual(before);
  });

  it('are none where a line cannot be read, or says a level twice', () => {
    for (const text of ['', 'Hè', 'Hè; nhiều', 'Hè; 1\nHÈ; 2']) expect(readLevels(text, [])).toBeUndefined();
  });
});
