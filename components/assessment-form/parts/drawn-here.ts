import type { CSSResult } from 'lit';
import type { Texts } from '../../base/language.js';
import type { HtsdAssessmentForm } from '../assessment-form.js';
import { layout } from '../drawn.styles.js';
import { drawnTexts } from '../texts-drawn.js';

/**
 * What an assessment is drawn with: with the form, so that nobody waits for it. Builds may put `drawn-later` in the place of
 * this: a page on which nobody has registered yet could do without.
 */
export { criterionView } from './criterion-view.js';
export { provenanceView, saveLine } from './set-view.js';
export { summaryView } from './summary-view.js';

/** The looks and the sentences that come with the form. */
export const looks: CSSResult[] = [layout];
export const sentences: readonly Texts[] = drawnTexts;

/** Whether there is what draws. */
export const drawable = (): boolean => true;

/** Fetches what draws; it dresses the form by itself. */
export const bringDrawn = (_form: HtsdAssessmentForm): void => undefined;
