import { addDong } from '../../domain/fund/dong.js';
import type { Category } from '../../domain/fund/fund.schema.js';
import type { Round } from '../../domain/fund/round.schema.js';
import { formatNumber } from '../../i18n/translate.js';
import { cell, type Block, type Column, type Row } from '../official-document.js';
import { clean } from '../wording.js';
import type { FundWording } from './fund-wording.js';
import type { RoundSum } from './round-sums.js';
import type { CategoryFigures, YearFigures } from './year-figures.js';

const planned: readonly Column[] = [
  { width: 12, align: 'center' },
  { width: 66, align: 'left' },
  { width: 34, align: 'right' },
  { width: 34, align: 'right' },
  { width: 19, align: 'right' },
];
const plain: readonly Column[] = [
  { width: 12, align: 'center' },
  { width: 119, align: 'left' },
  { width: 34, align: 'right' },
];

const bold = { bold: true } as const;

/** Money: opening, receipts and payments by category against the plan, closing. */
export function moneyTable(figures: YearFigures, words: FundWording): Block {
  const { t, figure } = words;
  const { opening, closing, receipts, payments } = figures;
  const row = (no: string, label: string, amount: number, strong = false): Row => ({
    cells: [
      cell(no, { bold: strong }),
      cell(label, { bold: strong }),
      cell(''),
      cell(figure(amount), { bold: strong }),
      cell(''),
    ],
  });
  const accounts = (balances: { cash: number; bank: number }, no: string, label: string): Row[] => [
    { ...row(no, label, addDong(balances.cash, balances.bank), true), keepWithNext: true },
    { ...row('', t('fund-paper.report.of-which.cash'), balances.cash), keepWithNext: true },
    row('', t('fund-paper.report.of-which.bank'), balances.bank),
  ];
  const side = (kind: Category['kind'], no: string, total: number): Row[] => {
    const own = figures.categories.filter(
      ({ category, plan, money }) => category.kind === kind && (plan !== undefined || money !== 0),
    );
    const plans = own.flatMap(({ plan }) => plan ?? []);
    const all = {
      ...(plans.length > 0 && { plan: addDong(...plans) }),
      money: total,
    };
    return [
      plannedRow(no, t(`fund-paper.report.${kind}s`), all, words, true),
      ...own.map((one, index) =>
        plannedRow(String(index + 1), words.text(one.category.label) || one.category.id, one, words),
      ),
    ];
  };
  const names = ['no', 'content', 'plan', 'actual', 'share'] as const;
  return {
    kind: 'table',
    columns: planned,
    head: [{ cells: names.map((one) => cell(t(`fund-paper.${one}`), { ...bold, align: 'center' })) }],
    rows: [
      ...accounts(opening, 'A', t('fund-paper.report.opening')),
      ...side('receipt', 'B', receipts),
      ...side('payment', 'C', payments),
      ...accounts(closing, 'D', t('fund-paper.report.closing')),
    ],
  };
}

function plannedRow(
  no: string,
  label: string,
  { plan, money }: Pick<CategoryFigures, 'plan' | 'money'>,
  { figure, lang }: FundWording,
  strong = false,
): Row {
  const look = { bold: strong };
  return {
    ...(strong && { keepWithNext: true }),
    cells: [
      cell(no, look),
      cell(label, look),
      cell(plan === undefined ? '' : figure(plan), look),
      cell(figure(money), look),
      cell(plan ? formatNumber((money / plan) * 100, lang, 1) : '', look),
    ],
  };
}

/** A short table stays on one page. */
function together(rows: readonly Row[]): Row[] {
  return rows.map((row, index) => (index < rows.length - 1 ? { ...row, keepWithNext: true } : row));
}

/** Goods by their estimated value, apart from money. */
export function goodsTable(figures: YearFigures, { t, figure, text: local }: FundWording): Block {
  const row = (no: string, label: string, amount: number, strong = false): Row => ({
    cells: [
      cell(no, { bold: strong }),
      cell(label, { bold: strong }),
      cell(figure(amount), { bold: strong }),
    ],
  });
  const side = (kind: Category['kind'], no: string, total: number): Row[] => [
    row(no, t(`fund-paper.report.goods.${kind}s`), total, true),
    ...figures.categories
      .filter(({ category, goods }) => category.kind === kind && goods !== 0)
      .map(({ category, goods }, index) =>
        row(String(index + 1), local(category.label) || category.id, goods),
      ),
  ];
  const names = ['no', 'content', 'value'] as const;
  return {
    kind: 'table',
    columns: plain,
    head: [{ cells: names.map((one) => cell(t(`fund-paper.${one}`), { ...bold, align: 'center' })) }],
    rows: together([
      row('A', t('fund-paper.report.opening'), figures.opening.kind, true),
      ...side('receipt', 'B', figures.kindIn),
      ...side('payment', 'C', figures.kindOut),
      row('D', t('fund-paper.report.closing'), figures.closing.kind, true),
    ]),
  };
}

/** What was paid in rounds of scholarships and awards: how many and how much, and nobody's name. */
export function roundsTable(
  { rounds, goodsRounds }: YearFigures,
  known: readonly Pick<Round, 'id' | 'title'>[],
  { t, figure, lang }: FundWording,
): Block | undefined {
  const titles = new Map(known.map(({ id, title }) => [id, clean(title)]));
  const named = (list: readonly RoundSum[], suffix: string): [string, RoundSum][] =>
    list
      .filter(({ amount }) => amount !== 0)
      .map((one) => [(titles.get(one.id) || t('fund-paper.report.round.other')) + suffix, one]);
  const paid = [...named(rounds, ''), ...named(goodsRounds, ` (${t('fund-paper.goods')})`)];
  if (paid.length === 0) return undefined;
  const names = ['no', 'round', 'recipients', 'amount'] as const;
  return {
    kind: 'table',
    columns: [
      { width: 12, align: 'center' },
      { width: 89, align: 'left' },
      { width: 30, align: 'right' },
      { width: 34, align: 'right' },
    ],
    head: [{ cells: names.map((one) => cell(t(`fund-paper.${one}`), { ...bold, align: 'center' })) }],
    rows: paid.map(([title, { count, amount }], index) => ({
      cells: [
        cell(String(index + 1)),
        cell(title),
        cell(count > 0 ? formatNumber(count, lang) : ''),
        cell(figure(amount)),
      ],
    })),
  };
}
