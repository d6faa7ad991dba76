import {
  freshEntry,
  isUntouched,
  nextEntry,
  saysMore,
  type EntryForm,
  type LineKind,
} from '../../../../../src/client/fund/entry-form.js';
import { readDate } from '../../../../../src/client/fund/read-date.js';
import { readEntry, type EntryFault } from '../../../../../src/client/fund/read-entry.js';
import type { Fund } from '../../../../../src/domain/fund/fund.schema.js';
import { toProblem } from '../../../../../src/client/problem.js';
import type { Problem } from '../../../../../src/client/view.types.js';
import type { Desk } from '../desk.js';

const formName = 'entry';
export type EntryField = keyof EntryForm;

/** Fields of a line in the order in which Enter goes through them. */
export const lineFields: Readonly<Record<LineKind, readonly EntryField[]>> = {
  receipt: ['date', 'category', 'account', 'amount', 'party', 'purpose', 'voucher'],
  payment: ['date', 'category', 'account', 'amount', 'party', 'purpose', 'voucher'],
  move: ['date', 'account', 'amount', 'purpose'],
  transfer: ['date', 'toFund', 'account', 'toAccount', 'amount', 'purpose', 'voucher'],
};

/** The line that is being entered: what is typed, what is wrong with it, how the keyboard goes through it. */
export class EntryDesk {
  readonly desk: Desk;
  /** Faults are told once it was tried, and then as long as it is not mended. */
  tried = false;
  /** Fields beyond the line are shown. */
  unfolded = false;
  /** Files that could not be taken in. */
  refused: readonly { name: string; problem: Problem }[] = [];
  taking = 0;
  /** Funds that money can be transferred to; undefined until somebody wants to. */
  others: readonly Fund[] | undefined;
  /** Why they are not known. */
  unasked: Problem | undefined;
  #asked = false;
  /** Value of the field that has the focus, when it got it. */
  #before: { field: string; value: string } | undefined;

  constructor(desk: Desk) {
    this.desk = desk;
    this.unfolded = saysMore(this.form);
    if (this.form.kind === 'transfer') void this.askFunds();
  }

  get form(): EntryForm {
    return this.desk.form(formName, freshEntry(this.desk.session.today));
  }

  get untouched(): boolean {
    return isUntouched(this.form);
  }

  get faults(): readonly EntryFault[] {
    return this.tried ? this.#read().faults : [];
  }

  #read(): ReturnType<typeof readEntry> {
    const { session, view } = this.desk;
    return readEntry(this.form, {
      fund: view.fund,
      others: this.others ?? [],
      today: session.today,
      outbox: view.outbox,
      newSalt: () => session.newSalt(),
    });
  }

  patch(change: Partial<EntryForm>): void {
    const form = { ...this.form, ...change };
    if (change.kind !== undefined) {
      const { category } = form;
      if (this.desk.category(category)?.kind !== change.kind) form.category = '';
      if (change.kind === 'move' && form.account === 'kind') form.account = 'cash';
      if (change.kind === 'transfer') void this.askFunds();
    }
    this.#keep(form);
  }

  /** Keeps the line. One of which nothing is typed yet keeps no day but another than today: it proposes that on which it is written. */
  #keep(form: EntryForm): void {
    const { date, ...rest } = form;
    const today = freshEntry(this.desk.session.today).date;
    this.desk.type(formName, isUntouched(form) && date === today ? rest : form);
  }

  /** Begins the next line. */
  #begin(last: EntryForm): void {
    const { today } = this.desk.session;
    const next = nextEntry(last);
    this.#keep(readDate(last.date, today) === today ? { ...next, date: freshEntry(today).date } : next);
  }

  /** Puts a whole line in the place of the one that is there. */
  put(form: EntryForm): void {
    this.tried = false;
    this.refused = [];
    this.unfolded = saysMore(form);
    this.desk.type(formName, form);
    if (form.kind === 'transfer') void this.askFunds();
    this.focus('amount');
  }

  clear(): void {
    this.tried = false;
    this.refused = [];
    this.#begin(this.form);
    this.focus('amount');
  }

  focus(field: string): void {
    this.desk.host.focus(`.entry [data-d=${field}]`);
  }

  /** Enters the line, and begins the next. */
  enter(): void {
    const { form } = this;
    const { faults, entry } = this.#read();
    if (!entry || this.taking > 0) {
      this.tried = true;
      this.desk.host.changed();
      this.focus(faults[0]?.field ?? 'amount');
      return;
    }
    this.tried = false;
    this.refused = [];
    this.desk.said = undefined;
    if (entry.kind === 'fund.record') this.desk.session.enter(entry.kind, entry.payload, form);
    else this.desk.session.enter(entry.kind, entry.payload, form);
    this.#begin(form);
    this.unfolded = false;
    this.focus('amount');
  }

  /** Enter goes to the next field, and from the last one enters the line; Escape takes back what was typed in a field. */
  readonly onKey = (event: KeyboardEvent): void => {
    if (event.altKey || event.isComposing) return;
    const target = event.target as HTMLInputElement;
    const field = target.dataset['d'];
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      this.enter();
    } else if (event.key === 'Enter' && field && target.localName !== 'textarea') {
      event.preventDefault();
      this.#goOn(field);
    } else if (event.key === 'Escape' && field && this.#before?.field === field) {
      if (target.value === this.#before.value) return;
      event.preventDefault();
      target.value = this.#before.value;
      target.dispatchEvent(new Event(target.localName === 'select' ? 'change' : 'input'));
    } else if (event.key === 'ArrowDown' && target.type === 'text') {
      event.preventDefault();
      this.desk.host.root.querySelector<HTMLElement>('[role=grid]')?.focus();
    }
  };

  readonly onFocus = (event: FocusEvent): void => {
    const { dataset, value } = event.target as HTMLInputElement;
    this.#before = dataset['d'] === undefined ? undefined : { field: dataset['d'], value };
    // As in a spreadsheet: what is typed takes the place of what was there.
    if (['date', 'amount', 'voucher'].includes(dataset['d'] ?? ''))
      (event.target as HTMLInputElement).select();
  };

  #goOn(field: string): void {
    const fields = lineFields[this.form.kind];
    const at = fields.indexOf(field as EntryField);
    if (at === fields.length - 1) this.enter();
    else
      this.desk.host.root
        .querySelector<HTMLElement>(`.entry [data-d=${fields[at + 1] ?? 'amount'}]`)
        ?.focus();
  }

  async takeIn(files: readonly File[]): Promise<void> {
    this.taking += files.length;
    this.refused = [];
    this.desk.host.changed();
    try {
      const taken = await this.desk.session.takeIn(files);
      this.refused = taken.flatMap((one) => ('problem' in one ? [one] : []));
      const { evidence } = this.form;
      const known = new Set(evidence.flatMap((one) => (one.kind === 'file' ? [one.sha256] : [])));
      const fresh = taken.flatMap((one) =>
        'problem' in one || one.kind !== 'file' || known.has(one.sha256) ? [] : [one],
      );
      this.patch({ evidence: [...evidence, ...fresh] });
    } finally {
      this.taking -= files.length;
      this.desk.host.changed();
    }
  }

  /** Reads which funds there are, once. */
  async askFunds(): Promise<void> {
    if (this.#asked) return;
    this.#asked = true;
    const { host, session } = this.desk;
    try {
      const funds = await host.client.queryAll('funds.list', {});
      this.others = funds.filter(({ id }) => id !== session.ledger.fund);
      if (this.unasked) this.focus('toFund');
      this.unasked = undefined;
    } catch (error) {
      this.#asked = false;
      this.unasked = toProblem(error);
      host.report(error);
    }
    host.changed();
  }
}
