import { createDraftStore, type DraftStore } from './draft-store.js';

/** What a client keeps drafts with from the beginning. Builds may put `drafts-later` in the place of this. */
export const firstDrafts = (storage: string): DraftStore | undefined => createDraftStore(storage);
