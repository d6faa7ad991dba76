import { clean } from '../wording.js';
import type { LedgerLine, PrintedFund } from './fund-input.js';
import type { FundWording } from './fund-wording.js';

/** What a line is about, in one line: whose it is, what for, and what it takes back. */
export function contentOf(
  line: LedgerLine,
  fund: Pick<PrintedFund, 'categories'>,
  words: FundWording,
): string {
  const { entry, party, details } = line;
  const said = [clean(party?.name ?? ''), purposeOf(line, fund, words)].filter(Boolean).join(': ');
  if (entry.reverses === undefined) return said;
  const reason = clean(details?.reason ?? '');
  const back = words.t('fund-paper.reverses', { no: entry.reverses });
  return [reason ? `${back} (${reason})` : back, said].filter(Boolean).join('; ');
}

/** What for: in the words of the voucher, else its category. */
export function purposeOf(
  { entry, details }: LedgerLine,
  { categories }: Pick<PrintedFund, 'categories'>,
  words: FundWording,
): string {
  if (entry.kind === 'move') return words.t(`fund-paper.move.${entry.to === 'cash' ? 'cash' : 'bank'}`);
  return clean(details?.purpose ?? '') || words.category(categories, entry.category);
}
