/** Workbooks of Excel 97 to 2003, in which many communes still keep their books. */
import { describe, expect, it } from 'vitest';
import { makeXls } from '../../test-helpers/make-xls.js';
import { readSheet, type ReadSheet, type ReadSheetOptions } from './read-sheet.js';
import { sheetLimits, type SheetFile } from './sheet-file.types.js';

const read = (
  bytes: Uint8Array<ArrayBuffer>,
  options?: ReadSheetOptions,
  name = 'so.xls',
): Promise<ReadSheet> => readSheet(new File([bytes], name), options);
async function file(...asked: Parameters<typeof read>): Promise<SheetFile> {
  const answer = await read(...asked);
  if (!answer.ok) throw new Error(answer.problem.code);
  return answer.file;
}
const book = [
  {
    name: 'Năm 2025',
    rows: [
      ['Ngày', 'Diễn giải', 'Thu'],
      [],
      [{ days: 45662 }, 'Ủng hộ quỹ', 1_200_000],
      [null, 'NguyÔn V¨n Hïng, §ç ThÞ H¹nh, TrÇn §×nh', { computed: 2.5 }],
      [null, '#REF!', null],
    ],
    merged: [[2, 3, 0, 0]] as [number, number, number, number][],
  },
  { name: 'Ghi chú', rows: [['x']] },
];

describe('an old workbook', () => {
  it('tells values, dates, merged cells and letters of old fonts, and what it does not tell', async () => {
    const { format, sheets, tables, notes } = await file(makeXls(book));
    expect(format).toBe('xls');
    expect(sheets.map(({ name }) => name)).toEqual(['Năm 2025', 'Ghi chú']);
    expect(notes.map(({ code }) => code)).toEqual(['old-excel', 'merged', 'tcvn3']);
    expect(tables).toEqual([
      {
        name: 'Năm 2025',
        tellsMerges: true,
        rows: [
          { line: 1, cells: [{ text: 'Ngày' }, { text: 'Diễn giải' }, { text: 'Thu' }] },
          {
            line: 3,
            cells: [
              { text: '05/01/2025', date: '2025-01-05', merged: 'first' },
              { text: 'Ủng hộ quỹ' },
              { text: '1200000', number: 1_200_000 },
            ],
          },
          {
            line: 4,
            cells: [
              { text: '05/01/2025', date: '2025-01-05', merged: 'below' },
              { text: 'Nguyễn Văn Hùng, Đỗ Thị Hạnh, Trần Đình' },
              { text: '2.5', number: 2.5 },
            ],
          },
          { line: 5, cells: [undefined, { text: '#REF!', error: true }] },
        ],
      },
    ]);
  });

  it('is known by its bytes, and by the sheet that is asked for', async () => {
    const other = await file(makeXls(book), { sheets: [1] }, 'so.csv');
    expect(other.tables.map(({ rows }) => rows[0]?.cells[0]?.text)).toEqual(['x']);
    expect(other.notes[0]).toEqual({ code: 'other-type', params: { type: 'Excel (.xls)' } });
    expect(await read(makeXls(book), { sheets: [7] })).toMatchObject({ problem: { code: 'no-sheet' } });
  });

  it('with a password, of Excel 95, of another program, or cut off is told apart', async () => {
    const code = async (bytes: Uint8Array<ArrayBuffer>): Promise<unknown> => {
      const answer = await read(bytes);
      return answer.ok ? 'read' : answer.problem.code;
    };
    expect(await code(makeXls(book, { password: true }))).toBe('password');
    expect(await code(makeXls(book, { version: 0x0500, stream: 'Book' }))).toBe('older-excel');
    expect(await code(makeXls(book, { stream: 'WordDocument' }))).toBe('not-a-sheet');
    const whole = makeXls(book);
    for (let length = 1600; length < whole.length; length += 512)
      expect(['read', 'damaged', 'no-sheet']).toContain(await code(whole.slice(0, length)));
  });

  it('wider than is looked at is read as far as that, and says so', async () => {
    const { tables, notes } = await file(
      makeXls([{ name: 'x', rows: [Array.from({ length: sheetLimits.columns + 1 }, (_, at) => at)] }]),
    );
    expect(tables[0]!.rows[0]!.cells).toHaveLength(sheetLimits.columns);
    expect(notes.map(({ code }) => code)).toContain('columns-left-out');
  });
});
