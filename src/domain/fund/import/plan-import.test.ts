import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fundPresets } from '../../../presets/fund-categories.js';
import { FundWorld, salt, treasurer } from '../../test-helpers/fund-world.js';
import { chained, emptyFund } from '../../test-helpers/ledger.js';
import { packEntries } from '../pack-entries.js';
import type { ImportOptions, ImportPlan } from './import.types.js';
import { LedgerIndex } from './ledger-index.js';
import { importRows, planImport } from './plan-import.js';
import type { Table, TableCell } from './table.types.js';

type Given = string | number | Partial<TableCell> | null;

function cell(given: Given): TableCell | undefined {
  if (given === null) return undefined;
  if (typeof given === 'string') return { text: given };
  return typeof given === 'number' ? { text: String(given), number: given } : { text: '', ...given };
}

const table = (...rows: Given[][]): Table => ({
  name: 'Sổ quỹ',
  rows: rows.map((cells, index) => ({ line: index + 1, cells: cells.map(cell) })),
});

const fund = {
  ...emptyFund({ opened: '2024-01-01', approvalLimit: 5_000_000 }),
  balances: { cash: 1_000_000, bank: 20_000_000, kind: 0 },
  categories: fundPresets.internal.categories,
};
const today = '2026-11-02';
const head = ['Ngày', 'Số phiếu', 'Diễn giải', 'Người nộp/nhận', 'Thu', 'Chi'];

function plan(
  sheet: Table,
  options: Partial<ImportOptions> = {},
  own: Partial<typeof fund> = {},
): ImportPlan {
  return planImport(sheet, { ...fund, ...own }, { today, ...options });
}
/** Every line with its reasons: "3 stop import.line.both-amounts". */
const told = ({ lines }: ImportPlan): string[] =>
  lines.flatMap(({ line, problems }) =>
    problems.map(({ key, severity }) => `${line} ${severity} ${key.replace('import.line.', '')}`),
  );
const line = (given: Given, ...rest: Given[]): Given[] => [given, ...rest];

describe('a cash book', () => {
  it('is read by its titles, with headings, sums and balances left out and told', () => {
    const read = plan(
      table(
        ['SỔ QUỸ TIỀN MẶT NĂM 2025'],
        ['STT', ...head, 'Tồn'],
        ['A', 'B', 'C', 'D', 'E', '1', '2', '3'],
        [null, null, null, 'Số dư đầu kỳ', null, null, null, '1.000.000'],
        ['1', '05/01/2025', 'PT01', 'Ủng hộ quỹ', 'Công ty Sông Hồng', '1,2 triệu', null, '2.200.000'],
        ['2', '06/01/2025', 'PC 1', 'Trao học bổng', 'Em An', null, '300.000', '1.900.000'],
        [null, null, null, 'Cộng phát sinh', null, '1.200.000', '300.000'],
      ),
    );
    expect(read.headLine).toBe(3);
    expect(read.lines.map(({ draft }) => draft)).toMatchObject([
      {
        kind: 'receipt',
        date: '2025-01-05',
        amount: 1_200_000,
        voucher: 1,
        category: 'tai-tro',
        account: 'cash',
        party: { name: 'Công ty Sông Hồng', kind: 'organisation', anonymous: false },
        details: { purpose: 'Ủng hộ quỹ' },
      },
      { kind: 'payment', date: '2025-01-06', amount: 300_000, voucher: 1, category: 'hoc-bong' },
    ]);
    expect(read.skipped.map(({ line: no, what }) => `${no} ${what}`)).toEqual(['4 opening', '7 sum']);
    expect(read.totals).toMatchObject({ count: 2, receipts: 1_200_000, payments: 300_000 });
    expect(read.after).toEqual({ cash: 1_900_000, bank: 20_000_000, kind: 0 });
    expect(read.year).toBe('2025');
  });

  it('reads dates in three styles, dates of the spreadsheet, and the day of the line above', () => {
    const amounts = ['Ủng hộ', 'Bà Lan', '100.000', null];
    const read = plan(
      table(
        head,
        line('05/01/2025', 'PT1', ...amounts),
        line('6-1-25', 'PT2', ...amounts),
        line('ngày 7 tháng 1 năm 2025', 'PT3', ...amounts),
        line({ date: '2025-01-08', text: '08/01/2025' }, 'PT4', ...amounts),
        line(null, 'PT5', ...amounts),
        line('9/1', 'PT6', ...amounts),
      ),
    );
    expect(read.lines.map(({ draft }) => draft.date?.slice(8))).toEqual(['05', '06', '07', '08', '08', '09']);
    expect(told(read).filter((one) => one.includes('date'))).toEqual([
      '6 look date-carried',
      '7 look date-no-year',
    ]);
  });

  it('says what stands in the cell whose amount is refused', () => {
    const read = plan(
      table(
        head,
        ['05/01/2025', 'PT1', 'Ủng hộ', 'Bà Lan', '1.200,5', null],
        ['05/01/2025', 'PT2', 'Ủng hộ', 'Bà Lan', '−100.000', null],
        ['05/01/2025', 'PT3', 'Ủng hộ', 'Bà Lan', { text: '1200.5', number: 1200.5 }, null],
        ['05/01/2025', 'PT4', 'Ủng hộ', 'Bà Lan', null, null],
      ),
    );
    const amounts = read.lines.flatMap(({ problems }) =>
      problems.filter(({ key }) => key.startsWith('dong.')),
    );
    expect(amounts.map(({ key, params }) => [key, params])).toEqual([
      ['dong.not-whole', { text: '1.200,5' }],
      ['dong.negative', { text: '−100.000' }],
      ['dong.not-whole', { text: '1200.5' }],
      ['dong.missing', {}],
    ]);
  });

  it('quotes a category that it does not know', () => {
    const read = plan(
      table([...head, 'Khoản mục'], ['05/01/2025', 'PT6', 'Việc lạ', 'Bà Lan', '100.000', null, 'Chi lạ']),
    );
    expect(read.lines[0]?.problems).toMatchObject([
      { key: 'import.line.category-unknown', severity: 'stop', params: { text: 'Chi lạ' } },
    ]);
  });

  it('names every line that cannot be taken, and why', () => {
    const read = plan(
      table(
        head,
        ['05/01/2025', 'PT1', 'Ủng hộ', 'Bà Lan', '1.200,5', null],
        ['05/01/2025', 'PT2', 'Ủng hộ', 'Bà Lan', '100.000', '50.000'],
        ['31/02/2025', 'PT3', 'Ủng hộ', 'Bà Lan', '100.000', null],
        ['05/01/2024', 'PT4', 'Ủng hộ', 'Bà Lan', '100.000', null],
        ['05/12/2026', 'PT5', 'Ủng hộ', 'Bà Lan', '100.000', null],
        ['05/01/2025', 'PT6', 'Việc lạ', 'Bà Lan', '100.000', null],
        ['05/01/2025', 'PT7', 'Ủng hộ', 'Bà Lan', { text: '#REF!', error: true }, null],
        ['05/01/2025', 'PT8', 'Ủng hộ', 'Bà Lan', { text: '', formula: true }, null],
        ['05/01/2025', 'PT9', 'Ủng hộ', 'Bà Lan', null, null],
        ['06/01/2025', 'PC1', 'Học bổng', 'Em An', null, '900 triệu'],
        ['06/01/2025', 'PT10', 'Ủng hộ', 'Bà Lan', '100.000', null],
        ['06/01/2025', 'PT10', 'Ủng hộ', 'Bà Mai', '100.000', null],
      ),
      {},
      { years: [{ ...closed2024 }] },
    );
    expect(told(read).filter((one) => one.includes(' stop '))).toEqual([
      '2 stop dong.not-whole',
      '3 stop both-amounts',
      '4 stop date-unreadable',
      '5 stop date-closed',
      '6 stop date-future',
      '7 stop category-missing',
      '8 stop cell-error',
      '9 stop formula-empty',
      '10 stop dong.missing',
      '11 stop insufficient',
      '13 stop voucher-twice',
    ]);
    expect(read.totals).toMatchObject({ count: 1, receipts: 100_000 });
  });

  it('stops lines of another year than the one that is imported, unless all years are wanted', () => {
    const sheet = table(
      head,
      ['05/01/2025', 'PT1', 'Ủng hộ', 'Bà Lan', '100.000', null],
      ['06/01/2025', 'PT2', 'Ủng hộ', 'Bà Lan', '100.000', null],
      ['05/01/2026', 'PT1', 'Ủng hộ', 'Bà Lan', '100.000', null],
    );
    expect(told(plan(sheet))).toContain('4 stop date-other-year');
    expect(plan(sheet, { year: 'all' }).totals.count).toBe(3);
  });

  it('takes formulas, merged and hidden cells only with a look at them', () => {
    const rows = table(
      head,
      ['05/01/2025', 'PT1', 'Ủng hộ', 'Bà Lan', { text: '100000', number: 100_000, formula: true }, null],
      ['05/01/2025', 'PT2', { text: 'Ủng hộ', merged: 'below' }, 'Bà Mai', '100.000', null],
      ['05/01/2025', 'PT3', 'Ủng hộ', 'Bà Ba', { text: '100000', number: 100_000, merged: 'below' }, null],
    );
    const hidden = { ...rows.rows[1]!, hidden: true as const, line: 9 };
    const read = plan({ ...rows, rows: [...rows.rows, hidden] }, { vouchers: 'none' });
    expect(told(read).filter((one) => !one.includes('category'))).toEqual([
      '2 look formula',
      '3 look merged',
      '4 look merged',
      '4 stop amount-merged',
      '9 look hidden-row',
      '9 look formula',
      '9 look same-line',
    ]);
  });
});

const closed2024 = {
  year: '2024',
  opening: fund.opening,
  closing: fund.opening,
  receipts: 0,
  payments: 0,
  kindIn: 0,
  kindOut: 0,
  admin: 0,
  cash: 0,
  bank: 0,
  count: 0,
  head: fund.head,
  closedAt: '2025-01-05T00:00:00.000Z',
  closedBy: { id: 'a', name: 'A' },
};

describe('other books', () => {
  it('have one signed column, where a minus or brackets go out', () => {
    const read = plan(
      table(
        ['Ngày', 'Nội dung', 'Số tiền'],
        ['05/01/2025', 'Ủng hộ', 500_000],
        ['06/01/2025', 'Học bổng', -200_000],
        ['07/01/2025', 'Văn phòng phẩm', '(50.000)'],
      ),
    );
    expect(read.lines.map(({ draft }) => `${draft.kind} ${draft.amount}`)).toEqual([
      'receipt 500000',
      'payment 200000',
      'payment 50000',
    ]);
  });

  it('say the side in a column, in the heading above, or not at all', () => {
    const titles = ['Ngày', 'Loại', 'Nội dung', 'Số tiền'];
    const read = plan(
      table(
        titles,
        ['05/01/2025', 'Thu', 'Ủng hộ', '500.000'],
        ['05/01/2025', null, 'Ủng hộ', '400.000'],
        ['II. PHẦN CHI'],
        ['06/01/2025', null, 'Học bổng', '200.000'],
      ),
    );
    expect(read.lines.map(({ draft }) => draft.kind)).toEqual(['receipt', undefined, 'payment']);
    expect(told(read)).toContain('3 stop kind-unknown');
  });

  it('count in thousands where the heading says so, and lie in the bank where it says that', () => {
    const read = plan(
      table(
        ['SỔ TIỀN GỬI NGÂN HÀNG (ĐVT: nghìn đồng)'],
        ['Ngày', 'Nội dung', 'Thu', 'Chi'],
        ['05/01/2025', 'Ủng hộ', 500, null],
        ['06/01/2025', 'Rút tiền về quỹ tiền mặt', null, 300],
      ),
    );
    expect(read.lines.map(({ draft }) => draft)).toMatchObject([
      { kind: 'receipt', account: 'bank', amount: 500_000 },
      { kind: 'move', account: 'bank', to: 'cash', amount: 300_000 },
    ]);
    expect(read.after).toEqual({ cash: 1_300_000, bank: 20_200_000, kind: 0 });
    expect(read.problems.map(({ key }) => key)).toEqual(['import.plan.unit']);
  });

  it('are understood by hand where no title tells', () => {
    const sheet = table(['05/01/2025', 'x', '500.000'], ['06/01/2025', 'y', '300.000']);
    expect(plan(sheet).problems.map(({ key }) => key)).toEqual(['import.plan.no-header']);
    const read = plan(sheet, {
      columns: ['date', 'purpose', 'receipt'],
      categories: { receipt: 'thu-khac' },
      vouchers: 'next',
    });
    expect(read.totals).toMatchObject({ count: 2, receipts: 800_000 });
    expect(told(read)).toEqual(['1 look category-default', '2 look category-default']);
    expect(read.lines[0]?.draft.voucher).toBe('next');
  });
});

describe('the same file twice', () => {
  const sheet = table(
    ['Ngày', 'Nội dung', 'Họ tên', 'Thu', 'Chi'],
    ['05/01/2025', 'Ủng hộ', 'Bà Lan', '100.000', null],
    ['05/01/2025', 'Ủng hộ', 'Bà Mai', '100.000', null],
    ['06/01/2025', 'Ủng hộ', 'Bà Lan', '100.000', null],
  );

  it('takes nothing again that is in the ledger or waits, and everything that is not', () => {
    const first = plan(sheet);
    expect(first.totals.count).toBe(3);
    const rows = importRows(first, () => salt);
    const loose = rows
      .slice(0, 1)
      .map(({ kind, account, amount, date }) => ({ kind, account, amount, date }));
    const { entries } = chained(emptyFund({ opened: '2024-01-01' }), loose);
    const ledger = new LedgerIndex();
    ledger.addPage({
      entries: packEntries(entries),
      secrets: [
        {
          id: 'q.1',
          version: 1,
          fund: 'q',
          by: { id: 'a', name: 'A' },
          party: { salt, name: 'Bà Lan', kind: 'person', anonymous: false },
        },
      ],
    });
    expect(told(plan(sheet, { ledger })).filter((one) => one.includes('stop'))).toEqual(['2 stop in-ledger']);
    ledger.addDraft({ kind: 'fund.import', payload: { fund: 'q', rows: rows.slice(1) } });
    const second = plan(sheet, { ledger });
    expect(told(second).filter((one) => one.includes('stop'))).toEqual([
      '2 stop in-ledger',
      '3 stop in-waiting',
      '4 stop in-waiting',
    ]);
    expect(importRows(second, () => salt)).toEqual([]);
    expect(plan(sheet, { ledger, again: true }).totals.count).toBe(3);
  });

  it('refuses numbers of vouchers in use', () => {
    const read = plan(
      table(head, ['05/01/2025', 'PT7', 'Ủng hộ', 'Bà Lan', '100.000', null]),
      { again: true },
      { vouchers: { '2025-receipt': [5, 8] } },
    );
    expect(told(read)).toContain('2 stop voucher-used');
  });
});

describe('whatever the lines are', () => {
  const amount = fc.oneof(
    fc.integer({ min: -2_000_000, max: 9_000_000 }),
    fc.constantFrom('1,2 triệu', '1.2tr', '1.200.000', '1.200,5', 'abc', ''),
  );
  const row = fc.tuple(
    fc.constantFrom('05/01/2025', '06-01-25', '2025-02-03', '31/02/2025', '13/2025', '01/01/2026', null),
    fc.constantFrom('PT1', 'PT2', 'PC1', 'x', null),
    fc.constantFrom('Ủng hộ', 'Học bổng', 'Nộp tiền vào ngân hàng', 'Cộng', 'Việc lạ'),
    fc.constantFrom('Bà Lan', 'Em An', null),
    fc.oneof(amount, fc.constant(null)),
    fc.oneof(amount, fc.constant(null)),
  );

  it('the accepted ones change the balances by what they add up to, and the fund takes all of them', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 12 }), async (rows) => {
        const world = await FundWorld.opened({ categories: fund.categories, approvalLimit: 100_000_000 });
        const before = world.fund;
        const read = planImport(table(head, ...rows), before, { today: '2026-03-10' });
        const { totals } = read;
        expect(read.after.cash + read.after.bank - before.balances.cash - before.balances.bank).toBe(
          totals.receipts - totals.payments,
        );
        const accepted = importRows(read, () => salt);
        expect(accepted).toHaveLength(totals.count);
        if (accepted.length === 0) return;
        await world.must(treasurer, 'fund.import', 'nhap', 0, { fund: before.id, rows: accepted });
        expect(world.fund.balances).toEqual(read.after);
      }),
      { numRuns: 60 },
    );
  });

  it('every row of the file is a line, a row that is told, or has nothing in it', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 12 }), (rows) => {
        const read = plan(table(head, ...rows));
        const seen = [...read.lines, ...read.skipped].map((one) => one.line).sort((a, b) => a - b);
        expect(new Set(seen).size).toBe(seen.length);
        expect(seen).toEqual(rows.map((_row, index) => index + 2));
      }),
    );
  });
});
