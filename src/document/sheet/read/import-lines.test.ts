/** From the bytes of a book to the lines of an import: what the reader tells of its cells is what a person reads. */
import { describe, expect, it } from 'vitest';
import { emptyFund } from '../../../domain/test-helpers/ledger.js';
import type { ImportPlan } from '../../../domain/fund/import/import.types.js';
import { planImport } from '../../../domain/fund/import/plan-import.js';
import { makeWorkbook, type RawCell } from '../../test-helpers/make-workbook.js';
import { windows1258 } from '../../test-helpers/windows-1258.js';
import { readSheet } from './read-sheet.js';

async function lines(file: File): Promise<ImportPlan> {
  const read = await readSheet(file);
  if (!read.ok) throw new Error(read.problem.code);
  return planImport(read.file.tables[0]!, emptyFund({ opened: '2024-01-01' }), { today: '2026-11-02' });
}
const told = (plan: ImportPlan): string[] =>
  plan.lines.map(({ line, state, problems }) => [line, state, ...problems.map(({ key }) => key)].join(' '));

const csv = [
  'Ngày;Diễn giải;Khoản mục;Thu;Chi',
  '05/01/2025;Ủng hộ quỹ;tai-tro;1,2 triệu;',
  '6-1-2025;Ủng hộ quỹ;tai-tro;1.200,5;',
  'ngày 7 tháng 1 năm 2025;In giấy khen;quan-ly;;300.000',
].join('\n');
const fromCsv = ['2 ready', '3 stop dong.not-whole', '4 ready'];

describe('the lines of a book', () => {
  it('with formulas, merged cells, a hidden line and a hidden sheet are told one by one', async () => {
    const row = (no: number, receipt: RawCell): RawCell[] => [
      `0${no}/01/2025`,
      `Ủng hộ lần ${no}`,
      'tai-tro',
      receipt,
      null,
    ];
    const bytes = makeWorkbook({
      sheets: [
        {
          name: 'Nháp',
          rows: [
            ['Ngày', 'Thu'],
            ['01/01/2025', 999],
          ],
          state: 'hidden',
        },
        {
          name: 'Sổ quỹ',
          rows: [
            ['Ngày', 'Diễn giải', 'Khoản mục', 'Thu', 'Chi'],
            row(1, 100_000),
            row(2, { inside: '<f>50000*3</f><v>150000</v>' }),
            row(3, { inside: '<f>NOW()</f>' }),
            row(4, 200_000),
            row(5, null),
            row(6, 70_000),
          ],
          hiddenLines: [7],
          behind: '<mergeCells><mergeCell ref="D5:D6"/></mergeCells>',
        },
      ],
    });
    const plan = await lines(new File([bytes], 'so-quy.xlsx'));
    expect(told(plan)).toEqual([
      '2 ready',
      '3 look import.line.formula',
      '4 stop import.line.formula import.line.formula-empty',
      '5 ready',
      '6 stop import.line.merged import.line.amount-merged',
      '7 look import.line.hidden-row',
    ]);
    expect(plan.totals).toMatchObject({ count: 4, receipts: 520_000 });
  });

  it.each([
    ['UTF-8', new TextEncoder().encode(csv)],
    ['UTF-8 with a mark', new TextEncoder().encode(`\ufeff${csv}`)],
    ['UTF-16 with a mark', new Uint8Array(Buffer.from(`\ufeff${csv}`, 'utf16le'))],
    ['UTF-16', new Uint8Array(Buffer.from(csv, 'utf16le'))],
    ['Windows-1258', windows1258(csv)],
  ])('of a text file are the same in %s', async (_name, bytes) => {
    expect(told(await lines(new File([bytes], 'so.csv')))).toEqual(fromCsv);
  });
});
