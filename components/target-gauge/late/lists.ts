/** What lists, tables and the way down are made of: fetched when one of them is to be shown. */
import { targetListsVi } from '../../../src/i18n/vi/target-lists.js';
import type { Texts } from '../../base/language.js';

export { lateStyles } from './late.styles.js';
export { crumbsView, rankingPage, rankingView, scorecardView } from './list-view.js';
export { moreView } from './more-view.js';

/** Sentences of tables and lists. */
export const targetListsTexts: Texts = {
  vi: targetListsVi,
  en: async () => (await import('../../../src/i18n/en/target-lists.js')).targetListsEn,
};
