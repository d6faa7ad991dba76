import type { OfficialDocument } from '../../../../../src/document/index.js';
import type { FundPaperSettings, Sheet } from '../../../../../src/document/index.js';
import type { Entry } from '../../../../../src/domain/fund/entry.schema.js';
import type { Award, Round } from '../../../../../src/domain/fund/round.schema.js';
import { saveFile } from '../../../../base/files.js';
import type { Desk } from '../desk.js';

/** Papers and files of a year. */
export const yearPapers = ['report', 'cash', 'bank', 'kind', 'donors'] as const;
export type YearPaper = (typeof yearPapers)[number];
export type PaperForm = 'print' | 'docx';

const documents = () => import('../../../../../src/document/index.js');

/** Prints a paper, or hands it over as DOCX. False where the browser prints nothing. */
async function handOver(paper: OfficialDocument, name: string, as: PaperForm): Promise<boolean> {
  const { printDocument, toDocx } = await documents();
  if (as === 'print') return printDocument(paper, { window, title: name });
  saveFile(await toDocx(paper), `${name}.docx`);
  return true;
}

const bookOf = ({ view, session }: Desk) => ({ fund: view.fund, pages: session.ledger.pages() });

/** A paper of a year: report, cash book, bank book, book of goods, donors' roll. */
export async function yearPaper(
  desk: Desk,
  which: YearPaper,
  year: string,
  settings: FundPaperSettings,
  as: PaperForm,
): Promise<boolean> {
  const papers = await (await documents()).fundPapers();
  const { lang } = desk.l;
  const input = { ...bookOf(desk), settings, lang, year };
  const paper =
    which === 'report'
      ? papers.yearlyReport({ ...input, rounds: desk.view.rounds })
      : which === 'donors'
        ? papers.donorsRoll(input)
        : papers.cashBook({ ...input, account: which });
  const file = which === 'donors' ? 'roll' : which;
  return handOver(paper, papers.fundFileName(file, desk.view.fund, year, lang), as);
}

/** The voucher of one entry. */
export async function voucherPaper(desk: Desk, entry: Entry, as: PaperForm): Promise<boolean> {
  const papers = await (await documents()).fundPapers();
  const secret = desk.session.ledger.secret(entry.no);
  const paper = papers.voucher({
    fund: desk.view.fund,
    entry,
    ...(secret && { secret }),
    settings: {},
    lang: desk.l.lang,
  });
  const { fund } = desk.view;
  return handOver(
    paper,
    papers.fundFileName(entry.kind, fund, String(entry.voucher ?? entry.no), desk.l.lang),
    as,
  );
}

/** The list that recipients sign. */
export async function signaturePaper(
  desk: Desk,
  round: Round,
  awards: readonly Award[],
  as: PaperForm,
): Promise<boolean> {
  const papers = await (await documents()).fundPapers();
  const paper = papers.signatureList({
    fund: desk.view.fund,
    round,
    awards,
    settings: {},
    lang: desk.l.lang,
  });
  return handOver(paper, papers.fundFileName('list', desk.view.fund, round.title, desk.l.lang), as);
}

/** The same list as a file for spreadsheets. */
export async function recipientsFile(
  desk: Desk,
  round: Round,
  awards: readonly Award[],
  as: 'xlsx' | 'csv',
): Promise<void> {
  const { fundPapers, toCsv, toXlsx } = await documents();
  const papers = await fundPapers();
  const { lang } = desk.l;
  const { fund } = desk.view;
  const sheet = papers.recipientsSheet({ fund, round, awards, settings: {}, lang });
  const name = papers.fundFileName('list', fund, round.title, lang);
  saveFile(as === 'csv' ? toCsv(sheet) : await toXlsx([sheet]), `${name}.${as}`);
}

/** The ledger of a year as a file for spreadsheets, or as text for double-entry programs. */
export async function yearFile(desk: Desk, year: string, as: 'xlsx' | 'csv' | 'beancount'): Promise<void> {
  const { fundPapers, toCsv, toXlsx } = await documents();
  const papers = await fundPapers();
  const { lang } = desk.l;
  const { fund } = desk.view;
  const name = papers.fundFileName('ledger', fund, year, lang);
  if (as === 'beancount') {
    const plain = papers.fundFileName('beancount', fund, '', lang);
    return saveFile(papers.toBeancount(bookOf(desk), lang), `${plain}.beancount`);
  }
  const sheet: Sheet = papers.ledgerSheet(bookOf(desk), lang, year);
  if (as === 'csv') return saveFile(toCsv(sheet), `${name}.csv`);
  const sheets = [
    sheet,
    papers.categorySheet(bookOf(desk), lang, year),
    papers.donorsSheet(bookOf(desk), lang, year),
  ];
  saveFile(await toXlsx(sheets), `${name}.xlsx`);
}
