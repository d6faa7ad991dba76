import type { AdminCap } from '../domain/fund/fund.schema.js';
import type { AwardLevel } from '../domain/fund/round.schema.js';
import type { LocalText } from '../domain/text.schema.js';

/** What stands beside everything here, on screen and on paper. */
const sample: LocalText = {
  vi: 'Mẫu, chưa đối chiếu văn bản',
  en: 'Sample, not checked against the official text',
};

/**
 * A scale of awards to begin with, after one that a district's fund published in 2012; each fund decides its own.
 * Đồng.
 */
export const sampleAwardScale: { source: LocalText; levels: AwardLevel[] } = {
  source: sample,
  levels: [
    {
      id: 'hoan-canh-kho-khan',
      label: { vi: 'Học bổng vượt khó', en: 'Scholarship for pupils in hardship' },
      amount: 300_000,
      private: true,
    },
    {
      id: 'giai-nhat-tinh',
      label: { vi: 'Giải Nhất cấp tỉnh', en: 'First prize of the province' },
      amount: 400_000,
    },
    {
      id: 'giai-nhat-quoc-gia',
      label: { vi: 'Giải Nhất cấp quốc gia', en: 'First national prize' },
      amount: 500_000,
    },
  ],
};

/** A cap on administration to begin with: no such cap was found in the decree in force. */
export const sampleAdminCap: AdminCap = { percent: 5, of: 'receipts', source: sample };
