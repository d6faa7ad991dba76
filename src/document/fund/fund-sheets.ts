import { addDong } from '../../domain/fund/dong.js';
import { addBalances, effectOf, signOf } from '../../domain/fund/effect.js';
import type { Entry } from '../../domain/fund/entry.schema.js';
import type { Lang } from '../../i18n/translate.js';
import type { Sheet, SheetColumn, SheetRow } from '../sheet/sheet.js';
import { clean } from '../wording.js';
import { donorsOf } from './donors.js';
import { linesOf, type FundBook, type LedgerLine } from './fund-input.js';
import { fundWording, type FundKey, type FundWording } from './fund-wording.js';
import { purposeOf } from './line-content.js';
import { listedOf, openLevel, type SignatureListInput } from './signature-list.js';
import { yearFigures } from './year-figures.js';

interface Field<T> extends SheetColumn {
  value: (of: T) => string | number | null;
}
type Kind = SheetColumn['kind'];

function fieldsFor<T>({ t }: FundWording) {
  return (key: FundKey, width: number, kind: Kind, value: Field<T>['value']): Field<T> => ({
    header: t(key),
    width,
    kind,
    value,
  });
}

function sheetOf<T>(
  name: string,
  fields: readonly Field<T>[],
  rows: readonly T[],
  totals: SheetRow[] = [],
): Sheet {
  return {
    name,
    columns: fields.map(({ header, width, kind }) => ({ header, width, kind })),
    rows: rows.map((row) => fields.map(({ value }) => value(row))),
    totals,
  };
}

type Balanced = LedgerLine & { cash: number; bank: number; kind: number };

/**
 * The ledger of a fund, one entry a row in the order of the chain, with the balance of every account after it; of a year
 * alone where one is given. A treasurer's pages tell names, purposes and addresses too, public ones what anybody may read.
 *
 * @throws RangeError beyond exact sums.
 */
export function ledgerSheet({ fund, pages }: FundBook, lang: Lang, year?: string): Sheet {
  const words = fundWording(lang);
  const { t } = words;
  const field = fieldsFor<Balanced>(words);
  let balances = fund.opening;
  const all = linesOf(pages).map((line): Balanced => {
    balances = addBalances(balances, effectOf(line.entry));
    return { ...line, ...balances };
  });
  const rows = all.filter(({ entry }) => year === undefined || entry.date.startsWith(year));
  const moved =
    (kind: Entry['kind'], goods: boolean) =>
    ({ entry }: LedgerLine) =>
      entry.kind === kind && (entry.account === 'kind') === goods ? signOf(entry) * entry.amount : null;
  const known = pages.some((page) => 'secrets' in page);
  const fields: Field<Balanced>[] = [
    field('fund-paper.entry', 8, 'count', ({ entry }) => entry.no),
    field('fund-paper.date', 12, 'date', ({ entry }) => entry.date),
    field('fund-paper.kind', 14, 'text', ({ entry }) => t(`fund-paper.kind.${entry.kind}`)),
    field('fund-paper.voucher-no', 9, 'count', ({ entry }) => entry.voucher ?? null),
    field('fund-paper.category', 28, 'text', ({ entry }) => words.category(fund.categories, entry.category)),
    field('fund-paper.account', 14, 'text', ({ entry }) => t(`fund-paper.account.${entry.account}`)),
    field('fund-paper.account.to', 14, 'text', ({ entry }) =>
      entry.to ? t(`fund-paper.account.${entry.to}`) : null,
    ),
    field('fund-paper.party', 28, 'text', ({ party }) => party?.name ?? null),
    ...(known
      ? [
          field('fund-paper.party.address', 24, 'text', ({ details }) => details?.address ?? null),
          field('fund-paper.content', 40, 'text', (line) => purposeOf(line, fund, words)),
        ]
      : []),
    field('fund-paper.in', 16, 'money', moved('receipt', false)),
    field('fund-paper.out', 16, 'money', moved('payment', false)),
    field('fund-paper.moved', 16, 'money', moved('move', false)),
    field('fund-paper.goods.in', 16, 'money', moved('receipt', true)),
    field('fund-paper.goods.out', 16, 'money', moved('payment', true)),
    field('fund-paper.balance.cash', 16, 'money', ({ cash }) => cash),
    field('fund-paper.balance.bank', 16, 'money', ({ bank }) => bank),
    field('fund-paper.balance.kind', 16, 'money', ({ kind }) => kind),
    field('fund-paper.recipients', 10, 'count', ({ entry }) => entry.count ?? null),
    field('fund-paper.takes-back', 12, 'count', ({ entry }) => entry.reverses ?? null),
    field('fund-paper.recorded-at', 22, 'text', ({ entry }) => entry.recordedAt),
    field('fund-paper.hash', 20, 'text', ({ entry }) => entry.hash),
  ];
  const sums = fields.map(({ header, kind, value }, index) => {
    if (index === 1) return null;
    if (index === 2) return t('fund-paper.total');
    const balance = [
      t('fund-paper.balance.cash'),
      t('fund-paper.balance.bank'),
      t('fund-paper.balance.kind'),
    ];
    if (kind !== 'money' || balance.includes(header)) return null;
    return addDong(...rows.map((row) => Number(value(row) ?? 0)));
  });
  return sheetOf(t('fund-paper.sheet.ledger'), fields, rows, [sums]);
}

/**
 * A year by category: planned and actual, money and goods.
 *
 * @throws RangeError beyond exact sums.
 */
export function categorySheet(book: FundBook, lang: Lang, year: string): Sheet {
  const words = fundWording(lang);
  const { t } = words;
  const field = fieldsFor<ReturnType<typeof yearFigures>['categories'][number]>(words);
  const figures = yearFigures(book, year);
  const { opening, closing, receipts, payments, kindIn, kindOut } = figures;
  const total = (key: FundKey, money: number, goods: number): SheetRow => [null, t(key), null, money, goods];
  return sheetOf(
    t('fund-paper.sheet.year', { year }),
    [
      field('fund-paper.kind', 10, 'text', ({ category }) => t(`fund-paper.kind.${category.kind}`)),
      field('fund-paper.category', 44, 'text', ({ category }) => words.text(category.label) || category.id),
      field('fund-paper.plan', 18, 'money', ({ plan }) => plan ?? null),
      field('fund-paper.actual', 18, 'money', ({ money }) => money),
      field('fund-paper.goods', 18, 'money', ({ goods }) => goods),
    ],
    figures.categories,
    [
      total('fund-paper.report.opening', addDong(opening.cash, opening.bank), opening.kind),
      total('fund-paper.report.receipts', receipts, kindIn),
      total('fund-paper.report.payments', payments, kindOut),
      total('fund-paper.report.closing', addDong(closing.cash, closing.bank), closing.kind),
    ],
  );
}

/**
 * The donors' roll as a table: those who may be named.
 *
 * @throws RangeError beyond exact sums.
 */
export function donorsSheet(book: FundBook, lang: Lang, year?: string): Sheet {
  const words = fundWording(lang);
  const { t } = words;
  const { named, unnamed } = donorsOf(book, year);
  const field = fieldsFor<(typeof named)[number]>(words);
  return sheetOf(
    t('fund-paper.roll'),
    [
      field('fund-paper.donor', 44, 'text', ({ name }) => name),
      field('fund-paper.money', 18, 'money', ({ money }) => money),
      field('fund-paper.goods', 18, 'money', ({ goods }) => goods),
    ],
    named,
    unnamed.count > 0
      ? [[t('fund-paper.roll.unnamed', { n: unnamed.count }), unnamed.money, unnamed.goods]]
      : [],
  );
}

/** The list of recipients as a table, with two empty columns to sign in. Holds names: for the treasurer alone. */
export function recipientsSheet(input: SignatureListInput): Sheet {
  const words = fundWording(input.lang);
  const { t } = words;
  const listed = listedOf(input);
  const field = fieldsFor<(typeof listed)[number]>(words);
  const nothing = (): null => null;
  return sheetOf(
    t('fund-paper.sheet.list'),
    [
      field('fund-paper.name', 30, 'text', ({ who }) => who.name),
      field('fund-paper.born', 10, 'count', ({ who }) => who.born ?? null),
      field('fund-paper.grade', 12, 'text', ({ who }) => who.grade ?? null),
      field('fund-paper.school', 28, 'text', ({ who }) => who.school ?? null),
      field('fund-paper.hamlet', 20, 'text', ({ who }) => who.hamlet ?? null),
      field('fund-paper.level', 28, 'text', ({ level }) => openLevel(input.round.levels, level, words)),
      field('fund-paper.amount', 16, 'money', ({ amount }) => amount),
      field('fund-paper.guardian', 28, 'text', ({ who }) => clean(who.guardian ?? '')),
      field('fund-paper.signs', 22, 'text', nothing),
      field('fund-paper.guardian-signs', 22, 'text', nothing),
    ],
    listed,
    [
      [
        t('fund-paper.total'),
        null,
        null,
        null,
        null,
        null,
        addDong(...listed.map(({ amount }) => amount)),
        null,
        null,
        null,
      ],
    ],
  );
}
