import { describe, expect, it } from 'vitest';
import { readComingDate, readDate, readNearDate } from './read-date.js';
import { readRecipients } from './read-recipients.js';

describe('a day as it is typed', () => {
  it.each([
    ['5', '2026-03-05'],
    ['15', '2026-02-15'],
    ['5/3', '2026-03-05'],
    ['5/11', '2025-11-05'],
    ['5/3/25', '2025-03-05'],
    ['05.03.2026', '2026-03-05'],
    ['05032026', '2026-03-05'],
    ['2026-03-05', '2026-03-05'],
    ['29/2', undefined],
    ['31', undefined],
    ['', undefined],
    ['5/3/6', undefined],
    ['mai', undefined],
  ])('%s is %s', (text, date) => expect(readDate(text, '2026-03-10')).toBe(date));

  it('of a goal is still to come, of a paper the nearest one, never one of a far century', () => {
    const coming = ['31/12', '5/3', '26/11', '31/12/27', '5/3/2028', '29/2'].map((text) =>
      readComingDate(text, '2026-11-27'),
    );
    expect(coming).toEqual(['2026-12-31', '2027-03-05', '2027-11-26', '2027-12-31', '2028-03-05', undefined]);
    const near = (today: string) => ['31/12', '2/1', '20/11', '3'].map((text) => readNearDate(text, today));
    expect(near('2026-12-30')).toEqual(['2026-12-31', '2027-01-02', '2026-11-20', '2026-12-03']);
    expect(near('2027-01-02')).toEqual(['2026-12-31', '2027-01-02', '2026-11-20', '2027-01-03']);
  });
});

describe('a list of recipients', () => {
  const levels = [
    { id: 'giai-nhat', label: { vi: 'Giải Nhất' }, amount: 400_000 },
    { id: 'vuot-kho', label: { vi: 'Vượt khó' }, amount: 300_000 },
  ];

  it('is read a line each, from semicolons and from a spreadsheet', () => {
    const text = [
      'Nguyễn Văn An; lớp 7A; THCS Sen Hồ; thôn Đông; 2013; Giải Nhất; Nguyễn Văn Bình',
      '',
      'Trần Thị Bưởi\tlớp 9\t\t\tngười lớn\tvượt khó',
    ].join('\n');
    expect(readRecipients(text, levels, 2026)).toEqual([
      {
        no: 1,
        level: levels[0],
        who: {
          name: 'Nguyễn Văn An',
          born: 2013,
          grade: 'lớp 7A',
          school: 'THCS Sen Hồ',
          hamlet: 'thôn Đông',
          guardian: 'Nguyễn Văn Bình',
        },
      },
      { no: 3, level: levels[1], who: { name: 'Trần Thị Bưởi', adult: true, grade: 'lớp 9' } },
    ]);
  });

  it('says which line cannot be read, and why', () => {
    const text =
      '; lớp 7\nAn; ; ; ; 1x; Giải Nhất\nAn; ; ; ; 2013; Giải Ba\nAn; ; ; ; 2013; Giải Nhất\nAN; ; ; ; 2013; giải nhất';
    expect(readRecipients(text, levels, 2026).map(({ no, fault }) => `${no} ${fault ?? 'good'}`)).toEqual([
      '1 name',
      '2 born',
      '3 level',
      '4 good',
      '5 twice',
    ]);
  });
});
