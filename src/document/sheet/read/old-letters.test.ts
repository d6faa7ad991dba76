import { describe, expect, it } from 'vitest';
import { LettersCount, unicodeOf } from './old-letters.js';

const motto = 'Cộng hòa xã hội chủ nghĩa Việt Nam. Độc lập - Tự do - Hạnh phúc';

describe('letters of old fonts', () => {
  it.each([
    ['tcvn3', 'Céng hßa x· héi chñ nghÜa ViÖt Nam. §éc lËp - Tù do - H¹nh phóc', motto],
    ['vni', 'Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam. Ñoäc laäp - Töï do - Haïnh phuùc', motto],
    ['tcvn3', 'NguyÔn V¨n S¬n, T\u00adêng', 'Nguyễn Văn Sơn, Tường'],
    ['vni', 'Nguyeãn Vaên Sôn, NGUYEÃN VAÊN SÔN', 'Nguyễn Văn Sơn, NGUYỄN VĂN SƠN'],
    // The capitals of .VnTimeH.
    ['tcvn3', 'NGUYÔN V¡N B×NH', 'NGUYỄN VĂN BÌNH'],
    ['tcvn3', 'Hµ Lª', 'Hà Lê'],
  ] as const)('%s: %s', (letters, old, text) => {
    expect(unicodeOf(old, letters)).toBe(text);
  });

  const found = (...texts: string[]): string | undefined => {
    const count = new LettersCount();
    for (const text of texts) count.add(text);
    return count.found;
  };
  it('are told apart by whether they make syllables', () => {
    expect(found('TrÇn ThÞ H¹nh', 'NguyÔn V¨n Hïng', 'Dòng')).toBe('tcvn3');
    expect(found('Traàn Thò Haïnh', 'Nguyeãn Vaên Huøng', 'Sôn')).toBe('vni');
    expect(found('Trần Thị Hạnh', 'Nguyễn Văn Hùng', 'Dòng', 'Sôn')).toBe('unicode');
    expect(found('TRẦN THỊ HẠNH', 'Đắk Lắk', 'Krông Pắc', 'Ea H’leo')).toBe('unicode');
  });

  it('of no Vietnamese are left alone', () => {
    for (const text of [
      'Café Müller',
      'São Paulo',
      'naïve façade, Ørsted',
      '© 2025 ® ½ §',
      'Hà',
      '25 °C',
      '±5',
    ])
      expect(['unicode', undefined], text).toContain(found(text));
  });
});
