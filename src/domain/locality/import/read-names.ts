import { asText, readFieldName, type FieldFact, type FieldSide, type FieldThing } from './field-names.js';
import type { NamedPlace } from './import.types.js';
import type { ImportPlace, ImportReport } from './import-report.js';
import { cleanName, readKind, splitKind } from './place-words.js';
import { readCode } from './read-code.js';
import type { JsonRecord, JsonValue } from './read-json.js';

/** Fields of a record about one place, by what they say. */
export type Facts = Partial<Record<FieldFact, JsonValue>>;

/** Sorts the fields of a record by what they are about: `old commune`, `district`, ` ` for what names no level. */
export function sortFields(record: JsonRecord): Map<string, Facts> {
  const sorted = new Map<string, Facts>();
  for (const [field, value] of record.fields) {
    const name = readFieldName(field);
    if (!name || typeof value === 'object') continue;
    const key = sideKey(name.side, name.thing);
    const facts = sorted.get(key) ?? {};
    // The first field counts, unless it is empty.
    if (asText(facts[name.fact]) === undefined) facts[name.fact] = value;
    sorted.set(key, facts);
  }
  return sorted;
}

export const sideKey = (side?: FieldSide, thing?: FieldThing): string => `${side ?? ''} ${thing ?? ''}`;

/** Cleans a name and says what was changed; undefined, with a remark, where it may not be kept. */
export function takeName(
  raw: string,
  at: ImportPlace,
  report: ImportReport,
): { readonly name: string } | undefined {
  const clean = cleanName(raw);
  if (!clean.ok) {
    report.add(at, clean.code, { name: raw.slice(0, 60).replace(/[\p{C}]/gu, '') });
    return undefined;
  }
  if (clean.changed) report.add(at, 'cleaned-name', { name: clean.name });
  return clean;
}

/** A name with its kind, from the fields that there are. */
export function fullNameOf(facts: Facts): string | undefined {
  const full = asText(facts.full) ?? asText(facts.name);
  if (full === undefined) return undefined;
  const kind = readKind(asText(facts.kind));
  // Names of provinces are followed by the code in some tables, "Thành phố Hà Nội (01)".
  const bare = full.replace(/\s*\(\d+\)$/, '');
  return kind && !splitKind(bare.normalize('NFC')).kind ? `${kind} ${bare}` : bare;
}

/** What a row says of one place. A fault in it is told and ends the row: undefined. */
export function takePlace(
  facts: Facts | undefined,
  level: FieldThing,
  at: ImportPlace,
  report: ImportReport,
): NamedPlace | undefined {
  if (!facts) return {};
  const inName = /\((\d+)\)$/.exec(asText(facts.name) ?? '')?.[1];
  const read = readCode(asText(facts.code) === undefined ? inName : facts.code, level);
  if (!read.ok && read.code === 'bad-code') {
    report.add(at, 'bad-code', { code: asText(facts.code)?.slice(0, 60) ?? '' });
    return undefined;
  }
  const raw = fullNameOf(facts);
  const name = raw === undefined ? undefined : takeName(raw, at, report);
  if (raw !== undefined && !name) return undefined;
  if (read.ok && read.padded && level === 'commune') report.add(at, 'padded-code', { code: read.code });
  return { ...(read.ok && { code: read.code }), ...(name && { fullName: name.name }) };
}
