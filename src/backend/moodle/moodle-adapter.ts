/** A back end in Moodle, with the ways to call it. */
export { createMoodleAdapter, type MoodleAdapterOptions } from './adapter.js';
export { createAjaxTransport, type AjaxOptions, type MoodlePage } from './ajax.js';
export { createRestTransport, type RestOptions } from './rest.js';
export type { MoodleTransport } from './transport.js';
