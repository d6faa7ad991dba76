import { beforeAll, describe, expect, it } from 'vitest';
import { readZip } from '../test-helpers/read-zip.js';
import type { Sheet } from './sheet.js';
import { toXlsx } from './xlsx.js';

const ledger: Sheet = {
  name: 'Sổ quỹ: 2026/2027 của xã có tên rất dài',
  columns: [
    { header: 'Ngày', width: 12, kind: 'date' },
    { header: 'Nội dung', width: 40, kind: 'text' },
    { header: 'Số tiền', width: 16, kind: 'money' },
    { header: 'Số phiếu', width: 8, kind: 'count' },
  ],
  rows: [
    ['2026-01-01', '=cmd|calc!A1', 1_250_000, 1],
    ['2024-02-29', 'Hội phí <tổ 3> & "tổ 4"\u0000\nộ', -9_007_199_254_740_991, null],
  ],
  totals: [[null, 'Cộng', 5, null]],
};

let files: Record<string, string>;
let sheetXml: string;
beforeAll(async () => {
  const file = await toXlsx([ledger, { ...ledger, rows: [] }]);
  files = readZip(Buffer.from(await file.arrayBuffer()));
  sheetXml = files['xl/worksheets/sheet1.xml'] ?? '';
});

/** What stands in a cell: its type, its style and its value. */
function cellAt(place: string): { type: string; style: number; value: string } {
  const [, attributes = '', value = ''] =
    new RegExp(`<c r="${place}"([^>]*)>(?:<v>|<is><t[^>]*>)([^<]*)`).exec(sheetXml) ?? [];
  const [, type = 'n'] = / t="(\w+)"/.exec(attributes) ?? [];
  const [, style = '0'] = / s="(\d+)"/.exec(attributes) ?? [];
  const texts = [...(files['xl/sharedStrings.xml'] ?? '').matchAll(/<si><t[^>]*>([^<]*)</g)].map(
    ([, one]) => one ?? '',
  );
  return { type, style: Number(style), value: type === 's' ? (texts[Number(value)] ?? '') : value };
}

/** How the cells of a style are shown. */
function formatOf(style: number): string {
  const styles = files['xl/styles.xml'] ?? '';
  const [, list = ''] = /<cellXfs[^>]*>(.*?)<\/cellXfs>/s.exec(styles) ?? [];
  const [, id = ''] = /numFmtId="(\d+)"/.exec([...list.matchAll(/<xf [^>]*>/g)][style]?.[0] ?? '') ?? [];
  return new RegExp(`numFmtId="${id}" formatCode="([^"]*)"`).exec(styles)?.[1] ?? id;
}

describe('a sheet as XLSX', () => {
  it('holds amounts as numbers, to the last đồng', () => {
    expect(cellAt('C2')).toMatchObject({ type: 'n', value: '1250000' });
    expect(cellAt('C3')).toMatchObject({ type: 'n', value: '-9007199254740991' });
    expect(formatOf(cellAt('C2').style)).toBe('#,##0');
  });

  it('holds dates as dates', () => {
    // Days since the last of 1899: what Excel counts from.
    expect(cellAt('A2')).toMatchObject({ type: 'n', value: '46023' });
    expect(cellAt('A3')).toMatchObject({ type: 'n', value: '45351' });
    expect(formatOf(cellAt('A2').style)).toBe('dd/mm/yyyy');
  });

  it('holds texts as texts, whatever they begin with and hold', () => {
    expect(cellAt('B2')).toMatchObject({ type: 's', value: '=cmd|calc!A1' });
    expect(cellAt('B3').value).toBe('Hội phí &lt;tổ 3&gt; &amp; "tổ 4" ộ');
    expect(sheetXml).not.toContain('<f>');
  });

  it('keeps its head in view, has widths, and prints on A4 with the head on every page', () => {
    expect(sheetXml).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/);
    expect(sheetXml).toMatch(/<col min="2" max="2" width="40"/);
    expect(sheetXml).toMatch(/<pageSetup [^>]*paperSize="9"/);
    expect(files['xl/workbook.xml']).toMatch(/_xlnm.Print_Titles/);
    expect(cellAt('B1').value).toBe('Nội dung');
  });

  it('sets totals in bold, with the same formats', () => {
    expect(cellAt('C4').value).toBe('5');
    expect(formatOf(cellAt('C4').style)).toBe('#,##0');
    expect(cellAt('B4').style).not.toBe(cellAt('B3').style);
  });

  it('names its tabs as Excel allows, each by itself', () => {
    const names = [...(files['xl/workbook.xml'] ?? '').matchAll(/<sheet name="([^"]*)"/g)].map(
      ([, one]) => one,
    );
    expect(names).toEqual(['Sổ quỹ  2026 2027 của xã có tên', 'Sổ quỹ  2026 2027 của xã có (2)']);
  });
});

describe('a long sheet as XLSX', () => {
  const rows = Array.from({ length: 5_000 }, (_none, index): Sheet['rows'][number] => [
    '2026-01-01',
    index === 0 ? '=cmd|calc!A1' : 'Hội phí <tổ 3> & "tổ 4"\u0000',
    index * 1_000,
    null,
  ]);

  it('lets the page draw meanwhile, and holds the same', async () => {
    let read = 0;
    const counted = Object.assign([...rows], {
      *[Symbol.iterator]() {
        for (const row of rows) {
          read += 1;
          yield row;
        }
      },
    });
    let [before, most, over] = [0, 0, false];
    const look = (): void => {
      most = Math.max(most, read - before);
      before = read;
      if (!over) setImmediate(look);
    };
    look();
    const file = await toXlsx([{ ...ledger, rows: counted }]);
    over = true;
    expect(read).toBe(5_000);
    expect(most, 'read in one turn').toBeLessThanOrEqual(500);
    files = readZip(Buffer.from(await file.arrayBuffer()));
    sheetXml = files['xl/worksheets/sheet1.xml'] ?? '';
    expect(cellAt('B1')).toMatchObject({ type: 'inlineStr', value: 'Nội dung' });
    expect(cellAt('B2')).toMatchObject({ type: 'inlineStr', value: '=cmd|calc!A1' });
    expect(cellAt('B3')).toMatchObject({ value: 'Hội phí &lt;tổ 3&gt; &amp; "tổ 4"' });
    expect(cellAt('A2')).toMatchObject({ type: 'n', value: '46023' });
    expect(formatOf(cellAt('A2').style)).toBe('dd/mm/yyyy');
    expect(cellAt('C5001')).toMatchObject({ type: 'n', value: '4999000' });
    expect(formatOf(cellAt('C5001').style)).toBe('#,##0');
    expect(cellAt('B5002'), 'the sums at its end').toMatchObject({ value: 'Cộng' });
    expect(sheetXml).toMatch(/<pane[^>]* ySplit="1"[^>]* state="frozen"/);
    expect(files['xl/workbook.xml']).toContain('name="Sổ quỹ  2026 2027 của xã có tên');
  });
});
