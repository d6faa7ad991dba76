export { createClient } from './client.js';
export { forgetOffline, registerOffline } from './offline.js';
export type { Client, ClientOptions } from './client.types.js';
export type * from './view.types.js';
export { targetView } from './target/target-world.js';
export type * from './target/target-view.types.js';
