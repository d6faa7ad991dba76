import type { Entry } from './entry.types.js';
import { troubleOf } from './error-course.js';

/** Commands that the server takes at once. */
export const mostInBatch = 500;

/**
 * What may go out next, in the order of the queue: of each record one command, and none before those that it rests on.
 * Two commands about one record never share a batch: where the first meets a conflict, the second would be taken in the
 * very version that the person never saw. What waits for a person holds up all that rests on it, and nothing else. What the
 * back end failed over comes after all others, and by itself.
 * @param underWay ids of commands that go out another way; `aside`: places in the queue of what was tried already
 */
export function nextBatch(
  entries: readonly Entry[],
  most: number = mostInBatch,
  underWay: ReadonlySet<string> = new Set(),
  aside: ReadonlySet<number> = new Set(),
): Entry[] {
  const held = new Set<string>();
  const batch: Entry[] = [];
  let failed: Entry | undefined;
  for (const entry of entries) {
    const free =
      !entry.trouble &&
      !aside.has(entry.seq) &&
      !underWay.has(entry.command.id) &&
      !keysOf(entry).some((key) => held.has(key));
    if (free && entry.failed) failed ??= entry;
    else if (free && batch.length < most) batch.push(entry);
    held.add(entry.command.record);
  }
  return batch.length === 0 && failed ? [failed] : batch;
}

/** The records that an entry waits for: its own and those that it rests on. */
export const keysOf = ({ command, after }: Entry): string[] => [command.record, ...after];

/** What rests on the given entries and lies behind them, directly or through others; without themselves. */
export function restingOn(entries: readonly Entry[], seqs: ReadonlySet<number>): Entry[] {
  const held = new Set<string>();
  return entries.filter((entry) => {
    if (seqs.has(entry.seq)) {
      held.add(entry.command.record);
      return false;
    }
    if (!keysOf(entry).some((key) => held.has(key))) return false;
    held.add(entry.command.record);
    return true;
  });
}

/** For each entry that waits behind one in trouble, the first such. */
export function heldUp(entries: readonly Entry[]): Map<number, Entry> {
  const by = new Map<string, Entry>();
  const found = new Map<number, Entry>();
  for (const entry of entries) {
    const first = keysOf(entry)
      .map((key) => by.get(key))
      .find((one) => one !== undefined);
    if (first) found.set(entry.seq, first);
    const holder = first ?? (troubleOf(entry) ? entry : undefined);
    if (holder && !by.has(entry.command.record)) by.set(entry.command.record, holder);
  }
  return found;
}
