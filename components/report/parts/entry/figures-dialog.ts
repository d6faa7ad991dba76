import { html, nothing, type TemplateResult } from 'lit';
import { toProblem } from '../../../../src/client/problem.js';
import { echoed } from '../../../../src/client/report/entry-texts.js';
import {
  FigureSheet,
  type FigureField,
  type FigureLine,
} from '../../../../src/client/report/figure-sheet.js';
import type { Problem } from '../../../../src/client/view.types.js';
import type { LanguageController } from '../../../base/language.js';
import { textField } from '../../../base/fields.js';
import type { EntryContext, EntryDialog } from './entry-desk.js';
import { endView, problemView } from './entry-words.js';
import { enteredView, toldView } from './line-view.js';

/** "Gia đình học tập: đạt", "Nông dân: đăng ký". */
function modelLine({ line, measure }: FigureLine, l: LanguageController): string {
  const group = line.split('.')[1];
  const name = l.t(group === undefined ? `report.line.${line}` : `report.group.${group}`);
  return l.t(`report-entry.line.${measure}`, { name });
}

/** Figures of a place and year that are told by hand. */
export class FiguresDialog implements EntryDialog {
  readonly #context: EntryContext;
  readonly #sheet: FigureSheet;
  #state: 'reading' | 'unread' | 'ready' | 'saving' = 'reading';
  #problem: Problem | undefined;
  /** It is one of reading: nothing was sent. */
  #unread = false;
  /** What is wrong is shown once somebody wants to save. */
  #checked = false;
  #summary = '';

  constructor(context: EntryContext) {
    this.#context = context;
    this.#sheet = new FigureSheet(context.client, context.place);
  }

  opened(): void {
    this.#summary = '';
    void this.#read();
  }

  async #read(): Promise<void> {
    const { host } = this.#context;
    this.#state = 'reading';
    this.#problem = undefined;
    host.changed();
    try {
      await this.#sheet.read();
      this.#state = 'ready';
    } catch (error) {
      // What was read before, and what was typed, is still there.
      this.#state = this.#sheet.lines.length > 0 ? 'ready' : 'unread';
      this.#fail(error, true);
    }
    host.changed();
  }

  #fail(error: unknown, unread = false): void {
    this.#problem = toProblem(error);
    this.#unread = unread;
    this.#context.host.report(error);
  }

  render(): TemplateResult {
    const { host, place, name } = this.#context;
    const { l } = host;
    const { lines } = this.#sheet;
    const busy = this.#state === 'reading' || this.#state === 'saving';
    const problem = this.#problem;
    const submit = (event: Event): void => {
      event.preventDefault();
      if (!busy) void this.#save();
    };
    return html`<form
      class="dialog"
      novalidate
      aria-busy=${busy ? 'true' : 'false'}
      @submit=${submit}
      @change=${this.#echo}
    >
      <div class="head">
        <h2 id="dialog-title" tabindex="-1">
          ${l.t('report-entry.figures.title', { year: String(place.year) })}
        </h2>
        <p class="hint">${name}</p>
      </div>
      ${lines.length > 0 ? this.#fields() : nothing}
      ${
        lines.length === 0 && this.#state === 'ready'
          ? html`<p class="notice">${l.t('report-entry.none')}</p>`
          : nothing
      }
      ${problem ? problemView(problem, this.#unread ? 'report-entry.failed' : undefined, l) : nothing}
      <p role="status" id="entry-summary" tabindex="-1">
        ${
          this.#state === 'reading'
            ? l.t('report-entry.loading')
            : this.#state === 'saving'
              ? l.t('report-entry.saving')
              : this.#summary
        }
      </p>
      ${endView(
        host,
        html`<button
          type="submit"
          class="primary"
          data-do="entry-save"
          ?disabled=${busy || lines.length === 0}
        >
          ${l.t('report-entry.save')}
        </button>`,
        this.#state === 'unread' ? () => void this.#read() : undefined,
      )}
    </form>`;
  }

  #fields(): TemplateResult {
    const { host, place } = this.#context;
    const { l } = host;
    const sheet = this.#sheet;
    const year = String(place.year);
    const fault = this.#checked ? sheet.dateFault : undefined;
    const sections = [...new Set(sheet.lines.map(({ section }) => section))];
    return html`<div class="grid">
        ${textField({
          name: 'entry-date',
          label: l.t('report-entry.date'),
          value: sheet.date,
          hint: l.t('report-entry.date.hint', { year }),
          fault: fault && l.t(`report-entry.fault.${fault}`, { year }),
          input: (text) => {
            sheet.date = text;
            host.changed();
          },
        })}
        ${textField({
          name: 'entry-source',
          label: l.t('report-entry.source'),
          value: sheet.source,
          maxlength: 1000,
          hint: l.t('report-entry.source.hint'),
          fault: this.#checked && sheet.source.trim() === '' ? l.t('report-entry.fault.source') : undefined,
          input: (text) => {
            sheet.source = text;
            host.changed();
          },
        })}
      </div>
      ${sections.map(
        (section) =>
          html`<section>
            <h3>${l.t(`report.section.${section}`)}</h3>
            ${section === 'models' ? html`<p class="hint">${l.t('report-entry.models.hint')}</p>` : nothing}
            <div class="rows">
              ${sheet.lines.filter((one) => one.section === section).map((line) => this.#line(line))}
            </div>
          </section>`,
      )}`;
  }

  #line(line: FigureLine): TemplateResult {
    const { host, place } = this.#context;
    const { l } = host;
    const sheet = this.#sheet;
    const { id, label, unit, kind } = line.indicator;
    const faults = this.#checked ? sheet.faults(line) : {};
    const field = (name: FigureField, words: string): TemplateResult => {
      const fault = faults[name];
      return textField({
        name: `${name}-${id}`,
        label: words,
        value: sheet.shown(line, name),
        figures: true,
        maxlength: 20,
        fault: fault && l.t(`report-entry.fault.${fault}`),
        input: (text) => {
          sheet.type(id, name, text);
          host.changed();
        },
      });
    };
    return html`<div class="row" role="group" aria-labelledby="line-${id}" data-line=${id}>
      <h4 id="line-${id}">${line.section === 'models' ? modelLine(line, l) : l.text(label)}</h4>
      <div class="grid">
        ${field('count', l.t('report-entry.count', { unit: l.text(unit) }))}
        ${kind === 'share' ? field('of', l.t('report-entry.of')) : nothing}
      </div>
      ${toldView(line, place.year, l)} ${enteredView(line, sheet.isChanged(line), l)}
      ${
        sheet.isChanged(line) && sheet.at(line)
          ? html`<div class="actions">
              <button type="button" class="quiet" data-do="leave" @click=${() => this.#leave(id)}>
                ${l.t('report-entry.leave')}
              </button>
            </div>`
          : nothing
      }
    </div>`;
  }

  #leave(id: string): void {
    this.#sheet.leave(id);
    this.#context.host.focus(`[data-d="count-${id}"]`);
    this.#context.host.changed();
  }

  /** Writes a number with its groups once it is typed. */
  readonly #echo = (event: Event): void => {
    const { d } = (event.target as HTMLElement).dataset;
    const [, field, id] = /^(count|of)-(.*)$/.exec(d ?? '') ?? [];
    const line = this.#sheet.lines.find(({ indicator }) => indicator.id === id);
    const typed = line?.typed[field as FigureField];
    if (id === undefined || typed === undefined) return;
    this.#sheet.type(id, field as FigureField, echoed(typed));
    this.#context.host.changed();
  };

  async #save(): Promise<void> {
    const { host, saved } = this.#context;
    const { l } = host;
    const sheet = this.#sheet;
    this.#problem = undefined;
    if (sheet.changed.length === 0) return this.#say(l.t('report-entry.nothing'));
    this.#checked = true;
    if (!sheet.isSound) {
      this.#summary = l.t('report-entry.faults');
      host.focus('dialog [aria-invalid=true]');
      return;
    }
    this.#state = 'saving';
    host.changed();
    try {
      const sent = await sheet.save();
      const n = sent.filter(({ entered }) => entered?.status === 'done').length;
      const others = sent.length - n;
      if (n > 0) saved();
      if (others === 0) this.#checked = false;
      this.#state = 'ready';
      const words = [
        ...(n > 0 ? [l.t('report-entry.done', { n })] : []),
        ...(others > 0 ? [l.t('report-entry.not-done', { n: others })] : []),
      ];
      this.#say(words.join(' '));
    } catch (error) {
      this.#state = 'ready';
      this.#summary = '';
      this.#fail(error);
      host.focus('#entry-problem');
    }
    host.changed();
  }

  #say(words: string): void {
    this.#summary = words;
    this.#context.host.focus('#entry-summary');
  }
}
