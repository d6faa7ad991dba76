import type { Client } from './client.types.js';
import { createDraftStore, type DraftStore } from './draft-store.js';

/**
 * Where a client keeps what is typed in this browser, made for the first who asks. Stands in the place of `drafts-of` where
 * bytes are few: a page on which nobody types does without.
 */
export const draftsOf = ({ device }: Client): DraftStore =>
  (device.drafts ??= createDraftStore(device.storage));
