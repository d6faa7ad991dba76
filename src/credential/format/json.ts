export type Json = null | boolean | number | string | Json[] | JsonObject;
export interface JsonObject {
  [key: string]: Json;
}

/** How big a text from outside may be before it is read. */
export interface JsonLimits {
  /** UTF-16 units of the text. */
  length: number;
  depth: number;
  /** Values altogether: members of objects and items of lists. */
  values: number;
}

/** A badge in full, with comments of all sorts, is about 30 kB. */
export const credentialLimits: JsonLimits = { length: 262_144, depth: 24, values: 5_000 };

export type JsonFault = 'too-large' | 'not-json';
export type JsonReading = { value: Json; fault?: undefined } | { value?: undefined; fault: JsonFault };

/** Reads JSON from outside. Depth is counted before the parser sees it, so that no text can exhaust the stack. */
export function parseJson(text: string, limits: JsonLimits = credentialLimits): JsonReading {
  if (text.length > limits.length || isTooDeep(text, limits.depth)) return { fault: 'too-large' };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return { fault: 'not-json' };
    throw error;
  }
  return checkJson(value, limits);
}

function isTooDeep(text: string, limit: number): boolean {
  let depth = 0;
  for (let index = 0, inText = false; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === 0x22) inText = !inText;
    else if (inText) index += code === 0x5c ? 1 : 0;
    else if (code === 0x7b || code === 0x5b) depth += 1;
    else if (code === 0x7d || code === 0x5d) depth -= 1;
    if (depth > limit) return true;
  }
  return false;
}

/** A value that somebody else parsed is plain JSON within the limits. */
export function checkJson(value: unknown, limits: JsonLimits = credentialLimits): JsonReading {
  let values = 0;
  let length = 0;
  let fault: JsonFault | undefined;
  const visit = (one: unknown, depth: number): boolean => {
    values += 1;
    if (depth > limits.depth || values > limits.values) return fail('too-large');
    if (typeof one === 'string') length += one.length;
    if (length > limits.length) return fail('too-large');
    if (one === null || typeof one === 'string' || typeof one === 'boolean') return true;
    if (typeof one === 'number') return Number.isFinite(one) || fail('not-json');
    if (Array.isArray(one)) return one.every((item) => visit(item, depth + 1));
    if (typeof one !== 'object') return fail('not-json');
    // A member of that name would be taken for the prototype by careless code after us.
    return Object.entries(one).every(([key, item]) =>
      key === '__proto__' ? fail('not-json') : visit(item, depth + 1),
    );
  };
  const fail = (found: JsonFault): false => {
    fault ??= found;
    return false;
  };
  visit(value, 0);
  return fault ? { fault } : { value: value as Json };
}

export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** JSON-LD writes a single value with or without a list around it. */
export const asList = (value: Json | undefined): Json[] =>
  value === undefined || value === null ? [] : Array.isArray(value) ? value : [value];

export const textOf = (value: Json | undefined): string | undefined =>
  typeof value === 'string' ? value : undefined;

/** The identifier of a node that is written as a whole or by its identifier alone. */
export const idOf = (value: Json | undefined): string | undefined =>
  textOf(isObject(value) ? value['id'] : value);

export const hasType = (node: JsonObject, ...types: readonly string[]): boolean =>
  asList(node['type']).some((type) => typeof type === 'string' && types.includes(type));
