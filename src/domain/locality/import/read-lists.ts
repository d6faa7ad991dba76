import { asText, childThing, type FieldThing } from './field-names.js';
import type { FoundRows } from './find-shape.js';
import type { ListedPlace } from './import.types.js';
import type { ImportPlace, ImportReport } from './import-report.js';
import { fullNameOf, sideKey, sortFields, takeName, type Facts } from './read-names.js';
import { readCode } from './read-code.js';
import { isList, isRecord, type JsonList, type JsonRecord, type JsonValue } from './read-json.js';

/** Reads lists of places: provinces with their communes inside (or districts between), or flat tables of either. */
export function readLists(found: FoundRows, file: string, report: ImportReport): ListedPlace[] {
  const places: ListedPlace[] = [];
  const old =
    found.shape === 'nested' && found.rows.some(({ value }) => isRecord(value) && hasDistricts(value));

  function read(value: JsonValue, path: string, level: FieldThing, parent: string | undefined): void {
    if (!isRecord(value)) return report.add({ file, line: 0, path }, 'not-a-record');
    const at: ImportPlace = { file, line: value.line, path };
    for (const field of value.twice) report.add(at, 'field-twice', { field });
    const code = takeListed(value, level, parent, at, old, report, places);
    for (const [name, list, thing] of childrenOf(value))
      for (const [index, child] of list.items.entries())
        read(child, `${path}.${name}[${index}]`, thing, code);
  }

  for (const { value, path } of found.rows) {
    read(value, path, found.shape === 'communes' ? 'commune' : 'province', undefined);
  }
  return places;
}

function* childrenOf(record: JsonRecord): Generator<[string, JsonList, FieldThing]> {
  for (const [name, value] of record.fields) {
    const thing = childThing(name);
    if (thing && isList(value)) yield [name, value, thing];
  }
}

const hasDistricts = (record: JsonRecord): boolean =>
  [...childrenOf(record)].some(([, list, thing]) => thing === 'district' && list.items.length > 0);

/** Takes one place of a list; answers its code, for what lies in it. */
function takeListed(
  record: JsonRecord,
  level: FieldThing,
  parent: string | undefined,
  at: ImportPlace,
  old: boolean,
  report: ImportReport,
  places: ListedPlace[],
): string | undefined {
  const fields = sortFields(record);
  const own: Facts = { ...fields.get(sideKey()), ...filled(fields.get(sideKey(undefined, level))) };
  const read = readCode(own.code, level);
  const name = fullNameOf(own);
  if (!read.ok) {
    report.add(at, read.code, { code: asText(own.code)?.slice(0, 60) ?? '', name: name?.slice(0, 60) ?? '' });
    return undefined;
  }
  if (name === undefined) {
    report.add(at, 'missing-name', { code: read.code, name: '' });
    return read.code;
  }
  const clean = takeName(name, at, report);
  if (!clean) return read.code;
  if (read.padded) report.add(at, 'padded-code', { code: read.code });
  const above = level === 'province' ? undefined : parentOf(fields, level, parent, at, report);
  if (above === false) return read.code;
  const english = asText(own.english);
  places.push({
    at,
    level,
    code: read.code,
    fullName: clean.name,
    english: english?.slice(0, 200),
    parent: above,
    old,
  });
  return read.code;
}

const filled = (facts: Facts | undefined): Facts =>
  Object.fromEntries(Object.entries(facts ?? {}).filter(([, value]) => asText(value) !== undefined));

/** The place that one lies in: around it in the file, or named by a field; false where these differ or are none. */
function parentOf(
  fields: ReadonlyMap<string, Facts>,
  level: FieldThing,
  around: string | undefined,
  at: ImportPlace,
  report: ImportReport,
): string | false {
  const above =
    level === 'commune' && fields.get(sideKey(undefined, 'district'))?.code !== undefined
      ? 'district'
      : 'province';
  const read = readCode(fields.get(sideKey(undefined, above))?.code, above);
  if (!read.ok) {
    if (around !== undefined) return around;
    report.add(at, 'unknown-parent', { parent: '' });
    return false;
  }
  if (around === undefined || around === read.code) return read.code;
  report.add(at, 'parent-differs', { parent: read.code, around });
  return false;
}
