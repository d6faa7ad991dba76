import type { Lang } from '../../i18n/translate.js';
import { asciiName } from '../file-name.js';
import type { PrintedFund } from './fund-input.js';
import { fundWording } from './fund-wording.js';

/** What a fund leaves as a file. */
export type FundFile =
  | 'receipt'
  | 'payment'
  | 'move'
  | 'cash'
  | 'bank'
  | 'kind'
  | 'report'
  | 'list'
  | 'roll'
  | 'ledger'
  | 'grants'
  | 'beancount';

/**
 * Name of a file without its ending, in plain ASCII: `bao-cao-thu-chi-2026-quy-khuyen-hoc-xa-mau`. `which`: a year, the
 * number of a voucher, the title of a round.
 */
export function fundFileName(
  file: FundFile,
  fund: Pick<PrintedFund, 'name'>,
  which: string,
  lang: Lang,
): string {
  return asciiName([fundWording(lang).t(`fund-file.${file}`), which, fund.name]);
}
