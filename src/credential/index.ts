/**
 * Open Badges 3.0 for the titles of the movement: build, sign, bake; read, check. `verify.ts` and `issue.ts` hold the two
 * halves, for pages that need only one.
 */
export * from './issue.js';
export * from './verify.js';
export type { Json, JsonObject } from './format/json.js';
