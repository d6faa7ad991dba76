import { html, nothing, type TemplateResult } from 'lit';
import { toProblem } from '../../../../src/client/problem.js';
import { ActivityBook, type ActivityForm } from '../../../../src/client/report/activity-book.js';
import { echoed } from '../../../../src/client/report/entry-texts.js';
import type { Problem } from '../../../../src/client/view.types.js';
import type { ActivityItem } from '../../../../src/domain/area/area-query.schema.js';
import { formatDate } from '../../../../src/i18n/translate.js';
import { activityFields } from './activity-fields.js';
import { activityRow } from './activity-row.js';
import type { EntryContext, EntryDialog } from './entry-desk.js';
import { endView, problemView, refusalText } from './entry-words.js';

/** What a place did in a year: the list, what is written of one, and the question before one is taken out. */
export class ActivitiesDialog implements EntryDialog {
  readonly #context: EntryContext;
  readonly #book: ActivityBook;
  #state: 'reading' | 'unread' | 'ready' | 'busy' = 'reading';
  /** It is being written; kept while the dialog is closed. */
  #form: ActivityForm | undefined;
  /** It is asked whether this one is to be taken out. */
  #asked: string | undefined;
  #checked = false;
  #problem: Problem | undefined;
  /** It is one of reading: nothing was sent. */
  #unread = false;
  #summary = '';
  /** Why the last removal was refused. */
  #refused = '';

  constructor(context: EntryContext) {
    this.#context = context;
    this.#book = new ActivityBook(context.client, context.place);
  }

  opened(): void {
    this.#summary = '';
    this.#refused = '';
    this.#asked = undefined;
    void this.#read();
  }

  async #read(): Promise<void> {
    this.#state = 'reading';
    this.#problem = undefined;
    this.#context.host.changed();
    try {
      await this.#book.read();
      this.#state = 'ready';
    } catch (error) {
      this.#state = 'unread';
      this.#fail(error, true);
    }
    this.#context.host.changed();
  }

  #fail(error: unknown, unread = false): void {
    this.#problem = toProblem(error);
    this.#unread = unread;
    this.#context.host.report(error);
  }

  render(): TemplateResult {
    return this.#form ? this.#formView(this.#form) : this.#listView();
  }

  get #busy(): boolean {
    return this.#state === 'reading' || this.#state === 'busy';
  }

  #head(title: string): TemplateResult {
    return html`<div class="head">
      <h2 id="dialog-title" tabindex="-1">${title}</h2>
      <p class="hint">${this.#context.name}</p>
    </div>`;
  }

  #listView(): TemplateResult {
    const { host, place } = this.#context;
    const { l } = host;
    const { items } = this.#book;
    const year = String(place.year);
    const unread = this.#state === 'unread';
    const problem = this.#problem;
    return html`<div class="dialog" aria-busy=${this.#busy ? 'true' : 'false'}>
      ${this.#head(l.t('report-entry.activities.title', { year }))}
      ${
        items.length > 0
          ? html`<ul class="rows">
              ${items.map((item) =>
                activityRow(item, this.#asked === item.id, this.#busy, l, {
                  edit: () => this.#write(item),
                  ask: () => this.#ask(item.id),
                  leave: () => this.#ask(undefined, item.id),
                  remove: () => void this.#remove(item),
                }),
              )}
            </ul>`
          : nothing
      }
      ${
        items.length === 0 && this.#state === 'ready'
          ? html`<p class="notice">${l.t('report-entry.activity.none', { year })}</p>`
          : nothing
      }
      ${problem ? problemView(problem, this.#unread ? 'report-entry.failed' : undefined, l) : nothing}
      ${this.#refused ? html`<p class="notice bad" role="alert">${this.#refused}</p>` : nothing}
      <p role="status" id="entry-summary" tabindex="-1">
        ${this.#state === 'reading' ? l.t('report-entry.loading') : this.#summary}
      </p>
      ${endView(
        host,
        html`<button
          type="button"
          class="primary"
          data-do="activity-add"
          ?disabled=${this.#busy}
          @click=${() => this.#write()}
        >
          ${l.t('report-entry.activity.add')}
        </button>`,
        unread ? () => void this.#read() : undefined,
      )}
    </div>`;
  }

  #formView(form: ActivityForm): TemplateResult {
    const { host, place } = this.#context;
    const { l } = host;
    const year = String(place.year);
    const problem = this.#problem;
    const submit = (event: Event): void => {
      event.preventDefault();
      if (!this.#busy) void this.#save(form);
    };
    const echo = (event: Event): void => {
      const { d } = (event.target as HTMLElement).dataset;
      if (d !== 'activity-sessions' && d !== 'activity-participants') return;
      const name = d === 'activity-sessions' ? 'sessions' : 'participants';
      form.typed[name] = echoed(form.typed[name]);
      host.changed();
    };
    const faults = this.#checked ? this.#book.faults(form) : {};
    return html`<form
      class="dialog"
      novalidate
      aria-busy=${this.#busy ? 'true' : 'false'}
      @submit=${submit}
      @change=${echo}
    >
      ${this.#head(l.t(form.version === 0 ? 'report-entry.activity.new' : 'report-entry.activity.change', { year }))}
      ${activityFields(form, faults, year, l, () => host.changed())} ${this.#enteredView(form)}
      ${problem ? problemView(problem, this.#unread ? 'report-entry.failed' : undefined, l) : nothing}
      <p role="status">${this.#state === 'busy' ? l.t('report-entry.saving') : nothing}</p>
      <div class="actions end">
        <button type="button" data-do="activity-back" ?disabled=${this.#busy} @click=${() => this.#back()}>
          ${l.t('report-entry.cancel')}
        </button>
        <button type="submit" class="primary" data-do="entry-save" ?disabled=${this.#busy}>
          ${l.t('report-entry.save')}
        </button>
      </div>
    </form>`;
  }

  #enteredView({ id, entered }: ActivityForm): TemplateResult | typeof nothing {
    const { l } = this.#context.host;
    if (entered?.status === 'rejected')
      return html`<p class="notice bad" role="alert" id="entry-problem" tabindex="-1">
        ${refusalText(entered.rejection, l)}
      </p>`;
    if (entered?.status !== 'conflict') return nothing;
    const item = this.#book.items.find((one) => one.id === id);
    return html`<p class="notice warn" role="alert" id="entry-problem" tabindex="-1">
      ${
        item
          ? l.t('report-entry.activity.conflict', { title: item.title, date: formatDate(item.date) })
          : l.t('report-entry.activity.conflict.gone')
      }
    </p>`;
  }

  #write(item?: ActivityItem): void {
    this.#form = this.#book.write(item);
    this.#checked = false;
    this.#problem = undefined;
    this.#summary = '';
    this.#refused = '';
    this.#asked = undefined;
    this.#context.host.focus('#dialog-title');
  }

  #back(): void {
    this.#form = undefined;
    this.#problem = undefined;
    this.#context.host.focus('#dialog-title');
  }

  #ask(id: string | undefined, from?: string): void {
    this.#asked = id;
    this.#summary = '';
    this.#refused = '';
    this.#problem = undefined;
    this.#context.host.focus(id ? '[data-do=remove-no]' : `[data-activity="${from}"] [data-do=remove]`);
  }

  async #save(form: ActivityForm): Promise<void> {
    const { host, saved } = this.#context;
    const { l } = host;
    this.#problem = undefined;
    this.#checked = true;
    if (Object.keys(this.#book.faults(form)).length > 0) return host.focus('dialog [aria-invalid=true]');
    this.#state = 'busy';
    host.changed();
    try {
      const entered = await this.#book.save(form);
      this.#state = 'ready';
      if (entered?.status === 'done') {
        saved();
        this.#form = undefined;
        this.#say(l.t('report-entry.activity.saved', { title: form.typed.title.trim() }));
      } else host.focus('#entry-problem');
    } catch (error) {
      this.#state = 'ready';
      this.#fail(error);
      host.focus('#entry-problem');
    }
    host.changed();
  }

  async #remove(item: ActivityItem): Promise<void> {
    const { host, saved } = this.#context;
    const { l } = host;
    this.#state = 'busy';
    this.#problem = undefined;
    host.changed();
    try {
      const entered = await this.#book.remove(item);
      this.#asked = undefined;
      if (entered.status === 'done') saved();
      if (entered.status === 'rejected') this.#refused = refusalText(entered.rejection, l);
      if (entered.status === 'conflict') this.#refused = l.t('report-entry.activity.conflict.remove');
      this.#say(entered.status === 'done' ? l.t('report-entry.activity.removed', { title: item.title }) : '');
    } catch (error) {
      this.#fail(error);
      host.focus('#entry-problem');
    }
    this.#state = 'ready';
    host.changed();
  }

  #say(words: string): void {
    this.#summary = words;
    this.#context.host.focus('#entry-summary');
  }
}
