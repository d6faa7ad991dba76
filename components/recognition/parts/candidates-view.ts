import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Candidate } from '../../../src/client/candidates.js';
import { labelOf } from '../../../src/domain/titles.js';
import { rejectionText } from '../../base/rejection-text.js';
import { mayTick } from '../candidate-list.js';
import type { RecognitionContext } from '../recognition-context.js';
import { objectionView } from './issuer-view.js';
import { pickView } from './pick-view.js';
import { scoreWords } from './score-words.js';

/** Names shown of members without the title; of more there are dots. */
const mostNames = 5;

function membersView(
  { members, enough, set }: Candidate,
  { l }: RecognitionContext,
): TemplateResult | typeof nothing {
  if (!members) return nothing;
  const { recognised, total, without, model } = members;
  if (recognised >= total && enough !== false) return nothing;
  const names = without.slice(0, mostNames).map(({ name }) => name);
  if (without.length > mostNames) names.push('…');
  return html`<p class="warning">
    ${l.t(`recognition.members.${model}`, { recognised, total })}
    ${names.length > 0 ? l.t('recognition.members.without', { names: names.join(', ') }) : nothing}
    ${enough === false ? l.t('recognition.members.missed', { percent: set.members?.atLeast ?? 0 }) : nothing}
    ${enough === false && set.members?.blocking ? l.t('recognition.members.blocking') : nothing}
  </p>`;
}

function outcomeView(one: Candidate, { desk, l }: RecognitionContext): TemplateResult | typeof nothing {
  const { assessment, set, outcomes } = one;
  const outcome = desk.outcomeOf(one);
  if (outcome === undefined) return nothing;
  if (outcomes.length === 1)
    return html`<span
      >${l.t('recognition.outcome')}: <strong>${l.text(labelOf(set, outcome))}</strong></span
    >`;
  return html`<label class="inline"
    ><span aria-hidden="true">${l.t('recognition.outcome')}</span>
    <select
      aria-label=${l.t('recognition.outcome.of', { name: assessment.subjectName })}
      @change=${(event: Event) => desk.choose(assessment.id, (event.target as HTMLSelectElement).value)}
    >
      ${outcomes.map(
        (id) => html`<option value=${id} ?selected=${id === outcome}>${l.text(labelOf(set, id))}</option>`,
      )}
    </select></label
  >`;
}

function row(one: Candidate, context: RecognitionContext): TemplateResult {
  const { desk, l, busy, ask } = context;
  const { assessment, set, may, rescored } = one;
  const { id, subjectName: name, review, submissions } = assessment;
  const self = submissions.at(-1)?.score;
  const flag = desk.flags.get(id);
  return html`<li class="row" part="row" data-row=${id}>
    <label class="check"
      ><input
        type="checkbox"
        .checked=${desk.ticked.has(id)}
        ?disabled=${busy || !mayTick(one)}
        @change=${(event: Event) => desk.tick(id, (event.target as HTMLInputElement).checked)}
      /><span class="name">${name}</span></label
    >
    <p class="facts">
      ${
        review?.score
          ? html`<span class="figure"
              >${l.t('recognition.verified', { score: scoreWords(review.score, set, l) })}</span
            >`
          : nothing
      }
      <span
        >${l.t(`badge.name.${assessment.model}`)},
        ${l.t('recognition.year', { year: assessment.cycle })}</span
      >
      ${outcomeView(one, context)}
    </p>
    ${set.status === 'sourced' ? nothing : html`<p class="hint">${l.t(`badge.set.${set.status}`)}</p>`}
    ${
      rescored && self
        ? html`<p class="warning">
            ${l.t('recognition.rescored')} ${l.t('recognition.self', { score: scoreWords(self, set, l) })}
          </p>`
        : nothing
    }
    ${membersView(one, context)} ${objectionView(one, context)}
    ${may === 'own-assessment' ? html`<p class="warning">${l.t('recognition.own')}</p>` : nothing}
    ${one.outcomes.length === 0 ? html`<p class="warning">${l.t('recognition.not-reached')}</p>` : nothing}
    ${flag ? html`<p class="error">${rejectionText(flag, l)}</p>` : nothing}
    ${
      may === 'yes'
        ? html`<p class="actions">
            <button
              type="button"
              class="quiet danger"
              ?disabled=${busy}
              aria-label=${l.t('recognition.refuse.of', { name })}
              @click=${() => ask('refuse', one)}
            >
              ${l.t('recognition.refuse')}
            </button>
          </p>`
        : nothing
    }
  </li>`;
}

/** Verified assessments with a tick each, and what each would be granted. */
export function candidatesView(context: RecognitionContext, next: () => void): TemplateResult {
  const { desk, l, busy } = context;
  const { items, more } = desk.list;
  if (items.length === 0)
    return html`<p class="notice">${l.t(busy ? 'recognition.loading' : 'recognition.empty')}</p>`;
  return html`${pickView(context)}
    <ul class="rows" part="list">
      ${repeat(
        items,
        ({ assessment }) => assessment.id,
        (one) => {
          const { id } = one.assessment;
          const seen = [
            one,
            desk.ticked.has(id),
            desk.outcomeOf(one),
            desk.flags.get(id),
            context.competence(one),
            busy,
            l.stamp,
          ];
          return guard(seen, () => row(one, context));
        },
      )}
    </ul>
    ${
      more === undefined
        ? nothing
        : html`<p class="actions">
            <button type="button" ?disabled=${busy} @click=${next}>${l.t('recognition.more')}</button>
          </p>`
    }`;
}
