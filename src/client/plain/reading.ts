/** What a page takes that mostly reads from a server: in one file for whoever asks for it. */
export { queuedLater } from '../outbox/queued-later.js';
export { checkedPlainly } from './checked-plainly.js';
