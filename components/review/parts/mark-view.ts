import { html, nothing, type TemplateResult } from 'lit';
import type { MarkDraft } from '../../../src/client/review.types.js';
import type { Claim } from '../../../src/domain/answer.schema.js';
import { claimOf, sameClaim } from '../../../src/domain/claim.js';
import type { Criterion } from '../../../src/domain/criteria-set.schema.js';
import { rejectionText } from '../../base/rejection-text.js';
import { claimWords } from '../../base/claim-words.js';
import type { ReviewContext } from '../review-context.js';

/** What the reviewer says of a criterion now: as typed, as stored, or the author's own answer. */
export function markOf(criterion: Criterion, { view }: ReviewContext): MarkDraft {
  const { id } = criterion;
  const { answers, review } = view.assessment;
  const stored = review?.marks?.[id];
  return view.drafts.get(id) ?? stored ?? { answer: claimOf(criterion, answers[id]), reason: '' };
}

/** The reviewer says something else than the author. */
export const differs = (criterion: Criterion, context: ReviewContext): boolean =>
  !sameClaim(
    criterion,
    markOf(criterion, context).answer,
    context.view.assessment.answers[criterion.id] ?? {},
  );

interface Fields {
  criterion: Criterion;
  answer: Claim;
  wrong: boolean;
  say: (answer: Claim) => void;
  context: ReviewContext;
}

const valueOf = (event: Event): string => (event.target as HTMLInputElement).value;

function textField(
  words: string,
  field: 'points' | 'numerator' | 'denominator',
  { criterion, answer, wrong, say }: Fields,
): TemplateResult {
  const { notApplicable: _left, ...claim } = answer;
  return html`<label class="number"
    ><span>${words}</span
    ><input
      type="text"
      inputmode=${field === 'points' ? 'decimal' : 'numeric'}
      autocomplete="off"
      data-m=${field}
      .value=${answer[field] ?? ''}
      aria-invalid=${wrong ? 'true' : 'false'}
      aria-describedby=${wrong ? `f-${criterion.id}` : nothing}
      @input=${(event: Event) => say({ ...claim, [field]: valueOf(event) })}
  /></label>`;
}

function choice(
  name: string,
  field: 'option' | 'yes',
  words: string,
  checked: boolean,
  choose: () => void,
): TemplateResult {
  return html`<label class="choice"
    ><input type="radio" name=${name} data-m=${field} .checked=${checked} @change=${choose} /><span
      >${words}</span
    ></label
  >`;
}

function inputs(fields: Fields): TemplateResult | TemplateResult[] {
  const { criterion, answer, say, context } = fields;
  const { l } = context;
  const name = `m-${criterion.id}`;
  switch (criterion.input) {
    case 'points':
      return textField(l.t('review.mark.points'), 'points', fields);
    case 'percent':
      return (['numerator', 'denominator'] as const).map((field) => {
        const label = criterion[`${field}Label`];
        return textField(label ? l.text(label) : l.t(`form.${field}`), field, fields);
      });
    case 'options':
      return (criterion.options ?? []).map(({ id, label, points }) =>
        choice(
          name,
          'option',
          `${l.text(label)} (${l.t('form.n-points', { n: points })})`,
          answer.option === id,
          () => say({ option: id }),
        ),
      );
    default:
      return [true, false].map((yes) =>
        choice(name, 'yes', l.t(yes ? 'form.yes' : 'form.no'), answer.yes === yes, () => say({ yes })),
      );
  }
}

function clashView(
  criterion: Criterion,
  { view, session, l }: ReviewContext,
): TemplateResult | typeof nothing {
  const { id } = criterion;
  if (!view.clashes.has(id)) return nothing;
  const theirs = view.assessment.review?.marks?.[id];
  const words = theirs && [...claimWords(criterion, theirs.answer, l), theirs.reason].filter(Boolean);
  return html`<div class="notice warn" role="alert">
    <p>${words ? l.t('review.clash', { text: words.join(' · ') }) : l.t('review.clash.gone')}</p>
    <p class="actions">
      <button type="button" @click=${() => session.resolve(id, 'mine')}>${l.t('review.clash.mine')}</button>
      <button type="button" @click=${() => session.resolve(id, 'theirs')}>
        ${l.t('review.clash.theirs')}
      </button>
    </p>
  </div>`;
}

/** The reviewer's own answer beside the author's, with the reason where it differs. */
export function markView(criterion: Criterion, context: ReviewContext): TemplateResult {
  const { view, session, l, tried } = context;
  const { id } = criterion;
  const { answer, reason } = markOf(criterion, context);
  const faults = view.faults.get(id) ?? [];
  const wrong = faults.filter(({ path }) => path?.at(-1) !== 'reason');
  const bare = faults.some(({ path }) => path?.at(-1) === 'reason');
  const other = differs(criterion, context);
  const say = (next: Claim): void => session.mark(id, { answer: next });
  const fields = { criterion, answer, wrong: wrong.length > 0, say, context };
  const mayLeaveOut = criterion.notApplicable && view.set.scoring.notApplicable;
  return html`<div class="answer ${criterion.input}">${answer.notApplicable ? nothing : inputs(fields)}</div>
    ${
      mayLeaveOut
        ? html`<label class="check"
            ><input
              type="checkbox"
              data-m="notApplicable"
              .checked=${!!answer.notApplicable}
              @change=${(event: Event) =>
                say((event.target as HTMLInputElement).checked ? { notApplicable: true } : {})}
            />${l.t('form.not-applicable')}</label
          >`
        : nothing
    }
    ${
      wrong.length > 0
        ? html`<p class="error" id="f-${id}">${wrong.map((each) => rejectionText(each, l)).join(' ')}</p>`
        : nothing
    }
    ${
      other
        ? html`<label class="field"
              ><span>${l.t('review.mark.reason')}</span
              ><textarea
                rows="2"
                maxlength="4000"
                data-m="reason"
                .value=${reason}
                aria-invalid=${bare && (tried || reason !== '') ? 'true' : 'false'}
                aria-describedby=${bare ? `b-${id}` : nothing}
                @input=${(event: Event) => session.mark(id, { reason: valueOf(event) })}
              ></textarea>
            </label>
            ${
              bare
                ? html`<p class=${tried ? 'error' : 'hint'} id="b-${id}">
                    ${rejectionText({ code: 'invalid', path: ['reason'] }, l)}
                  </p>`
                : nothing
            }
            <p class="actions">
              <button type="button" class="quiet" @click=${() => session.agree(id)}>
                ${l.t('review.mark.agree')}
              </button>
            </p>`
        : nothing
    }
    ${clashView(criterion, context)}`;
}

/** The same where nothing can be typed. */
export function readMarkView(criterion: Criterion, { view, l }: ReviewContext): TemplateResult {
  const mark = view.assessment.review?.marks?.[criterion.id];
  if (!mark) return html`<p class="hint">${l.t('review.mark.same')}</p>`;
  const by = mark.byName || l.t('review.device');
  return html`<p>${claimWords(criterion, mark.answer, l).filter(Boolean).join(' · ')}</p>
    <p class="hint">${l.t('review.mark.by', { name: by, text: mark.reason })}</p>`;
}
