import { html, nothing, type TemplateResult } from 'lit';
import type { Assessment, AssessmentState } from '../../../src/domain/assessment.schema.js';
import type { CriteriaSet } from '../../../src/domain/criteria-set.schema.js';
import type { Model } from '../../../src/domain/text.schema.js';
import type { ListFilter } from '../../../src/client/assessment-list.js';
import type { LanguageController } from '../../base/language.js';
import { scoreWords } from '../../base/claim-words.js';

/** What the working list is about; the rest is not the reviewer's any more, or not yet. */
export const listedStates: readonly AssessmentState[] = ['submitted', 'in-review', 'returned', 'verified'];
const models: readonly Model[] = ['family', 'clan', 'community', 'unit', 'citizen'];

export interface WorkList {
  readonly filter: ListFilter;
  readonly cycles: readonly string[];
  readonly items: readonly Assessment[];
  readonly more: boolean;
  readonly busy: boolean;
  readonly l: LanguageController;
  readonly setOf: (assessment: Assessment) => CriteriaSet | undefined;
  readonly choose: (filter: ListFilter) => void;
  readonly show: (id: string) => void;
  readonly next: () => void;
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

function filters({ filter, cycles, l, choose }: WorkList): TemplateResult {
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

/** The working list: what waits, filtered by state, model and year. */
export function listView(list: WorkList): TemplateResult {
  const { items, more, busy, l, next } = list;
  return html`${filters(list)}
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
            ${items.map((one) => row(one, list))}
          </ul>`
        : busy
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
