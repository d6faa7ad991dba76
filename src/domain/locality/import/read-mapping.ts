import { asText, valueOf } from './field-names.js';
import type { FoundRows } from './find-shape.js';
import type { MappingRow, RowSide } from './import.types.js';
import type { ImportPlace, ImportReport } from './import-report.js';
import { isRealDate } from '../../civil-date.js';
import { sideKey, sortFields, takePlace, type Facts } from './read-names.js';
import { isList, isRecord, type JsonRecord } from './read-json.js';

/** Reads rows from old to new. A row that is refused is told; the others are taken. */
export function readMapping(found: FoundRows, file: string, report: ImportReport): MappingRow[] {
  const rows: MappingRow[] = [];
  for (const { value, path } of found.rows) {
    if (!isRecord(value)) {
      report.add({ file, line: 0, path }, 'not-a-record');
      continue;
    }
    for (const [record, way] of spread(value, path)) {
      const at = { file, line: record.line, path: way };
      for (const field of record.twice) report.add(at, 'field-twice', { field });
      const row = readRow(record, at, report);
      if (row) rows.push(row);
    }
  }
  return rows;
}

/** A record with others in a list, the new place with its old ones, is a row for each. */
function spread(record: JsonRecord, path: string): [JsonRecord, string][] {
  for (const [name, value] of record.fields) {
    if (!isList(value) || !value.items.some(isRecord)) continue;
    return value.items.flatMap((item, index): [JsonRecord, string][] =>
      isRecord(item)
        ? [[{ ...item, fields: new Map([...record.fields, ...item.fields]) }, `${path}.${name}[${index}]`]]
        : [],
    );
  }
  return [[record, path]];
}

function readRow(record: JsonRecord, at: ImportPlace, report: ImportReport): MappingRow | undefined {
  const fields = sortFields(record);
  const day = asText(valueOf(record, 'day'))?.slice(0, 10);
  if (day !== undefined && !isRealDate(day)) {
    report.add(at, 'bad-day', { day });
    return undefined;
  }
  const side = (name: 'old' | 'new'): RowSide | undefined => {
    const commune = takePlace(factsOf(fields, name, 'commune'), 'commune', at, report);
    const district =
      commune && (name === 'old' ? takePlace(factsOf(fields, name, 'district'), 'district', at, report) : {});
    const province = district && takePlace(factsOf(fields, name, 'province'), 'province', at, report);
    return province && { commune: commune, district: district, province };
  };
  const old = side('old');
  const now = old && side('new');
  if (!now) return undefined;
  return {
    at,
    old,
    new: now,
    ...(day !== undefined && { on: day }),
    share: asText(valueOf(record, 'share')),
  };
}

/** Fields with the side's name; those without a name belong to the side that has none of its own. */
function factsOf(
  fields: ReadonlyMap<string, Facts>,
  side: 'old' | 'new',
  thing: 'commune' | 'district' | 'province',
): Facts | undefined {
  const named = fields.get(sideKey(side, thing));
  if (named) return named;
  const other = fields.get(sideKey(side === 'old' ? 'new' : 'old', thing));
  // There are no districts but old ones.
  return other || (thing === 'district' && side === 'old')
    ? fields.get(sideKey(undefined, thing))
    : undefined;
}
