import { html, nothing, type TemplateResult } from 'lit';
import type { Answer } from '../../../src/domain/answer.schema.js';
import type { Criterion } from '../../../src/domain/criteria-set.schema.js';
import type { CriterionResult, Reason } from '../../../src/domain/score.types.js';
import { reasonText, type FormContext } from '../form-context.js';

/** Typed numbers that may still become right while the field has the focus. */
const halfTyped: ReadonlySet<string> = new Set(['number-unreadable', 'half-percent']);

/** The error to show for a criterion now, if any. */
export function errorOf(
  criterion: Criterion,
  result: CriterionResult,
  context: FormContext,
): Reason | undefined {
  if (result.status !== 'invalid') {
    return context.tried && result.status === 'unanswered' ? result.reasons[0] : undefined;
  }
  const reason = result.reasons[0];
  if (!reason || context.tried || !halfTyped.has(reason.code)) return reason;
  const fields = criterion.input === 'percent' ? ['numerator', 'denominator'] : ['points'];
  return fields.every((field) => context.touched.has(`${criterion.id}/${field}`)) ? reason : undefined;
}

function numberField(
  { id }: Criterion,
  field: 'numerator' | 'denominator',
  label: string,
  value: string | undefined,
  bad: boolean,
  locked: boolean,
): TemplateResult {
  return html`<label class="number"
    ><span>${label}</span
    ><input
      type="text"
      inputmode="numeric"
      autocomplete="off"
      data-f=${field}
      .value=${value ?? ''}
      ?readonly=${locked}
      aria-invalid=${bad ? 'true' : 'false'}
      aria-describedby="w-${id}"
  /></label>`;
}

function choice(
  { id }: Criterion,
  field: 'yes' | 'option',
  value: string,
  label: string,
  checked: boolean,
  locked: boolean,
): TemplateResult {
  return html`<label class="choice"
    ><input
      type="radio"
      name="r-${id}"
      data-f=${field}
      .value=${value}
      .checked=${checked}
      ?disabled=${locked}
    />${label}</label
  >`;
}

function inputOf(c: Criterion, answer: Answer, bad: boolean, context: FormContext): TemplateResult {
  const { l } = context;
  const locked = context.locked || !!answer.notApplicable;
  switch (c.input) {
    case 'points':
      // Written out: most criteria are of this kind, and each template inside another costs memory and time.
      return html`<label class="number"
          ><span>${l.t('form.points')}</span
          ><input
            type="text"
            inputmode="decimal"
            autocomplete="off"
            data-f="points"
            .value=${answer.points ?? ''}
            ?readonly=${locked}
            aria-invalid=${bad ? 'true' : 'false'}
            aria-describedby="w-${c.id}" /></label
        ><span class="of">${l.t('form.of-points', { max: c.max ?? 0 })}</span>`;
    case 'percent':
      return html`${numberField(c, 'numerator', c.numeratorLabel ? l.text(c.numeratorLabel) : l.t('form.numerator'), answer.numerator, bad, locked)}${numberField(c, 'denominator', c.denominatorLabel ? l.text(c.denominatorLabel) : l.t('form.denominator'), answer.denominator, bad, locked)}`;
    case 'options':
      return html`${(c.options ?? []).map((option) =>
        choice(
          c,
          'option',
          option.id,
          `${l.text(option.label)} (${l.t('form.n-points', { n: option.points })})`,
          answer.option === option.id,
          locked,
        ),
      )}`;
    default:
      return html`${choice(c, 'yes', 'true', l.t('form.yes'), answer.yes === true, locked)}${choice(c, 'yes', 'false', l.t('form.no'), answer.yes === false, locked)}`;
  }
}

function inWords(c: Criterion, { status, points, max }: CriterionResult, { l }: FormContext): string {
  return points !== undefined && (status === 'met' || status === 'partial' || status === 'unmet')
    ? l.t('form.points-of', { points, max: max ?? c.max ?? 0 })
    : l.t(`form.status.${status}`);
}

/** What the levels of a checklist ask of a criterion, where it is a percentage. */
function demands(c: Criterion, context: FormContext): TemplateResult | typeof nothing {
  const set = context.view.set;
  if (!c.levels || !set || set.scoring.mode !== 'checklist' || c.input !== 'percent') return nothing;
  const parts = set.scoring.levels.flatMap((level) => {
    const target = c.levels?.[level.id];
    return target?.require === 'percent'
      ? [context.l.t('form.demand', { outcome: context.l.text(level.label), percent: target.atLeast })]
      : [];
  });
  return parts.length > 0 ? html`<p class="hint">${parts.join(' · ')}</p>` : nothing;
}

/** One criterion: question, answer, what it came to and why, and the fold with note and evidence. */
export function criterionView(c: Criterion, result: CriterionResult, context: FormContext): TemplateResult {
  const { l, view } = context;
  const set = view.set!;
  const answer = view.answers[c.id] ?? {};
  const gap = result.status === 'gap';
  const error = errorOf(c, result, context);
  const provenance = c.provenance ?? 'sourced';
  const unfolded = context.unfolded.has(c.id);
  const files = answer.evidence?.length ?? 0;
  const evidenceError = result.evidenceMissing && context.tried;
  const mayBeNa = c.notApplicable && set.scoring.notApplicable;
  const open = result.status === 'unanswered' || result.status === 'invalid';
  const reasons = error ? [error] : open ? [] : result.reasons;
  const why = reasons.map((reason) => reasonText(reason, set, l)).join(' ');
  const fold = [
    files > 0
      ? l.t('form.extras.n', { n: files })
      : l.t(c.evidence?.required ? 'form.extras.required' : 'form.extras'),
    ...(answer.note ? [l.t('form.extras.noted')] : []),
    ...(evidenceError ? [l.t('reason.evidence-missing')] : []),
  ].join(' · ');
  return html`<fieldset
    class="criterion"
    id="c-${c.id}"
    aria-describedby=${gap ? nothing : `w-${c.id}`}
    part="criterion"
  >
    <legend>
      <span class="title">${c.number ? `${c.number} ` : ''}${l.text(c.title)}</span
      ><span class="badge ${result.status}">${inWords(c, result, context)}</span>
    </legend>
    ${c.guidance ? html`<p class="hint">${l.text(c.guidance)}</p>` : nothing}
    ${
      provenance === 'sample' || provenance === 'inferred'
        ? html`<p class="mark">
            ${l.t(`form.provenance.${provenance}`)}${c.sourceNote ? html` ${l.text(c.sourceNote)}` : nothing}
          </p>`
        : nothing
    }
    ${
      gap
        ? html`<p class="mark">${l.t('form.gap')}</p>`
        : html`${demands(c, context)}
            <div class="answer ${c.input}">${inputOf(c, answer, !!error, context)}</div>
            ${
              mayBeNa
                ? html`<label class="check"
                      ><input
                        type="checkbox"
                        data-f="notApplicable"
                        .checked=${!!answer.notApplicable}
                        ?disabled=${context.locked}
                      />${l.t('form.not-applicable')}</label
                    >${
                      answer.notApplicable
                        ? html`<label class="field"
                            ><span>${l.t('form.not-applicable.reason')}</span
                            ><textarea
                              rows="2"
                              data-f="reason"
                              .value=${answer.reason ?? ''}
                              ?readonly=${context.locked}
                              aria-describedby="w-${c.id}"
                            ></textarea>
                          </label>`
                        : nothing
                    }`
                : nothing
            }
            <p class=${error ? 'why error' : 'why'} id="w-${c.id}">${why}</p>
            <button
              type="button"
              class=${evidenceError ? 'quiet fold danger' : 'quiet fold'}
              data-fold
              aria-expanded=${unfolded ? 'true' : 'false'}
            >
              ${fold}
            </button>
            ${unfolded ? (context.extras?.(c, answer, context) ?? html`<p>${l.t('form.loading')}</p>`) : nothing}`
    }
  </fieldset>`;
}
