import { lazily } from './lazily.js';

/** The parts that send and merge. */
export const sending = lazily(() => import('./sending.js'));
