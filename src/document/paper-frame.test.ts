import { describe, expect, it } from 'vitest';
import points from '../presets/sets/don-vi-hoc-tap-22-2020.js';
import type { PaperSettings } from './document-input.js';
import { fileName } from './file-name.js';
import { officialDate, officialNumber } from './official-date.js';
import { addressees, closedLines, closing, marginsOf, paperHeader } from './paper-frame.js';
import { sampleInput } from './test-helpers/sample-input.js';
import { clean, cleanLines, wording } from './wording.js';

const words = wording('vi');
const withPaper = (paper: Partial<PaperSettings>) => sampleInput(points, {}, { paper });

describe('dates and numbers of papers', () => {
  it.each([
    ['2026-01-05', 'ngày 05 tháng 01 năm 2026'],
    ['2026-02-28', 'ngày 28 tháng 02 năm 2026'],
    ['2026-03-09', 'ngày 09 tháng 3 năm 2026'],
    ['2026-11-20', 'ngày 20 tháng 11 năm 2026'],
    ['', 'ngày ..... tháng ..... năm 20.....'],
    ['20/11/2026', 'ngày ..... tháng ..... năm 20.....'],
  ])('writes %s as "%s"', (iso, said) => {
    expect(officialDate(iso, 'vi')).toBe(said);
  });

  it('writes English dates without zeros', () => {
    expect(officialDate('2026-01-05', 'en')).toBe('5 January 2026');
  });

  it('gives numbers below ten a leading zero and leaves room where there is none', () => {
    expect(officialNumber('5')).toBe('05');
    expect(officialNumber(' 05 ')).toBe('05');
    expect(officialNumber('12')).toBe('12');
    expect(officialNumber('')).toMatch(/^\u00a0+$/);
  });
});

describe('the head', () => {
  it('has the organisations in capitals, number, symbol, place and date', () => {
    expect(paperHeader(withPaper({ symbol: 'bc - thptnd' }), words)).toEqual({
      nation: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      motto: 'Độc lập - Tự do - Hạnh phúc',
      parentOrganisation: 'SỞ GIÁO DỤC VÀ ĐÀO TẠO HÀ NỘI',
      organisation: 'TRƯỜNG TRUNG HỌC PHỔ THÔNG NGUYỄN DU',
      number: 'Số: 05/BC-THPTND',
      placeDate: 'Hà Nội, ngày 05 tháng 01 năm 2027',
    });
  });

  it('leaves out the parent organisation where there is none', () => {
    expect(paperHeader(withPaper({ parentOrganisation: ' ' }), words)).not.toHaveProperty(
      'parentOrganisation',
    );
  });

  it('has no organisation line for a person', () => {
    const { subject } = withPaper({});
    const header = paperHeader(sampleInput(points, {}, { subject: { ...subject, model: 'citizen' } }), words);
    expect(Object.keys(header).sort()).toEqual(['motto', 'nation', 'placeDate']);
  });
});

describe('closing marks', () => {
  it('puts semicolons and one full stop, whatever was typed', () => {
    expect(closedLines(['Một;', ' Hai. ', '', 'Ba'])).toEqual(['Một;', 'Hai;', 'Ba.']);
    expect(closedLines([])).toEqual([]);
  });

  it('drops dashes that were typed before recipients', () => {
    const { recipients } = closing(withPaper({ recipients: ['- Như trên', '– Lưu: VT;'] }), words);
    expect(recipients).toEqual({ label: 'Nơi nhận:', lines: ['Như trên;', 'Lưu: VT.'] });
  });
});

describe('signatures', () => {
  const first = (one: PaperSettings['signatures'][number]) =>
    closing(withPaper({ signatures: [one] }), words).signatures[0];

  it('completes a bare KT. by the position of the head, and a bare TM. by the organisation', () => {
    expect(first({ authority: 'KT.', title: 'Phó Hiệu trưởng', name: 'Trần Văn Bình' })).toEqual({
      authority: 'KT. HIỆU TRƯỞNG',
      title: 'PHÓ HIỆU TRƯỞNG',
      name: 'Trần Văn Bình',
    });
    expect(first({ authority: 'tm', title: 'Chủ tịch' })?.authority).toBe(
      'TM. TRƯỜNG TRUNG HỌC PHỔ THÔNG NGUYỄN DU',
    );
    expect(first({ authority: 'TL. Giám đốc', title: 'Chánh Văn phòng' })?.authority).toBe('TL. GIÁM ĐỐC');
  });

  it('names the head of the unit where nothing is given, and takes three at most', () => {
    expect(first({ title: '' })).toEqual({ title: 'THỦ TRƯỞNG ĐƠN VỊ' });
    expect(closing(withPaper({ signatures: [] }), words).signatures).toEqual([
      { title: 'THỦ TRƯỞNG ĐƠN VỊ' },
    ]);
    const four = ['A', 'B', 'C', 'D'].map((title) => ({ title }));
    expect(closing(withPaper({ signatures: four }), words).signatures).toHaveLength(3);
  });
});

describe('"Kính gửi"', () => {
  it('stands without a mark for one, with marks for several', () => {
    expect(addressees(withPaper({ addressees: ['Sở Nội vụ.'] }), words)?.names).toEqual(['Sở Nội vụ']);
    expect(addressees(withPaper({ addressees: ['Sở Nội vụ', 'Hội Khuyến học'] }), words)?.names).toEqual([
      'Sở Nội vụ;',
      'Hội Khuyến học.',
    ]);
  });

  it('leaves room to write where a recipient is "as above", and is absent otherwise', () => {
    expect(addressees(withPaper({ addressees: [] }), words)?.names).toEqual([]);
    expect(addressees(withPaper({ addressees: [], recipients: ['Lưu: VT'] }), words)).toBeUndefined();
  });
});

describe('what people typed', () => {
  it('comes out composed, on one line, without control characters', () => {
    expect(clean(' Đa\u0323i\u0000  hội\u200b\n')).toBe('Đại hội');
    expect(cleanLines('Một\r\n\r\n Hai\nBa')).toEqual(['Một', 'Hai', 'Ba']);
  });

  it('keeps margins within what a sheet can bear', () => {
    expect(marginsOf(withPaper({ margins: { left: 500, right: -3 } }))).toEqual({
      top: 20,
      bottom: 20,
      left: 40,
      right: 10,
    });
  });
});

describe('names of files', () => {
  it('are plain ASCII with the year and the unit', () => {
    expect(fileName(withPaper({ organisation: 'Trường Đông Đô; "A/B"' }), 'report')).toBe(
      'bao-cao-tu-danh-gia-don-vi-hoc-tap-2026-truong-dong-do-a-b',
    );
    expect(fileName(withPaper({}), 'blank')).toMatch(/^phieu-tu-danh-gia-don-vi-hoc-tap-2026-/);
  });

  it('are never too long', () => {
    const name = fileName(withPaper({ organisation: 'Trung tâm '.repeat(40) }), 'report');
    expect(name.length).toBeLessThanOrEqual(100);
    expect(name).toMatch(/[a-z0-9]$/);
  });
});
