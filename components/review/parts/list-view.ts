import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Assessment, AssessmentState } from '../../../src/domain/assessment.schema.js';
import type { CriteriaSet } from '../../../src/domain/criteria-set.schema.js';
import type { Model } from '../../../src/domain/text.schema.js';
import type { Unfinished } from '../../../src/client/review-notes.js';
import type { ListFilter } from '../../../src/client/assessment-list.js';
import type { Problem } from '../../../src/client/view.types.js';
import type { LanguageController } from '../../base/language.js';
import { scoreWords } from '../../base/claim-words.js';
import { keptListView } from '../../base/kept-list.js';
import { unreadText } from '../../base/problem-words.js';

/** What the working list is about; the rest is not the reviewer's any more, or not yet. */
export const listedStates: readonly AssessmentState[] = ['submitted', 'in-review', 'returned', 'verified'];
/** Years offered. */
const years = 6;
const models: readonly Model[] = ['family', 'clan', 'community', 'unit', 'citizen'];

export interface WorkList {
  readonly filter: ListFilter;
  /** The year that is offered first. */
  readonly year: number;
  readonly items: readonly Assessment[];
  readonly more: boolean;
  /** Reviews that this person left in the middle, on this device. */
  readonly unfinished: readonly Unfinished[];
  readonly busy: boolean;
  readonly l: LanguageController;
  readonly setOf: (assessment: Assessment) => CriteriaSet | undefined;
  readonly choose: (filter: ListFilter) => void;
  readonly show: (id: string) => void;
  readonly next: () => void;
  /** Instant at which it was read, where it is what this device kept. */
  readonly keptAt: string | undefined;
  /** Why something is not shown that was asked for. */
  readonly problem: Problem | undefined;
  readonly again: () => void;
}

function choice(
  label: string,
  value: string | undefined,
  options: readonly (readonly [string, string])[],
  change: (value: string | undefined) => void,
): TemplateResult {
  return html`<label class="field"
    ><span>${label}</span
    ><select @change=${(event: Event) => change((event.target as HTMLSelectElement).value || undefined)}>
      ${options.map(
        ([key, words]) => html`<option value=${key} ?selected=${key === (value ?? '')}>${words}</option>`,
      )}
    </select></label
  >`;
}

function filters({ filter, year, l, choose }: WorkList): TemplateResult {
  const cycles = Array.from({ length: years }, (_unused, index) => String(year - index));
  const all = ['', l.t('review.all')] as const;
  return html`<fieldset class="filters" part="filters" aria-label=${l.t('review.title')}>
    ${choice(
      l.t('review.state'),
      filter.state,
      [...listedStates.map((state) => [state, l.t(`review.state.${state}`)] as const), all],
      (state) => choose({ ...filter, state: state as AssessmentState | undefined }),
    )}
    ${choice(
      l.t('review.model'),
      filter.model,
      [all, ...models.map((model) => [model, l.t(`review.model.${model}`)] as const)],
      (model) => choose({ ...filter, model: model as Model | undefined }),
    )}
    ${choice(
      l.t('review.cycle'),
      filter.cycle,
      [all, ...cycles.map((year) => [year, year] as const)],
      (cycle) => choose({ ...filter, cycle }),
    )}
  </fieldset>`;
}

/** The way back to what was left in the middle, whatever the list shows. */
function unfinishedView({ unfinished, l, show }: WorkList): TemplateResult | typeof nothing {
  if (unfinished.length === 0) return nothing;
  return html`<div class="notice" part="unfinished">
    <p id="unfinished">${l.t('review.unfinished')}</p>
    <ul class="links" aria-labelledby="unfinished">
      ${unfinished.map(
        ({ id, name }) =>
          html`<li>
            <button type="button" class="quiet name" data-left=${id} @click=${() => show(id)}>${name}</button>
          </li>`,
      )}
    </ul>
  </div>`;
}

function row(one: Assessment, { l, setOf, show }: WorkList): TemplateResult {
  const score = one.submissions.at(-1)?.score;
  return html`<li class="row" part="row">
    <button type="button" class="quiet name" data-open=${one.id} @click=${() => show(one.id)}>
      ${one.subjectName}
    </button>
    <p class="facts">
      ${score ? html`<span class="figure">${l.t('review.self', { score: scoreWords(score, setOf(one), l) })}</span>` : nothing}
      <span>${l.t(`review.model.${one.model}`)}, ${l.t('review.year', { year: one.cycle })}</span>
      <span class="badge ${one.state}">${l.t(`review.state.${one.state}`)}</span>
    </p>
  </li>`;
}

/** What was done last, in a sentence. */
export const doneView = (
  done: { key: string; name: string } | undefined,
  l: LanguageController,
): TemplateResult | typeof nothing =>
  done
    ? html`<p class="notice good" role="status" id="done" tabindex="-1">
        ${l.t(done.key, { name: done.name })}
      </p>`
    : nothing;

/** That the list is old, or why something could not be had; with the way on. */
function noticeView({ keptAt, problem, l, again }: WorkList): TemplateResult | typeof nothing {
  if (problem)
    return html`<div
      class="notice ${problem.code === 'offline' ? 'warn' : 'bad'}"
      role="alert"
      id="problem"
      tabindex="-1"
    >
      <p>${unreadText(problem, l)}</p>
      <p class="actions">
        <button type="button" @click=${again}>${l.t('review.retry')}</button>
      </p>
    </div>`;
  return keptAt === undefined ? nothing : keptListView('review', keptAt, l, again);
}

/** The working list: what waits, filtered by state, model and year. */
export function listView(list: WorkList): TemplateResult {
  const { items, more, busy, l, next, setOf, problem } = list;
  return html`${unfinishedView(list)} ${filters(list)} ${noticeView(list)}
    <p class="hint" role="status">
      ${
        busy
          ? l.t('review.loading')
          : items.length > 0
            ? l.t(more ? 'review.found.more' : 'review.found', { n: items.length })
            : nothing
      }
    </p>
    ${
      items.length > 0
        ? html`<ul class="rows" part="list">
            ${repeat(
              items,
              ({ id }) => id,
              (one) => guard([one, setOf(one), l.stamp], () => row(one, list)),
            )}
          </ul>`
        : busy || problem
          ? nothing
          : html`<div class="notice">
              <h3>${l.t('review.empty')}</h3>
              <p>${l.t('review.empty.hint')}</p>
            </div>`
    }
    ${
      more
        ? html`<div class="actions">
            <button type="button" ?disabled=${busy} @click=${next}>${l.t('review.more')}</button>
          </div>`
        : nothing
    }`;
}
