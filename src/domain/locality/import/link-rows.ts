import { keyOf } from '../places.js';
import type { Locality } from '../locality.schema.js';
import type { ListedPlace, MappingRow, NamedPlace } from './import.types.js';
import type { ImportReport } from './import-report.js';
import type { Link } from './make-events.js';
import { newLocality, type PlaceBook } from './place-book.js';
import { asciiWords, nameKey, sameName } from './place-words.js';
import { localCode } from './read-code.js';

export interface LinkOptions {
  readonly book: PlaceBook;
  readonly report: ImportReport;
  /** The day of the change, and the last one before it. */
  readonly on: string;
  readonly before: string;
  /** First day of places of which nobody says when they began. */
  readonly oldFrom: string;
  /** Today's communes as a list names them, by code and by province and name; empty without a list. */
  readonly listed: ReadonlyMap<string, ListedPlace>;
}

/** What a pass over the rows of one day found. */
export interface LinkedRows {
  readonly communes: Link[];
  readonly provinces: Link[];
  /** New places that came from no old commune, by key: districts without communes. */
  readonly bare: Set<string>;
}

export const listedKey = (province: string | undefined, name: string): string =>
  `${province ?? ''} ${nameKey(name)}`;

/** Turns rows into links between localities, and adds to the book the places that it lacks. */
export function linkRows(rows: readonly MappingRow[], options: LinkOptions): LinkedRows {
  const linked: LinkedRows = { communes: [], provinces: [], bare: new Set() };
  const seen = new Set<string>();
  // All old ones first: what ends on that day makes room for what bears its code from then on.
  const olds = rows.map((row) => oldPlace(row, options));
  for (const old of olds) if (old && old.place.to === undefined) old.place.to = options.before;
  for (const [index, row] of rows.entries()) {
    const now = newPlace(row, options);
    if (!now) continue;
    const old = olds[index];
    if (!old) {
      linked.bare.add(keyOf(now));
      options.report.add(row.at, 'no-old-place', { name: now.fullName.vi, code: now.code });
      continue;
    }
    const pair = `${keyOf(old.place)} ${keyOf(now)}`;
    if (seen.has(pair)) {
      options.report.add(row.at, 'twice', { name: old.place.fullName.vi, code: old.place.code });
      continue;
    }
    seen.add(pair);
    linked.communes.push({ at: row.at, old: old.place, now, share: row.share });
    const province = now.parent === undefined ? undefined : options.book.at(now.parent, options.on);
    const ways = old.province && province ? `${keyOf(old.province)} ${keyOf(province)}` : '';
    if (ways === '' || seen.has(ways) || keyOf(old.province!) === keyOf(province!)) continue;
    seen.add(ways);
    linked.provinces.push({ at: row.at, old: old.province!, now: province! });
  }
  return linked;
}

function newPlace({ at, new: side }: MappingRow, options: LinkOptions): Locality | undefined {
  const { book, report, on, listed } = options;
  const province = findProvince(side.province, book, on);
  const { fullName } = side.commune;
  let { code } = side.commune;
  if (listed.size > 0 && !(code !== undefined && listed.has(code)) && fullName !== undefined) {
    const known = listed.get(listedKey(province?.code, fullName));
    if (known) {
      report.add(at, 'code-by-name', { name: known.fullName, code: known.code, given: code ?? '' });
      code = known.code;
    } else if (code !== undefined) report.add(at, 'not-in-list', { name: fullName, code });
  }
  if (code === undefined) {
    report.add(at, 'missing-code', { name: fullName ?? '', code: '' });
    return undefined;
  }
  const inList = listed.get(code);
  const there = book.at(code, on);
  const name = inList?.fullName ?? there?.fullName.vi ?? fullName;
  if (name === undefined) {
    report.add(at, 'missing-name', { code, name: '' });
    return undefined;
  }
  if (fullName !== undefined && !sameName(name, fullName))
    report.add(at, 'name-differs', { code, name, given: fullName });
  if (there) return there;
  const parent = inList?.parent ?? province?.code;
  if (parent === undefined || !book.at(parent, on)) {
    const given = side.province.fullName ?? side.province.code ?? parent ?? '';
    report.add(at, 'unknown-province', { name: given, code: parent ?? side.province.code ?? '', n: 1 });
    return undefined;
  }
  return book.add(
    newLocality({ code, from: on, level: 'commune', parent }, name, inList?.english),
    inList?.at ?? at,
  );
}

/** A province by its code where the name agrees, or else by its name. */
function findProvince({ code, fullName }: NamedPlace, book: PlaceBook, day: string): Locality | undefined {
  const byCode = code === undefined ? undefined : book.at(code, day);
  if (byCode && (fullName === undefined || sameName(byCode.fullName.vi, fullName))) return byCode;
  const named = fullName === undefined ? [] : book.named(fullName, undefined, day);
  return named.length === 1 && named[0]!.level === 'province' ? named[0] : undefined;
}

function oldPlace(
  { at, old }: MappingRow,
  options: LinkOptions,
): { place: Locality; province: Locality | undefined } | undefined {
  const { report } = options;
  const nothing = old.commune.code === undefined && old.commune.fullName === undefined;
  if (nothing && old.district.code === undefined && old.district.fullName === undefined) return undefined;
  const province = widerPlace(old.province, 'province', undefined, at, options);
  const district = widerPlace(old.district, 'district', province, at, options);
  // A district without communes, an island, is what its own commune came from.
  if (nothing) return district && { place: district, province };
  const above = district ?? province;
  const names = [old.province, old.district].map(({ fullName }) => fullName ?? '');
  const place = findOrMake(old.commune, 'commune', above, options, at, () => {
    const name = old.commune.fullName ?? '';
    const code = localCode('xa', name, ...names.reverse());
    report.add(at, 'local-code', { name, code });
    return code;
  });
  return place && { place, province };
}

/** The old province or district of a row; it gets a code of its own where the file has none. Not named: undefined. */
function widerPlace(
  named: NamedPlace,
  level: 'province' | 'district',
  above: Locality | undefined,
  at: MappingRow['at'],
  options: LinkOptions,
): Locality | undefined {
  if (named.code === undefined && named.fullName === undefined) return undefined;
  // Codes of districts were three digits, of the whole country.
  return findOrMake(named, level, above, options, at, () =>
    level === 'province'
      ? localCode('tinh', nameKey(named.fullName!))
      : localCode('huyen', asciiWords(named.fullName!), above ? nameKey(above.fullName.vi) : ''),
  );
}

function findOrMake(
  { code, fullName }: NamedPlace,
  level: Locality['level'],
  above: Locality | undefined,
  { book, report, before, oldFrom }: LinkOptions,
  at: MappingRow['at'],
  makeCode: () => string,
): Locality | undefined {
  const there = code === undefined ? undefined : book.at(code, before);
  if (there) {
    if (fullName !== undefined && !sameName(there.fullName.vi, fullName))
      report.add(at, 'name-differs', { code: there.code, name: there.fullName.vi, given: fullName });
    return there;
  }
  if (code === undefined) {
    // With its kind: a town and a commune of one name lay in the same district.
    const known = book
      .named(fullName!, above?.code, before)
      .find((one) => asciiWords(one.fullName.vi) === asciiWords(fullName!) || level === 'province');
    if (known) return known;
  }
  if (fullName === undefined) {
    report.add(at, 'missing-name', { code: code ?? '', name: '' });
    return undefined;
  }
  const own = code ?? makeCode();
  return (
    book.at(own, before) ??
    book.add(newLocality({ code: own, from: oldFrom, to: before, level, parent: above?.code }, fullName), at)
  );
}
