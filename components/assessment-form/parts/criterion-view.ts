import { html, nothing, type TemplateResult } from 'lit';
import type { Answer } from '../../../src/domain/answer.schema.js';
import type { Criterion } from '../../../src/domain/criteria-set.schema.js';
import type { CriterionResult, Reason } from '../../../src/domain/score.types.js';
import { reasonText, type FormContext } from '../form-context.js';
import { fixed } from './fixed.js';

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

function numberField(value: string | undefined, bad: boolean, locked: boolean): TemplateResult {
  return html`<label class="number"
    ><span></span
    ><input
      type="text"
      autocomplete="off"
      .value=${value ?? ''}
      ?readonly=${locked}
      aria-invalid=${bad ? 'true' : 'false'}
  /></label>`;
}

function choice(checked: boolean, locked: boolean): TemplateResult {
  return html`<label class="choice"
    ><input type="radio" .checked=${checked} ?disabled=${locked} /><span></span
  ></label>`;
}

/** Fields without their words and names, which `fixed` writes. */
function inputsOf(c: Criterion, answer: Answer, bad: boolean, locked: boolean): TemplateResult[] {
  switch (c.input) {
    case 'points':
      return [numberField(answer.points, bad, locked)];
    case 'percent':
      return [numberField(answer.numerator, bad, locked), numberField(answer.denominator, bad, locked)];
    case 'options':
      return (c.options ?? []).map(({ id }) => choice(answer.option === id, locked));
    default:
      return [choice(answer.yes === true, locked), choice(answer.yes === false, locked)];
  }
}

function inWords(c: Criterion, { status, points, max }: CriterionResult, { l }: FormContext): string {
  return points !== undefined && (status === 'met' || status === 'partial' || status === 'unmet')
    ? l.t('form.points-of', { points, max: max ?? c.max ?? 0 })
    : l.t(`form.status.${status}`);
}

/** What the levels of a checklist ask of a criterion, where it is a percentage. */
function demands(c: Criterion, { view, l }: FormContext): string {
  const { scoring } = view.set!;
  if (!c.levels || scoring.mode !== 'checklist' || c.input !== 'percent') return '';
  return scoring.levels
    .flatMap((level) => {
      const target = c.levels?.[level.id];
      return target?.require === 'percent'
        ? [l.t('form.demand', { outcome: l.text(level.label), percent: target.atLeast })]
        : [];
    })
    .join(' · ');
}

/** Where the wording comes from, and what is asked for; most criteria have neither to say. */
function remarks(c: Criterion, context: FormContext): TemplateResult | typeof nothing {
  const { l } = context;
  const origin = c.provenance ?? 'sourced';
  const marked = origin === 'sample' || origin === 'inferred';
  const asked = demands(c, context);
  if (!marked && !asked) return nothing;
  return html`${
    marked
      ? html`<p class="mark">
          ${l.t(`form.provenance.${origin}`)}${c.sourceNote ? html` ${l.text(c.sourceNote)}` : nothing}
        </p>`
      : nothing
  }${asked ? html`<p class="hint">${asked}</p>` : nothing}`;
}

function notApplicable({ id }: Criterion, answer: Answer, { l, locked }: FormContext): TemplateResult {
  return html`<label class="check"
      ><input
        type="checkbox"
        data-f="notApplicable"
        .checked=${!!answer.notApplicable}
        ?disabled=${locked}
      />${l.t('form.not-applicable')}</label
    >${
      answer.notApplicable
        ? html`<label class="field"
            ><span>${l.t('form.not-applicable.reason')}</span
            ><textarea
              rows="2"
              data-f="reason"
              .value=${answer.reason ?? ''}
              ?readonly=${locked}
              aria-describedby="w-${id}"
            ></textarea>
          </label>`
        : nothing
    }`;
}

/** A criterion of which the official wording is not at hand: nobody can answer it. */
function gapView(c: Criterion, result: CriterionResult, context: FormContext): TemplateResult {
  const { l } = context;
  return html`<fieldset class="criterion" part="criterion" id="c-${c.id}">
    <legend>
      <span class="title">${c.number ? `${c.number} ` : ''}${l.text(c.title)}</span
      ><span class="badge gap">${inWords(c, result, context)}</span>
    </legend>
    ${c.guidance ? html`<p class="guidance">${l.text(c.guidance)}</p>` : nothing}${remarks(c, context)}
    <p class="mark">${l.t('form.gap')}</p>
  </fieldset>`;
}

/** One criterion: question, answer, what it came to and why, and the fold with note and evidence. */
export function criterionView(c: Criterion, result: CriterionResult, context: FormContext): TemplateResult {
  const { status } = result;
  if (status === 'gap') return gapView(c, result, context);
  const { l, view } = context;
  const set = view.set!;
  const answer = view.answers[c.id] ?? {};
  const error = errorOf(c, result, context);
  const unfolded = context.unfolded.has(c.id);
  const files = answer.evidence?.length ?? 0;
  const evidenceError = result.evidenceMissing && context.tried;
  const reasons = error ? [error] : status === 'unanswered' || status === 'invalid' ? [] : result.reasons;
  const fold = [
    files > 0
      ? l.t('form.extras.n', { n: files })
      : l.t(c.evidence?.required ? 'form.extras.required' : 'form.extras'),
    ...(answer.note ? [l.t('form.extras.noted')] : []),
    ...(evidenceError ? [l.t('reason.evidence-missing')] : []),
  ].join(' · ');
  return html`<fieldset class="criterion" part="criterion">
    <legend>
      <span class="title"></span><span class=${`badge ${status}`}>${inWords(c, result, context)}</span>
    </legend>
    <p class="guidance"></p>
    ${remarks(c, context)}
    <div>
      ${inputsOf(c, answer, !!error, context.locked || !!answer.notApplicable)}<span class="of"></span>
    </div>
    ${c.notApplicable && set.scoring.notApplicable ? notApplicable(c, answer, context) : nothing}
    <p class=${error ? 'why error' : 'why'}>
      ${reasons.map((reason) => reasonText(reason, set, l)).join(' ')}
    </p>
    <button
      type="button"
      class=${evidenceError ? 'quiet fold danger' : 'quiet fold'}
      data-fold
      aria-expanded=${unfolded ? 'true' : 'false'}
      ${fixed(c, l)}
    >
      ${fold}
    </button>
    ${unfolded ? (context.more?.extrasView(c, answer, context) ?? html`<p>${l.t('form.loading')}</p>`) : nothing}
  </fieldset>`;
}
