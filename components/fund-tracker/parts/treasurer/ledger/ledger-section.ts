import { html, nothing, type TemplateResult } from 'lit';
import { isAbort } from '../../../../../src/client/problem.js';
import type { LedgerQuestion } from '../../../../../src/client/ledger/ledger-book.js';
import type { FoundRows } from '../../../../../src/client/ledger/row-search.js';
import type { SortColumn } from '../../../../../src/client/ledger/row-keys.js';
import { RowWindow } from '../../../../base/row-window.js';
import type { Desk, DeskSection } from '../desk.js';
import { choiceField } from '../../../../base/fields.js';
import { openEntry } from './entry-dialog.js';
import { deskColumns, makeDeskRow } from './desk-row.js';
import { EntryDesk } from './entry-desk.js';
import { entryView } from './entry-view.js';
import { outboxView } from './outbox-view.js';

/** Names offered for who pays in or is paid: of the last entries. */
const offered = 400;

/** The ledger with its running balance, and the line in which the next entry is typed. */
export class LedgerSection implements DeskSection {
  readonly #desk: Desk;
  readonly #entry: EntryDesk;
  readonly #window: RowWindow<SortColumn>;
  #question: LedgerQuestion = { sort: 'no', descending: true, filter: {}, search: '' };
  #found: FoundRows | undefined;
  /** The revision and language that are shown. */
  #shown = '';
  #connected = false;
  #parties: readonly string[] = [];

  constructor(desk: Desk) {
    this.#desk = desk;
    this.#entry = new EntryDesk(desk);
    this.#window = new RowWindow(desk.l.t('desk.ledger'), {
      columns: deskColumns(desk),
      makeRow: () => makeDeskRow(desk),
      onSort: (column) => this.#sort(column),
      onOpen: (row) => openEntry(desk, this.#entry, row + 1),
      printNote: (printed, all) => (printed < all ? desk.l.t('desk.ledger.printed', { printed, all }) : ''),
    });
    this.#window.sorted('no', true);
    this.#window.element.addEventListener('keydown', this.#onKey);
  }

  get entry(): EntryDesk {
    return this.#entry;
  }

  /** Escape goes back to the line, F2 opens the entry to be corrected, as in a spreadsheet. */
  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') this.#entry.focus('amount');
    else if (event.key === 'F2') event.target?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }));
    else return;
    event.preventDefault();
  };

  drawn(): void {
    if (!this.#connected && this.#window.element.isConnected) {
      this.#connected = true;
      this.#window.connect();
    }
    const stamp = `${this.#desk.view.revision} ${this.#desk.l.stamp}`;
    if (this.#connected && stamp !== this.#shown) {
      this.#shown = stamp;
      this.#parties = this.#lastParties();
      void this.#ask(true);
    }
  }

  dispose(): void {
    this.#window.dispose();
  }

  #sort(column: SortColumn): void {
    const { sort, descending } = this.#question;
    this.#put({ sort: column, descending: sort === column ? !descending : column === 'no' });
    this.#window.sorted(column, this.#question.descending);
  }

  #put(change: Partial<LedgerQuestion>): void {
    this.#question = { ...this.#question, ...change };
    void this.#ask(false);
  }

  async #ask(stay: boolean): Promise<void> {
    try {
      this.#found = await this.#desk.session.ledger.book.ask(this.#question);
      this.#window.show(this.#found.rows, { stay });
      this.#desk.host.changed();
    } catch (error) {
      if (!isAbort(error)) throw error;
    }
  }

  /** Reading of files is fetched by who imports one. */
  async #import(): Promise<void> {
    const desk = this.#desk;
    try {
      (await import('../import/import-dialog.js')).openImport(desk);
    } catch (error) {
      desk.host.report(error);
      desk.fail('error.offline.part');
    }
  }

  #lastParties(): string[] {
    const { columns } = this.#desk.session.ledger.book;
    const found = new Set<string>();
    for (let row = columns.count - 1; row >= Math.max(0, columns.count - offered); row--) {
      const party = columns.partyOf(row);
      if (party !== undefined) found.add(party);
    }
    return [...found];
  }

  render(): TemplateResult {
    const { l, session, view } = this.#desk;
    const mayEnter = session.may('fund.record');
    return html`${mayEnter ? html`${entryView(this.#entry)}${outboxView(this.#entry)}` : nothing}
      <datalist id="parties">${this.#parties.map((name) => html`<option value=${name}></option>`)}</datalist>
      <section class="ledger" aria-labelledby="ledger-title">
        <h3 id="ledger-title">${l.t('desk.ledger')}</h3>
        ${
          session.may('fund.import')
            ? html`<p class="actions">
                <button type="button" data-do="import" @click=${() => void this.#import()}>
                  ${l.t('desk.import')}
                </button>
              </p>`
            : nothing
        }
        ${view.fund.count === 0 ? this.#begin(mayEnter) : html`${this.#filters()}${this.#sums()}`}
        ${view.fund.count === 0 ? nothing : this.#window.element}
        ${view.fund.count === 0 ? nothing : html`<p class="hint keys">${l.t('desk.ledger.keys')}</p>`}
      </section>`;
  }

  /** Of books without an entry: what to do first. */
  #begin(mayEnter: boolean): TemplateResult {
    const { l, session } = this.#desk;
    const steps = [
      ...(mayEnter ? ['enter'] : []),
      ...(session.may('fund.import') ? ['import'] : []),
      ...(session.may('fund.update') ? ['settings'] : []),
    ];
    return html`<div class="notice" id="begin" tabindex="-1">
      <p><strong>${l.t('desk.begin')}</strong></p>
      ${mayEnter ? nothing : html`<p>${l.t('desk.begin.wait')}</p>`}
      ${
        steps.length > 0
          ? html`<ol class="steps">
              ${steps.map((step) => html`<li>${l.t(`desk.begin.${step}`)}</li>`)}
            </ol>`
          : nothing
      }
    </div>`;
  }

  #filters(): TemplateResult {
    const { l, session, view } = this.#desk;
    const { filter, search } = this.#question;
    const years = session.ledger.book.sums.years().map(String);
    const plain = { hint: undefined, fault: undefined };
    return html`<div class="filters" role="search">
      <label class="field wide"
        ><span>${l.t('desk.search')}</span
        ><input
          type="text"
          data-d="search"
          autocomplete="off"
          placeholder=${l.t('desk.search.placeholder')}
          .value=${search}
          @input=${(event: Event) => this.#put({ search: (event.target as HTMLInputElement).value })}
      /></label>
      ${choiceField({
        ...plain,
        name: 'year',
        label: l.t('desk.filter.year'),
        value: filter.year === undefined ? '' : String(filter.year),
        none: l.t('desk.filter.all'),
        choices: years.map((value) => ({ value, label: value })),
        input: (value) => this.#put({ filter: { ...filter, year: value ? Number(value) : undefined } }),
      })}
      ${choiceField({
        ...plain,
        name: 'filter-category',
        label: l.t('desk.filter.category'),
        value: filter.category ?? '',
        none: l.t('desk.filter.all'),
        choices: view.fund.categories.map(({ id, label }) => ({ value: id, label: l.text(label) })),
        input: (value) => this.#put({ filter: { ...filter, category: value || undefined } }),
      })}
    </div>`;
  }

  /** What is shown, in numbers; only where it is not everything. */
  #sums(): TemplateResult | typeof nothing {
    const { l, money, session } = this.#desk;
    const found = this.#found;
    if (!found || found.rows.length === session.ledger.count) return nothing;
    const { receipts, payments, kindIn, kindOut } = found.sums;
    return html`<p class="sums" role="status">
      ${l.t('desk.found', { n: found.rows.length, receipts: money(receipts), payments: money(payments) })}
      ${kindIn || kindOut ? l.t('desk.found.kind', { in: money(kindIn), out: money(kindOut) }) : nothing}
    </p>`;
  }
}
