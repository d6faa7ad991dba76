import { html, nothing, type TemplateResult } from 'lit';
import type {
  ImportPlan,
  LineProblem,
  PlannedLine,
} from '../../../../../src/domain/fund/import/import.types.js';
import { formatDate } from '../../../../../src/i18n/translate.js';
import type { Desk } from '../desk.js';
import { choiceField } from '../../../../base/fields.js';

const lists = ['stop', 'look', 'all'] as const;
type List = (typeof lists)[number];

/** Lines that stand in the page at a time: ten thousand would freeze it. */
const perPage = 50;
/** Rows that are no entries and are named one by one. */
const namedRows = 40;

/** Letters of a cell that are quoted. */
const longestQuote = 40;

/** What stands in a cell, short enough to be quoted; what cannot be seen of it was left out when the file was read. */
function shortened(text: string): string {
  const letters = [...text.trim()];
  return letters.length > longestQuote ? `${letters.slice(0, longestQuote).join('')}…` : letters.join('');
}

/** The lines of a plan, those that cannot be taken first, a page at a time. */
export class LinesView {
  readonly #desk: Desk;
  #plan: ImportPlan | undefined;
  #list: List = 'stop';
  #from = 0;

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  render(plan: ImportPlan): TemplateResult {
    const { l } = this.#desk;
    const numbers = {
      stop: plan.lines.filter(({ state }) => state === 'stop').length,
      look: plan.lines.filter(({ state }) => state === 'look').length,
      all: plan.lines.length,
    };
    if (this.#plan !== plan) {
      this.#plan = plan;
      this.#list = numbers.stop > 0 ? 'stop' : numbers.look > 0 ? 'look' : 'all';
      this.#from = 0;
    }
    const list = this.#list;
    const lines = list === 'all' ? plan.lines : plan.lines.filter(({ state }) => state === list);
    const shown = lines.slice(this.#from, this.#from + perPage);
    return html`${choiceField({
      name: 'import-list',
      label: l.t('import.list'),
      value: list,
      choices: lists.map((value) => ({
        value,
        label: l.t(`import.list.${value}`, { n: l.number(numbers[value]) }),
      })),
      input: (value) => this.#show(lists.find((one) => one === value) ?? 'all', 0),
    })}
    ${
      lines.length === 0
        ? html`<p class="hint">${l.t('import.list.empty')}</p>`
        : html`<ul class="rows" data-lines>
            ${shown.map((line) => this.#line(line, plan))}
          </ul>`
    }
    ${lines.length > perPage ? this.#pager(lines.length) : nothing} ${this.#skipped(plan)}`;
  }

  #show(list: List, from: number): void {
    this.#list = list;
    this.#from = from;
    this.#desk.host.changed();
  }

  #pager(all: number): TemplateResult {
    const { l } = this.#desk;
    const from = this.#from;
    const to = Math.min(from + perPage, all);
    return html`<div class="actions">
      <button
        type="button"
        ?disabled=${from === 0}
        @click=${() => this.#show(this.#list, Math.max(0, from - perPage))}
      >
        ${l.t('import.list.before')}
      </button>
      <button type="button" ?disabled=${to >= all} @click=${() => this.#show(this.#list, from + perPage)}>
        ${l.t('import.list.next')}
      </button>
      <span class="hint" role="status"
        >${l.t('import.list.page', { from: l.number(from + 1), to: l.number(to), all: l.number(all) })}</span
      >
    </div>`;
  }

  #line({ line, draft, problems, state }: PlannedLine, plan: ImportPlan): TemplateResult {
    const { l } = this.#desk;
    const badge = state === 'stop' ? 'refused' : state === 'look' ? 'waits' : 'valid';
    return html`<li class="row" data-line=${line}>
      <p class="facts">
        <strong>${l.t('import.line', { line })}</strong>
        <span class="badge ${badge}">${l.t(`import.state.${state}`)}</span>
        ${draft.date === undefined ? nothing : html`<span>${formatDate(draft.date)}</span>`}
        ${draft.amount === undefined ? nothing : html`<strong>${this.#amount(draft.kind, draft.amount)}</strong>`}
        ${draft.party ? html`<span>${draft.party.name}</span>` : nothing}
        ${draft.details?.purpose === undefined ? nothing : html`<span>${draft.details.purpose}</span>`}
      </p>
      ${
        problems.length === 0
          ? nothing
          : html`<ul class="plain">
              ${problems.map((one) => html`<li>${this.#reason(one, plan)}</li>`)}
            </ul>`
      }
    </li>`;
  }

  #amount(kind: string | undefined, dong: number): string {
    const amount = this.#desk.money(dong);
    if (kind === undefined) return amount;
    const { l } = this.#desk;
    if (kind === 'move') return l.t('import.line.move-amount', { amount });
    return l.t(kind === 'receipt' ? 'import.line.in' : 'import.line.out', { amount });
  }

  #reason({ key, params, column }: LineProblem, { titles }: ImportPlan): string {
    const { l, money } = this.#desk;
    const { missing } = params;
    const text = params['text'] === undefined ? undefined : shortened(String(params['text']));
    const reason = l.t(key, {
      ...params,
      ...(text !== undefined && { text }),
      ...(typeof missing === 'number' && { missing: money(missing) }),
    });
    const title = column === undefined ? '' : (titles[column] ?? '');
    if (title !== '') {
      // The sentences about amounts are those of every field and quote nothing themselves.
      const quoted = text && key.startsWith('dong.');
      return quoted
        ? l.t('import.line.where-text', { title, text, reason })
        : l.t('import.line.where', { title, reason });
    }
    return reason.charAt(0).toLocaleUpperCase('vi') + reason.slice(1);
  }

  /** Headings, sums and balances, so that nobody wonders where a row went. */
  #skipped({ skipped }: ImportPlan): TemplateResult | typeof nothing {
    const { l } = this.#desk;
    if (skipped.length === 0) return nothing;
    return html`<details>
      <summary>${l.t('import.skipped', { n: skipped.length })}</summary>
      <ul class="plain">
        ${skipped
          .slice(0, namedRows)
          .map(({ line, text }) => html`<li>${l.t('import.skipped.line', { line, text })}</li>`)}
        ${
          skipped.length > namedRows
            ? html`<li>${l.t('import.skipped.more', { n: skipped.length - namedRows })}</li>`
            : nothing
        }
      </ul>
    </details>`;
  }
}
