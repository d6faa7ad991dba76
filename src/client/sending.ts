// What is needed only once something is sent: loaded when the form stands.
export { createDelivery, type Delivery } from './delivery.js';
export { register } from './session-register.js';
export { submit, withdraw } from './session-submit.js';
export { merge, rebase } from './merge-work.js';
