import { addDong } from '../../domain/fund/dong.js';
import { effectOf, signOf } from '../../domain/fund/effect.js';
import type { Account } from '../../domain/fund/money.schema.js';
import { officialDate } from '../official-date.js';
import {
  cell,
  paragraph,
  type Block,
  type Column,
  type OfficialDocument,
  type Row,
} from '../official-document.js';
import { clean } from '../wording.js';
import { daysOf, fundClosing, fundHeader, fundMargins } from './fund-frame.js';
import { linesOf, type FundPaperInput, type LedgerLine, type PrintedFund } from './fund-input.js';
import { fundWording, shortDate, type FundWording } from './fund-wording.js';
import { contentOf } from './line-content.js';
import { voucherName } from './voucher-name.js';

export interface CashBookInput extends FundPaperInput {
  /** Whose book: cash, the bank account, or goods by their value. */
  account: Account;
  year: string;
}

/** Shares of the width of a sheet on its side. */
const columns: readonly Column[] = [
  { width: 22, align: 'center' },
  { width: 22, align: 'center' },
  { width: 109, align: 'left' },
  { width: 33, align: 'right' },
  { width: 33, align: 'right' },
  { width: 33, align: 'right' },
];

/** A line of the book of one account: what came in, what went out, and what was there then. All in đồng. */
export interface CashBookLine extends LedgerLine {
  in?: number;
  out?: number;
  balance: number;
}

/** What an account of a year began with, its lines by date, and what it ended with. */
export interface CashBookYear {
  opening: number;
  lines: CashBookLine[];
  closing: number;
}

/**
 * The lines of one account in a year, in the order of their dates; those of one day as they were recorded. What was taken
 * back counts against the side where it had been.
 *
 * @throws RangeError beyond exact sums.
 */
export function cashBookYear(
  { fund, pages }: { fund: Pick<PrintedFund, 'opening'>; pages: FundPaperInput['pages'] },
  account: Account,
  year: string,
): CashBookYear {
  let opening = fund.opening[account];
  const own: LedgerLine[] = [];
  for (const line of linesOf(pages)) {
    const { entry } = line;
    if (entry.account !== account && entry.to !== account) continue;
    const of = entry.date.slice(0, 4);
    if (of < year) opening = addDong(opening, effectOf(entry)[account]);
    else if (of === year) own.push(line);
  }
  let balance = opening;
  const lines = own
    .sort(({ entry: a }, { entry: b }) => (a.date === b.date ? a.no - b.no : a.date < b.date ? -1 : 1))
    .map((line): CashBookLine => {
      const { entry } = line;
      const signed = signOf(entry) * entry.amount;
      balance = addDong(balance, effectOf(entry)[account]);
      const comes = entry.kind === 'receipt' || (entry.kind === 'move' && entry.to === account);
      return { ...line, [comes ? 'in' : 'out']: signed, balance };
    });
  return { opening, lines, closing: balance };
}

/** The book of one account for a year: opening, every line with the balance after it, sums by month, closing. */
export function cashBook(input: CashBookInput): OfficialDocument {
  const { account, year, fund, settings, lang } = input;
  const words = fundWording(lang);
  const { t } = words;
  const book = cashBookYear(input, account, year);
  const { from, to } = daysOf(fund, year);
  const title = t(`fund-paper.book.${account}`);
  const taken = book.lines.some(({ entry }) => entry.reverses !== undefined);
  return {
    lang,
    title: `${title} ${year}`,
    margins: fundMargins(settings, { left: 20, right: 15 }),
    landscape: true,
    header: fundHeader(input, words, false),
    typeName: title,
    abstract: t('fund-paper.book.about', {
      fund: clean(fund.name),
      from: shortDate(from),
      to: shortDate(to),
    }),
    bases: [],
    body: [
      paragraph(t('fund-paper.unit'), 'note'),
      table(book, input, words),
      ...(taken ? [paragraph(t('fund-paper.brackets'), 'note')] : []),
      paragraph(t('fund-paper.book.lines', { n: book.lines.length, date: officialDate(to, lang) }), 'note'),
      ...(settings.checked ? [] : [paragraph(t('fund-paper.own-form'), 'note')]),
    ],
    closing: fundClosing(
      settings,
      [t('fund-paper.signer.treasurer'), t('fund-paper.signer.accountant'), t('fund-paper.signer.head')],
      words,
    ),
    appendices: [],
  };
}

function table({ opening, lines, closing }: CashBookYear, input: CashBookInput, words: FundWording): Block {
  const { t, figure } = words;
  const bold = { bold: true };
  const names = [
    t('fund-paper.date'),
    t('fund-paper.voucher-no'),
    t('fund-paper.content'),
    t('fund-paper.in'),
    t('fund-paper.out'),
    t('fund-paper.balance'),
  ];
  const sum = (label: string, some: readonly CashBookLine[], balance: number, keep = false): Row => ({
    ...(keep && { keepWithNext: true }),
    cells: [
      cell(label, { ...bold, colSpan: 3, align: 'left' }),
      cell(figure(addDong(...some.map((one) => one.in ?? 0))), bold),
      cell(figure(addDong(...some.map((one) => one.out ?? 0))), bold),
      cell(figure(balance), bold),
    ],
  });
  const balanceOnly = (label: string, balance: number): Row => ({
    cells: [
      cell(label, { ...bold, colSpan: 3, align: 'left' }),
      cell(''),
      cell(''),
      cell(figure(balance), bold),
    ],
  });
  return {
    kind: 'table',
    columns,
    head: [{ cells: names.map((name) => cell(name, { bold: true, align: 'center' })) }],
    rows: [
      balanceOnly(t('fund-paper.book.opening'), opening),
      ...byMonth(lines).flatMap(([month, some]) => [
        ...some.map((line, index) => lineRow(line, input, words, index === some.length - 1)),
        sum(
          t('fund-paper.book.month', { month: `${month.slice(5)}/${month.slice(0, 4)}` }),
          some,
          some.at(-1)?.balance ?? opening,
        ),
      ]),
      sum(t('fund-paper.book.sum'), lines, closing, true),
      balanceOnly(t('fund-paper.book.closing'), closing),
    ],
  };
}

function byMonth(lines: readonly CashBookLine[]): [string, CashBookLine[]][] {
  const months = new Map<string, CashBookLine[]>();
  for (const line of lines) {
    const month = line.entry.date.slice(0, 7);
    const some = months.get(month);
    if (some) some.push(line);
    else months.set(month, [line]);
  }
  return [...months];
}

function lineRow(line: CashBookLine, { fund }: CashBookInput, words: FundWording, last: boolean): Row {
  const { entry } = line;
  const { figure } = words;
  return {
    // The sum of a month never stands alone at the top of a page.
    ...(last && { keepWithNext: true }),
    cells: [
      cell(shortDate(entry.date)),
      cell(voucherName(entry, words)),
      cell(contentOf(line, fund, words)),
      cell(line.in === undefined ? '' : figure(line.in)),
      cell(line.out === undefined ? '' : figure(line.out)),
      cell(figure(line.balance)),
    ],
  };
}
