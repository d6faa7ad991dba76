/** Requests that are under way at once: some milliseconds of work. */
const group = 100;

/**
 * Does something with each within one transaction, a group after the other: between two groups the page draws and answers,
 * which ten thousand requests at once would not let it. Each must come to a request, or the transaction would end early.
 */
export async function inGroups<T>(all: readonly T[], work: (one: T) => Promise<unknown>): Promise<void> {
  for (let at = 0; at < all.length; at += group) await Promise.all(all.slice(at, at + group).map(work));
}
