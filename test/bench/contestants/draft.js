import { openDB } from 'idb';

let database;
const open = () =>
  (database ??= openDB('bench', 1, {
    upgrade: (db) => db.createObjectStore('drafts'),
  }));

/** What was typed last time, or undefined. */
export async function loadDraft() {
  return (await open()).get('drafts', 'draft');
}

let timer;
/** Writes the draft half a second after the last change. */
export function saveDraft(draft) {
  clearTimeout(timer);
  timer = setTimeout(async () => (await open()).put('drafts', draft, 'draft'), 500);
}
