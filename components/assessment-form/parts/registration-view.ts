import { html, nothing, type TemplateResult } from 'lit';
import { mayChangeSet } from '../../../src/domain/change-set.js';
import type { Model } from '../../../src/domain/text.schema.js';
import type { FormContext } from '../form-context.js';
import type { RegistrationDesk } from '../registration-desk.js';
import { registerFields, registerProblems } from './register-view.js';

/** What becomes of the answers by the other set that is chosen. */
function planView({ plan }: RegistrationDesk, { l }: FormContext): TemplateResult | typeof nothing {
  if (!plan) return nothing;
  const { carried, left, back } = plan;
  return html`<div class="notice warn" role="status" id="plan">
    <p>
      ${
        carried.length + left.length > 0
          ? l.t('registration.plan', { carried: carried.length, left: left.length })
          : l.t('registration.plan.empty')
      }
      ${left.length > 0 ? l.t('registration.plan.left') : nothing}
      ${back.length > 0 ? l.t('registration.plan.back', { n: back.length }) : nothing}
    </p>
  </div>`;
}

/** The register step once more, over the form, with what is registered now. */
export function registrationDialog(
  desk: RegistrationDesk,
  model: Model,
  today: string,
  outer: FormContext,
): TemplateResult | typeof nothing {
  const { draft, choices, cycles, errors, chosen, changes, plan } = desk;
  const { l, view } = outer;
  const { assessment } = view;
  if (!draft || !assessment) return nothing;
  const context = { ...outer, view: { ...view, choices, cycles } };
  const other = draft.cycle !== assessment.cycle;
  const busy = view.submit.status === 'sending';
  const words = other
    ? l.t('registration.year.open', { year: draft.cycle })
    : l.t(busy ? 'registration.saving' : changes ? 'registration.change' : 'registration.save');
  return html`<form class="register dialog" data-form="registration" novalidate>
    <h2 id="dialog-title">${l.t('registration.edit')}</h2>
    ${registerProblems(other ? [] : errors, context)}
    <div class="field">
      <label for="g-cycle">${l.t('register.cycle')}</label>
      <select id="g-cycle" data-g="cycle" aria-describedby="g-cycle-hint">
        ${cycles.map((year) => html`<option value=${year} ?selected=${year === draft.cycle}>${year}</option>`)}
      </select>
      <p class="hint" id="g-cycle-hint">${l.t('registration.year', { year: assessment.cycle })}</p>
    </div>
    ${
      other
        ? nothing
        : html`${registerFields(draft, { model, errors, chosen, today }, context)}
          ${mayChangeSet(assessment) ? nothing : html`<p class="hint">${l.t('registration.fixed')}</p>`}
          ${planView(desk, context)}`
    }
    <div class="actions end">
      <button type="button" data-action="registration-close">${l.t('registration.cancel')}</button>
      <button type="submit" class="primary" ?disabled=${busy || (!other && changes && !plan)}>
        ${words}
      </button>
    </div>
  </form>`;
}
