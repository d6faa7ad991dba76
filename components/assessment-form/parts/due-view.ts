import { dueDays } from '../../../src/domain/deadlines.js';
import type { CriteriaSetSummary } from '../../../src/domain/criteria-set.schema.js';
import { formatDate } from '../../../src/i18n/translate.js';
import type { LanguageController } from '../../base/language.js';

/**
 * When something is due by the set in the year that is assessed, in one line; empty where the set names no day. What
 * is over is said to be, and no more: it may still be taken in.
 */
export function dueLine(
  set: Pick<CriteriaSetSummary, 'deadlines'>,
  cycle: string,
  today: string,
  l: LanguageController,
): string {
  return dueDays(set, cycle, today)
    .map(({ label, date, before, passed }) => {
      const words = { what: l.text(label), date: formatDate(date) };
      const said = l.t(before ? 'form.due.before' : 'form.due.by', words);
      return passed ? l.t('form.due.passed', { due: said }) : said;
    })
    .join('; ');
}
