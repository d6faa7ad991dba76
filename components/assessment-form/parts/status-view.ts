import { html, type TemplateResult } from 'lit';
import type { LanguageController } from '../../base/language.js';

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
