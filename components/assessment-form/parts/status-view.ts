import { html, nothing, type TemplateResult } from 'lit';
import { formatDateTime } from '../../../src/i18n/translate.js';
import type { LanguageController } from '../../base/language.js';
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

/** Something is on its way, or could not be had. */
export const loadingView = (l: LanguageController, trouble: unknown): TemplateResult =>
  trouble ? errorView(l) : html`<div class="hint loading" role="status">${l.t('form.loading')}</div>`;

/** It could not be opened, or a part of it not fetched. `why` is the precise sentence, once the sentences are there. */
export const errorView = (l: LanguageController, why?: unknown): TemplateResult =>
  html`<div class="notice bad" role="alert">
    <h3>${l.t('form.error.title')}</h3>
    <p>${why}</p>
    <p class="actions">
      <button type="button" data-action="retry">${l.t('form.retry')}</button>
      <button type="button" data-action="reload">${l.t('form.reload')}</button>
    </p>
  </div>`;

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
