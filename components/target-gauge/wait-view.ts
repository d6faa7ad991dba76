import { html, type TemplateResult } from 'lit';
import type { LanguageController } from '../base/language.js';

/** Something is on its way. */
export const waitView = (l: LanguageController): TemplateResult =>
  html`<p class="hint" role="status">${l.t('target.loading')}</p>`;
