import { html, nothing, type TemplateResult } from 'lit';
import type {
  Decision,
  ImportPlan,
  PlannedRow,
  RowProblem,
} from '../../../../src/domain/register-import/import.types.js';
import { choiceField } from '../../../base/fields.js';
import { kindWords } from '../list/row-words.js';
import type { ImportDesk } from './import-desk.js';

const lists = ['ask', 'stop', 'look', 'all'] as const;
type List = (typeof lists)[number];
const decisions = ['same', 'another', 'skip'] as const;

/** Rows that stand in the page at a time: ten thousand would freeze it. */
const perPage = 50;
/** Rows that tell of no subject and are named one by one. */
const named = 40;
/** Letters of a cell that are quoted. */
const longestQuote = 60;

function shortened(text: string): string {
  const letters = [...text.trim()];
  return letters.length > longestQuote ? `${letters.slice(0, longestQuote).join('')}…` : letters.join('');
}

/** The rows of a plan, those that need an answer first, a page at a time. */
export class RowsView {
  readonly #work: ImportDesk;
  #plan: ImportPlan | undefined;
  #list: List = 'ask';
  #from = 0;

  constructor(work: ImportDesk) {
    this.#work = work;
  }

  render(plan: ImportPlan): TemplateResult {
    const { l } = this.#work.host;
    const rowsOf = (list: List): readonly PlannedRow[] =>
      list === 'all' ? plan.rows : plan.rows.filter(({ state }) => state === list);
    if (this.#plan !== plan) {
      this.#plan = plan;
      this.#list = lists.find((list) => rowsOf(list).length > 0) ?? 'all';
      this.#from = 0;
    }
    const list = this.#list;
    const rows = rowsOf(list);
    return html`${this.#openView(plan)}
    ${choiceField({
      name: 'import-list',
      label: l.t('register-import.list'),
      value: list,
      choices: lists.map((value) => ({
        value,
        label: l.t(`register-import.list.${value}`, { n: rowsOf(value).length }),
      })),
      input: (value) => this.#show(lists.find((one) => one === value) ?? 'all', 0),
    })}
    ${
      rows.length === 0
        ? html`<p class="hint">${l.t('register-import.list.empty')}</p>`
        : html`<ul class="rows" data-rows>
            ${rows.slice(this.#from, this.#from + perPage).map((row) => this.#row(row, plan))}
          </ul>`
    }
    ${rows.length > perPage ? this.#pager(rows.length) : nothing} ${this.#skipped(plan)}`;
  }

  /** How many are not answered, and one answer for all of these. */
  #openView({ rows }: ImportPlan): TemplateResult | typeof nothing {
    const { host, decisions: said, settled } = this.#work;
    const open = settled?.open ?? 0;
    if (open === 0) return nothing;
    const { l } = host;
    /** Where it may be one of several, "the same" says too little. */
    const rest = (decision: Decision): number[] =>
      rows
        .filter(
          ({ state, line, match }) =>
            state === 'ask' && !said.has(line) && (decision !== 'same' || candidatesOf(match).length === 1),
        )
        .map(({ line }) => line);
    return html`<div class="notice warn" data-open>
      <p role="status"><strong>${l.t('register-import.ask.open', { n: open })}</strong></p>
      <p>${l.t('register-import.ask.rest')}</p>
      <div class="actions">
        ${decisions.map(
          (decision) =>
            html`<button
              type="button"
              data-rest=${decision}
              @click=${() => this.#work.decide(rest(decision), decision)}
            >
              ${l.t(`register-import.ask.${decision}`)}
            </button>`,
        )}
      </div>
    </div>`;
  }

  #show(list: List, from: number): void {
    this.#list = list;
    this.#from = from;
    this.#work.host.changed();
  }

  #pager(all: number): TemplateResult {
    const { l } = this.#work.host;
    const from = this.#from;
    const to = Math.min(from + perPage, all);
    const button = (label: string, off: boolean, target: number): TemplateResult =>
      html`<button type="button" ?disabled=${off} @click=${() => this.#show(this.#list, target)}>
        ${label}
      </button>`;
    return html`<div class="actions">
      ${button(l.t('register-import.list.before'), from === 0, Math.max(0, from - perPage))}
      ${button(l.t('register-import.list.next'), to >= all, from + perPage)}
      <span class="hint" role="status">${l.t('register-import.list.page', { from: from + 1, to, all })}</span>
    </div>`;
  }

  #row(row: PlannedRow, plan: ImportPlan): TemplateResult {
    const { l } = this.#work.host;
    const { line, draft, problems, state } = row;
    const kind = draft.model ? kindWords({ model: draft.model, subjectGroup: draft.subjectGroup }, l) : '';
    return html`<li class="row" data-line=${line}>
      <p class="facts">
        <strong>${l.t('register-import.row', { line: String(line) })}</strong>
        <span class="badge ${state}">${l.t(`register-import.state.${state}`)}</span>
        <strong>${shortened(draft.name)}</strong>
        ${[kind, shortened(draft.place.name), draft.head ?? '', draft.year ?? '']
          .filter(Boolean)
          .map((words) => html`<span>${words}</span>`)}
      </p>
      ${
        problems.length === 0
          ? nothing
          : html`<ul class="plain">
              ${problems.map((one) => html`<li>${this.#reason(one, plan)}</li>`)}
            </ul>`
      }
      ${state === 'ask' ? this.#question(row) : nothing}
    </li>`;
  }

  #question({ line, match }: PlannedRow): TemplateResult {
    const { host, decisions: said } = this.#work;
    const { l } = host;
    const candidates = candidatesOf(match);
    const [only, another] = candidates;
    const choice = (decision: Decision, words: string): TemplateResult =>
      html`<label class="choice"
        ><input
          type="radio"
          name="row-${line}"
          value=${decision}
          .checked=${said.get(line) === decision}
          @change=${() => this.#work.decide([line], decision)}
        /><span>${words}</span></label
      >`;
    return html`<fieldset class="group">
      <legend class="visually-hidden">${l.t('register-import.ask.legend', { line: String(line) })}</legend>
      ${candidates.map((one) => html`<p>${this.#candidate(one, match)}</p>`)}
      <div class="said">
        ${
          only && !another
            ? choice('same', l.t('register-import.ask.same'))
            : candidates.map((one, index) =>
                choice(one, l.t('register-import.ask.same.nth', { n: index + 1 })),
              )
        }
        ${choice('another', l.t('register-import.ask.another'))}
        ${choice('skip', l.t('register-import.ask.skip'))}
      </div>
    </fieldset>`;
  }

  #candidate(one: Decision, match: PlannedRow['match']): string {
    const { l } = this.#work.host;
    if (one === 'same' && match?.line !== undefined)
      return l.t('register-import.ask.file', { line: String(match.line) });
    const found = match?.known?.find(({ id }) => one === `same:${id}`) ?? match?.known?.[0];
    if (!found) return '';
    const { name, place, head } = found;
    const about = l.t('register-import.ask.known', { name, place: place.name });
    return head ? `${about} ${l.t('register-import.ask.head', { name: head.name })}` : about;
  }

  #reason({ code, params, column }: RowProblem, { titles }: ImportPlan): string {
    const { l } = this.#work.host;
    const { text, line } = params;
    const reason = l.t(`register-import.row.${code}`, {
      ...params,
      ...(text !== undefined && { text: shortened(String(text)) }),
      ...(line !== undefined && { line: String(line) }),
    });
    const title = column === undefined ? '' : (titles[column] ?? '');
    return title === '' ? reason : l.t('register-import.where', { title: shortened(title), reason });
  }

  /** Headings and sums, so that nobody wonders where a row went. */
  #skipped({ skipped }: ImportPlan): TemplateResult | typeof nothing {
    const { l } = this.#work.host;
    if (skipped.length === 0) return nothing;
    return html`<details>
      <summary>${l.t('register-import.skipped', { n: skipped.length })}</summary>
      <ul class="plain">
        ${skipped
          .slice(0, named)
          .map(
            ({ line, text }) =>
              html`<li>
                ${l.t('register-import.skipped.row', { line: String(line), text: shortened(text) })}
              </li>`,
          )}
        ${
          skipped.length > named
            ? html`<li>${l.t('register-import.skipped.more', { n: skipped.length - named })}</li>`
            : nothing
        }
      </ul>
    </details>`;
  }
}

/** What the row may be the same as, each as an answer: an earlier row of the file, subjects of the register. */
function candidatesOf(match: PlannedRow['match']): Decision[] {
  const known = (match?.known ?? []).map(({ id }): Decision => `same:${id}`);
  return [...(match?.line === undefined ? [] : (['same'] as const)), ...known];
}
