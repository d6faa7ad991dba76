import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvText, toCsv } from './csv.js';
import type { Sheet, SheetColumn } from './sheet.js';

const text = (header: string, kind: SheetColumn['kind'] = 'text'): SheetColumn => ({
  header,
  width: 10,
  kind,
});
const sheet = (rows: Sheet['rows'], columns = [text('A')]): Sheet => ({ name: 'Sổ', columns, rows });
const cells = (...values: string[]): string[] =>
  csvText(sheet(values.map((value) => [value])))
    .slice(1)
    .split('\r\n')
    .slice(1, -1);

/** Reads CSV by the letter of RFC 4180. */
function read(csv: string): string[][] {
  const rows: string[][] = [[]];
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/gy;
  for (let at = 0; at < csv.length; at = cell.lastIndex) {
    cell.lastIndex = at;
    const [, quoted, plain = '', end] = cell.exec(csv) ?? [];
    if (end === undefined) throw new Error(`no cell at ${at}`);
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
}

/** Without the apostrophes of formulas, those that were there before too. */
const bare = (cell: string): string =>
  cell.replace(/^'(?=[=+\-@\t\r\n＝])/, '').replace(/([;\r\n])'(?=[=+\-@\t＝])/g, '$1');

describe('a sheet as CSV', () => {
  it('starts with the mark of UTF-8, ends every line as RFC 4180 says, and writes bare figures', () => {
    const csv = csvText({
      ...sheet(
        [['Nguyễn Thị Hường', 1_250_000, '2026-12-05', null]],
        [text('Người nộp'), text('Số tiền', 'money'), text('Ngày', 'date'), text('')],
      ),
      totals: [['Cộng', -5, null, null]],
    });
    expect(csv).toBe(
      '\ufeffNgười nộp,Số tiền,Ngày,\r\nNguyễn Thị Hường,1250000,2026-12-05,\r\nCộng,-5,,\r\n',
    );
  });

  it('is a file of UTF-8', async () => {
    const file = toCsv(sheet([['Ộ']]));
    expect(file.type).toBe('text/csv;charset=utf-8');
    expect([...new Uint8Array(await file.arrayBuffer())].slice(0, 3)).toEqual([0xef, 0xbb, 0xbf]);
  });

  it('quotes what would end a cell', () => {
    expect(cells('a,b', 'nói "vâng"', 'a;b')).toEqual(['"a,b"', '"nói ""vâng"""', '"a;b"']);
    expect(csvText(sheet([['hai\ndòng']]))).toContain('"hai\ndòng"');
  });

  it.each(['=cmd()', '+84 912', '-1+1', '@SUM(A1)', '\t=1', '\r1', '＝1', '=HYPERLINK("http://x")'])(
    'writes %j as text, not as a formula',
    (value) => {
      const [, [found] = []] = read(csvText(sheet([[value]])).slice(1));
      expect(found).toBe(`'${value}`);
    },
  );

  it('does so after a semicolon, where another program may see the border of two cells', () => {
    expect(cells('a;=1+1', 'a; b; - c')).toEqual([`"a;'=1+1"`, '"a; b; - c"']);
  });

  it('can be read back, and no cell runs', () => {
    const value = fc.oneof(
      fc.string({ unit: fc.constantFrom(...'=+-@,;"\'\t\r\n aộ＝') }),
      fc.integer(),
      fc.constant(null),
    );
    const rows = fc.array(fc.tuple(value, value), { maxLength: 8 });
    fc.assert(
      fc.property(rows, (given) => {
        const csv = csvText(sheet(given, [text('a'), text('b')]));
        const [, ...found] = read(csv.slice(1));
        expect(found).toHaveLength(given.length);
        given.forEach((row, index) =>
          row.forEach((one, column) => {
            const cell = found[index]?.[column] ?? '';
            if (typeof one !== 'string') expect(cell).toBe(one === null ? '' : String(one));
            else {
              expect(cell).not.toMatch(/(^[=+\-@\t\r\n＝]|[;\r\n][=+\-@\t＝])/);
              expect(bare(cell)).toBe(bare(one));
            }
          }),
        );
      }),
      { numRuns: 200 },
    );
  });
});
