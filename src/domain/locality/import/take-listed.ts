import type { ListedPlace } from './import.types.js';
import type { ImportReport } from './import-report.js';
import { listedKey } from './link-rows.js';
import { newLocality, type PlaceBook } from './place-book.js';
import { sameName } from './place-words.js';

/** Leaves out what a list has twice, and says so: once more the same, or one code for two places. */
export function withoutRepeats(places: readonly ListedPlace[], report: ImportReport): ListedPlace[] {
  const byCode = new Map<string, ListedPlace>();
  return places.filter((one) => {
    const key = `${one.level} ${one.code} ${String(one.old)}`;
    const first = byCode.get(key);
    if (!first) {
      byCode.set(key, one);
      return true;
    }
    const about = { name: one.fullName, code: one.code };
    if (sameName(first.fullName, one.fullName) && first.parent === one.parent)
      report.add(one.at, 'twice', about);
    else report.add(one.at, 'reused', { ...about, other: first.fullName, line: first.at.line });
    return false;
  });
}

/** Today's communes by code, and by province and name where only one bears it. */
export function indexListed(places: readonly ListedPlace[]): Map<string, ListedPlace> {
  const index = new Map<string, ListedPlace>();
  const shared = new Set<string>();
  for (const one of places) {
    if (one.level !== 'commune' || one.old) continue;
    index.set(one.code, one);
    const key = listedKey(one.parent, one.fullName);
    if (index.has(key)) shared.add(key);
    index.set(key, one);
  }
  for (const key of shared) index.delete(key);
  return index;
}

/** The widest first: what lies in a place comes after it. */
const order = ['province', 'district', 'commune'] as const;

export interface TakeOptions {
  readonly book: PlaceBook;
  readonly report: ImportReport;
  readonly on: string;
  readonly before: string;
  readonly oldFrom: string;
  /** New provinces that are not in the base are refused: the law lists them. */
  readonly closed: boolean;
  /** Those that were refused, with how many places in them. */
  readonly refused: Map<string, { readonly place: ListedPlace; inside: number }>;
}

/** Adds the places of lists to the book; those that are there already are compared with it. */
export function takeListed(places: readonly ListedPlace[], options: TakeOptions): void {
  const { book, report, on, before, oldFrom, closed, refused } = options;
  for (const level of order) {
    for (const one of places) {
      if (one.level !== level) continue;
      const day = one.old ? before : on;
      // A place may have got another name since: today's list tells of today.
      const there = one.old
        ? book.at(one.code, day)
        : book
            .withCode(one.code)
            .filter(({ to }) => to === undefined)
            .at(-1);
      if (there) {
        compare(one, there.fullName.vi, report);
        continue;
      }
      if (level === 'province' && !one.old && closed) {
        refused.set(one.code, { place: one, inside: 0 });
        continue;
      }
      if (one.parent !== undefined && !book.at(one.parent, day)) {
        const around = refused.get(one.parent);
        if (around) around.inside++;
        else report.add(one.at, 'unknown-parent', { name: one.fullName, code: one.code, parent: one.parent });
        continue;
      }
      const facts = one.old ? { from: oldFrom, to: before } : { from: on };
      book.add(
        newLocality({ code: one.code, level, parent: one.parent, ...facts }, one.fullName, one.english),
        one.at,
      );
    }
  }
}

/** Says which provinces were refused, once all that lies in them was looked at. */
export function tellRefused({ refused, report }: TakeOptions): void {
  for (const { place, inside } of refused.values())
    report.add(place.at, 'unknown-province', { name: place.fullName, code: place.code, n: inside });
}

/** What a list says of a place that is known: its kind may differ, as that of a province which became a city. */
function compare({ at, code, fullName }: ListedPlace, known: string, report: ImportReport): void {
  if (!sameName(fullName, known)) report.add(at, 'name-differs', { code, name: known, given: fullName });
}
