import { describe, expect, it } from 'vitest';
import { csvText } from '../sheet/csv.js';
import { sampleFund } from '../test-helpers/sample-fund.js';
import { categorySheet, ledgerSheet } from './fund-sheets.js';

const { fund, entries, pages, publicPages } = sampleFund(4);
const sheet = ledgerSheet({ fund, pages }, 'vi');
const column = (name: string): number => sheet.columns.findIndex(({ header }) => header === name);

describe('the ledger as a sheet', () => {
  it('has an entry a row in the order of the chain, with the balances after it', () => {
    expect(sheet.rows).toHaveLength(entries.length);
    const last = sheet.rows.at(-1)!;
    expect([
      last[column('Tồn tiền mặt')],
      last[column('Tồn tiền gửi')],
      last[column('Tồn hiện vật')],
    ]).toEqual([fund.balances.cash, fund.balances.bank, fund.balances.kind]);
    expect(last[column('Mã niêm phong')]).toBe(fund.head);
    expect(sheet.rows.map((row) => row[0])).toEqual(entries.map(({ no }) => no));
  });

  it('counts what was taken back against its side, goods and moves apart from money', () => {
    const of = (name: string) => (no: number) => sheet.rows[no - 1]?.[column(name)];
    const back = entries.find(({ reverses }) => reverses !== undefined)!;
    expect([of('Thu')(back.no), of('Điều chỉnh khoản số')(back.no)]).toEqual([-5_000_000, back.reverses]);
    const move = entries.find(({ kind }) => kind === 'move')!;
    expect([
      of('Thu')(move.no),
      of('Chi')(move.no),
      of('Chuyển quỹ')(move.no),
      of('Chuyển đến')(move.no),
    ]).toEqual([null, null, 3_000_000, 'Tiền mặt']);
    const goods = entries.find(({ account }) => account === 'kind')!;
    expect([of('Thu')(goods.no), of('Nhận hiện vật')(goods.no)]).toEqual([null, 4_500_000]);
  });

  it('adds up what moved, and nothing that only stands there', () => {
    const [sums = []] = sheet.totals ?? [];
    const { cash, bank } = fund.balances;
    const moved = Number(sums[column('Thu')]) - Number(sums[column('Chi')]);
    expect(fund.opening.cash + fund.opening.bank + moved).toBe(cash + bank);
    expect(sums[column('Tồn tiền mặt')]).toBeNull();
    expect(sums).toHaveLength(sheet.columns.length);
  });

  it('of a year goes on from the balance of the year before', () => {
    const year = ledgerSheet({ fund, pages }, 'vi', '2026');
    const first = entries.find(({ date }) => date > '2026')!;
    expect(year.rows[0]?.[0]).toBe(first.no);
    expect(year.rows[0]?.[column('Tồn tiền gửi')]).toBe(sheet.rows[first.no - 1]?.[column('Tồn tiền gửi')]);
  });

  it('tells strangers what they may read, and no more', () => {
    const open = csvText(ledgerSheet({ fund, pages: publicPages }, 'vi'));
    expect(open).toContain('Công ty TNHH An Phát 3');
    expect(open).not.toContain('Nội dung');
    expect(open).not.toContain('Ủng hộ quỹ');
    expect(open).not.toContain('Thôn 3');
    expect(csvText(sheet)).toContain('Thôn 3');
    expect(csvText(sheet)).not.toContain('0912345678');
  });
});

describe('a year by category as a sheet', () => {
  it('sets actual beside planned, and ends with the line that must hold', () => {
    const year = categorySheet({ fund, pages }, 'vi', '2026');
    expect(year.rows[0]).toEqual(['Thu', 'Đóng góp của hội viên', 40_000_000, 56_700_000, 0]);
    const [opening, received, paid, closing] = (year.totals ?? []).map((row) => Number(row[3]));
    expect((opening ?? 0) + (received ?? 0) - (paid ?? 0)).toBe(closing);
    expect(closing).toBe(fund.balances.cash + fund.balances.bank);
  });
});
