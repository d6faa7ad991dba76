import type { Receipt } from '../../domain/receipt.schema.js';
import type { Recorded } from './fund-desk.types.js';

/** The last thing that receipts say was recorded: an entry by its number, or what waits for a second person. */
export function recordedIn(receipts: readonly Receipt[]): Recorded | undefined {
  const written = receipts.flatMap((receipt) => ('records' in receipt ? receipt.records : []));
  const last = written.filter(({ type }) => type === 'entry' || type === 'pending').at(-1);
  if (!last) return undefined;
  if (last.type === 'pending') return { what: 'pending', id: last.id };
  return { what: 'entry', no: Number((last.last ?? last.id).split('.').at(-1)) };
}
