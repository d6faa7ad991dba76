import { asciiWords } from './place-words.js';
import type { JsonRecord, JsonValue } from './read-json.js';

export type FieldSide = 'old' | 'new';
export type FieldThing = 'commune' | 'district' | 'province';
export type FieldFact = 'code' | 'name' | 'full' | 'english' | 'kind';

/** What a field of a table is about: `old_ward_code`, `wardCodeOld` and "Mã xã cũ" are the same. */
export interface FieldName {
  readonly side?: FieldSide | undefined;
  readonly thing?: FieldThing | undefined;
  readonly fact: FieldFact;
}

const sides = new Map<string, FieldSide>(
  Object.entries({
    old: 'old',
    cu: 'old',
    before: 'old',
    legacy: 'old',
    former: 'old',
    new: 'new',
    moi: 'new',
    after: 'new',
  } as const),
);
const things = new Map<string, FieldThing>(
  Object.entries({
    ward: 'commune',
    commune: 'commune',
    xa: 'commune',
    phuong: 'commune',
    district: 'district',
    huyen: 'district',
    quan: 'district',
    province: 'province',
    city: 'province',
    tinh: 'province',
  } as const),
);
const facts = new Map<string, FieldFact>(
  Object.entries({
    code: 'code',
    id: 'code',
    ma: 'code',
    name: 'name',
    ten: 'name',
    full: 'full',
    en: 'english',
    type: 'kind',
    unit: 'kind',
    kind: 'kind',
    loai: 'kind',
  } as const),
);
/** Kinds under names of their own. */
const kindFields = new Set(['administrative-unit-short-name', 'place-type', 'division-type']);

/** Answers of a function kept: a table asks for the same few names in each of its rows. */
function kept<T>(read: (field: string) => T): (field: string) => T {
  const known = new Map<string, T>();
  return (field) => {
    if (known.has(field)) return known.get(field)!;
    const answer = read(field);
    // A file whose every field has another name fills no memory.
    if (known.size < 1000) known.set(field, answer);
    return answer;
  };
}

/** The words of a field's name: camel case, snake case, quotes of databases and all. */
export const fieldWords: (field: string) => string = kept((field) =>
  asciiWords(field.replace(/([a-z\d])([A-Z])/g, '$1 $2').replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')),
);

/** Reads a field's name; undefined for what says nothing about a place, `created_at`, or something else, `newWardLat`. */
export const readFieldName: (field: string) => FieldName | undefined = kept(readName);

function readName(field: string): FieldName | undefined {
  const words = fieldWords(field);
  if (kindFields.has(words)) return { fact: 'kind' };
  let side: FieldSide | undefined;
  let thing: FieldThing | undefined;
  const found = new Set<FieldFact>();
  for (const word of words.split('-')) {
    const level = things.get(word);
    const fact = facts.get(word);
    if (sides.has(word) && !side) side = sides.get(word);
    else if (level && (!thing || thing === level)) thing = level;
    else if (fact) found.add(fact);
    else return undefined;
  }
  // A code name is a name for addresses of pages.
  if (found.has('code') && found.size > 1) return undefined;
  // An own number of a table's row is no code of a place.
  if (words === 'id' || words === '') return undefined;
  const fact = (['english', 'code', 'kind', 'full', 'name'] as const).find((one) => found.has(one));
  return fact || thing ? { side, thing, fact: fact ?? 'name' } : undefined;
}

/** What lists of parts are called, and the level of what is in them. */
const childLists = new Map<string, FieldThing>(
  Object.entries({
    provinces: 'province',
    districts: 'district',
    wards: 'commune',
    communes: 'commune',
  } as const),
);
export const childThing = (field: string): FieldThing | undefined => childLists.get(fieldWords(field));

const shareFields = new Set([
  'share',
  'shares',
  'percent',
  'percentage',
  'ratio',
  'ty-le',
  'ti-le',
  'phan-tram',
]);
const dayFields = new Set(['on', 'date', 'effective-date', 'effective-from', 'valid-from', 'ngay-hieu-luc']);

/** The value of the first field with one of these names. */
export function valueOf(record: JsonRecord, kind: 'share' | 'day'): JsonValue | undefined {
  const names = kind === 'share' ? shareFields : dayFields;
  for (const [field, value] of record.fields) if (names.has(fieldWords(field))) return value;
  return undefined;
}

export const asText = (value: JsonValue | undefined): string | undefined =>
  typeof value === 'string' && value.trim() !== ''
    ? value.trim()
    : typeof value === 'number'
      ? String(value)
      : undefined;
