import { margins as usual, type Margins } from '../layout.js';
import { officialDate, officialNumber } from '../official-date.js';
import type { Closing, PaperHeader, Signature } from '../official-document.js';
import { closedLines } from '../paper-frame.js';
import { clean, upper } from '../wording.js';
import type { FundPaperSettings, PrintedFund } from './fund-input.js';
import type { FundWording } from './fund-wording.js';

interface Framed {
  fund: Pick<PrintedFund, 'name' | 'place'>;
  settings: FundPaperSettings;
}

/** Who issues the fund's papers: what the settings name, or the fund itself. */
export function issuerOf({
  fund,
  settings,
}: Pick<Framed, 'settings'> & { fund: Pick<PrintedFund, 'name'> }): string {
  return clean(settings.organisation ?? '') || clean(fund.name);
}

/** Head of an official paper of the fund; without a number where the paper has none. */
export function fundHeader(input: Framed, words: FundWording, numbered: boolean): PaperHeader {
  const { fund, settings } = input;
  const { t, lang } = words;
  const parent = clean(settings.parentOrganisation ?? '');
  const place = clean(settings.place ?? '') || clean(fund.place.name) || '..........';
  const symbol = upper(clean(settings.symbol ?? ''), 'vi').replace(/\s*-\s*/g, '-') || 'BC';
  return {
    ...(parent && { parentOrganisation: upper(parent, lang) }),
    organisation: upper(issuerOf(input), lang),
    ...(numbered && {
      number: t('document.number', { number: officialNumber(settings.number ?? ''), symbol }),
    }),
    nation: t('document.nation'),
    motto: t('document.motto'),
    placeDate: t('document.place-date', { place, date: officialDate(settings.date ?? '', lang) }),
  };
}

/**
 * Signatures as set, else these titles, each with room for a name written by hand. `sent`: the paper goes to somebody, so
 * that recipients stand on it.
 */
export function fundClosing(
  settings: FundPaperSettings,
  titles: readonly string[],
  words: FundWording,
  sent = false,
): Closing {
  const { t, lang } = words;
  const recipients = closedLines((settings.recipients ?? []).map((line) => line.replace(/^\s*[-–•]\s*/, '')));
  const given = settings.signatures ?? [];
  const signatures: Signature[] = (given.length > 0 ? given : titles.map((title) => ({ title }))).map(
    (one: { authority?: string; title: string; name?: string }) => {
      const authority = clean(one.authority ?? '');
      const name = clean(one.name ?? '');
      return {
        ...(authority && { authority: upper(authority, lang) }),
        title: upper(clean(one.title), lang),
        hint: t('document.sign-here'),
        ...(name && { name }),
      };
    },
  );
  return {
    ...(sent &&
      recipients.length > 0 && { recipients: { label: t('document.recipients'), lines: recipients } }),
    signatures,
  };
}

/** Millimetres; those of the decree where nothing else is set. */
export function fundMargins(settings: FundPaperSettings, narrow?: Partial<Margins>): Margins {
  return { ...usual, ...narrow, ...settings.margins };
}

/** First and last day of the fund's books in a year. */
export function daysOf({ opened }: Pick<PrintedFund, 'opened'>, year: string): { from: string; to: string } {
  const first = `${year}-01-01`;
  return { from: opened > first ? opened : first, to: `${year}-12-31` };
}
