import { HtsdError } from '../../errors.js';
import type { Field, Mapping, Shape } from './mapping.schema.js';
import { at, withAt } from './paths.js';
import { valueStyles, type ValueStyle } from './styles.js';

type FullField = Exclude<Field, string>;

/** Turns what they say into ours and back, by the shapes of a mapping. */
export interface Shaper {
  /** Theirs as ours. Errors: server, with the field that cannot be read. */
  read(shape: string | Shape, theirs: unknown): unknown;
  /** Ours as theirs. Errors: invalid, with the field that cannot be written. */
  write(shape: string | Shape, ours: unknown): unknown;
}

export function createShaper({ shapes = {}, styles = {} }: Mapping): Shaper {
  const kinds = valueStyles(styles);
  const fieldsOf = (shape: string | Shape): [string, FullField][] =>
    Object.entries(typeof shape === 'string' ? (shapes[shape] ?? {}) : shape).map(([path, field]) => [
      path,
      typeof field === 'string' ? { at: field } : field,
    ]);
  const isNone = (theirs: unknown): boolean =>
    theirs === undefined || theirs === null || (styles.emptyIsNone === true && theirs === '');

  function read(shape: string | Shape, theirs: unknown): unknown {
    let ours: unknown = undefined;
    for (const [path, field] of fieldsOf(shape)) {
      if (field.only === 'write') continue;
      if (path === '*') {
        ours = { ...(plain(theirs) ?? {}), ...(plain(ours) ?? {}) };
        continue;
      }
      const there = field.needs === undefined || !isNone(at(theirs, field.needs));
      const value = readField(field, there ? at(theirs, field.at) : undefined, path);
      if (value !== undefined) ours = withAt(ours, path, value);
    }
    return ours ?? {};
  }

  function readField(field: FullField, theirs: unknown, path: string): unknown {
    if (isNone(theirs)) return field.otherwise;
    if (!field.many) return readOne(field, theirs, path);
    const list = typeof theirs === 'string' && field.split !== undefined ? theirs.split(field.split) : theirs;
    // Some say a list of one as that one.
    const rows = Array.isArray(list) ? list : [list];
    if (field.by === undefined) return rows.map((row) => readOne(field, row, path));
    return Object.fromEntries(
      rows.map((row) => [String(at(row, field.by!)), readOne(field, row, path)] as const),
    );
  }

  function readOne(field: FullField, theirs: unknown, path: string): unknown {
    if (field.shape !== undefined) return read(field.shape, theirs);
    let value = theirs;
    if (field.as) value = kinds[field.as].read(theirs);
    if (field.values)
      value = Object.entries(field.values).find(([, word]) => String(word) === String(value))?.[0];
    if (value === undefined)
      throw new HtsdError('server', { params: { reason: 'malformed', field: path || field.at } });
    return value;
  }

  function write(shape: string | Shape, ours: unknown): unknown {
    let theirs: unknown = undefined;
    for (const [path, field] of fieldsOf(shape)) {
      if (field.only === 'read') continue;
      if (path === '*') {
        theirs = { ...(plain(ours) ?? {}), ...(plain(theirs) ?? {}) };
        continue;
      }
      const value = field.fixed === undefined ? writeField(field, at(ours, path), path) : field.fixed;
      if (value !== undefined) theirs = withAt(theirs, field.at, value);
    }
    return theirs ?? {};
  }

  function writeField(field: FullField, ours: unknown, path: string): unknown {
    if (ours === undefined || (ours === null && field.by === undefined)) return undefined;
    if (!field.many) return writeOne(field, ours, path);
    if (field.by !== undefined)
      return Object.entries(plain(ours) ?? {}).map(([key, value]) =>
        withAt(value === null ? { ...field.gone } : writeOne(field, value, path), field.by!, key),
      );
    const rows = (Array.isArray(ours) ? ours : [ours]).map((row) => writeOne(field, row, path));
    return field.split === undefined ? rows : rows.join(field.split);
  }

  function writeOne(field: FullField, ours: unknown, path: string): unknown {
    if (field.shape !== undefined) return write(field.shape, ours);
    let value = ours;
    if (field.values)
      value = Object.hasOwn(field.values, String(ours)) ? field.values[String(ours)] : undefined;
    const style: ValueStyle | undefined = field.as && kinds[field.as];
    if (style && value !== undefined) value = style.write(value);
    if (value === undefined) throw new HtsdError('invalid', { params: { field: path || field.at } });
    return value;
  }

  return { read, write };
}

const plain = (value: unknown): object | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
