import { html, type TemplateResult } from 'lit';
import type { LanguageController } from '../../../../base/language.js';

/** The button by which what could not be read is read again. `reading`: that is under way. */
export const againView = (l: LanguageController, reading: boolean, again: () => void): TemplateResult =>
  html`<p class="actions">
    <button type="button" ?disabled=${reading} @click=${again}>${l.t('fund.retry')}</button>
  </p>`;
