import type { Client } from './client.types.js';
import { draftsOf } from './drafts-of.js';
import { fillingPart } from './filling.js';

/** What fills in and scores: with the client, so that nobody waits for it. Builds may put `filling-later` in the place of this. */
export const filling = (): typeof fillingPart | Promise<typeof fillingPart> => fillingPart;

/** Opens what keeps drafts ahead of its first use. */
export const warmDrafts = (client: Client): void => draftsOf(client).warm();
