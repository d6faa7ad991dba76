import type { CSSResult } from 'lit';
import { aroundStyles } from '../around.styles.js';

/** What stands around the criteria, where it comes with the form's later part. Builds may put `around-later` in the place of this. */
export { aboveView } from './above-view.js';
export { withdrawView } from './receipt-view.js';
export { moreTexts } from '../texts-more.js';

export const aroundLooks: CSSResult[] = [aroundStyles];
