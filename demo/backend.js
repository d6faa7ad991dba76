/**
 * Where the pages keep what is entered: in this browser. The server of `npm start` answers with backend-server.js in the
 * place of this file, so that the same pages work on it.
 */
import { createLocalAdapter } from '/htsd/lib/adapters/local.js';
import { presets } from '/htsd/lib/presets.js';

/** Whether what is entered goes to a server, which says itself when it was entered. */
export const remote = false;

/**
 * The back end as the person sees it who is given; without one, as a visitor. `name`: of a store of its own; `catalog`: what
 * comes along in place of the library's; `now`: the clock, for what was entered long ago.
 */
export const backendFor = (actor, { name, catalog = presets, now } = {}) =>
  createLocalAdapter({ actor, catalog, ...(name && { name }), ...(now && { now }) });
