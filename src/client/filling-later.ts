import { lazily } from './lazily.js';

/** What fills in and scores: fetched where there is an assessment. Stands in the place of `filling-here` where bytes are few. */
export const filling = lazily(async () => (await import('./filling.js')).fillingPart);

/** What keeps drafts comes with what fills in. */
export const warmDrafts = (): void => undefined;
