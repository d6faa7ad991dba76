import type { Entry } from './entry.types.js';

/**
 * A command that the back end breaks down over must not hold up the others, and a back end that breaks down over everything
 * must not make a suspect of each command. Both look the same at first; what else gets through tells them apart.
 */

/** The entry as one that the back end failed over once more. `others`: something else got through in the same run. */
export function failedAgain(entry: Entry, others: boolean): Entry {
  const { times = 0, others: before = false } = entry.failed ?? {};
  return { ...entry, failed: { times: times + 1, others: before || others } };
}

/**
 * What follows from something having got through: what failed in the same run is at fault itself. Where it was a suspect that
 * got through, the back end has been mended, and those that were only suspected with it are none any more.
 * @param failed places in the queue of what failed in this run
 */
export function clearedBy(
  got: Pick<Entry, 'failed'>,
  entries: readonly Entry[],
  failed: ReadonlySet<number>,
): Entry[] {
  return entries.flatMap((entry) => {
    const suspicion = entry.failed;
    if (!suspicion || suspicion.others) return [];
    if (failed.has(entry.seq)) return [{ ...entry, failed: { ...suspicion, others: true } }];
    return got.failed ? [withoutFailure(entry)] : [];
  });
}

/** The back end has answered it. */
export function withoutFailure(entry: Entry): Entry {
  const { failed: _gone, ...rest } = entry;
  return rest;
}
