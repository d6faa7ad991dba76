import { fillingPart } from './filling.js';

/** What fills in and scores: with the client, so that nobody waits for it. Builds may put `filling-later` in the place of this. */
export const filling = (): typeof fillingPart | Promise<typeof fillingPart> => fillingPart;
