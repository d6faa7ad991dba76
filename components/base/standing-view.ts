import { html, svg, type TemplateResult } from 'lit';
import { statusSigns } from '../../src/badge-art/status-signs.js';
import type { LanguageController } from './language.js';
import type { Standing } from '../../src/i18n/target-words.js';

/** How it stands, as a sign and in words. */
export const statusView = (status: Standing, l: LanguageController): TemplateResult =>
  html`<span class="status ${status}" part="status"
    ><svg class="sign" viewBox="0 0 16 16" aria-hidden="true">
      ${svg`<path d=${statusSigns[status]}></path>`}</svg
    ><span>${l.t(`target.status.${status}`)}</span></span
  >`;
