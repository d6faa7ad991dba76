export { createClient } from './client.js';
export type { Client, ClientOptions } from './client.types.js';
export type * from './view.types.js';
