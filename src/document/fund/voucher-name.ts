import type { Entry } from '../../domain/fund/entry.schema.js';
import type { FundWording } from './fund-wording.js';

/** A voucher as it is called in the books: "PT 012", "PC 007"; empty where an entry has none. */
export function voucherName({ kind, voucher }: Pick<Entry, 'kind' | 'voucher'>, { t }: FundWording): string {
  if (voucher === undefined || kind === 'move') return '';
  return t(`fund-paper.voucher.short.${kind}`, { no: String(voucher).padStart(3, '0') });
}
