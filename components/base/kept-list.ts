import { html, type TemplateResult } from 'lit';
import { formatDateTime } from '../../src/i18n/translate.js';
import type { LanguageController } from './language.js';

/**
 * That a list is what this device kept, and from when; with the way to a fresh one. `texts`: prefix of the dictionary's
 * `….kept-list` and `….retry`. `keptAt`: instant at which it was read.
 */
export const keptListView = (
  texts: string,
  keptAt: string,
  l: LanguageController,
  again: () => void,
): TemplateResult =>
  html`<div class="notice warn" role="status">
    <p>${l.t(`${texts}.kept-list`, { time: formatDateTime(keptAt) })}</p>
    <p class="actions"><button type="button" @click=${again}>${l.t(`${texts}.retry`)}</button></p>
  </div>`;
