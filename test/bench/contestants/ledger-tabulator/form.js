import { EditModule, FilterModule, FormatModule, SortModule, Tabulator } from 'tabulator-tables';
import 'tabulator-tables/dist/css/tabulator.min.css';
import { comparing, dateText, fits, money, rowsOf, termsOf, voucherText } from '../ledger-rows.js';

Tabulator.registerModule([EditModule, FilterModule, FormatModule, SortModule]);

const status = document.querySelector('#ledger .status');
const place = document.querySelector('#ledger .table');
let table;
let question;

const by = (column) => (_a, _b, one, other) => comparing[column](one.getData(), other.getData());
const amount = (cell) => money(cell.getValue());

function columns() {
  return [
    { title: 'Số', field: 'no', width: 70, sorter: by('no') },
    {
      title: 'Ngày',
      field: 'date',
      width: 100,
      sorter: by('date'),
      formatter: (cell) => dateText(cell.getValue()),
    },
    { title: 'Chứng từ', field: 'voucher', width: 90, formatter: (cell) => voucherText(cell.getData()) },
    {
      title: 'Nội dung',
      field: 'name',
      sorter: by('content'),
      formatter(cell) {
        const { name, heading } = cell.getData();
        const both = document.createElement('div');
        const lines = name ? [name, heading] : [heading, ''];
        for (const line of lines)
          both.append(Object.assign(document.createElement('div'), { textContent: line }));
        return both;
      },
    },
    { title: 'Thu', field: 'in', width: 120, hozAlign: 'right', sorter: by('in'), formatter: amount },
    { title: 'Chi', field: 'out', width: 120, hozAlign: 'right', sorter: by('out'), formatter: amount },
    { title: 'Tồn', field: 'balance', width: 130, hozAlign: 'right', formatter: amount },
  ];
}

function counted(rows) {
  const sum = (side) => rows.reduce((total, row) => total + row.getData()[side], 0);
  status.textContent = `${rows.length} khoản, thu ${money(sum('in'))}, chi ${money(sum('out'))}`;
}

globalThis.ledgerDriver = {
  show(content) {
    table?.destroy();
    question = { filter: {}, search: '' };
    const data = rowsOf(content);
    status.textContent = `${data.length} khoản`;
    table = new Tabulator(place, {
      data,
      columns: columns(),
      layout: 'fitColumns',
      height: 570,
      rowHeight: 58,
      initialSort: [{ column: 'no', dir: 'desc' }],
    });
    table.on('dataFiltered', (_filters, rows) => counted(rows));
  },
  act({ kind, what, value }) {
    if (kind === 'filter') question.filter = { ...question.filter, [what]: value };
    else if (kind === 'search') question.search = value;
    else {
      table.setSort(value === 'content' ? 'name' : value, value === 'content' ? 'asc' : 'desc');
      return;
    }
    const terms = termsOf(question.search);
    table.setFilter((row) => fits(row, question.filter, terms));
  },
  signature() {
    const first = place.querySelector('.tabulator-row .tabulator-cell');
    return first ? `${parseInt(status.textContent, 10)}|${first.textContent}` : undefined;
  },
  seen: () =>
    [...place.querySelectorAll('.tabulator-row')].map((row) => Number(row.firstElementChild.textContent)),
  scroller: () => place.querySelector('.tabulator-tableholder'),
};
