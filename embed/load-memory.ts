/** Fetches the adapter that forgets. Apart from the loader, which would have to name every file that comes with it. */
export const loadMemory = () => import('../src/backend/memory/memory-adapter.js');
