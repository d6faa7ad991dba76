/**
 * What is fetched for a gauge that is read from a back end, for lists, and when somebody opens the table: a page that hands
 * over one target needs none of it.
 */
import { controls } from '../../base/controls.styles.js';

export { GaugeDesk } from './gauge-desk.js';
export { targetMoreTexts } from './texts.js';
export { controls };
export const loadLists = () => import('./lists.js');
