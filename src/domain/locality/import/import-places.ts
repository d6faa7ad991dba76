import type { LegalSource } from '../../criteria-set.schema.js';
import { isRealDate } from '../../civil-date.js';
import { lintGazetteer } from '../lint-gazetteer.js';
import type { Gazetteer, LocalityEvent } from '../locality.schema.js';
import { keyOf } from '../places.js';
import { decodePlacesFile } from './decode-file.js';
import { findShape } from './find-shape.js';
import type { ListedPlace, MappingRow } from './import.types.js';
import { ImportReport, type ImportPlace, type ImportRemark } from './import-report.js';
import { linkRows, type LinkedRows } from './link-rows.js';
import { groupBy, makeEvents } from './make-events.js';
import { PlaceBook } from './place-book.js';
import { provinceLinks } from './province-links.js';
import { readJson } from './read-json.js';
import { readLists } from './read-lists.js';
import { readMapping } from './read-mapping.js';
import { indexListed, takeListed, tellRefused, withoutRepeats, type TakeOptions } from './take-listed.js';
import { takeGazetteer } from './take-gazetteer.js';

export interface PlacesFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface ImportOptions {
  /** What is known already: the provinces. Files add to it; it is not changed. */
  readonly base: Gazetteer;
  /** Communes that each province has today, by its code: an import that comes to others is told so. */
  readonly expected?: ReadonlyMap<string, number>;
  /** Day of a change for rows that name none. */
  readonly on?: string;
  /** First day of places of before: the files do not tell it. */
  readonly oldFrom?: string;
  /** Where the files come from, as it will stand beside each event. */
  readonly source?: LegalSource;
}

export interface ImportedPlaces {
  readonly gazetteer: Gazetteer;
  readonly remarks: readonly ImportRemark[];
  /** Remarks that were not kept, in a file with very many. */
  readonly unsaid: number;
  /** Something was refused: what is there may be used, but is not all. */
  readonly failed: boolean;
  /** The lint found no error. */
  readonly sound: boolean;
}

/** The order of two tiers began on this day. */
export const twoTiersFrom = '2025-07-01';
/** The years that targets are compared over begin with it. */
const firstDay = '2020-01-01';
const unnamed: LegalSource = {
  name: {
    vi: 'Tệp danh mục đã nhập, chưa đối chiếu văn bản',
    en: 'Imported list, not checked against the official text',
  },
};
const mostRecords = 90_000;

/**
 * Reads public lists of places into one gazetteer: provinces with their communes, rows from old communes to new ones, and
 * gazetteers written before. Each line that does not fit is told; the others are taken. Pure: nothing is fetched or kept.
 */
export function importPlaces(files: readonly PlacesFile[], options: ImportOptions): ImportedPlaces {
  const { base, on = twoTiersFrom, oldFrom = firstDay, source = unnamed } = options;
  if (!isRealDate(on) || !isRealDate(oldFrom) || oldFrom >= on) throw new RangeError('on, oldFrom');
  const report = new ImportReport();
  const book = new PlaceBook(base);
  const events: LocalityEvent[] = [...base.events];
  const eventSources: (ImportPlace | undefined)[] = base.events.map(() => undefined);
  const add = (list: readonly LocalityEvent[], sources: readonly ImportPlace[]): void => {
    events.push(...list);
    eventSources.push(...sources);
  };

  const listed: ListedPlace[] = [];
  const rows: MappingRow[] = [];
  for (const file of files) readFile(file, { report, book, listed, rows, add });

  const places = withoutRepeats(listed, report);
  const closed = base.localities.some(({ level }) => level === 'province');
  const take: TakeOptions = {
    ...{ book, report, on, oldFrom, closed },
    before: dayBefore(on),
    refused: new Map(),
  };
  takeListed(
    places.filter(({ old }) => old),
    take,
  );
  const today = places.filter(({ old }) => !old);
  // Provinces first: rows name them.
  takeListed(
    today.filter(({ level }) => level === 'province'),
    take,
  );
  const index = indexListed(today);
  const bare = new Set<string>();
  for (const [day, ofDay] of byDay(rows, on)) {
    const linked = linkRows(ofDay, { book, report, on: day, before: dayBefore(day), oldFrom, listed: index });
    for (const key of linked.bare) bare.add(key);
    const { events: made, sources } = makeDay(linked, day);
    add(made, sources);
  }
  takeListed(
    today.filter(({ level }) => level !== 'province'),
    take,
  );
  tellRefused(take);
  countCommunes();
  tellOrigins();
  const gazetteer: Gazetteer = { format: 1, localities: [...book.all], events };
  const sound = tellFaults();
  return { gazetteer, remarks: report.remarks, unsaid: report.unsaid, failed: report.failed, sound };

  function makeDay(linked: LinkedRows, day: string): ReturnType<typeof makeEvents> {
    const communes = makeEvents(linked.communes, day, source, report);
    const whole = provinceLinks(linked, book, day, options.expected, report);
    const provinces = makeEvents(whole, day, source, report);
    return {
      events: [...communes.events, ...provinces.events],
      sources: [...communes.sources, ...provinces.sources],
    };
  }

  /** What the list has to come to. */
  function countCommunes(): void {
    if (!options.expected || rows.length + listed.length === 0) return;
    const found = groupBy(
      book.all.filter(({ level, to }) => level === 'commune' && to === undefined),
      ({ parent }) => parent ?? '',
    );
    for (const [code, expected] of options.expected) {
      const n = found.get(code)?.length ?? 0;
      const name = book.withCode(code).find(({ to }) => to === undefined)?.fullName.vi ?? code;
      const at = { file: '', line: 0, path: '' };
      if (n > 0 && n !== expected) report.add(at, 'count', { name, code, n, expected });
    }
  }

  /** Communes of today that no row leads to, where there are rows. */
  function tellOrigins(): void {
    if (rows.length === 0) return;
    const led = new Set(events.flatMap(({ after }) => after));
    const within = new Set(rows.map(({ new: side }) => side.commune.code));
    const provinces = new Set(
      book.all.filter(({ code, to }) => to === undefined && within.has(code)).map(({ parent }) => parent),
    );
    for (const one of book.all) {
      const key = keyOf(one);
      if (one.level !== 'commune' || one.to !== undefined || led.has(key) || bare.has(key)) continue;
      const at = book.sources.get(key);
      // A file of one province tells nothing of the others.
      if (at && provinces.has(one.parent))
        report.add(at, 'no-origin', { name: one.fullName.vi, code: one.code });
    }
  }

  function tellFaults(): boolean {
    let errors = 0;
    for (const fault of lintGazetteer(gazetteer)) {
      const key = fault.key ?? '';
      const at = (fault.event === undefined ? book.sources.get(key) : eventSources[fault.event]) ?? {
        file: '',
        line: 0,
        path: '',
      };
      if (fault.severity === 'error') errors++;
      const name = book.withCode(key.split('@')[0]!).find((one) => keyOf(one) === key)?.fullName.vi ?? key;
      const params = { fault: fault.code, name, key, other: fault.other ?? '' };
      report.add(at, fault.severity === 'error' ? 'fault' : 'doubt', params);
    }
    return errors === 0;
  }
}

interface Reading {
  readonly report: ImportReport;
  readonly book: PlaceBook;
  readonly listed: ListedPlace[];
  readonly rows: MappingRow[];
  readonly add: (list: readonly LocalityEvent[], sources: readonly ImportPlace[]) => void;
}

function readFile({ name: file, bytes }: PlacesFile, { report, book, listed, rows, add }: Reading): void {
  const whole = { file, line: 0, path: '' };
  const decoded = decodePlacesFile(bytes);
  if (!decoded.ok) return report.add({ ...whole, line: decoded.line }, decoded.code, decoded.params);
  const json = readJson(decoded.text);
  if (!json.ok) return report.add({ ...whole, line: json.line }, json.code);
  const found = findShape(json.value);
  if (found.length === 0) return report.add(whole, 'shape');
  const many = found.reduce((all, one) => all + (one.shape === 'gazetteer' ? 0 : one.rows.length), 0);
  if (many > mostRecords) return report.add(whole, 'too-many', { limit: mostRecords });
  for (const one of found) {
    if (one.shape === 'gazetteer') {
      const taken = takeGazetteer(one.record, file, book, report);
      add(taken.events, taken.sources);
    } else if (one.shape === 'mapping') {
      for (const row of readMapping(one, file, report)) rows.push(row);
    } else for (const place of readLists(one, file, report)) listed.push(place);
  }
  // What lies inside others is known only now.
  if (rows.length + listed.length <= mostRecords) return;
  rows.length = listed.length = 0;
  report.add(whole, 'too-many', { limit: mostRecords });
}

/** Rows by the day of their change, the earliest first; rows with a code first, so that those without find its place. */
function byDay(rows: readonly MappingRow[], on: string): [string, MappingRow[]][] {
  const ordered = [
    ...rows.filter(({ old }) => old.commune.code !== undefined),
    ...rows.filter(({ old }) => old.commune.code === undefined),
  ];
  return [...groupBy(ordered, (row) => row.on ?? on)].sort(([a], [b]) => (a < b ? -1 : 1));
}

const dayBefore = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
