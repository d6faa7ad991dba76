import { comparing, dateText, fits, money, rowsOf, termsOf, voucherText } from '../ledger-rows.js';
import './form.css';

/** A windowed list by hand: rows in an array, of which those in sight are in the page, at fixed places. */
const rowHeight = 58;
const around = 6;
/** Browsers scroll no further than some 33 million pixels; this list stays below. */
let rows = [];
let found = [];
let question;
let drawn = new Map();
let frame = 0;

const page = document.querySelector('#ledger');
const status = page.querySelector('.status');
const scroller = page.querySelector('.scroller');
const space = page.querySelector('.space');

function ask(changes) {
  question = { ...question, ...changes };
  const terms = termsOf(question.search);
  found = rows.filter((row) => fits(row, question.filter, terms));
  const { sort, descending } = question;
  if (sort !== 'no') found.sort(descending ? (a, b) => comparing[sort](b, a) : comparing[sort]);
  else if (descending) found.reverse();
  const sum = (side) => found.reduce((total, row) => total + row[side], 0);
  status.textContent = `${found.length} khoản, thu ${money(sum('in'))}, chi ${money(sum('out'))}`;
  space.style.height = `${found.length * rowHeight}px`;
  for (const { element } of drawn.values()) element.remove();
  drawn = new Map();
  scroller.scrollTop = 0;
  draw();
}

function cell(row, name) {
  const element = document.createElement('div');
  element.className = name;
  row.append(element);
  return element;
}

function make() {
  const element = document.createElement('div');
  element.className = 'row';
  element.setAttribute('role', 'row');
  const names = ['no', 'date', 'voucher', 'content', 'in', 'out', 'balance'];
  const cells = Object.fromEntries(names.map((name) => [name, cell(element, name)]));
  const lines = [cell(cells.content, 'first'), cell(cells.content, 'second')];
  return { element, cells, lines };
}

function paint({ element, cells, lines }, index) {
  const row = found[index];
  element.style.transform = `translateY(${index * rowHeight}px)`;
  element.dataset.index = index;
  cells.no.textContent = row.no;
  cells.date.textContent = dateText(row.date);
  cells.voucher.textContent = voucherText(row);
  lines[0].textContent = row.name || row.heading;
  lines[1].textContent = row.name && row.heading;
  cells.in.textContent = money(row.in);
  cells.out.textContent = money(row.out);
  cells.balance.textContent = money(row.balance);
}

function draw() {
  frame = 0;
  const top = scroller.scrollTop;
  const first = Math.max(0, Math.floor(top / rowHeight) - around);
  const end = Math.min(found.length, Math.ceil((top + scroller.clientHeight) / rowHeight) + around);
  const spare = [];
  for (const [index, slot] of drawn) {
    if (index >= first && index < end) continue;
    drawn.delete(index);
    spare.push(slot);
  }
  for (let index = first; index < end; index++) {
    if (drawn.has(index)) continue;
    const slot = spare.pop() ?? make();
    paint(slot, index);
    if (!slot.element.parentNode) space.append(slot.element);
    drawn.set(index, slot);
  }
  for (const { element } of spare) element.remove();
}

scroller.addEventListener('scroll', () => (frame ||= requestAnimationFrame(draw)), { passive: true });

globalThis.ledgerDriver = {
  show(content) {
    rows = rowsOf(content);
    question = { sort: 'no', descending: true, filter: {}, search: '' };
    ask({});
  },
  act({ kind, what, value }) {
    if (kind === 'filter') ask({ filter: { ...question.filter, [what]: value } });
    else if (kind === 'search') ask({ search: value });
    else ask({ sort: value, descending: value !== 'content' });
  },
  signature() {
    const first = drawn.get(0)?.element;
    return first?.isConnected
      ? `${parseInt(status.textContent, 10)}|${first.firstChild.textContent}`
      : undefined;
  },
  /** Numbers of the rows in the page. */
  seen: () => [...space.querySelectorAll('.no')].map((element) => Number(element.textContent)),
  scroller: () => scroller,
};
