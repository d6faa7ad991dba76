import { describe, expect, it } from 'vitest';
import type { TableCell } from '../../../domain/fund/import/table.types.js';
import { makeWorkbook, type RawCell, type RawWorkbook } from '../../test-helpers/make-workbook.js';
import { readSheet, type ReadSheetOptions } from './read-sheet.js';
import type { SheetFile } from './sheet-file.types.js';

async function read(workbook: RawWorkbook, options?: ReadSheetOptions): Promise<SheetFile> {
  const answer = await readSheet(new File([makeWorkbook(workbook)], 'so-quy.xlsx'), options);
  if (!answer.ok) throw new Error(answer.problem.code);
  return answer.file;
}

const sheet = (...rows: RawCell[][]): RawWorkbook => ({ sheets: [{ name: 'Sổ quỹ', rows }] });
const cells = async (workbook: RawWorkbook): Promise<(TableCell | undefined)[][]> =>
  (await read(workbook)).tables[0]!.rows.map((row) => [...row.cells]);
const notes = ({ notes: told }: SheetFile): Record<string, object> =>
  Object.fromEntries(told.map(({ code, params }) => [code, params]));

describe('the cells of a workbook', () => {
  it('are texts, numbers, dates, truths and errors', async () => {
    const workbook: RawWorkbook = {
      ...sheet([
        'Nội dung'.normalize('NFD'),
        { t: 's', inside: '<v>1</v>' },
        1_250_000,
        { s: 1, inside: '<v>46022</v>' },
        { t: 'b', inside: '<v>1</v>' },
        { t: 'e', inside: '<v>#REF!</v>' },
        { t: 'd', inside: '<v>2025-12-31T00:00:00</v>' },
        { inside: '<v>1.25E6</v>' },
      ]),
      strings: [
        '<t>khác</t>',
        '<r><t>Ủng </t></r><r><t xml:space="preserve">hộ</t></r><rPh><t>aid</t></rPh>',
      ],
      formats: [0, 14],
    };
    const expected: TableCell[] = [
      { text: 'Nội dung' },
      { text: 'Ủng hộ' },
      { text: '1250000', number: 1_250_000 },
      { text: '31/12/2025', date: '2025-12-31' },
      { text: 'TRUE' },
      { text: '#REF!', error: true },
      { text: '31/12/2025', date: '2025-12-31' },
      { text: '1250000', number: 1_250_000 },
    ];
    expect(await cells(workbook)).toEqual([expected]);
    // Elements may have any prefix.
    expect(await cells({ ...workbook, prefix: 'x' })).toEqual([expected]);
  });

  it('lose what nobody sees, and keep letters beyond the first 65,536', async () => {
    const inside = '<is><t> Quỹ&#160;_x000D_&#10; “A&amp;B” &#x1F4D6;\u200b<![CDATA[<b>]]></t></is>';
    expect(await cells(sheet([{ t: 'inlineStr', inside }]))).toEqual([[{ text: 'Quỹ “A&B” 📖<b>' }]]);
  });

  it('of a format with days are dates; of one with times only, colours or words, they are numbers', async () => {
    const formats = [
      ...['dd/mm/yyyy', '[$-42A]d" tháng "m" năm "yyyy', 'yyyy\\-mm\\-dd;@', 'mm-yy'],
      ...['[h]:mm', '#,##0" đ"', '[Red]0', '0.00E+00', 'General', '"ngày" 0', 'h:mm'],
    ];
    const row = formats.map((_, s) => ({ s, inside: '<v>46022</v>' }));
    const [found = []] = await cells({ ...sheet(row), formats });
    expect(found.map((cell) => cell?.date !== undefined)).toEqual(formats.map((_, at) => at < 4));
  });

  it('count days from 1900, with the day that never was, or from 1904', async () => {
    const days = [1, 59, 60, 61, 46022.75, 2_958_465, 2_958_466, -1];
    const workbook = { ...sheet(days.map((day) => ({ s: 1, inside: `<v>${day}</v>` }))), formats: [0, 14] };
    const dates = async (from1904: boolean): Promise<unknown[]> =>
      (await cells({ ...workbook, from1904 }))[0]!.map((cell) => cell?.date);
    expect(await dates(false)).toEqual([
      ...[
        '1900-01-01',
        '1900-02-28',
        undefined,
        '1900-03-01',
        '2025-12-31',
        '9999-12-31',
        undefined,
        undefined,
      ],
    ]);
    expect((await dates(true)).slice(0, 5)).toEqual([
      ...['1904-01-02', '1904-02-29', '1904-03-01', '1904-03-02', '2030-01-01'],
    ]);
    expect(notes(await read({ ...workbook, from1904: true }))).toEqual({ 'from-1904': {} });
  });

  it('that were computed keep what was computed, are marked and told; nothing is computed here', async () => {
    const file = await read(
      sheet([
        { inside: '<f>SUM(A1:A9)</f><v>500000</v>' },
        { t: 'str', inside: '<f>CONCATENATE("a","b")</f><v>ab</v>' },
        { inside: '<f>WEBSERVICE("http://x")</f>' },
        { t: 'e', inside: '<f>1/0</f><v>#DIV/0!</v>' },
      ]),
    );
    expect(file.tables[0]!.rows[0]!.cells).toEqual([
      { text: '500000', number: 500_000, formula: true },
      { text: 'ab', formula: true },
      { text: '', formula: true },
      { text: '#DIV/0!', error: true, formula: true },
    ]);
    expect(notes(file)).toEqual({ formulas: { n: 4 } });
  });

  it('that are merged: the first holds the value, the others bear marked copies', async () => {
    const workbook = sheet(['Tháng 1', null, 'a'], [null, null, 'b'], ['c', null, 'd'], ['e']);
    workbook.sheets[0]!.behind =
      '<mergeCells><mergeCell ref="A1:B2"/><mergeCell ref="C3:C4"/><mergeCell ref="D9:E9"/></mergeCells>';
    const file = await read(workbook);
    expect(
      file.tables[0]!.rows.map((row) => [...row.cells].map((cell) => cell && [cell.text, cell.merged])),
    ).toEqual([
      [
        ['Tháng 1', 'first'],
        ['Tháng 1', 'beside'],
        ['a', undefined],
      ],
      [
        ['Tháng 1', 'below'],
        ['Tháng 1', 'beside'],
        ['b', undefined],
      ],
      [['c', undefined], undefined, ['d', 'first']],
      [['e', undefined], undefined, ['d', 'below']],
    ]);
    expect(notes(file)).toEqual({ merged: { n: 2 } });
  });

  it('stand where they say, or behind each other where they say nothing', async () => {
    const xml =
      '<worksheet><sheetData><row><c t="inlineStr"><is><t>a</t></is></c><c r="C1"><v>1</v></c></row>' +
      '<row r="7"><c r="AA7"><v>2</v></c></row></sheetData></worksheet>';
    const { tables } = await read({ sheets: [{ name: 'a', rows: [], xml }] });
    expect(tables[0]!.rows.map(({ line, cells: found }) => [line, Object.keys(found)])).toEqual([
      [1, ['0', '2']],
      [7, ['26']],
    ]);
  });

  it('beyond the last column are left out, and told', async () => {
    const wide = [...Array<null>(256).fill(null), 'xa'];
    const file = await read(sheet(['a'], wide));
    expect(file.tables[0]!.rows).toHaveLength(1);
    expect(notes(file)).toEqual({ 'columns-left-out': {} });
  });
});

describe('the sheets of a workbook', () => {
  const three: RawWorkbook = {
    sheets: [
      { name: 'Ẩn', rows: [['bí mật']], state: 'hidden' },
      { name: 'Thu', rows: [['thu']] },
      { name: 'Chi', rows: [['chi']] },
      { name: 'Ẩn kỹ', rows: [['kín']], state: 'veryHidden' },
    ],
  };

  it('are all named; the first one that people see is taken, the hidden ones are told', async () => {
    const file = await read(three);
    expect(file.sheets).toEqual([
      { name: 'Ẩn', hidden: true },
      { name: 'Thu', hidden: false },
      { name: 'Chi', hidden: false },
      { name: 'Ẩn kỹ', hidden: true },
    ]);
    expect(file.tables.map(({ name }) => name)).toEqual(['Thu']);
    expect(notes(file)).toEqual({ 'hidden-sheets': { n: 2, names: 'Ẩn, Ẩn kỹ' } });
  });

  it('are taken as asked for, the hidden ones too', async () => {
    const file = await read(three, { sheets: [1, 2, 0] });
    expect(file.tables.map(({ rows }) => rows[0]!.cells[0]!.text)).toEqual(['thu', 'chi', 'bí mật']);
    expect(notes(file)).toEqual({ 'hidden-sheets': { n: 1, names: 'Ẩn kỹ' } });
  });

  it('that nobody sees are not taken silently', async () => {
    const hidden: RawWorkbook = { sheets: [{ name: 'Ẩn', rows: [['a']], state: 'hidden' }] };
    await expect(read(hidden)).rejects.toThrow('no-sheet');
    await expect(read(three, { sheets: [9] })).rejects.toThrow('no-sheet');
  });

  it('mark and count hidden rows and columns', async () => {
    const file = await read({
      sheets: [
        {
          name: 'a',
          rows: [['a', 'b', null], ['c'], [null, null, null, 'd']],
          hiddenLines: [2, 3],
          before: '<cols><col min="2" max="3" hidden="1"/><col min="4" max="4" hidden="true"/></cols>',
        },
      ],
    });
    expect(file.tables[0]!.rows.map(({ hidden }) => hidden)).toEqual([undefined, true, true]);
    expect(notes(file)).toEqual({ 'hidden-rows': { n: 2 }, 'hidden-columns': { n: 2 } });
  });

  it('may be charts, which are no tables', async () => {
    const parts = [
      {
        name: 'xl/_rels/workbook.xml.rels',
        data:
          '<Relationships><Relationship Id="rId1" Type="http://x/chartsheet" Target="charts/a.xml"/>' +
          '<Relationship Id="rId2" Type="http://x/worksheet" Target="../xl/worksheets/sheet2.xml"/></Relationships>',
      },
    ];
    const { sheets, tables } = await read({
      sheets: [
        { name: 'Biểu đồ', rows: [] },
        { name: 'Sổ', rows: [['a']] },
      ],
      parts,
    });
    expect([sheets.length, tables[0]!.name]).toEqual([1, 'Sổ']);
  });
});
