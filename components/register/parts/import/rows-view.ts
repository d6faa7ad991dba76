import { html, nothing, type TemplateResult } from 'lit';
import type {
  Decision,
  ImportPlan,
  PlannedRow,
  RowProblem,
} from '../../../../src/domain/register-import/import.types.js';
import { lineView, LinesList, shortened, skippedView } from '../../../base/import/lines-view.js';
import { kindWords } from '../list/row-words.js';
import type { ImportDesk } from './import-desk.js';

const decisions = ['same', 'another', 'skip'] as const;

/** Letters of a cell that are quoted. */
const longestQuote = 60;
const quoted = (text: string): string => shortened(text, longestQuote);

/** The rows of a plan, those that need an answer first. */
export class RowsView {
  readonly #work: ImportDesk;
  readonly #list: LinesList<PlannedRow>;

  constructor(work: ImportDesk) {
    const { host } = work;
    this.#work = work;
    this.#list = new LinesList(host.l, ['ask', 'stop', 'look'], () => host.changed());
  }

  render(plan: ImportPlan): TemplateResult {
    const { l } = this.#work.host;
    return html`${this.#openView(plan)} ${this.#list.render(plan.rows, (row) => this.#row(row, plan))}
    ${skippedView(l, l.t('register-import.skipped', { n: plan.skipped.length }), plan.skipped)}`;
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

  #row(row: PlannedRow, plan: ImportPlan): TemplateResult {
    const { l } = this.#work.host;
    const { draft, problems, state } = row;
    const kind = draft.model ? kindWords({ model: draft.model, subjectGroup: draft.subjectGroup }, l) : '';
    const facts = html`<strong>${quoted(draft.name)}</strong> ${[
        kind,
        quoted(draft.place.name),
        draft.head ?? '',
        draft.year ?? '',
      ]
        .filter(Boolean)
        .map((words) => html`<span>${words}</span>`)}`;
    const reasons = problems.map((one) => this.#reason(one, plan));
    return lineView(l, row, facts, reasons, state === 'ask' ? this.#question(row) : nothing);
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
      ...(text !== undefined && { text: quoted(String(text)) }),
      ...(line !== undefined && { line: String(line) }),
    });
    const title = column === undefined ? '' : (titles[column] ?? '');
    return title === '' ? reason : l.t('sheet.where', { title: quoted(title), reason });
  }
}

/** What the row may be the same as, each as an answer: an earlier row of the file, subjects of the register. */
function candidatesOf(match: PlannedRow['match']): Decision[] {
  const known = (match?.known ?? []).map(({ id }): Decision => `same:${id}`);
  return [...(match?.line === undefined ? [] : (['same'] as const)), ...known];
}
