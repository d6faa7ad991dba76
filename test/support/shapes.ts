/** Shapes written out of schemas, and tried against these. */
import fc from 'fast-check';
import { expect } from 'vitest';
import type { Shape } from '../../src/backend/shape.js';
import { z } from '../../src/domain/zod.js';

/** What a schema says of itself in JSON. */
interface Said {
  $ref?: string;
  type?: string | string[];
  const?: unknown;
  enum?: unknown[];
  anyOf?: Said[];
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  minItems?: number;
  maxItems?: number;
  items?: Said;
  properties?: Record<string, Said>;
  required?: string[];
  propertyNames?: Said;
  additionalProperties?: Said | false;
}

const bounds = (min: number | undefined, max: number | undefined) => ({
  ...(min !== undefined && Math.abs(min) < Number.MAX_SAFE_INTEGER && { min }),
  ...(max !== undefined && Math.abs(max) < Number.MAX_SAFE_INTEGER && { max }),
});

/** Writes shapes down, those that several others are made of once. */
class Writer {
  readonly list: Shape[] = [];
  readonly #known = new Map<string, Shape>();

  constructor(readonly defs: Readonly<Record<string, Said>>) {}

  #named(ref: string): Shape {
    const name = ref.split('/').at(-1)!;
    const known = this.#known.get(name);
    if (known !== undefined) return known;
    const shape = this.shapeOf(this.defs[name]!);
    // A name is no shorter than what it names.
    const isShort = JSON.stringify(shape).length < 16;
    const written = isShort ? shape : this.list.push(shape) - 1;
    this.#known.set(name, written);
    return written;
  }

  shapeOf(said: Said): Shape {
    if (said.$ref !== undefined) return this.#named(said.$ref);
    if (said.anyOf) return { any: said.anyOf.map((one) => this.shapeOf(one)) };
    if (Array.isArray(said.type)) return { any: said.type.map((type) => this.shapeOf({ ...said, type })) };
    if ('const' in said) return { one: [said.const] };
    if (said.enum) return { one: said.enum };
    switch (said.type) {
      case 'null':
        return { one: [null] };
      case 'boolean':
        return { one: [true, false] };
      case 'string':
        return { text: said.pattern ?? true, ...bounds(said.minLength, said.maxLength) };
      case 'number':
      case 'integer':
        return { number: said.type === 'integer' ? 'whole' : true, ...bounds(said.minimum, said.maximum) };
      case 'array':
        return { list: this.shapeOf(said.items!), ...bounds(said.minItems, said.maxItems) };
      case 'object': {
        if (said.additionalProperties)
          return { key: this.shapeOf(said.propertyNames!), value: this.shapeOf(said.additionalProperties) };
        const keys = Object.entries(said.properties!).map(([key, one]) => {
          expect(key).not.toContain('?');
          return [said.required?.includes(key) ? key : `${key}?`, this.shapeOf(one)] as const;
        });
        return { keys: Object.fromEntries(keys) };
      }
      default:
        throw new Error(`No shape says this: ${JSON.stringify(said)}`);
    }
  }
}

/** Text of a file with the shapes of these schemas. */
export function shapesFile(
  schemas: Readonly<Record<string, z.ZodMiniType>>,
  { of, shape, about, test }: { of: string; shape: string; about: string; test: string },
): string {
  const said = z.toJSONSchema(z.object(schemas), { reused: 'ref' }) as Said & { $defs: Record<string, Said> };
  const writer = new Writer(said.$defs);
  const own = Object.fromEntries(
    Object.keys(schemas).map((name) => [name, writer.shapeOf(said.properties![name]!)]),
  );
  return [
    `import type { Shape } from '${shape}';`,
    '',
    `/** What others are made of. Written by ${test} from the schemas: change those, then run it with -u. */`,
    '// oxfmt-ignore',
    `export const shapes: readonly Shape[] = ${JSON.stringify(writer.list)};`,
    '',
    `/** ${about} Written like the others. */`,
    '// oxfmt-ignore',
    `export const ${of}: Readonly<Record<string, Shape | undefined>> = ${JSON.stringify(own)};`,
    '',
  ].join('\n');
}

/** Every place in a value, as the keys that lead there. */
function placesIn(value: unknown): string[][] {
  if (typeof value !== 'object' || value === null) return [[]];
  return [[], ...Object.entries(value).flatMap(([key, one]) => placesIn(one).map((rest) => [key, ...rest]))];
}

/** The value with one place changed: something else there, nothing, or something beside it. */
function changed(
  value: unknown,
  path: readonly string[],
  instead: unknown,
  how: 'put' | 'drop' | 'add',
): unknown {
  const [key, ...rest] = path;
  if (key === undefined) {
    if (how !== 'add' || typeof value !== 'object' || value === null) return instead;
    return Array.isArray(value) ? [...(value as unknown[]), instead] : { ...value, other: instead };
  }
  const copy = structuredClone(value) as Record<string, unknown>;
  if (rest.length === 0 && how === 'drop') {
    if (Array.isArray(copy)) copy.splice(Number(key), 1);
    else delete copy[key];
  } else copy[key] = changed(copy[key], rest, instead, how);
  return copy;
}

/**
 * Tries each sample with one place changed: whatever still fits, its schema must take as it is. Answers how many fitted.
 */
export function tryChanged<N extends string>(
  samples: Readonly<Record<N, object>>,
  schemas: Readonly<Record<N, z.ZodMiniType>>,
  fits: (name: N, value: unknown) => boolean,
): number {
  const names = Object.keys(samples) as N[];
  const strange = fc.oneof(
    fc.jsonValue(),
    fc.constantFrom(
      '',
      ' ',
      'a b',
      '2026-13-01',
      'A'.repeat(5000),
      -1,
      0.5,
      1e300,
      2 ** 53,
      true,
      null,
      [],
      {},
    ),
    fc.constantFrom('javascript:alert(1)', '../x', 'draft', 'family', '__proto__', '4\n'),
  );
  const cases = fc.constantFrom(...names).chain((name) =>
    fc.record({
      name: fc.constant(name),
      path: fc.constantFrom(...placesIn(samples[name])),
      instead: strange,
      how: fc.constantFrom('put', 'put', 'drop', 'add'),
    }),
  );
  let passed = 0;
  fc.assert(
    fc.property(cases, ({ name, path, instead, how }) => {
      const json = JSON.stringify(changed(samples[name], path, instead, how));
      if (json === undefined) return;
      const value: unknown = JSON.parse(json);
      if (!fits(name, value)) return;
      passed += 1;
      const read = schemas[name].safeParse(value);
      expect(read.error).toBeUndefined();
      expect(read.data).toEqual(value);
    }),
    { numRuns: 3000 },
  );
  return passed;
}
