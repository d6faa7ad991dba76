import { addDong } from '../../domain/fund/dong.js';
import { amountInWords } from '../../i18n/amount-in-words.js';
import { formatDong } from '../../i18n/format-dong.js';
import { formatNumber } from '../../i18n/translate.js';
import { cell, paragraph, text, type Block, type OfficialDocument } from '../official-document.js';
import { clean } from '../wording.js';
import { donorsOf, type Donors } from './donors.js';
import { fundClosing, fundHeader, fundMargins } from './fund-frame.js';
import type { FundPaperInput } from './fund-input.js';
import { fundWording, type FundWording } from './fund-wording.js';

export interface DonorsRollInput extends FundPaperInput {
  /** Absent: since the fund was opened. */
  year?: string;
}

/**
 * The donors' roll ("sổ vàng") for posting: those who may be named with what they gave, and everybody else together in
 * one line.
 *
 * @throws RangeError beyond exact sums.
 */
export function donorsRoll(input: DonorsRollInput): OfficialDocument {
  const { fund, year, settings, lang } = input;
  const words = fundWording(lang);
  const { t } = words;
  const donors = donorsOf(input, year);
  const about = t(year === undefined ? 'fund-paper.roll.about' : 'fund-paper.roll.about.year', {
    fund: clean(fund.name),
    year: year ?? '',
  });
  const money = addDong(donors.unnamed.money, ...donors.named.map((one) => one.money));
  const goods = addDong(donors.unnamed.goods, ...donors.named.map((one) => one.goods));
  return {
    lang,
    title: `${t('fund-paper.roll')} - ${about}`,
    margins: fundMargins(settings),
    header: fundHeader(input, words, false),
    typeName: t('fund-paper.roll'),
    abstract: about,
    bases: [],
    body: [
      paragraph(t('fund-paper.roll.thanks', { fund: clean(fund.name) })),
      table(donors, { money, goods }, words),
      paragraph(
        text(
          t('fund-paper.roll.sum', {
            amount: formatDong(money, lang, true),
            words: amountInWords(money, lang),
          }),
          { bold: true },
        ),
      ),
      ...(goods > 0
        ? [paragraph(t('fund-paper.roll.goods', { amount: formatDong(goods, lang, true) }))]
        : []),
    ],
    closing: fundClosing(settings, [t('fund-paper.signer.head')], words, true),
    appendices: [],
  };
}

function table(
  { named, unnamed }: Donors,
  total: { money: number; goods: number },
  { t, figure, lang }: FundWording,
): Block {
  const goods = total.goods !== 0;
  const bold = { bold: true } as const;
  const of = ({ money, goods: value }: { money: number; goods: number }, strong = false) => [
    cell(money === 0 ? '' : figure(money), { bold: strong }),
    ...(goods ? [cell(value === 0 ? '' : figure(value), { bold: strong })] : []),
  ];
  const names = ['no', 'donor', 'money', ...(goods ? (['goods'] as const) : [])] as const;
  return {
    kind: 'table',
    columns: [
      { width: 14, align: 'center' },
      { width: goods ? 79 : 111, align: 'left' },
      { width: 40, align: 'right' },
      ...(goods ? [{ width: 32, align: 'right' as const }] : []),
    ],
    head: [{ cells: names.map((one) => cell(t(`fund-paper.${one}`), { ...bold, align: 'center' })) }],
    rows: [
      ...named.map((donor, index) => ({
        cells: [cell(formatNumber(index + 1, lang)), cell(donor.name), ...of(donor)],
      })),
      ...(unnamed.count > 0
        ? [{ cells: [cell(''), cell(t('fund-paper.roll.unnamed', { n: unnamed.count })), ...of(unnamed)] }]
        : []),
      { cells: [cell(t('fund-paper.total'), { ...bold, colSpan: 2, align: 'center' }), ...of(total, true)] },
    ],
  };
}
