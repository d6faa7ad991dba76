import { html, nothing, type TemplateResult } from 'lit';
import { snapshot } from '../../../src/domain/score-snapshot.js';
import type { Criterion } from '../../../src/domain/criteria-set.schema.js';
import type { ScoreResult } from '../../../src/domain/score.types.js';
import { factsChangedSince } from '../../../src/domain/reviewed.js';
import { formatDate, formatDateTime } from '../../../src/i18n/translate.js';
import { problemText } from '../../base/problem-text.js';
import { rejectionText } from '../../base/rejection-text.js';
import { sameJson } from '../../../src/client/same-json.js';
import { scoreWords } from '../../base/claim-words.js';
import type { ReviewContext } from '../review-context.js';
import { listedStates } from './list-view.js';
import { differs } from './mark-view.js';
import { sectionsView } from './sections-view.js';

/** A link to a criterion of the page. */
function criterionLink(
  criterion: Criterion | undefined,
  { go, l }: Pick<ReviewContext, 'go' | 'l'>,
): TemplateResult | typeof nothing {
  if (!criterion) return nothing;
  const { id, number } = criterion;
  const follow = (event: Event): void => {
    event.preventDefault();
    go(id);
  };
  return html`<a href="#c-${id}" @click=${follow}
    >${number ? `${number} ` : ''}${l.text(criterion.title)}</a
  >`;
}

function scores(context: ReviewContext): TemplateResult {
  const { view, l } = context;
  const { criteria, drafts, assessment } = view;
  const words = (result: ScoreResult): string => scoreWords(snapshot(result), view.set, l);
  // Nowhere else he can differ.
  const said = new Set([...drafts.keys(), ...Object.keys(assessment.review?.marks ?? {})]);
  const count = [...said].filter((id) => {
    const criterion = criteria.get(id);
    return criterion && differs(criterion, context);
  }).length;
  return html`<section class="scores" part="scores" aria-label=${l.t('review.scores')}>
    <dl>
      <div>
        <dt>${l.t('review.score.self')}</dt>
        <dd>${words(view.self)}</dd>
      </div>
      <div>
        <dt>${l.t('review.score.own')}</dt>
        <dd id="own-score">${words(view.result)}</dd>
      </div>
    </dl>
    <p class="hint">${count > 0 ? l.t('review.differs.count', { n: count }) : nothing}</p>
    ${claimed(context)}
  </section>`;
}

/**
 * What a submission says of itself, where the answers come to something else: a back end that does not score leaves it to the
 * author's page, and a page can say anything.
 */
function claimed({ view, l }: ReviewContext): TemplateResult | typeof nothing {
  const last = view.assessment.submissions.at(-1);
  if (!last || last.withdrawnAt !== undefined || sameJson(last.score, snapshot(view.self))) return nothing;
  const score = scoreWords(last.score, view.set, l);
  return html`<p class="notice" part="claimed">${l.t('review.claimed', { score })}</p>`;
}

/** What the author did since the assessment was given back to him. */
function changes(context: ReviewContext): TemplateResult | typeof nothing {
  const { view, l } = context;
  const { changed, criteria, assessment } = view;
  const { returned } = assessment;
  if (!returned || assessment.state === 'returned') return nothing;
  const date = formatDate(returned.at);
  return html`<div class="notice" part="changes">
    <p>
      ${changed.size > 0 ? l.t('review.changed', { n: changed.size, date }) : l.t('review.changed.none', { date })}
      ${factsChangedSince(assessment).length > 0 ? l.t('review.changed.facts') : nothing}
    </p>
    <ul class="links">
      ${[...criteria.values()]
        .filter(({ id }) => changed.has(id))
        .map((criterion) => html`<li>${criterionLink(criterion, context)}</li>`)}
    </ul>
  </div>`;
}

function standing({ view, session, l }: ReviewContext): TemplateResult | typeof nothing {
  const { assessment, may, act } = view;
  if (may === 'own-assessment')
    return html`<div class="notice warn">
      <h3>${l.t('review.own-assessment')}</h3>
      <p>${l.t('review.own-assessment.hint')}</p>
    </div>`;
  if (may === 'forbidden')
    return html`<div class="notice warn">
      <h3>${l.t('review.forbidden')}</h3>
      <p>${l.t('review.forbidden.hint')}</p>
    </div>`;
  if (assessment.state !== 'submitted') return nothing;
  return html`<div class="notice">
    <p>${l.t('review.take-up.hint')}</p>
    <p class="actions">
      <button
        type="button"
        class="primary"
        ?disabled=${act.status === 'sending'}
        @click=${() => void session.takeUp()}
      >
        ${l.t('review.take-up')}
      </button>
    </p>
  </div>`;
}

/**
 * What is kept here and cannot be sent as things stand: somebody else ended the review meanwhile. Dropped, it is gone from the
 * screen at once; a disk that refuses is asked again by the notes, and at worst shows it once more another day.
 */
function stranded({ view, session, l }: ReviewContext): TemplateResult | typeof nothing {
  const { stranded: n, comments, criteria, reason } = view;
  if (n === 0) return nothing;
  const said = [...comments].map(([id, text]) => {
    const { number, title } = criteria.get(id) ?? {};
    return html`<li><strong>${number ? `${number} ` : ''}${l.text(title)}</strong>: ${text}</li>`;
  });
  return html`<div class="notice warn" part="unsent">
    <p>${l.t('review.unsent', { n })}</p>
    <ul class="links">
      ${said}${reason ? html`<li>${l.t('review.unsent.reason', { text: reason })}</li>` : nothing}
    </ul>
    <p class="actions">
      <button type="button" @click=${() => void session.forget().catch(() => undefined)}>
        ${l.t('review.unsent.drop')}
      </button>
    </p>
  </div>`;
}

/** Why something did not go through, with the way on. */
function trouble(context: ReviewContext): TemplateResult | typeof nothing {
  const { view, session, l, tried } = context;
  const { act, save } = view;
  const failed = act.status === 'failed' ? act : save.status === 'failed' ? save : undefined;
  const faulty = tried ? [...view.faults.keys()] : [];
  if (!failed && act.status !== 'rejected' && faulty.length === 0) return nothing;
  return html`<div class="notice bad" role="alert" id="trouble" tabindex="-1">
    <h3>${l.t('review.not-done')}</h3>
    <p>
      ${failed ? problemText(failed.problem, l) : act.status === 'rejected' ? rejectionText(act.rejection, l) : nothing}
    </p>
    <ul class="links">
      ${faulty.map((id) => html`<li>${criterionLink(view.criteria.get(id), context)}</li>`)}
    </ul>
    ${
      failed?.problem.retryable
        ? html`<p class="actions">
            <button type="button" @click=${() => void session.retry()}>${l.t('review.retry')}</button>
          </p>`
        : nothing
    }
  </div>`;
}

/** Where the marks are, and where what is not sent yet is. */
function saveWords({ view, l }: ReviewContext): string {
  const { save, kept, comments } = view;
  const marks =
    save.status === 'saved'
      ? l.t('review.saved', { time: formatDateTime(save.at) })
      : l.t(save.status === 'saving' ? 'review.saving' : `review.save.${save.status}`);
  if (kept.status === 'failed') return `${marks} ${l.t('review.kept.failed')}`;
  return comments.size > 0 ? `${marks} ${l.t('review.kept')}` : marks;
}

/** One assessment, opened for review; of its criteria as many as are to be `drawn` by now. */
export function openView(
  context: ReviewContext,
  drawn: number,
  ask: (kind: 'return' | 'verify') => void,
): TemplateResult {
  const { view, l, open, resumed } = context;
  const { assessment, set } = view;
  const last = assessment.submissions.at(-1);
  const listed = listedStates.includes(assessment.state);
  const busy = view.act.status === 'sending';
  return html`<div class="top" part="header">
      <h2 id="opened" tabindex="-1">${assessment.subjectName}</h2>
      <p>
        ${l.t(`review.model.${assessment.model}`)}, ${l.t('review.year', { year: assessment.cycle })}
        <span class="badge ${assessment.state}"
          >${l.t(listed ? `review.state.${assessment.state}` : 'review.state.other')}</span
        >
      </p>
      <p class="hint">${l.text(set.title)}</p>
      ${last ? html`<p class="hint">${l.t('review.receipt', { receipt: last.receipt, time: formatDateTime(last.at) })}</p>` : nothing}
      ${resumed ? html`<p class="hint" role="status">${l.t('review.resumed')}</p>` : nothing}
    </div>
    ${set.status === 'sourced' ? nothing : html`<p class="notice warn">${l.t(`form.set.${set.status}`)}</p>`}
    ${standing(context)} ${stranded(context)} ${changes(context)} ${scores(context)} ${trouble(context)}
    ${sectionsView(context, drawn)}
    ${
      open
        ? html`<div class="bar" part="actions">
            <p class="hint" role="status">${busy ? l.t('review.sending') : saveWords(context)}</p>
            <div class="actions">
              <button type="button" ?disabled=${busy} @click=${() => ask('return')}>
                ${l.t('review.return')}
              </button>
              <button type="button" class="primary" ?disabled=${busy} @click=${() => ask('verify')}>
                ${l.t('review.verify')}
              </button>
            </div>
          </div>`
        : nothing
    }`;
}
