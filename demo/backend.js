/**
 * Where the pages keep what is entered: in this browser. The server of `npm start` answers with backend-server.js in the
 * place of this file, so that the same pages work on it.
 */
import { createLocalAdapter } from '/htsd/lib/adapters/local.js';
import { presets } from '/htsd/lib/presets.js';

/** The back end as the person sees it who is given; without one, as a visitor. */
export const backendFor = (actor) => createLocalAdapter({ actor, catalog: presets });
