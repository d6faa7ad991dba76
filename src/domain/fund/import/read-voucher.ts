import { LAST_VOUCHER } from '../vouchers.js';
import { plainWords } from './words.js';

/** A voucher's number, and the side that its letters name. */
export interface VoucherReading {
  /** Undefined where it is no plain number of the year: it is kept as text. */
  no?: number;
  kind?: 'receipt' | 'payment';
}

/** Letters before or behind the number: "PT 015", "12/PC", "Số 7". */
const pattern =
  /^(?:so |phieu |chung tu |ct )*(pt|pc|t|c|thu|chi)? ?0*(\d{1,6})(?: (pt|pc|t|c))?(?: (\d{4}))?$/;

/**
 * Reads the number of a voucher: "15", "PT015", "PC 015/2025", "15/PT". "PT01/12" is the first one of December to most
 * people, which is no number within a year.
 */
export function readVoucher(text: string, year: string): VoucherReading {
  const words = plainWords(text).replace(/([a-z])(\d)/g, '$1 $2');
  const [, before, digits, behind, said] = pattern.exec(words) ?? [];
  const letters = before ?? behind ?? /^(pt|pc)\b/.exec(words)?.[1];
  const kind =
    letters === undefined
      ? undefined
      : /^(pt|t|thu)$/.test(letters)
        ? ('receipt' as const)
        : ('payment' as const);
  const no = Number(digits);
  const ofYear =
    digits !== undefined && no >= 1 && no <= LAST_VOUCHER && (said === undefined || said === year);
  return { ...(ofYear && { no }), ...(kind && { kind }) };
}
