import type { Lang } from '../i18n/translate.js';
import { wording } from './wording.js';

/**
 * A date as written on official papers: days below 10 and the months 1 and 2 get a leading zero, other months none.
 * An empty or damaged date leaves room to write one.
 */
export function officialDate(iso: string, lang: Lang): string {
  const { t } = wording(lang);
  const [, yyyy, mm, dd] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(iso) ?? [];
  if (!yyyy || !mm || !dd) return t('document.date.blank');
  const month = Number(mm);
  return t('document.date', {
    day: lang === 'vi' ? dd : String(Number(dd)),
    month: lang === 'vi' ? (month < 3 ? mm : String(month)) : (englishMonths[month - 1] ?? mm),
    year: yyyy,
  });
}

const englishMonths = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** Number of a paper with its leading zero, "5" becomes "05"; empty leaves room to write one. */
export function officialNumber(number: string): string {
  const typed = number.trim();
  if (typed === '') return '\u00a0'.repeat(8);
  return /^\d$/.test(typed) ? `0${typed}` : typed;
}
