import { HtsdError } from '../../errors.js';
import type { Paging } from './mapping.schema.js';
import { at, wordOf } from './paths.js';
import { pathWithin, placed } from './placed.js';

/** How many items a page holds where nobody says. */
const usual = 50;
const most = 200;

export interface Turn {
  /** Added to the parameters. */
  extra: Record<string, string | number>;
  /** Path that the next page has, in place of that of the mapping. */
  path?: string | undefined;
  /** What goes back in for the page after this answer. */
  after(said: unknown, count: number, headers: Headers): { next?: string; total?: number };
}

const prefix = 'm1.';
const badCursor = (): HtsdError => new HtsdError('invalid', { params: { field: 'cursor' } });

function readCursor(cursor: string | undefined): string | undefined {
  if (cursor === undefined) return undefined;
  if (!cursor.startsWith(prefix)) throw badCursor();
  return cursor.slice(prefix.length);
}

/** A page of a question in their style of paging. `base`: where links must lead. Errors: invalid. */
export function turnPage(
  paging: Paging | undefined,
  params: { cursor?: string | undefined; limit?: number | undefined },
  base: string,
): Turn {
  const { cursor, limit = usual } = params;
  if (!Number.isInteger(limit) || limit < 1) throw new HtsdError('invalid', { params: { field: 'limit' } });
  const size = Math.min(limit, most);
  const from = readCursor(cursor);
  if (!paging) {
    if (from !== undefined) throw badCursor();
    return { extra: {}, after: () => ({}) };
  }
  const totalOf = (said: unknown, headers: Headers): { total?: number } => {
    const found = paging.total === undefined ? undefined : placed(paging.total, said, headers);
    const total = found === undefined || found === '' ? undefined : Number(found);
    return Number.isSafeInteger(total) ? { total: total! } : {};
  };
  if (paging.style === 'cursor' || paging.style === 'link') {
    const sized = paging.size === undefined ? {} : { [paging.size]: size };
    const after: Turn['after'] = (said, _, headers) => {
      const next = placed(paging.next, said, headers);
      return {
        ...totalOf(said, headers),
        ...(typeof next === 'string' && next !== '' && { next: prefix + next }),
      };
    };
    if (paging.style === 'cursor')
      return { extra: { ...sized, ...(from !== undefined && { [paging.cursor]: from }) }, after };
    if (from === undefined) return { extra: sized, after };
    const path = pathWithin(from, base);
    if (path === undefined) throw badCursor();
    return { extra: {}, path, after };
  }
  // The size goes along, so that a page is never one of another size.
  const [done = 0, kept = size] = from === undefined ? [] : numbersOf(from);
  const first = paging.style === 'page' ? (paging.first ?? 1) : 0;
  const place =
    paging.style === 'page' ? { [paging.number]: done / kept + first } : { [paging.offset]: done };
  return {
    extra: { ...place, [paging.size]: kept },
    after(said, count, headers) {
      const found = totalOf(said, headers);
      const more = paging.more === undefined ? undefined : at(said, paging.more);
      const goes =
        more !== undefined
          ? /^(true|1|y)$/i.test(wordOf(more))
          : found.total !== undefined
            ? done + count < found.total
            : count >= kept;
      return { ...found, ...(goes && count > 0 && { next: `${prefix}${done + kept}.${kept}` }) };
    },
  };
}

function numbersOf(cursor: string): [number, number] {
  const [, done, kept] = /^(\d{1,12})\.(\d{1,3})$/.exec(cursor) ?? [];
  const [of, size] = [Number(done), Number(kept)];
  if (done === undefined || size < 1 || size > most || of % size !== 0) throw badCursor();
  return [of, size];
}
