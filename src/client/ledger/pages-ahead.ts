import type { Page } from '../../domain/query.schema.js';

/**
 * What a paged query answers, page after page. The next page is asked for before the one at hand is given out, so that
 * the back end works while the page is looked at. Errors: those of `ask`, when the turn of that page comes.
 */
export async function* pagesAhead<T>(
  ask: (cursor: string | undefined) => Promise<Page<T>>,
): AsyncGenerator<readonly T[], void, undefined> {
  let cursor: string | undefined;
  let asked = ask(cursor);
  for (;;) {
    const { items, next } = await asked;
    // A cursor that comes again would lead round in a circle.
    const more = items.length > 0 && next !== undefined && next !== cursor;
    if (more) {
      asked = ask(next);
      // Heard of when its turn comes; nobody waits for it where the reader leaves before.
      asked.catch(() => undefined);
    }
    yield items;
    if (!more) return;
    cursor = next;
  }
}
