import type { Details, Entry, OpenedParty } from '../../domain/fund/entry.schema.js';
import type { Category, ClosedYear, Fund } from '../../domain/fund/fund.schema.js';
import type { LedgerPage, PublicLedgerPage } from '../../domain/fund/fund-query.schema.js';
import { unpackEntries } from '../../domain/fund/pack-entries.js';
import { openedParty } from '../../domain/fund/public-fund.js';
import type { Lang } from '../../i18n/translate.js';
import type { Margins } from '../layout.js';

/** What papers and files say of a fund; a public one has all of it. */
export type PrintedFund = Pick<
  Fund,
  | 'id'
  | 'name'
  | 'regime'
  | 'place'
  | 'categories'
  | 'plan'
  | 'adminCap'
  | 'opened'
  | 'opening'
  | 'balances'
  | 'count'
  | 'head'
  | 'totals'
> & { years: readonly Omit<ClosedYear, 'closedBy'>[] };

/** A fund with its whole ledger, as a back end answers it: to its treasurer, or to anybody. */
export interface FundBook {
  fund: PrintedFund;
  pages: readonly (LedgerPage | PublicLedgerPage)[];
}

/** What stands on a paper beside the ledger; what is empty is left out, or left to be written by hand. */
export interface FundPaperSettings {
  /** Above the organisation: the association that the fund belongs to. */
  parentOrganisation?: string;
  /** Default: the fund. */
  organisation?: string;
  address?: string;
  /** Default: the fund's. */
  place?: string;
  /** Of an official paper: "5" and "BC-HKH". */
  number?: string;
  symbol?: string;
  /** ISO date of the paper. */
  date?: string;
  /** "Căn cứ" lines. Default: what the fund's regime rests on. */
  bases?: readonly string[];
  /** "Nơi nhận". */
  recipients?: readonly string[];
  /** In place of the usual ones. */
  signatures?: readonly { authority?: string; title: string; name?: string }[];
  /** Somebody compared the form with an official one: the words that say otherwise are left out. */
  checked?: boolean;
  /** Millimetres. */
  margins?: Partial<Margins>;
}

/** What every paper of a fund is made from. */
export interface FundPaperInput extends FundBook {
  settings: FundPaperSettings;
  lang: Lang;
}

/** An entry with what of its private part is known here. */
export interface LedgerLine {
  entry: Entry;
  party?: Pick<OpenedParty, 'name' | 'kind'>;
  /** Private; absent in public and where it was erased. */
  details?: Omit<Details, 'salt' | 'evidence'>;
}

/** The lines of a ledger in the order of its entries, with as much as the pages tell: names and purposes to a treasurer. */
export function linesOf(pages: FundBook['pages']): LedgerLine[] {
  return pages.flatMap((page): LedgerLine[] => {
    const entries = unpackEntries(page.entries);
    if (!isPrivate(page)) return withParties(entries, page);
    return entries.map((entry, index) => {
      const { party, details } = page.secrets[index] ?? {};
      return { entry, ...(party && { party }), ...(details && { details }) };
    });
  });
}

/** The same lines with what anybody may read, whatever the pages tell. */
export function openLinesOf(pages: FundBook['pages'], categories: readonly Category[]): LedgerLine[] {
  const known = new Map(categories.map((category) => [category.id, category]));
  return pages.flatMap((page): LedgerLine[] => {
    const entries = unpackEntries(page.entries);
    if (!isPrivate(page)) return withParties(entries, page);
    return entries.map((entry, index) => {
      const party = openedParty(entry, page.secrets[index] ?? {}, known);
      return { entry, ...(party && { party }) };
    });
  });
}

function isPrivate(page: LedgerPage | PublicLedgerPage): page is LedgerPage {
  return 'secrets' in page;
}

function withParties(entries: readonly Entry[], { parties }: PublicLedgerPage): LedgerLine[] {
  const opened = new Map(parties.map((party) => [party.no, party]));
  return entries.map((entry) => {
    const party = opened.get(entry.no);
    return { entry, ...(party && { party }) };
  });
}
