import { Locality, LocalityEvent, type LocalityEvent as Event } from '../locality.schema.js';
import { keyOf } from '../places.js';
import type { ImportPlace, ImportReport } from './import-report.js';
import type { PlaceBook } from './place-book.js';
import { cleanName } from './place-words.js';
import { isList, isRecord, toPlain, type JsonRecord, type JsonValue } from './read-json.js';

export interface TakenEvents {
  readonly events: Event[];
  readonly sources: ImportPlace[];
}

/** Takes a gazetteer as an import writes it, perhaps changed by hand: record by record, each by its schema. */
export function takeGazetteer(
  record: JsonRecord,
  file: string,
  book: PlaceBook,
  report: ImportReport,
): TakenEvents {
  const base = new Set(book.all.map(keyOf));
  for (const [at, plain] of recordsOf(record, 'localities', file, report)) {
    const read = Locality.safeParse(plain);
    if (!read.success) {
      report.add(at, 'invalid', { path: pathOf(read.error.issues[0]?.path) });
      continue;
    }
    const names = [read.data.name, read.data.fullName].map(({ vi }) => cleanName(vi));
    const bad = names.find((name) => !name.ok);
    if (bad && !bad.ok) {
      report.add(at, bad.code, { name: read.data.fullName.vi.slice(0, 60), code: read.data.code });
      continue;
    }
    // The base is in every file that was made with it.
    if (!base.has(keyOf(read.data))) book.add(read.data, at);
  }
  const taken: TakenEvents = { events: [], sources: [] };
  for (const [at, plain] of recordsOf(record, 'events', file, report)) {
    const read = LocalityEvent.safeParse(plain);
    if (!read.success) {
      report.add(at, 'invalid', { path: pathOf(read.error.issues[0]?.path) });
      continue;
    }
    // So are its events.
    if (read.data.after.every((key) => base.has(key))) continue;
    taken.events.push(read.data);
    taken.sources.push(at);
  }
  return taken;
}

const pathOf = (path: readonly PropertyKey[] | undefined): string => (path ?? []).map(String).join('.');

function* recordsOf(
  record: JsonRecord,
  field: string,
  file: string,
  report: ImportReport,
): Generator<[ImportPlace, unknown]> {
  const list: JsonValue | undefined = record.fields.get(field);
  if (!isList(list)) return;
  for (const [index, value] of list.items.entries()) {
    const path = `${field}[${index}]`;
    if (isRecord(value)) yield [{ file, line: value.line, path }, toPlain(value)];
    else report.add({ file, line: list.line, path }, 'not-a-record');
  }
}
