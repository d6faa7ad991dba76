import { html, nothing, type TemplateResult } from 'lit';
import { mayChangeSet } from '../../../src/domain/change-set.js';
import type { Criterion, CriteriaSet } from '../../../src/domain/criteria-set.schema.js';
import type { SetAside } from '../../../src/domain/assessment.schema.js';
import type { Model } from '../../../src/domain/text.schema.js';
import type { FormContext } from '../form-context.js';
import type { RegistrationDesk } from '../registration-desk.js';
import { inWords } from './conflict-view.js';
import { dueLine } from './due-view.js';
import { choiceKey, registerFields, registerProblems } from './register-view.js';

/** At the head of the form: when it is due, and the way to correct what was registered. */
export function registrationLine(context: FormContext, today: string): TemplateResult | typeof nothing {
  const { l, view, locked } = context;
  if (view.phase !== 'editing' || !view.set) return nothing;
  const due = dueLine(view.set, view.cycle, today, l);
  return html`<p class="hint registration">
    ${due ? html`<span class="due">${due}.</span>` : nothing}
    ${
      locked
        ? nothing
        : html`<button type="button" class="quiet" id="registration" data-action="registration">
            ${l.t('registration.edit')}
          </button>`
    }
  </p>`;
}

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

/** Answers that another set asked for: out of the reckoning, and still there to be read. */
export function asideView(
  { known }: RegistrationDesk,
  context: FormContext,
): TemplateResult | typeof nothing {
  const { l, view } = context;
  const all = (view.assessment?.setAside ?? []).filter(({ answers }) => Object.keys(answers).length > 0);
  if (all.length === 0) return nothing;
  const n = all.reduce((sum, { answers }) => sum + Object.keys(answers).length, 0);
  return html`<details class="set-aside">
    <summary>${l.t('aside.title', { n })}</summary>
    <p class="hint">${l.t('aside.hint')}</p>
    ${all.map((one) => asideList(one, known.get(choiceKey(one.criteria)), context))}
  </details>`;
}

function asideList(
  { criteria, answers }: SetAside,
  set: CriteriaSet | undefined,
  context: FormContext,
): TemplateResult {
  const { l } = context;
  const asked = new Map<string, Criterion>(
    set?.sections.flatMap((section) => section.criteria).map((one) => [one.id, one]),
  );
  return html`<h3>${set ? l.text(set.title) : choiceKey(criteria)}</h3>
    <dl>
      ${Object.entries(answers).map(([id, answer]) => {
        const criterion = asked.get(id);
        return html`<div>
          <dt>${criterion ? `${criterion.number ?? ''} ${l.text(criterion.title)}` : id}</dt>
          <dd>${inWords(criterion, answer, context)}</dd>
        </div>`;
      })}
    </dl>`;
}
