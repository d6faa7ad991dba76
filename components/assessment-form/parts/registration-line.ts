import { html, nothing, type TemplateResult } from 'lit';
import type { FormContext } from '../form-context.js';
import { dueLine } from './due-view.js';

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
