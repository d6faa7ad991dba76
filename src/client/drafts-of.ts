import type { Client } from './client.types.js';
import type { DraftStore } from './draft-store.js';

/** Where a client keeps what is typed in this browser. Builds may put `drafts-made` in the place of this. */
export const draftsOf = ({ device }: Client): DraftStore => device.drafts!;
