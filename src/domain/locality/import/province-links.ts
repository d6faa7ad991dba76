import type { ImportReport } from './import-report.js';
import type { LinkedRows } from './link-rows.js';
import { groupBy, type Link } from './make-events.js';
import type { PlaceBook } from './place-book.js';
import { keyOf } from '../places.js';

/**
 * What old provinces became, where the rows are of all communes of the new one. From a file of a part of them it would seem
 * that the new province is that part: it is told, and nothing is made of it.
 */
export function provinceLinks(
  linked: LinkedRows,
  book: PlaceBook,
  on: string,
  expected: ReadonlyMap<string, number> | undefined,
  report: ImportReport,
): Link[] {
  const reached = new Set([...linked.communes.map(({ now }) => keyOf(now)), ...linked.bare]);
  const communes = groupBy(
    book.all.filter((one) => one.level === 'commune' && one.from === on && reached.has(keyOf(one))),
    ({ parent }) => parent ?? '',
  );
  const whole = new Set<string>();
  for (const [key, [link]] of groupBy(linked.provinces, ({ now }) => keyOf(now))) {
    const { code, fullName } = link!.now;
    const n = communes.get(code)?.length ?? 0;
    const all = expected?.get(code);
    if (all !== undefined && n >= all) whole.add(key);
    else report.add(link!.at, 'province-partial', { name: fullName.vi, code, n, expected: all ?? '?' });
  }
  // An old province of which a part went into one that is not whole would be divided wrongly.
  const partly = new Set(
    linked.provinces.filter(({ now }) => !whole.has(keyOf(now))).map(({ old }) => keyOf(old)),
  );
  const spoilt = new Set(
    linked.provinces.filter(({ old }) => partly.has(keyOf(old))).map(({ now }) => keyOf(now)),
  );
  return linked.provinces.filter(({ now }) => whole.has(keyOf(now)) && !spoilt.has(keyOf(now)));
}
