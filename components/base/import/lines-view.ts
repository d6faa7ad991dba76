import { html, nothing, type TemplateResult } from 'lit';
import { choiceField } from '../fields.js';
import type { LanguageController } from '../language.js';
import { namedList } from './dialog-views.js';

/** What becomes of a line: a person must answer, it cannot be taken, he should look at it, all is clear, nothing is new. */
export type LineState = 'ask' | 'stop' | 'look' | 'ready' | 'same';

/** Lines that stand in the page at a time: ten thousand would freeze it. */
const perPage = 50;
/** Rows that are no lines and are named one by one. */
const named = 40;

/** What stands in a cell, short enough to be quoted; what cannot be seen of it was left out when the file was read. */
export function shortened(text: string, most: number): string {
  const letters = [...text.trim()];
  return letters.length > most ? `${letters.slice(0, most).join('')}…` : letters.join('');
}

/** Lines of a plan by what becomes of them, those that need a person first, a page at a time. */
export class LinesList<Line extends { readonly state: LineState }> {
  readonly #l: LanguageController;
  readonly #lists: readonly string[];
  readonly #changed: () => void;
  #lines: readonly Line[] | undefined;
  #list = '';
  #from = 0;

  /** `lists`: states that have a list of their own, the most urgent first; one of all lines follows. */
  constructor(l: LanguageController, lists: readonly LineState[], changed: () => void) {
    this.#l = l;
    this.#lists = [...lists, 'all'];
    this.#changed = changed;
  }

  render(lines: readonly Line[], lineView: (line: Line) => TemplateResult): TemplateResult {
    const l = this.#l;
    const linesOf = (list: string): readonly Line[] =>
      list === 'all' ? lines : lines.filter(({ state }) => state === list);
    if (this.#lines !== lines) {
      this.#lines = lines;
      this.#list = this.#lists.find((list) => linesOf(list).length > 0) ?? 'all';
      this.#from = 0;
    }
    const listed = linesOf(this.#list);
    return html`${choiceField({
      name: 'import-list',
      label: l.t('sheet.list'),
      value: this.#list,
      choices: this.#lists.map((value) => ({
        value,
        label: l.t(`sheet.list.${value}`, { n: linesOf(value).length }),
      })),
      input: (value) => this.#show(value, 0),
    })}
    ${
      listed.length === 0
        ? html`<p class="hint">${l.t('sheet.list.empty')}</p>`
        : html`<ul class="rows" data-lines>
            ${listed.slice(this.#from, this.#from + perPage).map(lineView)}
          </ul>`
    }
    ${listed.length > perPage ? this.#pager(listed.length) : nothing}`;
  }

  #show(list: string, from: number): void {
    this.#list = list;
    this.#from = from;
    this.#changed();
  }

  #pager(all: number): TemplateResult {
    const l = this.#l;
    const from = this.#from;
    const to = Math.min(from + perPage, all);
    const button = (label: string, off: boolean, target: number): TemplateResult =>
      html`<button type="button" ?disabled=${off} @click=${() => this.#show(this.#list, target)}>
        ${label}
      </button>`;
    return html`<div class="actions">
      ${button(l.t('sheet.list.before'), from === 0, Math.max(0, from - perPage))}
      ${button(l.t('sheet.list.next'), to >= all, from + perPage)}
      <span class="hint" role="status">${l.t('sheet.list.page', { from: from + 1, to, all })}</span>
    </div>`;
  }
}

/** One line: its number, what becomes of it, what was read, and why a person should look at it. */
export function lineView(
  l: LanguageController,
  { line, state }: { readonly line: number; readonly state: LineState },
  facts: TemplateResult,
  reasons: readonly string[],
  rest: TemplateResult | typeof nothing = nothing,
): TemplateResult {
  return html`<li class="row" data-line=${line}>
    <p class="facts">
      <strong>${l.t('sheet.line', { line: String(line) })}</strong>
      <span class="badge ${state}">${l.t(`sheet.state.${state}`)}</span>
      ${facts}
    </p>
    ${
      reasons.length === 0
        ? nothing
        : html`<ul class="plain">
            ${reasons.map((reason) => html`<li>${reason}</li>`)}
          </ul>`
    }
    ${rest}
  </li>`;
}

/** Headings, sums and balances, so that nobody wonders where a row went. */
export function skippedView(
  l: LanguageController,
  title: string,
  rows: readonly { readonly line: number; readonly text: string }[],
): TemplateResult | typeof nothing {
  if (rows.length === 0) return nothing;
  const texts = rows.map(
    ({ line, text }) =>
      () =>
        l.t('sheet.skipped', { line: String(line), text: shortened(text, 120) }),
  );
  return html`<details>
    <summary>${title}</summary>
    ${namedList(l, texts, named)}
  </details>`;
}

/** What was read: notices about all of it, how many lines there are of each kind, and the lines. */
export function previewView(
  l: LanguageController,
  {
    busy,
    notices,
    counts,
  }: {
    /** Lines are looked at again. */
    readonly busy: boolean;
    readonly notices: readonly { readonly text: string; readonly stops: boolean; readonly code: string }[];
    readonly counts: string;
  },
  body: TemplateResult,
): TemplateResult {
  return html`<section class="group" aria-labelledby="import-preview" aria-busy=${busy ? 'true' : 'false'}>
    <h3 id="import-preview" tabindex="-1">${l.t('sheet.preview')}</h3>
    ${notices.map(
      ({ text, stops, code }) =>
        html`<p class="notice ${stops ? 'bad' : 'warn'}" data-plan=${code}>${text}</p>`,
    )}
    <p role="status" data-counts>${counts}</p>
    ${body}
  </section>`;
}
