import { html, nothing, type TemplateResult } from 'lit';
import type { Answer } from '../../../src/domain/answer.schema.js';
import type { Criterion } from '../../../src/domain/criteria-set.schema.js';
import type { CriterionResult } from '../../../src/domain/score.types.js';
import { formatDate } from '../../../src/i18n/translate.js';
import { claimWords } from '../../base/claim-words.js';
import { reasonText } from '../../base/score-words.js';
import type { ReviewContext } from '../review-context.js';
import { evidenceView } from './evidence-view.js';
import { differs, markView, readMarkView } from './mark-view.js';

/** An answer with all that belongs to it, in a few words. */
export function answerWords(
  criterion: Criterion,
  answer: Answer | undefined,
  { l }: Pick<ReviewContext, 'l'>,
): string {
  const { note, evidence } = answer ?? {};
  const words = [
    ...claimWords(criterion, answer ?? {}, l),
    note ? l.t('review.note', { text: note }) : undefined,
    evidence?.length
      ? `${l.t('review.evidence')}: ${evidence.map(({ name }) => name).join(', ')}`
      : undefined,
  ].filter(Boolean);
  return words.join(' · ') || l.t('review.nothing');
}

function worth(result: CriterionResult | undefined, { l }: ReviewContext): string {
  const { status = 'unanswered', points, max } = result ?? {};
  return points !== undefined && (status === 'met' || status === 'partial' || status === 'unmet')
    ? l.t('form.points-of', { points, max: max ?? 0 })
    : l.t(`form.status.${status}`);
}

function selfView(criterion: Criterion, result: CriterionResult, context: ReviewContext): TemplateResult {
  const { view, l } = context;
  const answer = view.assessment.answers[criterion.id] ?? {};
  const claim = claimWords(criterion, answer, l).filter(Boolean).join(' · ');
  const said = result.reasons.filter(({ code }) => code !== 'evidence-missing');
  return html`<div class="side">
    <h4>${l.t('review.score.self')} <span class="badge ${result.status}">${worth(result, context)}</span></h4>
    <p>${claim || l.t('review.nothing')}</p>
    <p class="hint">${said.map((reason) => reasonText(reason, view.set, l)).join(' ')}</p>
    ${answer.notApplicable && answer.reason ? html`<p>${l.t('review.reason.na', { text: answer.reason })}</p>` : nothing}
    ${answer.note ? html`<p>${l.t('review.note', { text: answer.note })}</p>` : nothing}
    ${evidenceView(answer, !!result.evidenceMissing, criterion.id, context)}
  </div>`;
}

function commentView({ id }: Criterion, { view, session, l, open }: ReviewContext): TemplateResult {
  const text = view.comments.get(id) ?? '';
  return html`${view.earlier
    .get(id)
    ?.map(
      (one) =>
        html`<p class="hint">
          ${l.t('review.comment.earlier', { date: formatDate(one.at), text: one.text })}
        </p>`,
    )}
  ${
    open
      ? html`<label class="field comment"
          ><span>${l.t('review.comment')}</span
          ><textarea
            rows="1"
            maxlength="4000"
            data-m="comment"
            .value=${text}
            @input=${(event: Event) => session.comment(id, (event.target as HTMLTextAreaElement).value)}
          ></textarea>
        </label>`
      : nothing
  }`;
}

/** One criterion: the author's answer with its evidence, the reviewer's beside it, and a remark for the author. */
export function criterionView(criterion: Criterion, context: ReviewContext): TemplateResult | typeof nothing {
  const { view, l, open } = context;
  const { id } = criterion;
  const change = view.changed.get(id);
  const self = view.self.criteria[id];
  if (!self || self.status === 'excluded') return nothing;
  const own = view.result.criteria[id];
  const other = differs(criterion, context);
  return html`<fieldset class="criterion ${other ? 'other' : ''}" part="criterion" id="c-${id}" tabindex="-1">
    <legend>
      <span class="title">${criterion.number ? `${criterion.number} ` : ''}${l.text(criterion.title)}</span>
      ${change ? html`<span class="badge changed">${l.t('review.changed.mark')}</span>` : nothing}
    </legend>
    ${criterion.guidance ? html`<p class="guidance">${l.text(criterion.guidance)}</p>` : nothing}
    ${
      change
        ? html`<p class="before">
            ${l.t('review.changed.before', { text: answerWords(criterion, change.before, context) })}
          </p>`
        : nothing
    }
    ${
      self.status === 'gap'
        ? html`<p class="hint">${l.t('form.gap')}</p>`
        : html`<div class="pair">
            ${selfView(criterion, self, context)}
            <div class="side own">
              <h4>
                ${l.t('review.score.own')}
                <span class="badge ${own?.status ?? ''}">${worth(own, context)}</span>
                ${
                  other
                    ? html`<span class="hint"
                        >${l.t('review.mark.differs')}${view.drafts.has(id) ? html` (${l.t('review.mark.unsaved')})` : nothing}</span
                      >`
                    : nothing
                }
              </h4>
              ${
                view.assessment.review?.dropped?.includes(id)
                  ? html`<p class="before">${l.t('review.dropped')}</p>`
                  : nothing
              }
              ${open ? markView(criterion, context) : readMarkView(criterion, context)}
            </div>
          </div>`
    }
    ${commentView(criterion, context)}
  </fieldset>`;
}
