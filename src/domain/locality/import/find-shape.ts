import { childThing, fieldWords, readFieldName, type FieldName, type FieldThing } from './field-names.js';
import { isList, isRecord, type JsonRecord, type JsonValue } from './read-json.js';

/** Records of one sort, with the way to each. */
export interface FoundRows {
  readonly shape: 'nested' | 'mapping' | 'provinces' | 'communes';
  readonly rows: readonly { readonly value: JsonValue; readonly path: string }[];
}
/** The file is a gazetteer of ours, as `import-localities` writes it. */
export interface FoundGazetteer {
  readonly shape: 'gazetteer';
  readonly record: JsonRecord;
}
export type Found = FoundRows | FoundGazetteer;

/** How many records are looked at to tell what they are. */
const looked = 50;

/**
 * Finds what a file holds: provinces with their communes inside, rows from old to new, or tables of a database's export with
 * one or both. Empty where nothing looks like places.
 */
export function findShape(value: JsonValue): Found[] {
  if (isRecord(value) && value.fields.get('format') === 1 && isList(value.fields.get('localities')))
    return [{ shape: 'gazetteer', record: value }];
  return tables(value, '', 0);
}

function tables(value: JsonValue, path: string, depth: number): FoundRows[] {
  if (depth > 3) return [];
  const rows = asRows(value, path);
  const shape = shapeOf(rows.map((row) => row.value).filter(isRecord));
  if (shape) return [{ shape, rows }];
  // A single province.
  if (isRecord(value) && shapeOfRecord(value) === 'nested')
    return [{ shape: 'nested', rows: [{ value, path }] }];
  const inside = isRecord(value)
    ? [...value.fields].map(([name, one]) => [one, path ? `${path}.${name}` : name] as const)
    : isList(value)
      ? value.items.slice(0, 1000).map((one, index) => [one, `${path}[${index}]`] as const)
      : [];
  return inside.flatMap(([one, way]) => tables(one, way, depth + 1));
}

/** The records of a list, or of a record whose fields are named by codes. */
function asRows(value: JsonValue, path: string): FoundRows['rows'] {
  if (isList(value)) return value.items.map((one, index) => ({ value: one, path: `${path}[${index}]` }));
  if (!isRecord(value) || value.fields.size === 0) return [];
  const entries = [...value.fields];
  if (!entries.every(([name, one]) => /^[\w.-]*\d[\w.-]*$/.test(name) && isRecord(one))) return [];
  return entries.map(([name, one]) => ({ value: one, path: path ? `${path}.${name}` : name }));
}

/** Of what most of the first records are. */
function shapeOf(records: readonly JsonRecord[]): FoundRows['shape'] | undefined {
  const first = records.slice(0, looked);
  const counts = new Map<FoundRows['shape'], number>();
  for (const record of first) {
    const shape = shapeOfRecord(record);
    if (shape) counts.set(shape, (counts.get(shape) ?? 0) + 1);
  }
  const [best] = [...counts].sort((a, b) => b[1] - a[1]);
  return best && best[1] * 2 > first.length ? best[0] : undefined;
}

function shapeOfRecord(record: JsonRecord): FoundRows['shape'] | undefined {
  const names = [...record.fields.keys()];
  const own = readNames(names);
  // With a name of its own: else it is what holds the tables.
  if (
    own.some(({ side, fact }) => side === undefined && fact !== 'kind') &&
    names.some((name) => childThing(name) && isList(record.fields.get(name)))
  )
    return 'nested';
  // Old places may be a list within what they became, and the other way round.
  const inside = readNames(partsOf(record).flatMap((part) => [...part.fields.keys()]));
  const communes = [...own, ...inside].filter(({ thing }) => thing === 'commune');
  const sides = new Set(communes.map(({ side }) => side ?? 'bare'));
  if (sides.has('old') || sides.has('new')) return sides.size > 1 ? 'mapping' : undefined;
  const bare = own.filter(({ side }) => side === undefined);
  const coded = (thing: FieldThing | undefined): boolean =>
    bare.some((one) => one.fact === 'code' && one.thing === thing);
  if (!bare.some(({ fact }) => fact === 'name' || fact === 'full')) return undefined;
  if (coded('commune') || (coded('province') && hasDigits(record))) return 'communes';
  return coded('province') || coded(undefined) ? 'provinces' : undefined;
}

const readNames = (names: readonly string[]): FieldName[] =>
  names.map(readFieldName).filter((one) => one !== undefined);

/** The first record of each list within. */
const partsOf = (record: JsonRecord): JsonRecord[] =>
  [...record.fields.values()]
    .flatMap((value) => (isList(value) ? value.items.slice(0, 1) : []))
    .filter(isRecord);

/** A `code` of digits beside the province's own is a commune's; of letters it is the province's short name. */
const hasDigits = (record: JsonRecord): boolean => {
  const code = [...record.fields].find(([name]) => fieldWords(name) === 'code')?.[1];
  return typeof code === 'number' || (typeof code === 'string' && /^\d+$/.test(code));
};
