import { describe, expect, it } from 'vitest';
import { exactWords, looseWords } from './search-words.js';
import { sortKey } from './sort-key.js';

describe('words to find', () => {
  it('are the same with and without accents, composed or not, wherever the tone stands', () => {
    const spellings = [
      'Hòa Đông',
      'Hoà Đông',
      'hoa dong',
      'HÒA  ĐÔNG',
      'Hòa-Đông',
      'Hòa Đông'.normalize('NFD'),
    ];
    expect(new Set(spellings.map(looseWords))).toEqual(new Set([' hoa dong']));
  });

  it('with accents are the same composed or not and wherever the tone stands, and differ in the rest', () => {
    expect(exactWords('Hoà')).toBe(exactWords('hòa'));
    expect(exactWords('HOÀ'.normalize('NFD'))).toBe(exactWords('Hòa'));
    expect(exactWords('Thuỷ, khoẻ, toạ')).toBe(' thủy khỏe tọa');
    expect(exactWords('quý')).toBe(exactWords('qúy'));
    expect(new Set(['hoa', 'hòa', 'hóa', 'hoá'].map(exactWords)).size).toBe(3);
    expect(exactWords('đông')).not.toBe(exactWords('dông'));
  });

  it('leave closed syllables alone', () => {
    expect(exactWords('Hoàn Toàn')).toBe(' hoàn toàn');
  });
});

describe('keys to sort by', () => {
  it('sort as the collator for Vietnamese does', () => {
    const names = [
      ...['Ăn', 'An', 'Ân', 'Bà', 'Ba', 'Bá', 'Dung', 'Đức', 'Dũng', 'Dùng', 'Êm', 'Em', 'Ơn', 'Ôn', 'On'],
      ...[
        'Ưng',
        'Ung',
        'Út',
        'lê thị hoa',
        'Lê Thị Hoà',
        'Lê Thị Hoá',
        'Lê',
        'Nguyễn Văn Ba',
        'Nguyên Văn Ba',
      ],
    ];
    const collator = new Intl.Collator('vi');
    const byKey = [...names].sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1));
    expect(byKey).toEqual([...names].sort(collator.compare));
  });

  it('are the same composed or not', () => {
    expect(sortKey('Đặng Thị Ướt'.normalize('NFD'))).toBe(sortKey('Đặng Thị Ướt'));
  });
});
