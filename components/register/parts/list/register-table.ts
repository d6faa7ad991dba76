import type { RegisterSort, RegisterView } from '../../../../src/client/register/register.types.js';
import type { RegisterRow } from '../../../../src/domain/area/area-query.schema.js';
import type { CriteriaSetSummary } from '../../../../src/domain/criteria-set.schema.js';
import type { LanguageController } from '../../../base/language.js';
import { RowWindow, type WindowColumn, type WindowRow } from '../../../base/row-window.js';
import type { Selection } from '../../selection.js';
import { makeRegisterRow } from './register-row.js';

export interface TableOptions {
  readonly l: LanguageController;
  readonly selection: Selection;
  readonly sets: () => readonly CriteriaSetSummary[];
  /** The date in Viet Nam. */
  readonly today: () => string;
  readonly onSort: (sort: RegisterSort) => void;
  readonly onOpen: (row: RegisterRow) => void;
  /** Something was picked, or is not any more. */
  readonly onPick: () => void;
}

/** Their labels are asked for each time they are drawn: English may arrive, or be left, after that. */
function columnsOf(l: LanguageController): WindowColumn<RegisterSort>[] {
  const column = (id: string, key: string, sort?: RegisterSort): WindowColumn<RegisterSort> => ({
    id,
    get label() {
      return l.t(`register.column.${key}`);
    },
    ...(sort && { sort }),
    figures: id === 'score',
  });
  return [
    column('pick', 'pick'),
    column('name', 'name', 'name'),
    column('place', 'place', 'place'),
    column('leader', 'head'),
    column('state', 'state', 'state'),
    column('score', 'score', 'score'),
    column('title', 'title'),
  ];
}

const moves: ReadonlySet<string> = new Set(['ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Home', 'End']);

/** The list itself: rows in a window, picked by keys, by their boxes, and in ranges. */
export class RegisterTable {
  readonly #options: TableOptions;
  readonly #window: RowWindow<RegisterSort>;
  /** Every row that was ever drawn, and which one it shows. */
  readonly #drawn = new Map<Element, { row: WindowRow; index: number }>();
  #rows: readonly RegisterRow[] = [];
  #filter: RegisterView['filter'] | undefined;
  #before = 0;
  #stamp = '';

  constructor(options: TableOptions) {
    const { l, onSort, onOpen } = options;
    this.#options = options;
    this.#window = new RowWindow<RegisterSort>(l.t('register.heading'), {
      columns: columnsOf(l),
      makeRow: () => this.#makeRow(),
      onSort,
      onOpen: (index) => this.#rows[index] && onOpen(this.#rows[index]),
      printNote: (printed, all) =>
        `${this.#asked}. ${l.t(printed < all ? 'register.print.some' : 'register.print.all', { printed, all })}`,
    });
    const { element } = this.#window;
    this.#grid.setAttribute('aria-multiselectable', 'true');
    this.#grid.setAttribute('aria-describedby', 'keys');
    element.addEventListener('keydown', this.#beforeKey, { capture: true });
    element.addEventListener('keydown', this.#afterKey);
  }

  /** Put it where the list is to stand. */
  get element(): HTMLElement {
    return this.#window.element;
  }

  /** What was asked for, on paper, where nobody sees the filters: "Năm 2026 · Gia đình · “sen”". */
  get #asked(): string {
    const { l } = this.#options;
    const { cycle = '', model, state, text = '' } = this.#filter ?? {};
    return [
      `${l.t('register.filter.cycle')} ${cycle}`,
      model && l.t(`register.model.${model}`),
      state && l.t(`register.state.${state}`),
      text.trim() && `“${text.trim()}”`,
    ]
      .filter(Boolean)
      .join(' · ');
  }

  get #grid(): HTMLElement {
    return this.element.querySelector<HTMLElement>('[role=grid]')!;
  }

  connect(): void {
    this.#window.connect();
  }

  dispose(): void {
    this.#window.dispose();
  }

  focus(): void {
    this.#window.focus();
  }

  /** Draws what the list shows now; it stays where it is unless another question was asked. */
  show({ rows, filter, before }: RegisterView): void {
    const { l } = this.#options;
    const asked = this.#filter !== filter || this.#before !== before;
    if (this.#stamp !== l.stamp) {
      this.#stamp = l.stamp;
      this.#grid.setAttribute('aria-label', l.t('register.heading'));
      this.#window.refresh();
    }
    if (this.#rows === rows && !asked) return;
    this.#rows = rows;
    this.#filter = filter;
    this.#before = before;
    // By hand: `from` goes through an iterator, row by row.
    const places = new Uint32Array(rows.length);
    for (let at = 0; at < places.length; at += 1) places[at] = at;
    this.#window.show(places, { stay: !asked });
    this.#window.sorted(filter.sort, filter.descending);
  }

  /** Draws anew what is seen: something was picked elsewhere, or sets are known by now. */
  repaint(): void {
    for (const { row, index } of this.#drawn.values()) row.paint(index);
  }

  #makeRow(): WindowRow {
    const { l, sets, selection, today } = this.#options;
    const made = makeRegisterRow({
      l,
      sets,
      today,
      rowAt: (index) => this.#rows[index],
      picked: (subject) => selection.has(subject),
    });
    const drawn = { row: made, index: 0 };
    this.#drawn.set(made.element, drawn);
    made.element.addEventListener('click', (event) => this.#click(event, drawn.index));
    return {
      element: made.element,
      paint(index) {
        drawn.index = index;
        made.paint(index);
      },
    };
  }

  /** The row that the keyboard is on. */
  get #active(): number | undefined {
    const id = this.#grid.getAttribute('aria-activedescendant');
    for (const [element, { index }] of this.#drawn) if (id !== null && element.id === id) return index;
    return undefined;
  }

  #picked(): void {
    this.repaint();
    this.#options.onPick();
  }

  #click(event: MouseEvent, index: number): void {
    const { selection } = this.#options;
    const box = (event.target as Element).closest('.pick') !== null;
    const row = this.#rows[index];
    if (!row || !(box || event.shiftKey || event.ctrlKey || event.metaKey)) return;
    // It picks and opens nothing.
    event.stopPropagation();
    if (event.shiftKey) {
      getSelection()?.removeAllRanges();
      selection.extend(this.#rows, index);
    } else selection.toggle(row, index);
    this.#picked();
  }

  readonly #beforeKey = (event: KeyboardEvent): void => {
    if (event.target !== this.#grid || event.altKey) return;
    const { selection } = this.#options;
    const active = this.#active;
    const row = active === undefined ? undefined : this.#rows[active];
    if (event.key === ' ' && row) selection.toggle(row, active!);
    else if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'a') selection.all(this.#rows);
    else if (event.key === 'Escape' && selection.size > 0) selection.clear();
    else {
      if (event.shiftKey && moves.has(event.key)) selection.anchor ??= active ?? 0;
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    this.#picked();
  };

  /** The window has moved to the row by now. */
  readonly #afterKey = (event: KeyboardEvent): void => {
    if (event.target !== this.#grid || !event.shiftKey || !moves.has(event.key)) return;
    const active = this.#active;
    if (active === undefined) return;
    this.#options.selection.extend(this.#rows, active);
    this.#picked();
  };
}
