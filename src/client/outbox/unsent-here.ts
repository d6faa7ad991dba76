import { peek } from '../peek.js';

/** What the queue's database holds: it is not there, there is nothing to send in it, or there is, or may be. */
export type Holding = 'nothing' | 'no-entries' | 'entries';

/** Looks into the database of the queue without what it takes to work on it, and without making one. Never rejects. */
export async function unsentHere(name: string): Promise<Holding> {
  const told = await peek(name, 'entries', (store) => store.count());
  if (told === 'missing') return 'nothing';
  return told === 'unknown' || told.found > 0 ? 'entries' : 'no-entries';
}
