import { watchSize } from './watch-size.js';
import { Geometry } from './row-geometry.js';
import type { WindowOptions, WindowRow } from './row-window.types.js';

export type * from './row-window.types.js';

/** A drawn row, and which row of the list it shows. */
interface Slot {
  readonly row: WindowRow;
  readonly element: HTMLElement;
  index: number;
}

/** Rows that are drawn beyond each edge, so that a turn of the wheel finds them there. */
const around = 6;
/** Rows on paper: about twelve sheets. */
export const MOST_PRINTED = 300;
/** Milliseconds after the last movement when the scroll bar is put right. */
const settleAfter = 150;
/** Width from which a row is a line of a table; below it is a card. In times the size of the letters. */
const wideFrom = 46;

let windows = 0;

function make(role: string, className: string, parent?: HTMLElement): HTMLDivElement {
  const element = document.createElement('div');
  if (role) element.setAttribute('role', role);
  if (className) element.className = className;
  parent?.append(element);
  return element;
}

/**
 * A list of any length of which only what is seen is in the page: rows are taken from one end and drawn anew at the
 * other. It is one stop of the Tab key; arrows, Page, Home and End move through the rows, Enter opens one. On paper it
 * shows the first 300 and says so.
 */
export class RowWindow<S extends string = string> {
  /** Put it where the ledger is to stand. */
  readonly element = make('', 'window');
  readonly #options: WindowOptions<S>;
  readonly #geometry = new Geometry();
  readonly #scroller: HTMLDivElement;
  readonly #head: HTMLDivElement;
  readonly #space: HTMLDivElement;
  readonly #band: HTMLDivElement;
  readonly #note: HTMLElement;
  readonly #headers = new Map<string, HTMLElement>();
  #unwatch: (() => void) | undefined;
  readonly #media = matchMedia('print');
  #paper = false;
  /** In the order in which they stand; the first shows the row `#first`. */
  #drawn: Slot[] = [];
  readonly #spare: Slot[] = [];
  #first = 0;
  #rows: Uint32Array = new Uint32Array(0);
  #active = -1;
  /** What rows measure is known; whatever changes it changes the size of the scrolled area too, which is observed. */
  #fitted = false;
  /** Some rows beyond the edges are still to be drawn. */
  #owed = false;
  #frame = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #name = `htsd-window-${(windows += 1)}`;
  #named = 0;

  constructor(label: string, options: WindowOptions<S>) {
    this.#options = options;
    this.#scroller = make('grid', 'scroller', this.element);
    this.#scroller.tabIndex = 0;
    this.#scroller.setAttribute('aria-label', label);
    this.#scroller.setAttribute('aria-colcount', String(options.columns.length));
    const top = make('rowgroup', 'top-group', this.#scroller);
    this.#head = make('row', 'line head', top);
    this.#head.setAttribute('aria-rowindex', '1');
    this.#space = make('rowgroup', 'space', this.#scroller);
    this.#band = make('none', 'band', this.#space);
    this.#note = document.createElement('p');
    this.#note.className = 'print-note hint';
    this.element.prepend(this.#note);
    this.#drawHead();
  }

  /** Begins to listen; to be called when the element is in the page. */
  connect(): void {
    this.#unwatch = watchSize(this.#scroller, () => this.#measure());
    this.#scroller.addEventListener('scroll', this.#onScroll, { passive: true });
    this.#scroller.addEventListener('keydown', this.#onKey);
    this.#scroller.addEventListener('focus', this.#onFocus);
    this.#band.addEventListener('click', this.#onClick);
    this.#media.addEventListener('change', this.#onPaper);
    addEventListener('beforeprint', this.#onPaper);
    addEventListener('afterprint', this.#onPaper);
    this.#measure();
  }

  dispose(): void {
    this.#unwatch?.();
    this.#media.removeEventListener('change', this.#onPaper);
    removeEventListener('beforeprint', this.#onPaper);
    removeEventListener('afterprint', this.#onPaper);
    cancelAnimationFrame(this.#frame);
    clearTimeout(this.#timer);
  }

  /** Rows, by their numbers, in the order to show; begins at the top unless told to stay. */
  show(rows: Uint32Array, { stay = false } = {}): void {
    this.#rows = rows;
    this.#geometry.count = rows.length;
    this.#scroller.setAttribute('aria-rowcount', String(rows.length + 1));
    this.#active = -1;
    const { scrollTop } = this.#geometry;
    this.#geometry.goTo(stay ? this.#geometry.top : 0);
    const stands = this.#geometry.scrollTop === scrollTop && this.#frame === 0;
    this.#redraw({ fitted: this.#fitted, stands });
  }

  /** Draws again what is seen, in another language for instance. */
  refresh(): void {
    this.#drawHead();
    this.#redraw();
  }

  /** Says which column sorts. */
  sorted(column: S, descending: boolean): void {
    const shuffled = column !== 'no';
    this.element.classList.toggle('shuffled', shuffled);
    for (const { id, sort, runs } of this.#options.columns) {
      const header = this.#headers.get(id);
      if (header && runs) header.title = shuffled ? runs : '';
      if (!header || !sort) continue;
      header.setAttribute('aria-sort', sort !== column ? 'none' : descending ? 'descending' : 'ascending');
    }
  }

  /** Brings a row into sight and marks it; false where the list does not hold it. */
  reveal(row: number): boolean {
    const index = this.#rows.indexOf(row);
    if (index < 0) return false;
    this.#activate(index);
    return true;
  }

  focus(): void {
    this.#scroller.focus({ preventScroll: true });
  }

  #drawHead(): void {
    const { columns, onSort } = this.#options;
    const cells = columns.map(({ id, label, sort, figures }) => {
      const before = this.#headers.get(id);
      const cell = before ?? make('columnheader', `cell ${id}${figures ? ' amount' : ''}`);
      this.#headers.set(id, cell);
      if (!sort) {
        cell.textContent = label;
        return cell;
      }
      const button = cell.querySelector('button') ?? document.createElement('button');
      button.type = 'button';
      button.className = 'sort';
      button.textContent = label;
      if (!before) {
        cell.setAttribute('aria-sort', 'none');
        button.addEventListener('click', () => onSort(sort));
        cell.append(button);
      }
      return cell;
    });
    this.#head.replaceChildren(...cells);
  }

  readonly #onScroll = (): void => {
    if (!this.#frame) this.#frame = requestAnimationFrame(() => this.#onFrame());
    this.#settleSoon();
  };

  #settleSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#settle(), settleAfter);
  }

  #onFrame(): void {
    this.#frame = 0;
    if (this.#paper) return;
    this.#geometry.scrolled(this.#scroller.scrollTop);
    this.#draw();
  }

  /** Draws what was put off, and puts the scroll bar where it belongs, while nobody moves it. */
  #settle(): void {
    const geometry = this.#geometry;
    if (this.#owed && !this.#paper) this.#draw();
    const wanted = geometry.settled();
    if (Math.abs(wanted - geometry.scrollTop) < 1) return;
    geometry.goTo(geometry.top);
    this.#scroller.scrollTop = wanted;
    this.#draw();
  }

  #measure(): void {
    const { clientWidth } = this.#scroller;
    if (clientWidth === 0 || this.#paper) return;
    const letter = Number.parseFloat(getComputedStyle(this.#scroller).fontSize);
    this.element.classList.toggle('wide', clientWidth >= letter * wideFrom);
    // It may have been moved since the last frame.
    if (this.#drawn.length > 0) this.#geometry.scrolled(this.#scroller.scrollTop);
    this.#redraw();
  }

  /**
   * `fitted`: how tall rows are was learnt before; `stands`: the scroll bar is where it belongs. To ask for either would
   * make the browser place everything before the rest is drawn.
   */
  #redraw({ fitted = false, stands = false } = {}): void {
    const geometry = this.#geometry;
    for (const slot of [...this.#drawn, ...this.#spare]) slot.index = -1;
    if (this.#paper) {
      this.#spare.push(...this.#drawn.splice(0));
      this.#band.replaceChildren();
      this.#drawPaper();
      return;
    }
    if (this.#note.textContent) {
      // Back from paper.
      this.#band.replaceChildren();
      this.#note.textContent = '';
    }
    this.#space.style.height = `${geometry.height}px`;
    this.#draw(fitted);
    if (!fitted) this.#fit();
    if (!(fitted && stands) && this.#scroller.scrollTop !== geometry.scrollTop)
      this.#scroller.scrollTop = geometry.scrollTop;
  }

  /** Learns from a drawn row how tall rows are, which depends on the letters and on the width. */
  #fit(): void {
    const geometry = this.#geometry;
    const [any] = this.#drawn;
    const height = any?.element.getBoundingClientRect().height ?? 0;
    const viewport = Math.max(1, this.#scroller.clientHeight - this.#head.offsetHeight);
    this.#fitted = height > 0;
    const same = Math.abs(height - geometry.rowHeight) < 0.01 && viewport === geometry.viewport;
    if (height === 0 || same) return;
    const index = geometry.top / geometry.rowHeight;
    geometry.rowHeight = height;
    geometry.viewport = viewport;
    this.#space.style.height = `${geometry.height}px`;
    geometry.viewport = Math.max(1, this.#scroller.clientHeight - this.#head.offsetHeight);
    geometry.goTo(index * height);
    this.#draw();
  }

  /**
   * Draws what is seen: rows that went out of sight at one end show what came into sight at the other. `lean`: those around
   * it are put off until nobody waits, as they are where none of the rows can stay.
   */
  #draw(lean = false): void {
    const { first, end } = this.#geometry.range(around);
    const drawn = this.#drawn;
    const by = first - this.#first;
    const seen = lean || Math.abs(by) >= drawn.length ? this.#geometry.range(0) : { first, end };
    if (by > 0 && by < drawn.length) {
      const moved = drawn.splice(0, by);
      drawn.push(...moved);
      this.#band.append(...moved.map(({ element }) => element));
    } else if (by < 0 && -by < drawn.length) {
      const moved = drawn.splice(by);
      drawn.unshift(...moved);
      this.#band.prepend(...moved.map(({ element }) => element));
    }
    this.#first = first;
    while (drawn.length > end - first) {
      const slot = drawn.pop()!;
      slot.element.remove();
      this.#spare.push(slot);
    }
    // Those that nobody sees yet need not be there either.
    const wanted = (drawn.length > 0 ? end : seen.end) - first;
    while (drawn.length < wanted) {
      const slot = this.#spare.pop() ?? this.#makeSlot();
      drawn.push(slot);
      this.#band.append(slot.element);
    }
    this.#owed = wanted < end - first;
    for (const [place, slot] of drawn.entries()) {
      const index = first + place;
      if (index >= seen.first && index < seen.end) this.#paint(slot, index);
      else if (slot.index !== index) {
        slot.index = -1;
        this.#owed = true;
      }
    }
    if (this.#owed) this.#settleSoon();
    this.#band.style.transform = `translateY(${this.#geometry.place(first)}px)`;
    this.#mark();
  }

  #makeSlot(): Slot {
    const row = this.#options.makeRow();
    const { element } = row;
    element.id = `${this.#name}-${(this.#named += 1)}`;
    return { row, element, index: -1 };
  }

  #paint(slot: Slot, index: number): void {
    if (slot.index === index) return;
    slot.index = index;
    slot.row.paint(this.#rows[index]!);
    slot.element.setAttribute('aria-rowindex', String(index + 2));
    slot.element.classList.toggle('odd', index % 2 === 1);
  }

  /** Shows which row the keyboard is on. */
  #mark(): void {
    let active: HTMLElement | undefined;
    for (const { element, index } of this.#drawn) {
      const is = index === this.#active;
      if (is) active = element;
      if (element.classList.contains('active') !== is) element.classList.toggle('active', is);
    }
    if (active) this.#scroller.setAttribute('aria-activedescendant', active.id);
    else this.#scroller.removeAttribute('aria-activedescendant');
  }

  #activate(index: number): void {
    const geometry = this.#geometry;
    if (geometry.count === 0) return;
    this.#active = Math.min(Math.max(0, index), geometry.count - 1);
    geometry.reveal(this.#active);
    this.#draw();
    this.#scroller.scrollTop = geometry.scrollTop;
  }

  readonly #onFocus = (): void => {
    if (this.#active < 0 && this.#scroller.matches(':focus-visible')) {
      this.#active = Math.ceil(this.#geometry.top / this.#geometry.rowHeight);
      this.#mark();
    }
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    // A button of the head has its own keys.
    if (event.target !== this.#scroller || event.altKey || event.metaKey) return;
    const { page, count } = this.#geometry;
    const from = Math.max(0, this.#active);
    const to = {
      ArrowDown: from + 1,
      ArrowUp: from - 1,
      PageDown: from + page,
      PageUp: from - page,
      Home: 0,
      End: count - 1,
    }[event.key];
    if (to !== undefined) this.#activate(to);
    else if (event.key === 'Enter' && this.#active >= 0) this.#options.onOpen(this.#rows[this.#active]!);
    else return;
    event.preventDefault();
  };

  readonly #onClick = (event: MouseEvent): void => {
    const target = event.target as Element;
    const slot = this.#drawn.find(({ element }) => element.contains(target));
    // Who marks text with the mouse opens nothing.
    if (!slot || !getSelection()?.isCollapsed) return;
    this.#active = slot.index;
    this.#mark();
    this.#options.onOpen(this.#rows[slot.index]!);
  };

  /** A browser counts its sheets after the one and before the other: rows that came with the medium alone would not be counted. */
  readonly #onPaper = ({ type }: Event): void => {
    const paper = type === 'beforeprint' || (type === 'change' && this.#media.matches);
    if (paper === this.#paper) return;
    this.#paper = paper;
    this.#redraw();
  };

  #drawPaper(): void {
    const printed = Math.min(this.#rows.length, MOST_PRINTED);
    this.element.classList.add('wide');
    this.#space.style.height = 'auto';
    this.#band.style.transform = 'none';
    const fragment = document.createDocumentFragment();
    for (let index = 0; index < printed; index++) {
      const slot = this.#makeSlot();
      this.#paint(slot, index);
      fragment.append(slot.element);
    }
    this.#band.append(fragment);
    this.#note.textContent = this.#options.printNote(printed, this.#rows.length);
  }
}
