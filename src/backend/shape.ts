/**
 * What a value looks like that a schema takes as it is, in so few words that a page which only reads need not fetch the
 * schemas. A number names a shape of the list that goes along.
 */
export type Shape =
  | number
  /** One of these values. */
  | { one: readonly unknown[] }
  | { any: readonly Shape[] }
  /** A string of `min` to `max` UTF-16 units. */
  | { text: string | true; min?: number; max?: number }
  | { number: 'whole' | true; min?: number; max?: number }
  | { list: Shape; min?: number; max?: number }
  /** These keys and no others; a question mark stands behind those that may be missing. */
  | { keys: Readonly<Record<string, Shape>> }
  /** Any number of entries: what their keys look like, and their values. */
  | { key: Shape; value: Shape };

/**
 * Whether a value that came out of JSON is of this shape. What is not may still be right by the schema, which says more and
 * forgives more: that one decides then.
 */
export function fitsShape(shape: Shape, value: unknown, shapes: readonly Shape[]): boolean {
  if (typeof shape === 'number') return fitsShape(shapes[shape]!, value, shapes);
  if ('one' in shape) return shape.one.includes(value);
  if ('any' in shape) return shape.any.some((one) => fitsShape(one, value, shapes));
  if ('text' in shape)
    return (
      typeof value === 'string' &&
      within(value.length, shape) &&
      (shape.text === true || new RegExp(shape.text).test(value))
    );
  if ('number' in shape)
    return (
      (shape.number === true ? Number.isFinite(value) : Number.isSafeInteger(value)) &&
      within(value as number, shape)
    );
  if (Array.isArray(value))
    return (
      'list' in shape &&
      within(value.length, shape) &&
      value.every((one) => fitsShape(shape.list, one, shapes))
    );
  if (typeof value !== 'object' || value === null || 'list' in shape) return false;
  const entries = Object.entries(value);
  if ('value' in shape)
    return entries.every(
      ([key, one]) => fitsShape(shape.key, key, shapes) && fitsShape(shape.value, one, shapes),
    );
  const { keys } = shape;
  return (
    Object.keys(keys).every((key) => key.endsWith('?') || Object.hasOwn(value, key)) &&
    entries.every(([key, one]) => {
      const name = Object.hasOwn(keys, key) ? key : `${key}?`;
      return !key.endsWith('?') && Object.hasOwn(keys, name) && fitsShape(keys[name]!, one, shapes);
    })
  );
}

const within = (size: number, { min = -Infinity, max = Infinity }: { min?: number; max?: number }): boolean =>
  size >= min && size <= max;
