/** A value of JSON that knows its line. Fields keep the order of the file; a name that comes twice has its last value. */
export type JsonValue = string | number | boolean | null | JsonList | JsonRecord;
export interface JsonList {
  readonly kind: 'list';
  readonly line: number;
  readonly items: JsonValue[];
}
export interface JsonRecord {
  readonly kind: 'record';
  readonly line: number;
  readonly fields: Map<string, JsonValue>;
  readonly twice: string[];
}

export type ReadJson =
  | { readonly ok: true; readonly value: JsonValue }
  | { readonly ok: false; readonly line: number; readonly code: 'not-json' | 'too-deep' };

const deepest = 20;
const blank = /[ \t\r\n]*/y;
const number = /-?\d+(\.\d+)?([eE][+-]?\d+)?/y;
const plain = /[^"\\\n]*/y;
const words: readonly (readonly [string, JsonValue])[] = [
  ['true', true],
  ['false', false],
  ['null', null],
  // What Python writes for a cell without a value.
  ['NaN', null],
];

class Failure extends Error {
  constructor(readonly code: 'not-json' | 'too-deep') {
    super(code);
  }
}

/**
 * Reads JSON and remembers the line of each record, which `JSON.parse` does not tell. Several values one after another, as
 * some databases export them, are one list.
 */
export function readJson(text: string): ReadJson {
  let at = 0;
  let line = 1;
  // Looked for once each: a file may be one line of ten megabytes.
  let nextBreak = text.indexOf('\n');

  const lineHere = (): number => {
    while (nextBreak !== -1 && nextBreak < at) {
      line++;
      nextBreak = text.indexOf('\n', nextBreak + 1);
    }
    return line;
  };
  const match = (pattern: RegExp): string => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0] ?? '';
    at += found.length;
    return found;
  };
  const skip = (): void => void match(blank);
  const take = (sign: string): boolean => {
    skip();
    if (text[at] !== sign) return false;
    at++;
    return true;
  };
  const fail = (): never => {
    throw new Failure('not-json');
  };

  function string(): string {
    const begin = at++;
    for (;;) {
      match(plain);
      if (text[at] === '"') break;
      if (text[at] !== '\\') fail();
      at += 2;
    }
    at++;
    const whole = text.slice(begin, at);
    if (!whole.includes('\\')) return whole.slice(1, -1);
    try {
      return JSON.parse(whole) as string;
    } catch {
      return fail();
    }
  }

  function list(depth: number): JsonList {
    const made: JsonList = { kind: 'list', line: lineHere(), items: [] };
    at++;
    if (take(']')) return made;
    do made.items.push(value(depth + 1));
    while (take(','));
    if (!take(']')) fail();
    return made;
  }

  function record(depth: number): JsonRecord {
    const made: JsonRecord = { kind: 'record', line: lineHere(), fields: new Map(), twice: [] };
    at++;
    if (take('}')) return made;
    do {
      skip();
      if (text[at] !== '"') fail();
      const name = string();
      if (!take(':')) fail();
      if (made.fields.has(name)) made.twice.push(name);
      made.fields.set(name, value(depth + 1));
    } while (take(','));
    if (!take('}')) fail();
    return made;
  }

  function value(depth: number): JsonValue {
    skip();
    const sign = text[at];
    if ((sign === '[' || sign === '{') && depth > deepest) throw new Failure('too-deep');
    if (sign === '[') return list(depth);
    if (sign === '{') return record(depth);
    if (sign === '"') return string();
    for (const [word, meaning] of words) {
      if (!text.startsWith(word, at)) continue;
      at += word.length;
      return meaning;
    }
    const digits = match(number);
    return digits === '' ? fail() : Number(digits);
  }

  try {
    const values: JsonValue[] = [];
    do {
      values.push(value(0));
      skip();
    } while (at < text.length);
    const [only] = values;
    return {
      ok: true,
      value: values.length === 1 && only !== undefined ? only : { kind: 'list', line: 1, items: values },
    };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { ok: false, line: lineHere(), code: error.code };
  }
}

export const isRecord = (value: JsonValue | undefined): value is JsonRecord =>
  typeof value === 'object' && value !== null && value.kind === 'record';
export const isList = (value: JsonValue | undefined): value is JsonList =>
  typeof value === 'object' && value !== null && value.kind === 'list';

/** The value as plain JSON again, for a schema to check. */
export function toPlain(value: JsonValue): unknown {
  if (isList(value)) return value.items.map(toPlain);
  if (isRecord(value))
    return Object.fromEntries([...value.fields].map(([name, one]) => [name, toPlain(one)]));
  return value;
}
