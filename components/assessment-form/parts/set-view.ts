import { html, nothing, type TemplateResult } from 'lit';
import { formatDateTime } from '../../../src/i18n/translate.js';
import type { FormContext } from '../form-context.js';

/** Where what was typed is right now. */
export function saveLine({ view, l }: FormContext): TemplateResult | typeof nothing {
  const { save } = view;
  if (view.phase !== 'editing' || view.role === 'follower') return nothing;
  const words =
    save.status === 'saved'
      ? l.t('form.saved', { time: formatDateTime(save.at) })
      : l.t(save.status === 'idle' ? 'form.autosave' : `form.save.${save.status}`);
  return html`<p class="save ${save.status}"><span aria-hidden="true"></span>${words}</p>`;
}

/** The set, or part of it, was not checked against an official text. */
export function provenanceView({ view, l }: FormContext): TemplateResult | typeof nothing {
  const status = view.set?.status;
  return !status || status === 'sourced'
    ? nothing
    : html`<div class="notice warn" id="provenance">
        <p>
          <strong>${l.t(`form.set.${status}`)}</strong>
          ${l.has(`form.set.${status}.hint`) ? l.t(`form.set.${status}.hint`) : nothing}
        </p>
      </div>`;
}
