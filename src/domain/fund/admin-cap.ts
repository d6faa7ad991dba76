import type { Fund, YearTotals } from './fund.schema.js';

/** How much of a year's receipts went into administration, against the cap. */
export interface AdminShare {
  /** Đồng. */
  admin: number;
  receipts: number;
  /** The most that the cap allows, rounded down to whole đồng. */
  allowed: number;
  over: boolean;
}

/** Undefined where the fund has no cap. Whole numbers only, so that an amount exactly at the cap is within it. */
export function adminShare(
  {
    adminCap,
    totals,
  }: Pick<Fund, 'adminCap'> & { totals: Record<string, Pick<YearTotals, 'admin' | 'receipts'>> },
  year: string,
): AdminShare | undefined {
  if (!adminCap) return undefined;
  const { admin = 0, receipts = 0 } = totals[year] ?? {};
  const hundredths = BigInt(Math.round(adminCap.percent * 100));
  const allowed = Number((BigInt(Math.max(receipts, 0)) * hundredths) / 10_000n);
  return { admin, receipts, allowed, over: admin > allowed };
}
