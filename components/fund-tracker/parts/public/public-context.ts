import type { LedgerBook } from '../../../../src/client/ledger/ledger-book.js';
import type { PublicFund } from '../../../../src/domain/fund/fund-query.schema.js';
import { formatDong } from '../../../../src/i18n/format-dong.js';
import type { LanguageController } from '../../../base/language.js';
import type { FundHost } from '../../fund-view.js';

/** What the parts of the public view are drawn from. */
export interface PublicContext {
  readonly host: FundHost;
  readonly l: LanguageController;
  readonly fund: PublicFund;
  /** Absent while the ledger is being read. */
  readonly book: LedgerBook | undefined;
  /** The year looked at; absent for all years. */
  readonly year: number | undefined;
}

/** An amount with its currency, in the reader's language. */
export const dong = (amount: number, l: LanguageController): string => formatDong(amount, l.lang);

/** Name of a category; one that the fund does not name is called by its id. */
export function categoryLabel({ fund, l }: PublicContext, id: string | undefined): string {
  const category = fund.categories.find((one) => one.id === id);
  return category ? l.text(category.label) : (id ?? '');
}

/** A day number as people write dates. */
export function dayText(day: number): string {
  const date = new Date(day * 86_400_000);
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${two(date.getUTCDate())}/${two(date.getUTCMonth() + 1)}/${date.getUTCFullYear()}`;
}
