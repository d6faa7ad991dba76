import { adminShare, type AdminShare } from '../../domain/fund/admin-cap.js';
import type { Fund } from '../../domain/fund/fund.schema.js';
import { isLate } from '../../domain/fund/late-entry.js';
import { voucherGaps } from '../../domain/fund/vouchers.js';
import type { FundLedger } from './fund-ledger.js';

/** What is looked at before a year is closed. */
export interface YearCheck {
  /** The year is over. */
  readonly over: boolean;
  /** What waits for a second person. */
  readonly waiting: number;
  /** Voucher numbers that were passed over: "PT 3", "PC 7–9". */
  readonly gaps: readonly string[];
  /** Entries recorded too many days after their date. */
  readonly late: number;
  /** Entries without a picture or a link as evidence. */
  readonly bare: number;
  readonly admin: AdminShare | undefined;
}

/** "PT 3", "PC 7–9" of one year. */
export function gapTexts(vouchers: Fund['vouchers'], year: string): string[] {
  return (['receipt', 'payment'] as const).flatMap((kind) =>
    voucherGaps(vouchers[`${year}-${kind}`] ?? []).map(({ from, to }) => {
      const mark = kind === 'receipt' ? 'PT' : 'PC';
      return from === to ? `${mark} ${from}` : `${mark} ${from}–${to}`;
    }),
  );
}

/** Looks at a year by the dates of its entries. `today`: ISO date. */
export function checkYear(fund: Fund, ledger: FundLedger, year: string, today: string): YearCheck {
  const { columns } = ledger.book;
  let late = 0;
  let bare = 0;
  for (let row = 0; row < columns.count; row += 1) {
    if (Math.floor(columns.months[row]! / 12) !== Number(year)) continue;
    const entry = ledger.entry(row + 1);
    if (entry && isLate(entry, fund.lateAfterDays)) late += 1;
    if (!ledger.secret(row + 1)?.details?.evidence?.length) bare += 1;
  }
  return {
    over: today.slice(0, 4) > year,
    waiting: fund.waiting.filter(({ from }) => from.slice(0, 4) <= year).length,
    gaps: gapTexts(fund.vouchers, year),
    late,
    bare,
    admin: adminShare(fund, year),
  };
}
