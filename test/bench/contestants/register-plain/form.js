import { answer } from '../register-rows.js';
import '../ledger-plain/form.css';

/** A windowed list by hand over one record a row in IndexedDB, read whole: those in sight are in the page, at fixed places. */
const rowHeight = 58;
const page = document.querySelector('#ledger');
const status = page.querySelector('.status');
const scroller = page.querySelector('.scroller');
const space = page.querySelector('.space');
let rows = [];
let found = [];
let question = {};
let slots = [];

function ask(changes) {
  question = { ...question, ...changes };
  found = answer(rows, question);
  status.textContent = `${found.length} đối tượng`;
  space.style.height = `${found.length * rowHeight}px`;
  scroller.scrollTop = 0;
  draw();
}

function make() {
  const element = document.createElement('div');
  element.className = 'row';
  element.setAttribute('role', 'row');
  const cells = ['pick', 'name', 'place', 'head', 'state'].map((name) => {
    const cell = document.createElement('div');
    cell.className = name;
    element.append(cell);
    return cell;
  });
  const box = document.createElement('input');
  box.type = 'checkbox';
  cells[0].append(box);
  space.append(element);
  return { element, box, cells };
}

function draw() {
  const first = Math.max(0, Math.floor(scroller.scrollTop / rowHeight) - 6);
  const end = Math.min(found.length, Math.ceil((scroller.scrollTop + scroller.clientHeight) / rowHeight) + 6);
  for (let at = 0; at < Math.max(slots.length, end - first); at++) {
    const slot = (slots[at] ??= make());
    const row = found[first + at];
    slot.element.hidden = !row;
    if (!row) continue;
    const { box, cells, element } = slot;
    element.style.transform = `translateY(${(first + at) * rowHeight}px)`;
    box.setAttribute('aria-label', row.name);
    cells[1].textContent = row.name;
    cells[2].textContent = row.place.name;
    cells[3].textContent = row.head.name;
    cells[4].textContent = row.state;
  }
}

scroller.addEventListener('scroll', () => requestAnimationFrame(draw), { passive: true });

const open = () =>
  new Promise((resolve) => {
    const request = indexedDB.open('plain', 1);
    request.onupgradeneeded = () => request.result.createObjectStore('rows', { keyPath: 'id' });
    request.onsuccess = () => resolve(request.result);
  });

globalThis.ledgerDriver = {
  async fill(content) {
    const db = await open();
    const tx = db.transaction('rows', 'readwrite');
    for (const [at, row] of content.entries()) tx.objectStore('rows').put({ ...row, at });
    await new Promise((resolve) => (tx.oncomplete = resolve));
    db.close();
  },
  async show() {
    question = {};
    slots = [];
    space.replaceChildren();
    const db = await open();
    const request = db.transaction('rows').objectStore('rows').getAll();
    await new Promise((resolve) => (request.onsuccess = resolve));
    rows = request.result.sort((a, b) => a.at - b.at);
    db.close();
    ask({});
  },
  act: ask,
  signature: () =>
    slots[0]?.element.isConnected
      ? `${parseInt(status.textContent, 10)}|${slots[0].cells[1].textContent}`
      : undefined,
};
