import { createHash } from 'node:crypto';
import { describe, expect, it, vi } from 'vitest';
import { hashLong, hashText } from './hash-text.js';

const expected = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

describe('hash of a text', () => {
  it('is SHA-256 of its UTF-8 bytes at every length around a block', () => {
    for (let length = 0; length <= 200; length += 1) {
      const text = 'q'.repeat(length);
      expect(hashText(text)).toBe(expected(text));
    }
  });

  it('counts the bytes of Vietnamese, signs beyond 16 bits and broken pairs, not the letters', () => {
    for (const text of ['Quỹ khuyến học xã Sen Hồ', 'ữ'.repeat(300), '📘'.repeat(40), 'a\ud83db'])
      expect(hashText(text)).toBe(expected(text));
  });

  it('keeps nothing of the text before, whether that was shorter, longer or very long', () => {
    const texts = ['x'.repeat(63), '', 'Khen thưởng', 'ộ'.repeat(5_000), 'x', 'y'.repeat(4_096), 'z'];
    for (const text of [...texts, ...texts.reverse()]) expect(hashText(text)).toBe(expected(text));
  });

  it('is the same of a long text, with the help of the browser and without', async () => {
    const texts = [
      '',
      'q'.repeat(1_365),
      'q'.repeat(1_366),
      'Quỹ khuyến học, '.repeat(2_000),
      `${'x'.repeat(5_000)}\ud83d`,
    ];
    for (const text of texts) expect(await hashLong(text)).toBe(expected(text));
    vi.stubGlobal('crypto', {});
    for (const text of texts) expect(await hashLong(text)).toBe(expected(text));
    vi.unstubAllGlobals();
  });
});
