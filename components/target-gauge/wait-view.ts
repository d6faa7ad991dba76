import { html, type TemplateResult } from 'lit';
import type { LanguageController } from '../base/language.js';

/** Something is on its way. */
export const waitView = (l: LanguageController): TemplateResult =>
  html`<div class="wait" role="status">
    <span class="hint">${l.t('target.loading')}</span><span class="bones"></span>
  </div>`;
