import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSheet, type ReadSheetOptions } from './read-sheet.js';
import { windows1258 } from '../../test-helpers/windows-1258.js';
import type { Separator, SheetFile } from './sheet-file.types.js';

const vietnamese =
  'Ngày;Nội dung;Số tiền\r\n31/12/2025;Ủng hộ quỹ khuyến học "Hiếu học", lễ tổng kết;1.200.000 đồng\r\n';

async function read(content: string | Uint8Array, options?: ReadSheetOptions): Promise<SheetFile> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content.slice();
  const answer = await readSheet(new File([bytes], 'so-quy.csv'), options);
  if (!answer.ok) throw new Error(`${answer.problem.code} ${JSON.stringify(answer.problem.params)}`);
  return answer.file;
}
const texts = ({ tables }: SheetFile): string[][] =>
  tables[0]!.rows.map(({ cells }) => Array.from(cells, (cell) => cell?.text ?? ''));
const codes = ({ notes }: SheetFile): string[] => notes.map(({ code }) => code);

const utf16be = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'utf16le').swap16());

describe('the encoding of a text file', () => {
  const expected = [
    ['Ngày', 'Nội dung', 'Số tiền'],
    ['31/12/2025', 'Ủng hộ quỹ khuyến học "Hiếu học", lễ tổng kết', '1.200.000 đồng'],
  ];

  it.each([
    ['UTF-8', Buffer.from(vietnamese), 'utf-8', []],
    ['UTF-8 with its mark', Buffer.from(`\ufeff${vietnamese}`), 'utf-8', []],
    ['UTF-8 with letters taken apart', Buffer.from(vietnamese.normalize('NFD')), 'utf-8', []],
    ['UTF-16 LE', Buffer.from(vietnamese, 'utf16le'), 'utf-16le', []],
    ['UTF-16 LE with its mark', Buffer.from(`\ufeff${vietnamese}`, 'utf16le'), 'utf-16le', []],
    ['UTF-16 BE', utf16be(vietnamese), 'utf-16be', []],
    ['UTF-16 BE with its mark', utf16be(`\ufeff${vietnamese}`), 'utf-16be', []],
    ['Windows-1258', windows1258(vietnamese), 'windows-1258', ['windows-1258']],
  ])('%s is found', async (_, bytes, encoding, notes) => {
    const file = await read(new Uint8Array(bytes));
    expect(texts(file)).toEqual(expected);
    expect(file).toMatchObject({ format: 'csv', encoding, separator: ';' });
    expect(codes(file)).toEqual(notes);
  });

  it('is what the person says', async () => {
    const file = await read(windows1258('a;ệ\n'), { encoding: 'utf-8' });
    expect(file.encoding).toBe('utf-8');
    expect(codes(file)).toEqual(['broken-letters']);
  });

  it('stays UTF-8 where a few bytes are damaged, which is told', async () => {
    const bytes = new Uint8Array(Buffer.from(vietnamese.repeat(5) + 'x'));
    bytes[bytes.length - 1] = 0xc3;
    const file = await read(bytes);
    expect(file.encoding).toBe('utf-8');
    expect(file.notes).toEqual([{ code: 'broken-letters', params: { n: 1 } }]);
  });

  it('is read across the borders of steps', async () => {
    const long = `a\n${'ộ€📖'.repeat(20_000)}\n`;
    expect(texts(await read(long))[1]).toEqual(['ộ€📖'.repeat(20_000)]);
  });
});

describe('what parts the cells', () => {
  it.each([
    [',', 'Ngày,Thu,Chi\n1/2/2025,500000,\n2/2/2025,,"1,200,000"\n'],
    [';', 'Ngày;Thu;Chi\n1/2/2025;1,200,000;\n2/2/2025;;1,200,000\n'],
    ['\t', 'Ngày\tThu\tChi\n1/2/2025\t1,200,000\t\n2/2/2025\t\t5;6\n'],
    ['|', 'Ngày|Thu|Chi\n1/2/2025|5|\n'],
    [';', 'sep=;\nNgày;Thu\n1,2;3,4\n'],
    [',', 'SỔ QUỸ KHUYẾN HỌC; NĂM 2025\n\nNgày,Thu\n1/2/2025,5\n2/2/2025,6\n'],
    [',', 'một cột\nkhông có gì\n'],
  ])('is found: %j', async (separator, text) => {
    expect((await read(text)).separator).toBe(separator);
  });

  it('is what the person says, and the first line of Excel is no row', async () => {
    expect(texts(await read('a;b,c\n', { separator: ',' }))).toEqual([['a;b', 'c']]);
    expect((await read('sep=;\nNgày;Thu\n')).tables[0]!.rows.map(({ line }) => line)).toEqual([2]);
  });
});

describe('the rows of a text file', () => {
  it('end in any way, keep their numbers, and are left out where nothing stands', async () => {
    const { tables } = await read('a,b\r\n\r\n,\n c ,"d\r\ne"\rf,g');
    expect(tables[0]!.rows.map(({ line, cells }) => [line, ...cells.map((cell) => cell?.text)])).toEqual([
      [1, 'a', 'b'],
      [4, 'c', 'd e'],
      [5, 'f', 'g'],
    ]);
  });

  it('may hold quotes in all places', async () => {
    expect(texts(await read('"a ""b""",c"d"e,"f"g,"",""\n'))).toEqual([['a "b"', 'c"d"e', 'fg', '', '']]);
  });

  it('lose the apostrophe that keeps a text from running as a formula', async () => {
    expect(texts(await read(`a;b\n'=cmd()|' /C calc'!A0;'+84 912\n'-1;it's\n"a;'=1";'b'\n`))).toEqual([
      ['a', 'b'],
      [`=cmd()|' /C calc'!A0`, '+84 912'],
      ['-1', `it's`],
      ['a;=1', `'b'`],
    ]);
  });

  it('are refused where a quote is never closed, or a line is endless: where it begins is told', async () => {
    await expect(read('a,b\nc,"d\ne,f\n')).rejects.toThrow('quote-open {"line":2}');
    await expect(read(`a,b\nc,"${'d\n'.repeat(300_000)}`)).rejects.toThrow('quote-open {"line":2}');
    await expect(read(`a,b\nc,d\n${'x'.repeat(10 * 1024 * 1024)}`)).rejects.toThrow(
      'line-too-long {"line":3}',
    );
    await expect(read(`a,b\n${','.repeat(10 * 1024 * 1024)}`)).rejects.toThrow('line-too-long {"line":2}');
  });

  it('are refused where there are too many, and cut where they are too wide, which is told', async () => {
    await expect(read('a,b\n'.repeat(40_001))).rejects.toThrow('too-many-rows {"limit":40000}');
    const file = await read(`a${',b'.repeat(300)}\n`);
    expect(file.tables[0]!.rows[0]!.cells).toHaveLength(256);
    expect(codes(file)).toEqual(['columns-left-out']);
  });

  it('are those that were written, whatever stood in them', async () => {
    const field = fc.string({ unit: fc.constantFrom(...'a1ộ ,;"\'\n\t='), maxLength: 8 });
    const table = fc.array(fc.array(field, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 });
    const separators = fc.constantFrom<Separator[]>(',', ';', '\t', '|');
    await fc.assert(
      fc.asyncProperty(
        table,
        separators,
        fc.constantFrom('\n', '\r\n', '\r'),
        async (rows, separator, end) => {
          const text = rows
            .map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(separator) + end)
            .join('');
          const { tables } = await read(text, { separator, encoding: 'utf-8' });
          const found = new Map(tables[0]!.rows.map(({ line, cells }) => [line, cells]));
          rows.forEach((row, index) => {
            const cells = row.map((cell) =>
              cell
                .replace(/(^|[;\n])'(?=[=\t\n])/g, '$1')
                .replace(/\s+/g, ' ')
                .trim(),
            );
            expect(row.map((_, column) => found.get(index + 1)?.[column]?.text ?? '')).toEqual(cells);
          });
        },
      ),
      { numRuns: 100 },
    );
  });
});
