import { html, svg, type TemplateResult } from 'lit';
import type { LanguageController } from './language.js';
import type { Standing } from '../../src/i18n/target-words.js';

/** Tick, arrow along, clock, question, dash: read without colour. */
const signs: Readonly<Record<Standing, string>> = {
  reached: 'M3 8.5l3.5 3.5L13 4.5',
  'on-track': 'M2.5 11.5l4-4 2.5 2.5 4.5-5M9.5 4.5h4v4',
  behind: 'M8 3.5V8l3.2 2M14.5 8a6.5 6.5 0 1 1-13 0 6.5 6.5 0 0 1 13 0z',
  unknown: 'M5.4 6a2.7 2.7 0 1 1 4 2.4C8.3 9 8 9.5 8 10.5M8 13.2v.1',
  none: 'M3.5 8h9',
};

/** How it stands, as a sign and in words. */
export const statusView = (status: Standing, l: LanguageController): TemplateResult =>
  html`<span class="status ${status}" part="status"
    ><svg class="sign" viewBox="0 0 16 16" aria-hidden="true">${svg`<path d=${signs[status]}></path>`}</svg
    ><span>${l.t(`target.status.${status}`)}</span></span
  >`;
