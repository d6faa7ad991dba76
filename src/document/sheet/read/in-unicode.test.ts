/** Books that were typed for the fonts of before Unicode are read as people read them. */
import { describe, expect, it } from 'vitest';
import { makeWorkbook } from '../../test-helpers/make-workbook.js';
import { windows1258 } from '../../test-helpers/windows-1258.js';
import { readSheet, type ReadSheetOptions } from './read-sheet.js';
import type { SheetFile } from './sheet-file.types.js';

const old = [
  ['Hä vµ tªn', '§Þa chØ', 'Ghi chú'],
  ['NguyÔn V¨n T\u00ad', 'Th«n §«ng', 'đã nộp'],
  ['TrÇn ThÞ Dòng', 'Xãm Trªn', 'Dòng họ Trần'],
  ['Hoµng Minh', 'Th«n Dòng', 'Dòng họ Hoàng'],
];
const read = [
  ['Họ và tên', 'Địa chỉ', 'Ghi chú'],
  ['Nguyễn Văn Tư', 'Thôn Đông', 'đã nộp'],
  ['Trần Thị Dũng', 'Xóm Trên', 'Dòng họ Trần'],
  ['Hoàng Minh', 'Thôn Dũng', 'Dòng họ Hoàng'],
];
async function take(file: File, options: ReadSheetOptions = {}): Promise<SheetFile> {
  const answer = await readSheet(file, options);
  if (!answer.ok) throw new Error(answer.problem.code);
  return answer.file;
}
const texts = (file: SheetFile): (string | undefined)[][] =>
  file.tables[0]!.rows.map(({ cells }) => Array.from(cells, (cell) => cell?.text));
const codes = (file: SheetFile): string[] => file.notes.map(({ code }) => code);
const workbook = (rows: string[][]): File =>
  new File([makeWorkbook({ sheets: [{ name: 'Sổ', rows }] })], 'so.xlsx');

describe('a book of before Unicode', () => {
  it('in a workbook is read column by column, and says so', async () => {
    const file = await take(workbook(old));
    expect(texts(file)).toEqual(read);
    expect([codes(file), file.letters]).toEqual([['tcvn3'], 'tcvn3']);
  });

  it('as a text of single bytes, by TCVN3 or VNI', async () => {
    const bytes = (text: string): Uint8Array<ArrayBuffer> =>
      Uint8Array.from(text, (letter) => letter.charCodeAt(0));
    const tcvn3 = await take(
      new File([bytes(old.map((row) => row.slice(0, 2).join(';')).join('\n'))], 'a.csv'),
    );
    expect(texts(tcvn3)).toEqual(read.map((row) => row.slice(0, 2)));
    expect([tcvn3.encoding, tcvn3.letters, codes(tcvn3)]).toEqual(['windows-1252', 'tcvn3', ['tcvn3']]);
    const vni = await take(
      new File(
        [bytes('Hoï teân;Ñòa chæ\nNguyeãn Vaên Sôn;Xoùm Ñoâng\nTraàn Thò Ngoïc;Xaõ Sen Hoà')],
        'b.csv',
      ),
    );
    expect(texts(vni)).toEqual([
      ['Họ tên', 'Địa chỉ'],
      ['Nguyễn Văn Sơn', 'Xóm Đông'],
      ['Trần Thị Ngọc', 'Xã Sen Hồ'],
    ]);
    expect(codes(vni)).toEqual(['vni']);
  });

  it('is understood otherwise where the person says so', async () => {
    const file = await take(workbook(old), { letters: 'unicode' });
    expect(texts(file)[1]).toEqual(['NguyÔn V¨n T', 'Th«n §«ng', 'đã nộp']);
    expect([codes(file), file.letters]).toEqual([[], 'unicode']);
    const forced = await take(workbook([['Dòng'], ['Tó Hà Lệ']]), { letters: 'tcvn3' });
    // What no such font can show is left as it is.
    expect(texts(forced)).toEqual([['Dũng'], ['Tó Hà Lệ']]);
  });

  it('is not seen where there is none', async () => {
    const rows = [
      ['Tên', 'Nơi'],
      ['Hà', 'Café Ørsted'],
      ['Dòng', 'Đắk Lắk'],
      ['TRẦN\u00ad AN', 'São Paulo'],
    ];
    const file = await take(workbook(rows));
    expect(texts(file)).toEqual([...rows.slice(0, 3), ['TRẦN AN', 'São Paulo']]);
    expect([codes(file), file.letters]).toEqual([[], undefined]);
    const csv = await take(new File([windows1258('Tên;Nơi\nTrần Thị Ngọc;Sen Hồ\n')], 'c.csv'));
    expect([texts(csv)[1], csv.encoding]).toEqual([['Trần Thị Ngọc', 'Sen Hồ'], 'windows-1258']);
  });
});
