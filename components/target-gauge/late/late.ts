/**
 * What is fetched for a gauge that is read from a back end, for lists, and when somebody opens the table: a page that hands
 * over one target needs none of it.
 */
import type { CSSResult } from 'lit';
import { controls } from '../../base/controls.styles.js';
import type { LanguageController } from '../../base/language.js';

export { GaugeDesk } from './gauge-desk.js';
export { targetMoreTexts } from './texts.js';
export { controls };

/** Lists and tables, in the words and the look of the element. */
export async function bringLists(
  l: LanguageController,
  dress: (...sheets: CSSResult[]) => void,
): Promise<typeof import('./lists.js')> {
  const lists = await import('./lists.js');
  l.add(lists.targetListsTexts);
  dress(controls, lists.lateStyles);
  return lists;
}
