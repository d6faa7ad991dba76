export { createClient } from './client.js';
export { forgetOffline, HtsdUpdateEvent, registerOffline } from './offline.js';
export { outboxOf } from './outbox/outbox.types.js';
export type * from './outbox/outbox.types.js';
export { withOutbox, type OutboxOptions } from './outbox/with-outbox.js';
export type { Client, ClientOptions } from './client.types.js';
export type * from './view.types.js';
export { targetView } from '../domain/target/target-world.js';
export type * from '../domain/target/target-view.types.js';
