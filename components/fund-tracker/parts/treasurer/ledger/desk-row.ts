import type { SortColumn } from '../../../../../src/client/ledger/row-keys.js';
import { bits } from '../../../../../src/client/ledger/ledger-columns.js';
import { formatDate } from '../../../../../src/i18n/translate.js';
import type { WindowColumn, WindowRow } from '../../../../base/row-window.js';
import { partsOf } from '../../ledger-window/ledger-row.js';
import type { Desk } from '../desk.js';

const dayMs = 86_400_000;

/** Columns of the treasurer's ledger. */
export function deskColumns({ l }: Desk): WindowColumn<SortColumn>[] {
  return [
    { id: 'no', label: l.t('desk.column.no'), sort: 'no', figures: true },
    { id: 'date', label: l.t('desk.column.date'), sort: 'date' },
    { id: 'voucher', label: l.t('desk.column.voucher'), sort: 'voucher' },
    { id: 'content', label: l.t('desk.column.content'), sort: 'content' },
    { id: 'in', label: l.t('desk.column.in'), sort: 'in', figures: true },
    { id: 'out', label: l.t('desk.column.out'), sort: 'out', figures: true },
    { id: 'balance', label: l.t('desk.column.balance'), figures: true, runs: l.t('desk.column.runs') },
  ];
}

/** "PT 12", "PC 7"; empty where there is none. */
export function voucherText(kind: string, voucher: number | undefined, { l }: Desk): string {
  if (!voucher || (kind !== 'receipt' && kind !== 'payment')) return '';
  return `${l.t(`desk.voucher.${kind}`)} ${voucher}`;
}

function make(className: string, parent: HTMLElement): HTMLElement {
  const element = document.createElement(className.endsWith('-line') ? 'div' : 'span');
  element.className = className;
  parent.append(element);
  return element;
}

/** A line of the ledger that is drawn again and again, each time for another entry. */
export function makeDeskRow(desk: Desk): WindowRow {
  const { l } = desk;
  const element = document.createElement('div');
  element.setAttribute('role', 'row');
  element.className = 'row';
  const columns = new Map(deskColumns(desk).map((column) => [column.id, column]));
  const cell = (id: string, parent: HTMLElement): HTMLElement => {
    const { label = '', figures } = columns.get(id) ?? {};
    const made = document.createElement('div');
    made.setAttribute('role', 'gridcell');
    made.className = `cell ${id}${figures ? ' figures' : ''}`;
    made.dataset['label'] = label;
    parent.append(made);
    return made;
  };
  const [entry, content, sums] = partsOf(element, () => cell('content', element));
  const cells = {
    no: cell('no', entry),
    date: cell('date', entry),
    voucher: cell('voucher', entry),
    content,
    in: cell('in', sums),
    out: cell('out', sums),
    balance: cell('balance', sums),
  };
  const first = make('first-line', cells.content);
  const title = make('what', first);
  first.append(' ');
  const mark = make('mark', first);
  const second = make('second-line', cells.content);

  return {
    element,
    paint(row) {
      const { columns: ledger } = desk.session.ledger.book;
      const flags = ledger.flags[row]!;
      const goods = (flags & bits.goods) !== 0;
      const kind = flags & bits.receipt ? 'receipt' : flags & bits.payment ? 'payment' : 'move';
      const category = desk.category(ledger.categoryOf(row));
      const party = ledger.partyOf(row);
      const purpose = ledger.purposeOf(row);
      const heading =
        kind === 'move' ? l.t(`desk.move.${flags & bits.bank ? 'bank' : 'cash'}`) : l.text(category?.label);
      const account =
        kind === 'move' ? '' : l.t(`desk.account.${goods ? 'kind' : flags & bits.bank ? 'bank' : 'cash'}`);
      const rare = ledger.rare.get(row);
      const amount = desk.money(ledger.signed(row));
      cells.no.textContent = String(row + 1);
      cells.date.textContent = formatDate(new Date(ledger.days[row]! * dayMs).toISOString().slice(0, 10));
      cells.voucher.textContent = voucherText(kind, ledger.vouchers[row], desk);
      title.textContent = party ?? purpose ?? heading;
      mark.textContent = rare?.reverses
        ? l.t('desk.mark.reverses', { no: rare.reverses })
        : flags & bits.reversed
          ? l.t('desk.mark.reversed')
          : flags & bits.approved
            ? l.t('desk.mark.approved')
            : '';
      second.textContent = [heading, account, party === undefined ? '' : (purpose ?? '')]
        .filter(Boolean)
        .join(' · ');
      cells.in.textContent = kind === 'receipt' ? amount : '';
      // A move is neither in nor out: its amount stands in the text.
      cells.out.textContent = kind === 'payment' ? amount : '';
      if (kind === 'move') second.textContent = [amount, purpose].filter(Boolean).join(' · ');
      cells.balance.textContent = desk.money(ledger.balances[row]!);
      element.classList.toggle('reversed', (flags & bits.reversed) !== 0);
    },
  };
}
