import { addDong } from '../../domain/fund/dong.js';
import { adminShare } from '../../domain/fund/admin-cap.js';
import type { Round } from '../../domain/fund/round.schema.js';
import { formatDong } from '../../i18n/format-dong.js';
import { formatNumber } from '../../i18n/translate.js';
import { heading, paragraph, text, type Block, type OfficialDocument } from '../official-document.js';
import { closedLines } from '../paper-frame.js';
import { clean } from '../wording.js';
import { daysOf, fundClosing, fundHeader, fundMargins, issuerOf } from './fund-frame.js';
import type { FundPaperInput } from './fund-input.js';
import { fundWording, shortDate, type FundWording } from './fund-wording.js';
import { goodsTable, moneyTable, roundsTable } from './report-tables.js';
import { yearFigures, type YearFigures } from './year-figures.js';

export interface YearlyReportInput extends FundPaperInput {
  year: string;
  /** Titles of the rounds that were paid. */
  rounds: readonly Pick<Round, 'id' | 'title'>[];
}

/**
 * The yearly report of what was received and used, for publication: money by category against the plan, goods apart,
 * the cap on administration, rounds, and the hash of the last entry, which a reader can compare with the public ledger.
 * It names nobody. What it says is added up from the entries; where these do not agree with the fund's own record, or the
 * year is not closed, a frame says so.
 *
 * @throws RangeError beyond exact sums.
 */
export function yearlyReport(input: YearlyReportInput): OfficialDocument {
  const { fund, year, settings, lang } = input;
  const words = fundWording(lang);
  const { t } = words;
  const figures = yearFigures(input, year);
  const abstract = t('fund-paper.report.about', { fund: clean(fund.name), year });
  const notice = noticeOf(figures, year, settings.checked === true, words);
  return {
    lang,
    title: abstract,
    margins: fundMargins(settings),
    header: fundHeader(input, words, true),
    ...(notice && { notice }),
    typeName: t('document.report'),
    abstract,
    bases: closedLines(settings.bases ?? usualBases(input, words)),
    body: [
      paragraph(intro(input, words)),
      ...chapters(input, figures, words).flatMap(([title, blocks], index) => [
        heading(1, `${roman[index] ?? ''}. ${title}`),
        ...blocks,
      ]),
      ...(settings.checked ? [] : [paragraph(t('fund-paper.own-form'), 'note')]),
    ],
    closing: fundClosing(
      settings,
      [t('fund-paper.signer.maker'), t('fund-paper.signer.treasurer'), t('fund-paper.signer.head')],
      words,
      true,
    ),
    appendices: [],
  };
}

function intro(input: YearlyReportInput, { t }: FundWording): string {
  const { fund, year } = input;
  const { from, to } = daysOf(fund, year);
  const days = { from: shortDate(from), to: shortDate(to) };
  const organisation = issuerOf(input);
  const name = clean(fund.name);
  return organisation === name
    ? t('fund-paper.report.intro.own', { fund: name, ...days })
    : t('fund-paper.report.intro', { organisation, fund: name, ...days });
}

const roman = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII'];

function usualBases({ fund }: YearlyReportInput, { t }: FundWording): string[] {
  return [
    ...(fund.regime === 'licensed' ? [t('fund-paper.report.base.licensed')] : []),
    t('fund-paper.report.base.accounting'),
  ];
}

function noticeOf(
  { agrees, closed }: YearFigures,
  year: string,
  checked: boolean,
  { t }: FundWording,
): OfficialDocument['notice'] {
  if (!agrees)
    return { title: t('fund-paper.report.disagrees'), text: t('fund-paper.report.disagrees.hint') };
  if (!closed)
    return { title: t('fund-paper.report.open', { year }), text: t('fund-paper.report.open.hint') };
  return checked ? undefined : { title: t('document.sample'), text: t('fund-paper.report.sample') };
}

/** Chapters that have something to say, numbered by whoever prints them. */
function chapters(input: YearlyReportInput, figures: YearFigures, words: FundWording): [string, Block[]][] {
  const { t } = words;
  const { opening, closing, receipts, payments, kindIn, kindOut } = figures;
  const goods = [opening.kind, kindIn, kindOut].some((one) => one !== 0);
  const list: [string, Block[]][] = [
    [
      t('fund-paper.report.money'),
      [
        paragraph(t('fund-paper.unit'), 'note', true),
        moneyTable(figures, words),
        ...equation(
          [addDong(opening.cash, opening.bank), receipts, payments, addDong(closing.cash, closing.bank)],
          words,
        ),
      ],
    ],
  ];
  if (goods)
    list.push([
      t('fund-paper.report.goods'),
      [
        paragraph(t('fund-paper.report.goods.note'), 'note', true),
        goodsTable(figures, words),
        ...equation([opening.kind, kindIn, kindOut, closing.kind], words),
      ],
    ]);
  const rounds = roundsTable(figures, input.rounds, words);
  if (rounds) list.push([t('fund-paper.report.rounds'), [rounds]]);
  const admin = adminLine(input, figures, words);
  if (admin) list.push([t('fund-paper.report.admin'), [paragraph(admin)]]);
  list.push([t('fund-paper.report.check'), check(input, figures, words)]);
  return list;
}

/** What was there, what came and what went make what is there, as a reader would reckon it. */
function equation(
  [opening, received, paid, closing]: readonly [number, number, number, number],
  { t, figure, lang }: FundWording,
): Block[] {
  const reckoned = t('fund-paper.report.equation.figures', {
    opening: figure(opening),
    in: figure(received),
    out: figure(paid),
    closing: formatDong(closing, lang, true),
  });
  return [
    paragraph(t('fund-paper.report.equation'), 'body', true),
    paragraph(text(reckoned, { bold: true }), 'centre'),
  ];
}

function adminLine(
  { fund, year }: YearlyReportInput,
  figures: YearFigures,
  { t, lang, text: local }: FundWording,
): string | undefined {
  const { adminCap } = fund;
  if (!adminCap) return undefined;
  const share = adminShare({ adminCap, totals: { [year]: figures } }, year);
  if (!share) return undefined;
  return t(`fund-paper.report.admin.${share.over ? 'over' : 'within'}`, {
    admin: formatDong(share.admin, lang, true),
    share: share.receipts > 0 ? formatNumber((share.admin / share.receipts) * 100, lang, 2) : '…',
    percent: formatNumber(adminCap.percent, lang),
    allowed: formatDong(share.allowed, lang, true),
    source: local(adminCap.source),
  });
}

/** How a reader finds out for himself whether the report is true. */
function check({ fund, year }: YearlyReportInput, figures: YearFigures, words: FundWording): Block[] {
  const { t, lang } = words;
  const { last, reversals } = figures;
  return [
    paragraph(t('fund-paper.report.hash', { no: formatNumber(last.no, lang) }), 'body', true),
    paragraph(text(inGroups(last.hash), { bold: true }), 'centre'),
    paragraph(t('fund-paper.report.hash.hint')),
    ...(reversals.count > 0
      ? [
          paragraph(
            t('fund-paper.report.reversals', {
              n: reversals.count,
              amount: formatDong(reversals.amount, lang, true),
            }),
          ),
        ]
      : []),
    ...(fund.regime === 'licensed'
      ? [paragraph(t('fund-paper.report.publish', { year: Number(year) + 1 + '' }))]
      : []),
  ];
}

/** A hash as people can compare it: eight groups of eight characters. */
export function inGroups(hash: string): string {
  return hash.match(/.{1,8}/g)?.join(' ') ?? '';
}
