/**
 * What is fetched for a gauge that is read from a back end, for lists, and when somebody opens the table: a page that hands
 * over one target needs none of it.
 */
import type { CSSResult } from 'lit';
import { controls } from '../../base/controls.styles.js';
import { lateStyles } from './late.styles.js';

export { GaugeDesk } from './gauge-desk.js';
export { moreView } from './more-view.js';
export { targetMoreTexts } from './texts.js';
export const sheets: readonly CSSResult[] = [controls, lateStyles];
