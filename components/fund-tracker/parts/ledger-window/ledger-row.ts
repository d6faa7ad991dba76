import { bits, type LedgerColumns } from '../../../../src/client/ledger/ledger-columns.js';
import type { SortColumn } from '../../../../src/client/ledger/row-keys.js';
import { formatNumber } from '../../../../src/i18n/translate.js';
import type { LanguageController } from '../../../base/language.js';
import type { WindowColumn, WindowRow } from '../../../base/row-window.js';

/** What rows are drawn from. */
export interface RowSource {
  readonly columns: LedgerColumns;
  readonly l: LanguageController;
  /** Name of a category. */
  readonly category: (id: string) => string;
  /** Title of a round, and name of one of its levels. */
  readonly round: (id: string, level: string | undefined) => readonly string[];
}

/** Columns of the ledger as everybody reads it. */
export function ledgerColumns(l: LanguageController): WindowColumn<SortColumn>[] {
  return [
    { id: 'no', label: l.t('fund.row.no'), sort: 'no' },
    { id: 'date', label: l.t('fund.row.date'), sort: 'date' },
    { id: 'voucher', label: l.t('fund.row.voucher'), sort: 'voucher' },
    { id: 'content', label: l.t('fund.row.content'), sort: 'content' },
    { id: 'in', label: l.t('fund.row.in'), sort: 'in', figures: true },
    { id: 'out', label: l.t('fund.row.out'), sort: 'out', figures: true },
    { id: 'balance', label: l.t('fund.row.balance'), figures: true, runs: l.t('fund.row.runs') },
  ];
}

/** Number of a voucher with the letters of its kind: `PT 12` for a receipt, `PC 12` for a payment. */
export function voucherText(columns: LedgerColumns, row: number, l: LanguageController): string {
  const n = String(columns.vouchers[row]!);
  if (n === '0') return '';
  return l.t(columns.flags[row]! & bits.receipt ? 'fund.voucher.receipt' : 'fund.voucher.payment', { n });
}

const two = (n: number): string => String(n).padStart(2, '0');

function dateText(day: number): string {
  const date = new Date(day * 86_400_000);
  return `${two(date.getUTCDate())}/${two(date.getUTCMonth() + 1)}/${date.getUTCFullYear()}`;
}

/** What the row is about, in two lines; the first is the person or body where it may be named. */
export function contentOf(source: RowSource, row: number): { first: string; second: string } {
  const { columns, l } = source;
  const flags = columns.flags[row]!;
  const rare = columns.rare.get(row);
  if (flags & bits.move)
    return { first: l.t(flags & bits.bank ? 'fund.row.to-cash' : 'fund.row.to-bank'), second: '' };
  const category = columns.categoryOf(row);
  const heading = category === undefined ? '' : source.category(category);
  const about = [
    ...(rare?.round === undefined ? [] : source.round(rare.round, rare.level)),
    ...(rare?.count === undefined ? [] : [l.t('fund.row.recipients', { n: rare.count })]),
  ];
  const first = columns.partyOf(row) ?? columns.purposeOf(row);
  if (first !== undefined) return { first, second: [heading, ...about].join(' · ') };
  return { first: heading, second: about.join(' · ') };
}

/** Text nodes that are written anew for each row: quicker than making elements, which matters while scrolling. */
function textIn(element: HTMLElement): Text {
  const text = document.createTextNode('');
  element.append(text);
  return text;
}

/** What stands above and below the words of a card; in a line of a table they are as if they were not there. */
export function partsOf<T>(row: HTMLElement, words: () => T): [HTMLElement, T, HTMLElement] {
  const part = (): HTMLElement => {
    const made = document.createElement('div');
    made.role = 'none';
    made.className = 'part';
    row.append(made);
    return made;
  };
  return [part(), words(), part()];
}

function cellIn(row: HTMLElement, className: string): HTMLElement {
  const cell = document.createElement('div');
  cell.setAttribute('role', 'gridcell');
  cell.className = `cell ${className}`;
  row.append(cell);
  return cell;
}

function spanIn(cell: HTMLElement, className: string): HTMLElement {
  const span = document.createElement('span');
  span.className = className;
  cell.append(span);
  return span;
}

/** A row of the ledger that can be drawn again for any entry. */
export function makeLedgerRow(source: RowSource): WindowRow {
  const { l } = source;
  const element = document.createElement('div');
  element.setAttribute('role', 'row');
  element.className = 'line row';
  const [entry, content, sums] = partsOf(element, () => cellIn(element, 'content'));
  const no = cellIn(entry, 'no');
  const date = cellIn(entry, 'date');
  const voucher = cellIn(entry, 'voucher');
  const income = cellIn(sums, 'in amount');
  const outgo = cellIn(sums, 'out amount');
  const balance = cellIn(sums, 'balance amount');
  const firstLine = spanIn(content, 'first-line');
  const first = textIn(spanIn(firstLine, ''));
  firstLine.append(' ');
  const mark = textIn(spanIn(firstLine, 'mark'));
  const second = textIn(spanIn(content, 'second-line'));
  const texts = [no, date, voucher, income, outgo, balance].map(textIn);
  for (const [cell, key] of [
    [no, 'fund.row.no'],
    [income, 'fund.row.in'],
    [outgo, 'fund.row.out'],
    [balance, 'fund.row.balance'],
  ] as const)
    cell.dataset['label'] = l.t(key);
  const money = (amount: number): string => formatNumber(amount, l.lang, 0);

  return {
    element,
    paint(row) {
      const { columns } = source;
      const flags = columns.flags[row]!;
      const rare = columns.rare.get(row);
      const amount = money(columns.signed(row));
      const figure = flags & bits.goods ? l.t('fund.row.goods', { amount }) : amount;
      const written = [
        String(row + 1),
        dateText(columns.days[row]!),
        voucherText(columns, row, l),
        flags & bits.receipt ? figure : '',
        flags & bits.payment ? figure : '',
        money(columns.balances[row]!),
      ];
      for (const [place, text] of texts.entries()) text.data = written[place]!;
      const lines = contentOf(source, row);
      first.data = lines.first;
      second.data = lines.second;
      mark.data =
        rare?.reverses !== undefined
          ? l.t('fund.row.reverses', { n: String(rare.reverses) })
          : flags & bits.reversed
            ? l.t('fund.row.reversed')
            : '';
      element.classList.toggle('reversed', (flags & bits.reversed) !== 0);
    },
  };
}
